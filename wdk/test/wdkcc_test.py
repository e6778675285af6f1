#!/usr/bin/env python3
"""Tests of tools/wdkcc and tools/pecheck: they build real drivers and spoil them.

usage: wdkcc_test.py SOURCE_ROOT [unittest arguments]
"""
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

ROOT = ""


def call(command, **env):
    full = dict(os.environ, **env)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=full)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def root(*parts):
    return os.path.join(ROOT, *parts)


class Folder(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="wdkcc-test-")
        self.addCleanup(shutil.rmtree, self.dir)

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)
        return self.path(name)

    def build(self, source, name, *options):
        code, output = call([root("tools", "wdkcc"), "-o", self.path(name), *options, source])
        self.assertEqual(code, 0, output)
        self.assertEqual(output, "", "a clean build says nothing")
        return self.path(name)

    def pecheck(self, *arguments):
        return call([root("tools", "pecheck"), *arguments, "--def", root("wdk", "def")])

    def data(self, name):
        return root("wdk", "test", "data", name)


class Wdkcc(Folder):
    def test_CDriver_IsSound_OnBothProcessors(self):
        for arch in ("x64", "arm64"):
            image = self.build(self.data("cdrv.c"), arch + ".sys", "--arch", arch)
            self.assertEqual(self.pecheck(image), (0, image + ": sound\n"))

    def test_CxxDriver_IsSound_OnBothProcessors(self):
        for arch in ("x64", "arm64"):
            image = self.build(self.data("cxxdrv.cpp"), arch + ".sys", "--arch", arch)
            self.assertEqual(self.pecheck(image), (0, image + ": sound\n"))

    def test_DebugBuild_RunsPagedCodeChecks(self):
        image = self.build(self.data("cdrv.c"), "d.sys", "--debug")
        with open(image, "rb") as f:
            self.assertIn(b"KeGetCurrentIrql", f.read())

    def test_EntryPoint_LiesInInit_WhenAllocTextOrCodeSegSaysSo(self):
        for source in ("cdrv.c", "cxxdrv.cpp"):
            image = Pe(self.build(self.data(source), "i.sys"))
            self.assertEqual(image.section_of(image.entry), "INIT", source)

    def test_Build_IsReproducible(self):
        first = self.build(self.data("cdrv.c"), "a.sys")
        with open(first, "rb") as f:
            before = f.read()
        self.build(self.data("cdrv.c"), "a.sys")
        with open(first, "rb") as f:
            self.assertEqual(before, f.read())

    def test_IntegrityCheck_SetsTheFlag(self):
        image = self.build(self.data("cdrv.c"), "f.sys", "--integritycheck")
        self.assertEqual(self.pecheck("--integrity", image)[0], 0)

    def test_IntegrityFlag_IsMissed_WhenNotSet(self):
        image = self.build(self.data("cdrv.c"), "f.sys")
        code, output = self.pecheck("--integrity", image)
        self.assertEqual(code, 1)
        self.assertIn("FORCE_INTEGRITY is not set", output)

    def test_CompileError_NamesTheSource(self):
        source = self.write("bad.c", "#include <ntifs.h>\nint f(void) { return nowhere; }\n")
        code, output = call([root("tools", "wdkcc"), "-o", self.path("bad.sys"), source])
        self.assertEqual(code, 1)
        self.assertIn("wdkcc: compiling %s failed" % source, output)
        self.assertIn("nowhere", output)
        self.assertFalse(os.path.exists(self.path("bad.sys")))

    def test_UnknownImport_FailsToLink(self):
        source = self.write("u.c", "#include <ntifs.h>\n__declspec(dllimport) void NoSuch(void);\n"
                            "NTSTATUS DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING r)\n"
                            "{ (void)d; (void)r; NoSuch(); return 0; }\n")
        code, output = call([root("tools", "wdkcc"), "-o", self.path("u.sys"), source])
        self.assertEqual(code, 1)
        self.assertIn("NoSuch", output)
        self.assertIn("wdkcc: linking", output)

    def test_MissingTool_SaysWhatToInstall(self):
        code, output = call([root("tools", "wdkcc"), "-o", self.path("m.sys"), "--cache",
                             self.path("c"), self.data("cdrv.c")], WDKCC_CLANG="no-such-clang")
        self.assertEqual(code, 1)
        self.assertIn("no-such-clang not found", output)
        self.assertIn("install clang-19", output)

    def test_BadUse_IsStatus2(self):
        for arguments in ([], ["--arch", "mips", "x.c"], ["x.rs"], ["--wrong", "x.c"], ["-o"]):
            code, output = call([root("tools", "wdkcc"), *arguments])
            self.assertEqual(code, 2, output)
            self.assertIn("wdkcc: ", output)

    def test_LibDirectoryWithoutLibraries_IsNamed(self):
        code, output = call([root("tools", "wdkcc"), "-o", self.path("l.sys"), "--lib", self.dir,
                             self.data("cdrv.c")])
        self.assertEqual(code, 1)
        self.assertIn("no cng.lib", output)

    def test_InstalledTree_WorksElsewhere(self):
        os.makedirs(self.path("prefix/bin"))
        shutil.copy(root("tools", "wdkcc"), self.path("prefix/bin/wdkcc"))
        for part in ("include", "def"):
            shutil.copytree(root("wdk", part), self.path("prefix/share/sluice/wdk/" + part))
        code, output = call([self.path("prefix/bin/wdkcc"), "-o", self.path("p.sys"),
                             self.data("cdrv.c")])
        self.assertEqual((code, output), (0, ""))

    def test_Depfile_ListsSourcesAndHeaders(self):
        self.build(self.data("cdrv.c"), "d.sys", "--depfile", self.path("d.d"))
        with open(self.path("d.d"), encoding="utf-8") as f:
            text = f.read()
        self.assertTrue(text.startswith(self.path("d.sys") + ":"))
        self.assertIn("cdrv.c", text)
        self.assertIn("gen_fltmgr.h", text)


class Pe:
    """Where things stand in an image, to spoil them."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.data = bytearray(f.read())
        self.path = path
        self.pe = struct.unpack_from("<I", self.data, 0x3C)[0]
        self.optional = self.pe + 24
        self.entry = struct.unpack_from("<I", self.data, self.optional + 16)[0]
        count, size = struct.unpack_from("<H", self.data, self.pe + 6)[0], 0
        size = struct.unpack_from("<H", self.data, self.pe + 20)[0]
        self.sections = {}
        for n in range(count):
            at = self.optional + size + 40 * n
            self.sections[bytes(self.data[at:at + 8]).rstrip(b"\0").decode()] = at

    def section_of(self, rva):
        for name, at in self.sections.items():
            size, start = struct.unpack_from("<II", self.data, at + 8)
            if start <= rva < start + size:
                return name
        return None

    def set_flags(self, section, add=0, remove=0):
        at = self.sections[section] + 36
        flags = struct.unpack_from("<I", self.data, at)[0]
        struct.pack_into("<I", self.data, at, (flags | add) & ~remove)

    def save(self, checksum=True):
        if checksum:
            at = self.optional + 64
            struct.pack_into("<I", self.data, at, 0)
            total = 0
            padded = bytes(self.data) + b"\0" * (len(self.data) % 2)
            for word in struct.unpack("<%dH" % (len(padded) // 2), padded):
                total += word
                total = (total & 0xFFFF) + (total >> 16)
            struct.pack_into("<I", self.data, at, total + len(self.data))
        with open(self.path, "wb") as f:
            f.write(self.data)


class Pecheck(Folder):
    def setUp(self):
        super().setUp()
        self.image = Pe(self.build(self.data("cdrv.c"), "x.sys"))

    def finding(self, text, *arguments):
        code, output = self.pecheck(self.image.path, *arguments)
        self.assertEqual(code, 1, output)
        self.assertEqual(len(output.splitlines()), 1, output)
        self.assertIn(text, output)

    def test_ChangedByte_IsAWrongChecksum(self):
        self.image.data[-1] ^= 0x55
        self.image.save(checksum=False)
        self.finding("checksum 0x")

    def test_WritableExecutableSection_IsFound(self):
        self.image.set_flags("PAGE", add=0x80000000)
        self.image.save()
        self.finding("section PAGE is writable and executable")

    def test_InitThatStays_IsFound(self):
        self.image.set_flags("INIT", remove=0x02000000)
        self.image.save()
        self.finding("INIT is not discardable")

    def test_MissingSection_IsFound(self):
        at = self.image.sections["PAGE"]
        self.image.data[at:at + 4] = b"PINK"
        self.image.save()
        self.finding("no section PAGE")

    def test_MissingFlags_AreFound(self):
        for bit, name in ((0x100, "NX_COMPAT"), (0x40, "DYNAMIC_BASE")):
            image = Pe(self.image.path)
            at = image.optional + 70
            flags = struct.unpack_from("<H", image.data, at)[0]
            struct.pack_into("<H", image.data, at, flags & ~bit)
            image.save()
            self.finding(name + " is not set")
            self.image.save()

    def test_WrongSubsystem_IsFound(self):
        struct.pack_into("<H", self.image.data, self.image.optional + 68, 3)
        self.image.save()
        self.finding("subsystem 3 is not native")

    def test_NoRelocations_IsFound(self):
        struct.pack_into("<II", self.image.data, self.image.optional + 112 + 8 * 5, 0, 0)
        self.image.save()
        self.finding("no relocation table")

    def test_UnlistedImport_IsFound(self):
        at = self.image.data.index(b"FltStartFiltering\0")
        self.image.data[at:at + 17] = b"FltStartFiltrring"
        self.image.save()
        self.finding("imports FltStartFiltrring from fltmgr.sys")

    def test_UnlistedModule_IsFound(self):
        at = self.image.data.index(b"fltmgr.sys\0")
        self.image.data[at:at + 10] = b"flumgr.sys"
        self.image.save()
        self.finding("imports from flumgr.sys")

    def test_LostPdb_IsFound(self):
        os.remove(self.path("x.pdb"))
        self.finding("its PDB x.pdb is not beside it")
        self.assertEqual(self.pecheck(self.image.path, "--no-pdb")[0], 0)

    def test_TruncatedFiles_AreFindingsNotCrashes(self):
        whole = bytes(self.image.data)
        for length in list(range(0, 1024, 37)) + [len(whole) // 2, len(whole) - 1]:
            with open(self.image.path, "wb") as f:
                f.write(whole[:length])
            code, output = self.pecheck(self.image.path)
            self.assertEqual(code, 1, output)
            self.assertNotIn("Traceback", output)

    def test_UnreadableFile_IsStatus2(self):
        code, output = self.pecheck(self.path("none.sys"))
        self.assertEqual(code, 2)
        self.assertIn("none.sys", output)


if __name__ == "__main__":
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()

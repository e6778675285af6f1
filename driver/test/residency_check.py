#!/usr/bin/env python3
"""Proves from the built image that nothing which may run at DISPATCH_LEVEL is pageable.

usage: residency_check.py SLUICE.sys LLVM-BINDIR LISTFILE

LISTFILE has lines `SECTION name`: PAGE, INIT or TEXT, and the name of a routine. TEXT means
resident. Findings:
  - a TEXT routine that the PDB beside the image does not know (a PAGE or INIT one may be inlined);
  - a routine that lies elsewhere than listed, or is pageable and not listed: what is pageable is a
    reviewed list, everything else counts as reachable at DISPATCH_LEVEL;
  - a resident routine that calls, jumps to or takes the address of a pageable one;
  - a pointer in the image's data (a callback table) to a pageable routine whose line does not end
    in `callback`: those are the reviewed entry points that come at PASSIVE_LEVEL only.
Exit status: 0 sound, 1 findings, 2 bad use.
"""
import bisect
import os
import re
import struct
import subprocess
import sys


def run(tool, *args):
    return subprocess.run([tool, *args], check=True, capture_output=True, text=True).stdout


class Image:
    """Sections, base and relocations of a PE32+ file (pecheck has judged it already)."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.data = f.read()
        pe = struct.unpack_from("<I", self.data, 0x3C)[0]
        self.machine, count = struct.unpack_from("<HH", self.data, pe + 4)
        size = struct.unpack_from("<H", self.data, pe + 20)[0]
        self.base = struct.unpack_from("<Q", self.data, pe + 24 + 24)[0]
        self.reloc = struct.unpack_from("<II", self.data, pe + 24 + 112 + 5 * 8)
        self.sections = []
        for n in range(count):
            at = pe + 24 + size + 40 * n
            name = self.data[at:at + 8].rstrip(b"\0").decode()
            vsize, rva, raw_size, raw = struct.unpack_from("<IIII", self.data, at + 8)
            self.sections.append((name, rva, max(vsize, raw_size), raw))

    def section_of(self, rva):
        for name, start, size, _ in self.sections:
            if start <= rva < start + size:
                return name
        return None

    def offset(self, rva):
        for _, start, size, raw in self.sections:
            if start <= rva < start + size:
                return rva - start + raw
        raise ValueError("address outside of the image")

    def pointers(self):
        """(where, target) of every 64-bit pointer that a base relocation names."""
        rva, size = self.reloc
        at, end = self.offset(rva), self.offset(rva) + size
        while at + 8 <= end:
            page, block = struct.unpack_from("<II", self.data, at)
            if block < 8:
                break
            for k in range((block - 8) // 2):
                entry = struct.unpack_from("<H", self.data, at + 8 + 2 * k)[0]
                if entry >> 12 == 10:
                    where = page + (entry & 0xFFF)
                    yield where, struct.unpack_from("<Q", self.data, self.offset(where))[0] - self.base
            at += block


def procedures(pdbutil, pdb, image):
    """(start, name) of every function, sorted."""
    found = []
    current = None
    for line in run(pdbutil, "dump", "--symbols", pdb).splitlines():
        match = re.search(r"S_[GL]PROC32(?:_ID)? \[size = \d+\] `(.*)`$", line)
        if match:
            name = re.sub(r"`anonymous namespace'::", "", match.group(1))
            current = re.sub(r"^sluice::driver::", "", name)
            continue
        match = re.search(r"addr = (\d+):(\d+)", line)
        if current and match:
            start = image.sections[int(match.group(1)) - 1][1] + int(match.group(2))
            found.append((start, current))
            current = None
    return sorted(found)


def references(objdump, path, image):
    """(from, to) of direct calls, jumps and address computations in resident code."""
    text = run(objdump, "-d", "--no-show-raw-insn", "--section=.text", path)
    for line in text.splitlines():
        match = re.match(r"\s*([0-9a-f]+):\s+(\S+)\s+(.*)$", line)
        if not match:
            continue
        source, opcode, operands = int(match.group(1), 16), match.group(2), match.group(3)
        target = None
        if re.match(r"(call|j\w+|bl?|b\.\w+|cbn?z|tbn?z)$|(callq|jmpq)$", opcode):
            target = re.search(r"(?<![*#\w])0x([0-9a-f]+)", operands)
        elif "(%rip)" in operands:
            target = re.search(r"# 0x([0-9a-f]+)", operands)
        if target:
            yield source - image.base, int(target.group(1), 16) - image.base


def read_list(path):
    wanted, callbacks = {}, set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = line.split("#")[0].split()
            if words:
                wanted[words[1]] = words[0]
                if words[2:] == ["callback"]:
                    callbacks.add(words[1])
    return wanted, callbacks


def check(path, bindir, listfile):
    image = Image(path)
    wanted, callbacks = read_list(listfile)
    pdb = os.path.splitext(path)[0] + ".pdb"
    known = procedures(os.path.join(bindir, "llvm-pdbutil"), pdb, image)
    if not known:
        return 0, ["%s: no function symbols: build with debug information" % pdb]
    starts = [start for start, _ in known]

    def name_at(rva):
        at = bisect.bisect_right(starts, rva) - 1
        return known[at][1] if at >= 0 else "?"

    findings = []
    for start, name in known:
        section = image.section_of(start)
        place = section if section in ("PAGE", "INIT") else "TEXT"
        if name in wanted and wanted[name] != place:
            findings.append("%s lies in %s, must be in %s" % (name, section, wanted[name]))
        elif name not in wanted and place != "TEXT":
            findings.append("%s lies in %s and is not in the reviewed list" % (name, section))
    names = {name for _, name in known}
    for name, place in wanted.items():
        if place == "TEXT" and name not in names:
            findings.append("%s: no such routine, mend %s" % (name, listfile))
    edges = 0
    for source, target in references(os.path.join(bindir, "llvm-objdump"), path, image):
        edges += 1
        if image.section_of(target) in ("PAGE", "INIT"):
            findings.append("%s is resident and refers to %s, which is pageable" %
                            (name_at(source), name_at(target)))
    for where, target in image.pointers():
        if image.section_of(where) in (".rdata", ".data") and \
                image.section_of(target) in ("PAGE", "INIT") and name_at(target) not in callbacks:
            findings.append("the table at 0x%x holds %s, which is pageable and no reviewed callback" %
                            (where, name_at(target)))
    if edges == 0:
        findings.append("no references found in .text: the disassembly was not understood")
    return len(known), findings


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    count, findings = check(*sys.argv[1:])
    for finding in findings:
        print("residency: " + finding)
    print("residency: %d routines, %d findings" % (count, len(findings)))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

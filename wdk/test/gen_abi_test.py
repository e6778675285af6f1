#!/usr/bin/env python3
"""Writes compile-time checks of wdk/include against the fact tables in wdk/abi.

usage: gen_abi_test.py OUT_DIR CLANG
OUT_DIR/abi_checks.inc    static assertions (C and C++): structures, scalars, constants
OUT_DIR/abi_bits.inc      BITS(structure, member, offset, bit, width) for every bit-field
OUT_DIR/abi_bits_coff.c   one constant per bit-field, for check_coff_bits.py
Fails when a structure of the headers has neither rows in the tables nor a reason in exceptions.tsv.
"""
import fnmatch
import glob
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "gen"))
import tables  # noqa: E402

INCLUDE = os.path.join(os.path.dirname(HERE), "include")


def header_text():
    text = ""
    for path in sorted(glob.glob(os.path.join(INCLUDE, "*.h")) +
                       glob.glob(os.path.join(INCLUDE, "wdk", "*.h"))):
        if os.path.basename(path) in ("win32_types.h", "fltUser.h"):
            continue  # user mode on Linux: not in the tables
        with open(path, encoding="utf-8") as f:
            text += re.sub(r"/\*.*?\*/", "", f.read(), flags=re.S)
    return text


def declared_structs(text):
    return sorted(set(re.findall(
        r"\b(?:struct|union)\s+(?:DECLSPEC_ALIGN\(\d+\)\s+)?_(\w+)\s*\{", text)))


def declared_typedefs(text):
    names = set()
    for body in re.findall(r"\btypedef\s([^;{]*);", text):
        if "(" in body:
            continue
        for part in body.split(","):
            found = re.findall(r"\w+", part)
            if found:
                names.add(found[-1])
    for body in re.findall(r"\}\s*([\w\s,*]+);", text):
        for part in body.split(","):
            found = re.findall(r"\w+", part)
            if found and "*" not in part:
                names.add(found[-1])
    return names


def enumerations(text):
    return set(re.findall(r"\btypedef enum _(\w+)", text))


def declared_constants(text):
    names = set(re.findall(r"^\s*#\s*define\s+(\w+)\s+\S", text, flags=re.M))
    names.update(re.findall(r"^    (\w+) = -?\d+,?$", text, flags=re.M))
    return names


class Exceptions:
    """exceptions.tsv: what (STRUCT, STRUCT.member, const NAME, typedef NAME) and the reason."""

    def __init__(self):
        self.reason = {r["what"]: r["reason"] for r in
                       tables.rows(os.path.join(HERE, "exceptions.tsv"))}
        self.used = set()

    def __contains__(self, what):
        for pattern in self.reason:
            if what == pattern or ("*" in pattern and fnmatch.fnmatchcase(what, pattern)):
                self.used.add(pattern)
                return True
        return False


def dropped(struct, row, x86):
    """A member that wdk/gen leaves out on purpose."""
    return (struct + "." + row["member"]) in x86 or \
        (row["agree"] == "1" and (struct + ".*1") in x86)


def struct_checks(name, rows, exceptions, x86, out, bits):
    out.append("CHECK(sizeof(%s) == %s, \"sizeof %s\");" % (name, rows[0]["struct_size"], name))
    out.append("CHECK(WDK_ALIGNOF(%s) == %s, \"alignof %s\");" %
               (name, rows[0]["struct_align"], name))
    for r in rows:
        path = "%s.%s" % (name, r["member"])
        if dropped(name, r, x86) or path in exceptions:
            continue
        if r["bit_width"]:
            bits.append((name, r["member"], int(r["offset"]), int(r["bit_offset"]),
                         int(r["bit_width"])))
            continue
        out.append("CHECK(WDK_OFFSETOF(%s, %s) == %s, \"offset of %s\");" %
                   (name, r["member"], r["offset"], path))
        flexible = int(r["offset"]) >= int(r["struct_size"])
        if r["size"] and not r["type"].endswith("[]") and not flexible:
            out.append("CHECK(sizeof(((%s *)0)->%s) == %s, \"size of %s\");" %
                       (name, r["member"], r["size"], path))


def scalar_checks(text, exceptions, out):
    declared = declared_typedefs(text)
    enums = enumerations(text)
    for r in tables.rows(os.path.join(tables.ABI, "scalars.tsv")):
        name = r["typedef"]
        if name not in declared or "typedef " + name in exceptions:
            continue
        if r["kind"] == "funcptr" and re.search(r"NTAPI %s\(" % name, text):
            continue  # a function type; the tables list it with the size of a pointer to one
        out.append("CHECK(sizeof(%s) == %s, \"sizeof %s\");" % (name, r["size"], name))
        out.append("CHECK(WDK_ALIGNOF(%s) == %s, \"alignof %s\");" % (name, r["align"], name))
        if r["kind"] == "int" and r["signed"] and name not in enums:
            out.append("CHECK(((%s)-1 < (%s)1) == %d, \"sign of %s\");" %
                       (name, name, r["signed"] == "y", name))


def constant_checks(text, exceptions, out):
    declared = declared_constants(text)
    count = 0
    for r in tables.rows(os.path.join(tables.ABI, "constants.tsv")):
        name = r["name"]
        if name not in declared or "const " + name in exceptions:
            continue
        value = int(r["value_dec"])
        if value > 0x7FFFFFFFFFFFFFFF:
            out.append("CHECK((ULONGLONG)(%s) == %dULL, \"%s\");" % (name, value, name))
        elif value == -0x8000000000000000:
            out.append("CHECK((LONGLONG)(%s) == (-%dLL - 1), \"%s\");" % (name, -value - 1, name))
        else:
            out.append("CHECK((LONGLONG)(%s) == %dLL, \"%s\");" % (name, value, name))
        count += 1
    return count


def preprocessed(clang):
    """All headers for a driver, with macro definitions: names that macros paste are seen too."""
    source = "".join("#include <%s>\n" % h for h in
                     ("fltKernel.h", "ntstrsafe.h", "ntintsafe.h", "initguid.h"))
    done = subprocess.run(
        [clang, "--target=x86_64-pc-windows-msvc", "-fms-extensions", "-ffreestanding", "-isystem",
         INCLUDE, "-E", "-dD", "-x", "c", "-"], input=source.encode(), stdout=subprocess.PIPE,
        check=True)
    return done.stdout.decode()


def function_checks(text, exceptions):
    """Exports of the first two tiers and inline routines that the headers do not declare."""
    words = set(re.findall(r"\w+", text))
    missing = []
    for r in tables.rows(os.path.join(tables.ABI, "exports.tsv")):
        kernel = r["module"] in ("ntoskrnl.exe", "hal.dll", "fltmgr.sys") and r["tier"] in ("1", "2")
        if (kernel or r["tier"] == "inline") and r["name"] not in words and \
                "function " + r["name"] not in exceptions:
            missing.append(r["name"])
    return missing


def write(path, lines):
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")


def coff_source(bits):
    lines = ["#include <fltKernel.h>",
             "#define BITS __attribute__((used, section(\".wdkbits\")))"]
    for n, (name, member, offset, bit, width) in enumerate(bits):
        lines.append("BITS const %s wdk_bits_%d_%d_%d_%d = {.%s = ~0};" %
                     (name, n, offset, bit, width, member))
    return lines


def main():
    out_dir = sys.argv[1]
    text = header_text()
    exceptions = Exceptions()
    x86 = set(tables.words(os.path.join(tables.HERE, "x86_members.txt")))
    table = {}
    for r in tables.struct_rows():
        table.setdefault(r["struct"], []).append(r)
    out, bits, missing = [], [], []
    names = declared_structs(text)
    for name in names:
        if name in exceptions:
            continue
        if name not in table:
            missing.append(name)
            continue
        struct_checks(name, table[name], exceptions, x86, out, bits)
    structs = len(out)
    scalar_checks(text, exceptions, out)
    scalars = len(out) - structs
    constants = constant_checks(text, exceptions, out)
    if missing:
        print("gen_abi_test: declared without rows in wdk/abi/structs.tsv and without a reason in "
              "wdk/test/exceptions.tsv: " + ", ".join(missing))
        return 1
    functions = function_checks(preprocessed(sys.argv[2]), exceptions)
    if functions:
        print("gen_abi_test: in wdk/abi/exports.tsv but not declared, and without a reason in "
              "wdk/test/exceptions.tsv: " + ", ".join(functions))
        return 1
    unused = sorted(set(exceptions.reason) - exceptions.used)
    if unused:
        print("gen_abi_test: exceptions that match nothing, remove them: " + ", ".join(unused))
        return 1
    write(os.path.join(out_dir, "abi_checks.inc"), out)
    write(os.path.join(out_dir, "abi_bits.inc"),
          ["BITS(%s, %s, %d, %d, %d)" % b for b in bits])
    write(os.path.join(out_dir, "abi_bits_coff.c"), coff_source(bits))
    print("gen_abi_test: %d structures, %d layout checks, %d scalar checks, %d constants, "
          "%d bit-fields" % (len(names), structs, scalars, constants, len(bits)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Checks where sluice.sys's routines lie, by the public symbols of its PDB.

usage: residency_check.py SLUICE.pdb LLVM-PDBUTIL LISTFILE

LISTFILE has lines `SECTION name`: PAGE, INIT or TEXT, and the part of a symbol that names a routine.
TEXT means resident: neither PAGE nor INIT. A TEXT name that no symbol carries is a finding (a PAGE
or INIT one may have been inlined), and so is a pageable routine that the list does not name: what is
pageable is a reviewed list, everything else may run at DISPATCH_LEVEL.
Exit status: 0 sound, 1 findings, 2 bad use.
"""
import re
import subprocess
import sys


def run(tool, *args):
    return subprocess.run([tool, "dump", *args], check=True, capture_output=True, text=True).stdout


def sections(tool, pdb):
    names = []
    for line in run(tool, "--section-headers", pdb).splitlines():
        match = re.match(r"\s*SECTION HEADER #(\d+)", line)
        if match:
            names.append(None)
        match = re.match(r"\s*(\S+) name$", line)
        if match and names and names[-1] is None:
            names[-1] = match.group(1)
    return names


def procedures(tool, pdb, names):
    """(qualified name, section) of every function, from the modules' symbol streams."""
    found = []
    current = None
    for line in run(tool, "--symbols", pdb).splitlines():
        match = re.search(r"S_[GL]PROC32(?:_ID)? \[size = \d+\] `(.*)`$", line)
        if match:
            current = match.group(1)
            continue
        match = re.search(r"addr = (\d+):(\d+)", line)
        if current and match:
            found.append((current, names[int(match.group(1), 10) - 1]))
            current = None
    return found


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    pdb, tool, listfile = sys.argv[1:]
    wanted = {}
    with open(listfile, encoding="utf-8") as lines:
        for line in lines:
            words = line.split("#")[0].split()
            if words:
                wanted[words[1]] = words[0]
    found = procedures(tool, pdb, sections(tool, pdb))
    if not found:
        print("%s: no function symbols: build with debug information" % pdb)
        return 1
    findings, seen = [], set()
    for name, section in found:
        short = re.sub(r"`anonymous namespace'::", "", name).split("::", 2)[-1]
        seen.add(short)
        place = section if section in ("PAGE", "INIT") else "TEXT"
        if short in wanted and wanted[short] != place:
            findings.append("%s lies in %s, must be in %s" % (short, section, wanted[short]))
        elif short not in wanted and place != "TEXT":
            findings.append("%s lies in %s and is not in the reviewed list" % (short, section))
    for name, place in wanted.items():
        if name not in seen and place == "TEXT":
            findings.append("%s: no such routine, mend %s" % (name, listfile))
    for finding in findings:
        print("residency: " + finding)
    print("residency: %d routines, %d findings" % (len(found), len(findings)))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Writes the names of bug check codes as a C++ table sorted by code.

usage: bugcheck_names.py BUGCODES.h OUTPUT.inc
"""
import re
import sys

# The header also numbers texts of the stop screen with codes that mean something else.
TEXTS = {"BUGCHECK_MESSAGE_INTRO", "PSS_MESSAGE_INTRO", "BUGCODE_PSS_MESSAGE",
         "MORAL_EXCEPTION_ERROR", "REACTOS_COPYRIGHT_NOTICE"}


def main():
    source, output = sys.argv[1:3]
    names = {}
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            match = re.match(r"#define (\w+) \(\(ULONG\)(0x[0-9A-Fa-f]+)\)", line)
            if match and match.group(1) not in TEXTS:
                names.setdefault(int(match.group(2), 16), match.group(1))
    with open(output, "w", encoding="utf-8") as out:
        for code in sorted(names):
            out.write('{0x%x, "%s"},\n' % (code, names[code]))


main()

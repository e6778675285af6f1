"""Names of NTSTATUS values, from ntstatus.h: status_names.py NTSTATUS_H OUTPUT"""
import re
import sys

names = {}
for line in open(sys.argv[1], encoding="utf-8"):
    found = re.match(r"#define\s+(STATUS_\w+)\s+\(\(NTSTATUS\)(0x[0-9A-Fa-f]+)", line)
    if found:
        names.setdefault(int(found[2], 16), found[1])
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for value in sorted(names):
        out.write(f'{{0x{value:08X}, "{names[value]}"}},\n')

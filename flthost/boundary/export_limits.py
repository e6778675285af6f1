#!/usr/bin/env python3
"""Writes the IRQL limits and argument counts of NT exports as a sorted C++ table.

usage: export_limits.py EXPORTS.tsv OUTPUT.inc

The table's irql column is the documented one. Where it names a condition, the loosest branch counts:
the function itself must check the rest. Unknown means no check.
"""
import sys

PASSIVE, APC, DISPATCH, HIGH = 0, 1, 2, 31
MAX_ARGUMENTS = 20  # as kMaxExportArguments

# Documented for PASSIVE_LEVEL because their code is pageable, which APC_LEVEL allows as well; in the
# field they run under fast mutexes and on the paging path everywhere. Those that reach the registry
# or the object manager are not among them.
PASSIVE_ONLY_RTL = {
    "RtlCheckRegistryKey", "RtlCreateRegistryKey", "RtlDeleteRegistryValue",
    "RtlQueryRegistryValues", "RtlQueryRegistryValuesEx", "RtlWriteRegistryValue",
    "RtlVolumeDeviceToDosName", "RtlCreateSystemVolumeInformationFolder",
}


def branch_limit(text):
    text = text.strip()
    for prefix, limit in (("<=APC", APC), ("<=DISPATCH", DISPATCH), ("PASSIVE", PASSIVE),
                          ("DISPATCH", DISPATCH), ("<=DIRQL", HIGH), (">=DISPATCH", HIGH)):
        if text.startswith(prefix):
            return limit
    return HIGH


def limits(name, irql):
    """(lowest, highest) IRQL at which the export may be called."""
    if irql == "" or "(see)" in irql or irql == "see":
        return 0, HIGH
    exact = irql in ("DISPATCH", ">=DISPATCH") and "SpinLock" in name
    low = DISPATCH if exact else 0
    high = max(branch_limit(branch) for part in irql.split(";") for branch in part.split(", else "))
    if ", or any if" in irql or irql.startswith("any"):
        high = HIGH
    if high == PASSIVE and name.startswith("Rtl") and name not in PASSIVE_ONLY_RTL:
        high = APC
    return low, high


def argument_count(parameters):
    if parameters in ("void", "(data)"):
        return 0
    if parameters == "" or "..." in parameters:
        return MAX_ARGUMENTS
    return min(MAX_ARGUMENTS, len(parameters.split(";")))


def main():
    source, output = sys.argv[1:3]
    rows = {}
    with open(source, encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        index = {column: i for i, column in enumerate(header)}
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            name = fields[index["name"]]
            low, high = limits(name, fields[index["irql"]])
            count = argument_count(fields[index["parameters"]])
            if name in rows:  # twice in the table: only what both say
                old = rows[name]
                low, high, count = min(low, old[0]), max(high, old[1]), max(count, old[2])
            rows[name] = (low, high, count)
    with open(output, "w", encoding="utf-8") as out:
        for name in sorted(rows):
            out.write('{"%s", %d, %d, %d},\n' % ((name,) + rows[name]))


main()

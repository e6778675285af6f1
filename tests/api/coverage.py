#!/usr/bin/env python3
"""Which kernel functions the drivers in this folder call, and which documented statuses they show.

    coverage.py EXPORTS_TSV             prints both, with a count
    coverage.py EXPORTS_TSV --check     fails when a tier-1 name is not called, or a documented status
                                        is not shown, unless not_reached.txt gives the reason;
                                        fails as well when a line of that file is out of date
    coverage.py EXPORTS_TSV --undocumented  prints the tier-1 names that no page of the documentation
                                        describes, as docs/KERNEL-API.md lists them; with
                                        --in FILE, fails when FILE does not hold that list

A status counts as shown when one C function (a test) both calls the name and mentions the status:
API_STATUS(FltX(...), STATUS_Y) does, and so does `status = FltX(...)` with a check of its value.
"""
import csv
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
WORD = re.compile(r"\b[A-Za-z_]\w*\b")


def functions(text):
    """Bodies of the top-level functions and tables (what stands between braces at depth 0)."""
    text = COMMENT.sub(" ", text)
    depth, start, head = 0, 0, 0
    for i, c in enumerate(text):
        if c == "{":
            if depth == 0:
                start = head
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                yield text[start : i + 1]
                head = i + 1


def undocumented_list(rows):
    by_prefix = {}
    for row in rows:
        if not row["doc"].strip() and not row["documented_statuses"].strip():
            prefix = re.match(r"[A-Z][a-z]+|", row["name"]).group(0) or "C run-time"
            by_prefix.setdefault(prefix, []).append(f"`{row['name']}`")
    return "\n".join(f"- **{prefix}**: {', '.join(sorted(names))}"
                     for prefix, names in sorted(by_prefix.items()))


def main():
    rows = [r for r in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\t")
            if r["tier"] == "1"]
    if "--undocumented" in sys.argv[2:]:
        text = undocumented_list(rows)
        if "--in" not in sys.argv[2:]:
            print(text)
        elif text not in pathlib.Path(sys.argv[-1]).read_text(encoding="utf-8"):
            sys.exit(f"{sys.argv[-1]}: its list is not what {sys.argv[1]} says; replace it with "
                     f"the output of coverage.py {sys.argv[1]} --undocumented")
        return
    called, shown = set(), set()
    names = {r["name"] for r in rows}
    for path in sorted(HERE.glob("*_api.c*")):
        for body in functions(path.read_text(encoding="utf-8")):
            words = set(WORD.findall(body))
            here = words & names
            called |= here
            shown |= {(name, w) for name in here for w in words if w.startswith("STATUS_")}

    excused = {}
    for number, line in enumerate((HERE / "not_reached.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        subject, separator, reason = line.partition(":")
        if not separator or not reason.strip():
            sys.exit(f"not_reached.txt:{number}: wanted 'NAME [STATUS]: reason', found '{line}'")
        excused[tuple(subject.split())] = number

    missing, undocumented, statuses = [], [], 0
    for row in rows:
        name = row["name"]
        if name not in called:
            missing.append((name,))
            continue
        wanted = [s.strip() for s in row["documented_statuses"].split(",") if s.strip()]
        if not wanted:
            undocumented.append(name)
        for status in wanted:
            statuses += 1
            if (name, status) not in shown:
                missing.append((name, status))
    open_ = [m for m in missing if m not in excused]
    stale = [(m, n) for m, n in excused.items() if m not in missing]

    uncalled = sum(1 for m in missing if len(m) == 1)
    print(f"{len(names) - uncalled} of {len(names)} tier-1 names are called from a driver; "
          f"{statuses - len(missing) + uncalled} of {statuses} documented statuses of these are shown; "
          f"{len(undocumented)} called names have no documented statuses")
    for m in open_:
        print("not reached:", " ".join(m))
    for m, number in stale:
        print(f"not_reached.txt:{number}: out of date, {' '.join(m)} is reached")
    if "--check" in sys.argv[2:] and (open_ or stale):
        sys.exit(1)


main()

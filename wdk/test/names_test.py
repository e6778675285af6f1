#!/usr/bin/env python3
"""A driver that takes the address of every tier-1 export compiles, as C and as C++, and links.

usage: names_test.py WDKCC EXPORTS_TSV OUT_DIR [--lib DIR]

What stands in names_exceptions.tsv is left out, each with its reason; a line there that is not
needed fails, so that it goes when its reason does.
"""
import csv
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEADERS = ("fltKernel.h", "ntifs.h", "ntddk.h", "wdm.h", "ntstrsafe.h", "ntintsafe.h", "bcrypt.h",
           "ntimage.h", "wdmsec.h", "stdio.h", "stdlib.h", "string.h", "wchar.h", "ctype.h",
           "stdarg.h", "stddef.h", "stdint.h", "limits.h", "suppress.h", "dontuse.h", "ntddstor.h",
           "ntdddisk.h", "ntddvol.h", "mountmgr.h", "mountdev.h", "evntprov.h", "evntrace.h",
           "initguid.h", "wdmguid.h", "guiddef.h", "windef.h", "minwindef.h", "excpt.h")
BODY = """%s
typedef void (*ROUTINE)(void);
typedef struct { const char *name; const volatile void *address; } ENTRY;
static const ENTRY names[] = {
%s};
#define DATA %d
#ifdef __cplusplus
extern "C" {
#endif
DRIVER_INITIALIZE DriverEntry;
#ifdef __cplusplus
}
#endif
#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#endif

_Use_decl_annotations_ NTSTATUS DriverEntry(_In_ PDRIVER_OBJECT DriverObject,
                                            _In_ PUNICODE_STRING RegistryPath) {
  ULONG present = 0;
  UNREFERENCED_PARAMETER(DriverObject);
  UNREFERENCED_PARAMETER(RegistryPath);
  __try {
    __try {
      for (ULONG i = 0; i < ARRAYSIZE(names); ++i) {
        if (names[i].address == NULL) __leave;
        ++present;
      }
%s    } __finally {
      DbgPrint("%%u names\\n", present);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode();
  }
  return present == ARRAYSIZE(names) + DATA ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}
"""


def exceptions():
    path = os.path.join(HERE, "names_exceptions.tsv")
    with open(path, encoding="utf-8") as lines:
        next(lines)
        return dict(line.rstrip("\n").split("\t") for line in lines if line.strip())


def is_data(row):
    return row["parameters"] == "(data)"


def entry(row):
    name = row["name"]
    return '  {"%s", (const volatile void *)(ULONG_PTR)&%s},\n' % (name, name)


def build(wdkcc, out, suffix, rows, extra):
    includes = "".join("#include <%s>\n" % h for h in HEADERS)
    source = os.path.join(out, "names." + suffix)
    with open(source, "w", encoding="utf-8") as f:
        data = [r["name"] for r in rows if is_data(r)]
        uses = "".join("      present += (const volatile void *)&%s != NULL;\n" % n for n in data)
        table = "".join(entry(r) for r in rows if not is_data(r))
        f.write(BODY % (includes, table, len(data), uses))
    image = os.path.join(out, "names_%s.sys" % suffix)
    return subprocess.run([wdkcc, "-o", image] + extra + [source], capture_output=True, text=True)


def main():
    wdkcc, table, out = sys.argv[1:4]
    extra = sys.argv[4:]
    os.makedirs(out, exist_ok=True)
    with open(table, encoding="utf-8") as f:
        rows = [r for r in csv.DictReader(f, delimiter="\t") if r["tier"] == "1"]
    left_out = exceptions()
    names = {r["name"] for r in rows}
    failed = False
    for name in left_out:
        if name not in names:
            print("names_exceptions.tsv: %s is no tier-1 name" % name)
            failed = True
    rows = [r for r in rows if r["name"] not in left_out]
    for suffix in ("c", "cpp"):
        result = build(wdkcc, out, suffix, rows, extra)
        if result.returncode != 0:
            failed = True
            errors = re.findall(r"[^\n]*(?:error:|undefined symbol)[^\n]*", result.stderr)
            print("names.%s: %d errors\n%s" % (suffix, len(errors), "\n".join(errors[:200])))
    print("%d names" % len(rows))
    return failed


if __name__ == "__main__":
    sys.exit(main())

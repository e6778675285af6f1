#!/usr/bin/env python3
"""Writes the generated headers of wdk/include/wdk and the lists of wdk/def from the fact tables.

usage: wdkgen.py [--out WDK_DIR] [--check] [--report]
--check writes nothing and fails when a committed file differs from what would be written.
"""
import argparse
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import emit  # noqa: E402
import tables  # noqa: E402
from model import Model  # noqa: E402


def outputs(model):
    files = {}
    inc = "include/wdk/"
    files[inc + "gen_forward.h"] = emit.forward(model)
    files[inc + "gen_enums.h"] = emit.enums(model)
    files[inc + "gen_callbacks.h"] = emit.callbacks(model)
    files[inc + "gen_structs.h"] = emit.structs(model)
    files[inc + "gen_fltshared.h"] = emit.shared(model)
    files[inc + "gen_constants.h"] = emit.constants(model)
    files[inc + "gen_ntoskrnl.h"] = emit.functions(model, ("ntoskrnl.exe", "hal.dll"), False)
    files[inc + "gen_crt.h"] = emit.functions(model, ("ntoskrnl.exe",), True)
    files[inc + "gen_cng.h"] = emit.functions(model, ("cng.sys",), False)
    files[inc + "gen_fltmgr.h"] = emit.functions(model, ("fltmgr.sys",), False)
    files["include/ntstatus.h"] = emit.status(model)
    files["include/bugcodes.h"] = emit.bugcodes(model)
    for module, text in emit.deffiles(model).items():
        files["def/" + os.path.splitext(module)[0] + ".def"] = text
    return files


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", default=os.path.dirname(tables.HERE))
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--report", action="store_true")
    args = ap.parse_args()
    model = Model()
    files = outputs(model)
    stale = []
    for name, text in files.items():
        path = os.path.join(args.out, name)
        old = open(path, encoding="utf-8").read() if os.path.exists(path) else None
        if old == text:
            continue
        stale.append(name)
        if not args.check:
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
    if args.report:
        for line in model.report():
            print(line)
    if args.check and stale:
        print("wdkgen: not what wdk/gen/wdkgen.py writes, run it and commit: " + ", ".join(stale))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

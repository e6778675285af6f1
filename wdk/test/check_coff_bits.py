#!/usr/bin/env python3
"""Checks the bit-fields of the Windows target: compiles abi_bits_coff.c and reads the constants.

usage: check_coff_bits.py CLANG INCLUDE_DIR SOURCE TRIPLE
The symbols wdk_bits_N_OFFSET_BIT_WIDTH name the bits that must be set, and no others.
"""
import os
import re
import struct
import subprocess
import sys
import tempfile


def symbols(data, section_name):
    """Name -> bytes for the symbols of one section of a COFF object, up to the next symbol."""
    machine, sections, _, table, count, optional, _ = struct.unpack_from("<HHIIIHH", data, 0)
    strings = table + count * 18
    index, raw = None, b""
    for n in range(sections):
        at = 20 + optional + n * 40
        name = data[at:at + 8].rstrip(b"\0").decode()
        if name.startswith("/"):
            start = strings + int(name[1:])
            name = data[start:data.index(b"\0", start)].decode()
        size, pointer = struct.unpack_from("<II", data, at + 16)
        if name == section_name:
            index, raw = n + 1, data[pointer:pointer + size]
    if index is None:
        raise ValueError("no section %s" % section_name)
    found, n = [], 0
    while n < count:
        at = table + n * 18
        value, section, _, _, aux = struct.unpack_from("<IhHBB", data, at + 8)
        if section == index:
            if data[at:at + 4] == b"\0\0\0\0":
                start = strings + struct.unpack_from("<I", data, at + 4)[0]
                name = data[start:data.index(b"\0", start)].decode()
            else:
                name = data[at:at + 8].rstrip(b"\0").decode()
            if name.startswith("wdk_bits_"):
                found.append((value, name))
        n += 1 + aux
    found.sort()
    ends = [f[0] for f in found[1:]] + [len(raw)]
    return {name: raw[value:end] for (value, name), end in zip(found, ends)}


def main():
    clang, include, source, triple = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as folder:
        obj = os.path.join(folder, "bits.obj")
        subprocess.run([clang, "--target=" + triple, "-fms-extensions", "-ffreestanding", "-c", "-w",
                        "-isystem", include, source, "-o", obj], check=True)
        with open(obj, "rb") as f:
            data = f.read()
    bad = 0
    constants = symbols(data, ".wdkbits")
    for name, raw in constants.items():
        _, offset, bit, width = map(int, re.findall(r"\d+", name))
        expected = ((1 << width) - 1) << (offset * 8 + bit)
        actual = int.from_bytes(raw, "little")
        if actual != expected:
            print("%s: is 0x%x, must be 0x%x" % (name, actual, expected))
            bad += 1
    print("%d bit-fields checked for %s, %d wrong" % (len(constants), triple, bad))
    return 1 if bad or len(constants) < 200 else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Compiles every public header by itself, in C and C++, for Linux and both Windows targets, and
together with the system's and the C++ library's headers on Linux, before and after.

usage: headers_test.py CLANG INCLUDE_DIR
"""
import concurrent.futures
import os
import subprocess
import sys

WINDOWS = ["-fms-extensions", "-fasync-exceptions", "-ffreestanding", "-nostdlibinc",
           "-D_KERNEL_MODE=1"]
TARGETS = {
    "linux": [],
    "windows x64": ["--target=x86_64-pc-windows-msvc"] + WINDOWS,
    "windows arm64": ["--target=aarch64-pc-windows-msvc"] + WINDOWS,
}
LANGUAGES = {"C": ["-x", "c", "-std=c17"], "C++": ["-x", "c++", "-std=c++20"]}
USER_MODE = {"fltUser.h", "fltuser.h"}  # stand on <windows.h> there
C_SYSTEM = ["errno.h", "fcntl.h", "unistd.h", "signal.h", "ucontext.h", "pthread.h", "sys/mman.h",
            "sys/stat.h", "sys/user.h", "sys/ptrace.h", "linux/fs.h", "linux/fuse.h", "elf.h",
            "dirent.h", "poll.h", "string.h", "stdio.h", "stdlib.h", "math.h"]
CXX_LIBRARY = ["algorithm", "atomic", "chrono", "codecvt", "condition_variable", "filesystem",
               "functional", "iostream", "map", "memory", "mutex", "optional", "regex", "span",
               "sstream", "string", "thread", "unordered_map", "variant", "vector"]


def compile_text(clang, include, flags, text):
    command = [clang] + flags + ["-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", include, "-"]
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def cases(include):
    headers = sorted(h for h in os.listdir(include) if h.endswith(".h"))
    for target, target_flags in TARGETS.items():
        for language, language_flags in LANGUAGES.items():
            for header in headers:
                if header in USER_MODE and target != "linux":
                    continue
                yield ("%s alone, %s, %s" % (header, language, target),
                       target_flags + language_flags, "#include <%s>\n" % header)
    for language, language_flags in LANGUAGES.items():
        system = C_SYSTEM + (CXX_LIBRARY if language == "C++" else [])
        lines = ["#include <%s>\n" % h for h in system]
        ours = "#include <fltKernel.h>\n#include <ntstrsafe.h>\n#include <ntintsafe.h>\n"
        yield "system headers before, " + language, language_flags, "".join(lines) + ours
        yield "system headers after, " + language, language_flags, ours + "".join(lines)
        user = "#include <fltUser.h>\n"
        yield "fltUser.h and system headers, " + language, language_flags, user + "".join(lines)
        yield "fltUser.h and fltKernel.h, " + language, language_flags, user + ours


def main():
    clang, include = sys.argv[1:3]
    every, bad = list(cases(include)), 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda c: compile_text(clang, include, c[1], c[2]), every)
        for (name, _, _), (code, output) in zip(every, results):
            if code != 0:
                bad += 1
                print("FAILED: %s\n%s" % (name, output))
    print("%d compilations, %d failed" % (len(every), bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""Text of the generated headers and export lists."""
import re

import layout
import tables

BANNER = """/* %s
 * Written by wdk/gen/wdkgen.py from the tables in wdk/abi. Do not edit. */
#pragma once
"""
OPEN = '#ifdef __cplusplus\nextern "C" {\n#endif\n\n'
CLOSE = '\n#ifdef __cplusplus\n}\n#endif\n'
INT_NAMES = {(1, "n"): "UCHAR", (1, "y"): "CHAR", (2, "n"): "USHORT", (2, "y"): "SHORT",
             (4, "n"): "ULONG", (4, "y"): "LONG", (8, "n"): "ULONGLONG", (8, "y"): "LONGLONG"}
REWRITE = (("unsigned long long", "ULONGLONG"), ("unsigned long", "ULONG"),
           ("unsigned int", "ULONG"), ("unsigned short", "USHORT"), ("unsigned char", "UCHAR"),
           ("wchar_t", "WCHAR"), ("size_t", "SIZE_T"), ("va_list", "WDK_VA_LIST"),
           ("long", "LONG"), ("PMDLX", "PMDL"))


def ctype(text):
    for old, new in REWRITE:
        text = re.sub(r"\b%s\b" % old, new, text)
    text = re.sub(r"\s*\*\s*", " *", text).strip()
    return re.sub(r"\* \*", "**", text)


def plain(text):
    return re.sub(r"\bVOID\b", "void", text)


def declare(typ, name, dims="", crt=False):
    typ = typ if crt else ctype(typ)
    glue = "" if typ.endswith("*") else " "
    return typ + (glue + name if name else "") + dims


def parameters(text, rename=ctype, secure=False):
    parts = tables.parse_params(text)
    if not parts:
        return "VOID" if rename is ctype else "void"
    out = []
    for n, (typ, name, dims) in enumerate(parts):
        if typ == "...":
            out.append("...")
            continue
        if typ.strip() in ("int (*)(...)",):
            context = "void *, " if secure else ""  # bsearch_s and qsort_s pass theirs first
            out.append("int (NTAPIV *%s)(%sconst void *, const void *)" % (name or "Compare", context))
            continue
        out.append(declare(rename(typ), name or "Argument%d" % (n + 1), dims, rename is not ctype))
    return ", ".join(out)


def wrap(text, width=100):
    """Breaks a long prototype after commas."""
    if len(text) <= width:
        return text
    out, line = [], ""
    for part in re.split(r"(?<=,) ", text):
        if line and len(line) + len(part) + 1 > width:
            out.append(line)
            line = "    " + part
        else:
            line = part if not line else line + " " + part
    return "\n".join(out + [line])


def forward(model):
    out = [BANNER % "Names of structures and the scalar types built on the basic ones.", OPEN]
    for name, kind in sorted(model.opaque.items()):
        if name in model.structs or name in model.hand:
            continue
        out.append("typedef %s _%s %s;\n" % (kind, name, name))
    for name, s in sorted(model.structs.items()):
        if SHARED.match(name):
            continue
        kind = "union" if layout.is_union(s) else "struct"
        pointer = "" if "P" + name in model.hand else ", *P" + name
        out.append("typedef %s _%s %s%s;\n" % (kind, name, name, pointer))
    for name, row in sorted(model.ints.items()):
        out.append("typedef %s %s;\n" % (INT_NAMES[(int(row["size"]), row["signed"] or "n")], name))
    return "".join(out) + CLOSE


def literal(row):
    value = int(row["value_dec"])
    digits = len(row["value_hex"]) - 2
    if value < 0:
        if digits > 8:
            return "((LONGLONG)%sULL)" % row["value_hex"]
        return "((LONG)%s)" % row["value_hex"]
    if value > 0xFFFFFFFF:
        return row["value_hex"] + "ULL"
    return row["value_hex"]


SHARED = re.compile(r"^(FILTER_(AGGREGATE|FULL|VOLUME|MESSAGE|REPLY)_\w+|FILTER_INFORMATION_CLASS|"
                    r"INSTANCE_\w+|FLT_FILESYSTEM_TYPE)$")


def enum_list(model, shared):
    out = []
    for name, values in sorted(model.enums.items()):
        if bool(SHARED.match(name)) != shared:
            continue
        if not values:
            out.append("typedef LONG %s, *P%s; /* enumerators not known to the tables */\n" %
                       (name, name))
            continue
        values = sorted(values, key=lambda r: int(r["value_dec"]))
        body = ",\n".join("    %s = %d" % (r["name"], int(r["value_dec"])) for r in values)
        out.append("typedef enum _%s {\n%s\n} %s, *P%s;\n\n" % (name, body, name, name))
    return "".join(out)


def enums(model):
    return BANNER % "Enumerations." + OPEN + enum_list(model, False) + CLOSE


def shared(model):
    """What user mode and drivers share: needs the basic types only."""
    out = [BANNER % "Types and constants that user mode and drivers share.", OPEN]
    out.append(enum_list(model, True))
    for name in sorted(model.structs):
        if SHARED.match(name):
            out.append("typedef struct _%s %s, *P%s;\n" % (name, name, name))
    out.append("\n")
    for name in sorted(model.structs):
        if SHARED.match(name):
            out.append(layout.text(model.structs[name], model) + "\n\n")
    for r in sorted(model.macros.values(), key=lambda r: r["name"]):
        if is_shared(r):
            out.append("#ifndef %s\n#define %s %s\n#endif\n" % (r["name"], r["name"], literal(r)))
    return "".join(out) + CLOSE


def is_shared(r):
    return r["header"] == "fltuserstructures.h" or r["name"] == "FLT_PORT_FLAG_SYNC_HANDLE"


def callbacks(model):
    out = [BANNER % "Pointer types and callback types.", OPEN]
    done = set()

    def pointer(name):
        if name in done or name in model.funcs:
            return
        done.add(name)
        text = model.pointers[name]
        for word in re.findall(r"[A-Za-z_]\w*", text):
            if word in model.pointers:
                pointer(word)
        base = text.replace("const", "").replace("*", "").strip()
        if base in model.structs and text == base + " *" and name == "P" + base:
            return
        if base in model.enums and name == "P" + base:
            return
        if base == "WDK_UNTYPED_ROUTINE":
            out.append("typedef %s%s;\n" % (text, name))
        else:
            out.append("typedef %s;\n" % declare(text, name))

    def late(name):
        return any(w in model.funcs for w in re.findall(r"[A-Za-z_]\w*", model.pointers[name]))

    for name in sorted(model.pointers):
        if not late(name):
            pointer(name)
    emitted = set()

    def func(name):
        if name in emitted:
            return
        emitted.add(name)
        r = model.funcs[name]
        for word in re.findall(r"[A-Za-z_]\w*", r["return_type"] + " " + r["parameters"]):
            if word in model.funcs and word != name:
                func(word)
            elif "P" + word in model.funcs and "P" + word != name:
                func("P" + word)
        base = name[1:]
        taken = base in model.structs or base in model.enums or base in model.ints or \
            base in model.pointers or base in model.opaque or not name.startswith("P")
        params = parameters(r["parameters"])
        if taken:
            out.append(wrap("typedef %s(NTAPI *%s)(%s);" % (
                declare(r["return_type"], ""), name, params)) + "\n")
        else:
            out.append(wrap("typedef %s NTAPI %s(%s);" % (
                declare(r["return_type"], ""), base, params)) + "\n")
            out.append("typedef %s *%s;\n" % (base, name))

    for name in sorted(model.funcs):
        func(name)
    for name in sorted(model.pointers):
        if late(name):
            pointer(name)
    return "".join(out) + CLOSE


def structs(model):
    out = [BANNER % "Structures.", OPEN]
    done = set()

    def visit(name):
        if name in done or name not in model.structs:
            return
        done.add(name)
        s = model.structs[name]
        for typ in layout.embedded(s.members):
            visit(typ)
            if typ in model.pointers:
                visit(model.pointers[typ])
        out.append(layout.text(s, model) + "\n\n")

    done.update(n for n in model.structs if SHARED.match(n))
    for name in sorted(model.structs):
        visit(name)
    return "".join(out) + CLOSE


NORETURN = {"KeBugCheck", "KeBugCheckEx", "ExRaiseStatus", "ExRaiseAccessViolation",
            "ExRaiseDatatypeMisalignment"}


def is_status(r):
    return r["header"] == "ntstatus.h" or r["group"] == "STATUS"


def odd(r):
    """Enumerators that the metadata knows as loose values; the few useful ones are kept."""
    name = r["name"]
    return r["group"] == "" and "_" not in name and not name.isupper() and \
        not re.match(r"^(MdlMapping|DrvRt|Resource(Never|Owned|Release)|PsCreate|SeImage)", name)


def macros(model, rows, title, text_of):
    out = [BANNER % title]
    for r in sorted(rows, key=lambda r: (r["group"], r["name"])):
        if r["name"] in model.lists["skip_constants"]:
            continue
        out.append("#ifndef %s\n#define %s %s\n#endif\n" % (r["name"], r["name"], text_of(r)))
    return "".join(out)


def constants(model):
    skip = model.lists["skip_constants"]
    groups = {s[1:] for s in skip if s.startswith("@")}
    rows = [r for r in model.macros.values() if not is_status(r) and r["group"] != "bugcheck" and
            r["group"] not in groups and not is_shared(r) and not odd(r)]
    return macros(model, rows, "Constants.", literal)


def status(model):
    rows = [r for r in model.macros.values() if is_status(r)]
    return macros(model, rows, "NTSTATUS values.", lambda r: "((NTSTATUS)%s)" % r["value_hex"])


def bugcodes(model):
    rows = [r for r in model.macros.values() if r["group"] == "bugcheck"]
    return macros(model, rows, "Bug check codes.", lambda r: "((ULONG)%s)" % r["value_hex"])


def functions(model, modules, crt):
    out = [BANNER % ("Functions of %s." % ", ".join(modules)), OPEN]
    for r in sorted(model.functions, key=lambda r: r["name"]):
        if r["module"] not in modules or model.is_crt(r["name"]) != crt:
            continue
        if "(*)" in r["parameters"] and not crt:
            continue
        conv = "NTAPIV" if "..." in r["parameters"] or crt else "NTAPI"
        params = parameters(r["parameters"], plain if crt else ctype, r["name"].endswith("_s"))
        if r["name"] in NORETURN:
            out.append("WDK_NORETURN ")
        api = "FLT_IMPORT" if r["module"] == "fltmgr.sys" else "NTKERNELAPI"
        out.append(wrap("%s %s %s %s(%s);" % (
            api, declare(r["return_type"], ""), conv, r["name"], params)) + "\n")
    return "".join(out) + CLOSE


def deffiles(model):
    files = {}
    for r in sorted(model.exports, key=lambda r: r["name"]):
        if r["tier"] not in ("1", "2") or r["module"] == "inline/macro":
            continue
        data = r["parameters"] == "(data)" or r["return_type"] == "(data)"
        files.setdefault(r["module"], []).append(r["name"] + (" DATA" if data else ""))
    return {m: "; Written by wdk/gen/wdkgen.py from wdk/abi/exports.tsv. Do not edit.\nLIBRARY %s\n"
               "EXPORTS\n%s\n" % (m, "\n".join("    " + n for n in names))
            for m, names in files.items()}

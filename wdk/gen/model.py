"""Decides what is declared: the closure of the types that the chosen functions and structures use."""
import os
import re

import tables

MODULES = ("ntoskrnl.exe", "hal.dll", "fltmgr.sys", "cng.sys")
QUALIFIERS = {"const", "volatile", "struct", "union", "enum", "unsigned", "signed", "CONST"}
C_TYPES = {"PMDLX", "void", "int", "char", "short", "long", "wchar_t", "size_t", "va_list", "double"}


def unwind(text):
    """Identifiers of a type text that name types, with whether each is used by value."""
    text = re.sub(r"\[[^\]]*\]", "", text)
    by_value = "*" not in text
    names = [w for w in re.findall(r"[A-Za-z_]\w*", text) if w not in QUALIFIERS]
    return [(n, by_value) for n in names]


class Model:
    def __init__(self):
        self.lists = {}
        for name in ("hand_types", "struct_roots", "skip_constants", "skip_functions", "skip_structs", "x86_members"):
            path = os.path.join(tables.HERE, name + ".txt")
            self.lists[name] = set(tables.words(path))
        x86 = self.lists["x86_members"]
        self.all_structs = tables.load_structs(
            lambda s, r: (s + "." + r["member"]) in x86 or (r["agree"] == "1" and (s + ".*1") in x86)
        )
        for name in self.lists["skip_structs"]:
            self.all_structs.pop(name, None)
        self.scalars = tables.load_scalars()
        self.hand = self.lists["hand_types"]
        self.enum_groups = {}
        self.macros = {}
        for r in tables.rows(os.path.join(tables.ABI, "constants.tsv")):
            if r["kind"] == "enum":
                self.enum_groups.setdefault(r["group"].lstrip("_"), []).append(r)
            else:
                self.macros[r["name"]] = r
        self.callback_rows = {}
        for path in (os.path.join(tables.ABI, "callbacks.tsv"),
                     os.path.join(tables.HERE, "extra_callbacks.tsv")):
            for r in tables.rows(path):
                self.callback_rows[r["name"]] = r
        self.exports = [r for r in tables.rows(os.path.join(tables.ABI, "exports.tsv"))]
        extra = {r["name"]: r for r in tables.rows(os.path.join(tables.HERE, "extra_exports.tsv"))}
        for r in self.exports:
            if r["name"] in extra:
                fix = extra.pop(r["name"])
                r.update({k: v for k, v in fix.items() if v})
        self.exports += list(extra.values())
        for r in self.exports:
            # The metadata flattens LARGE_INTEGER; a pointer to a LONGLONG was one, with one exception.
            if r["name"] != "RtlUnicodeStringToInt64":
                r["parameters"] = re.sub(r"\b(?<!U)LONGLONG \* ", "PLARGE_INTEGER ", r["parameters"])
        self.unknown = {}
        self.skipped = {}
        self.structs, self.enums, self.ints, self.pointers, self.funcs = {}, {}, {}, {}, {}
        self.opaque = {}
        self.functions = []
        self.close()

    # ---- closure -----------------------------------------------------------------------------
    def close(self):
        for r in self.exports:
            if r["module"] in MODULES and r["tier"] in ("1", "2") and \
                    r["name"] not in self.lists["skip_functions"]:
                if r["parameters"] == "(data)" or r["return_type"] == "(data)":
                    continue
                if self.is_crt(r["name"]):
                    self.functions.append(r)
                    continue
                ok = self.need_text(r["return_type"], r["name"])
                for typ, _, _ in tables.parse_params(r["parameters"]):
                    if typ != "...":
                        ok = self.need_text(typ, r["name"]) and ok
                if ok:
                    self.functions.append(r)
                else:
                    self.skipped[r["name"]] = r
        for name in list(self.callback_rows):
            self.need(name, True, "callbacks")
        roots = [re.compile("^(" + p + ")$") for p in self.lists["struct_roots"]]
        for name in self.all_structs:
            if any(p.match(name) for p in roots):
                self.need(name, True, "roots")
        for name in sorted(self.scalars):
            if any(p.match(name) for p in roots):
                self.need(name, True, "roots")

        for name, values in sorted(self.enum_groups.items()):
            if not re.match(r"^[A-Za-z]\w*$", name) or name in self.hand or name in self.structs:
                continue
            if any(v["header"] in ("wdm.h", "ntddk.h", "ntifs.h", "fltkernel.h", "wdk",
                                   "fltuserstructures.h") or "|" in v["header"] for v in values):
                self.ints.pop(name, None)
                self.enums.setdefault(name, values)

    @staticmethod
    def is_crt(name):
        return bool(re.match(r"^[a-z_]", name)) and not name.startswith("vDbg")

    def need_text(self, text, why):
        ok = True
        if text.strip() == "" or "?" in text:
            self.unknown.setdefault("<" + text + ">", set()).add(why)
            return False
        tagged = re.match(r"^(?:const |volatile )*(struct|union) _(\w+)", text)
        if tagged:
            return self.need_tag(tagged.group(2), "*" not in text, tagged.group(1), why)
        for name, by_value in unwind(text):
            ok = self.need(name, by_value, why) and ok
        return ok

    def need_tag(self, name, by_value, kind, why):
        if name in self.all_structs:
            return self.need(name, by_value, why)
        self.opaque.setdefault(name, kind)
        return True

    def need(self, name, by_value, why):
        if name in self.hand or name in C_TYPES:
            return True
        known = (self.structs, self.enums, self.ints, self.pointers, self.funcs)
        if any(name in k for k in known):
            return True
        if name in self.all_structs:
            s = self.all_structs[name]
            self.structs[name] = s
            self.walk(s.members, name)
            return True
        if name in self.callback_rows:
            self.funcs[name] = self.callback_rows[name]
            r = self.callback_rows[name]
            self.need_text(r["return_type"], name)
            for typ, _, _ in tables.parse_params(r["parameters"]):
                if typ != "...":
                    self.need_text(typ, name)
            return True
        if "P" + name in self.callback_rows:
            return self.need("P" + name, by_value, why)
        row = self.scalars.get(name)
        if name in self.enum_groups and (row is None or row["kind"] == "enum"):
            self.enums[name] = self.enum_groups[name]
            return True
        if row is None and not by_value and re.match(r"^[A-Z][A-Z0-9_]+$", name) and \
                (not name.startswith(("P", "LP")) or name == "PEB") and name != "UNALIGNED":
            self.opaque.setdefault(name, "struct")
            return True
        if row is None and not name.startswith(("P", "LP")):
            self.unknown.setdefault(name, set()).add(why)
            return False
        kind = row["kind"] if row else "pointer"
        if kind.startswith("int"):
            self.ints[name] = row
            return True
        if kind == "enum":
            self.enums[name] = []
            return True
        if kind.startswith("alias of"):
            target = kind.split()[-1].lstrip("_")
            if target in self.all_structs and target != name:
                self.need(target, by_value, why)
                self.pointers[name] = target
                return True
        if kind == "funcptr":
            self.unknown.setdefault(name, set()).add("funcptr without prototype, " + why)
            self.pointers[name] = "WDK_UNTYPED_ROUTINE *"
            return True
        return self.need_pointer(name, why)

    def need_pointer(self, name, why):
        for prefix, const in (("PC", True), ("LPC", True), ("PR", False), ("P", False), ("LP", False)):
            if not name.startswith(prefix):
                continue
            base = name[len(prefix):]
            row = self.scalars.get(base)
            if base in self.hand or base in self.all_structs or base in self.enum_groups or \
                    (row is not None and row["kind"] != "funcptr"):
                if self.need(base, False, why):
                    self.pointers[name] = ("const " if const else "") + base + " *"
                    return True
        if name.startswith("P"):
            self.opaque.setdefault(name[1:], "struct")
            self.pointers[name] = "struct _" + name[1:] + " *"
            return True
        self.unknown.setdefault(name, set()).add(why)
        return False

    def walk(self, members, why):
        for m in members:
            if m.children:
                self.walk(m.children, why)
                continue
            if re.search(r"\b\w+(_\d+)+ \*", m.type):
                m.type = "PVOID"
            if re.search(r"\(\*\)|\?", m.type):
                m.type = "PVOID"
            if "P" + m.type in self.callback_rows:
                m.type += " *"
            if not self.need_text(m.type, why):
                self.unknown.setdefault(why + "." + m.name + ": " + m.type, set()).add("member")

    def report(self):
        for name, why in sorted(self.unknown.items()):
            yield "unknown %s (%s)" % (name, ", ".join(sorted(why)[:4]))
        for name, r in sorted(self.skipped.items()):
            yield "skipped %s: %s %s" % (name, r["return_type"], r["parameters"])
        yield "%d functions, %d structs, %d enums" % (
            len(self.functions), len(self.structs), len(self.enums))

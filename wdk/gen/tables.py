"""Readers for the fact tables in wdk/abi and for the hand-kept additions in wdk/gen."""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ABI = os.path.join(os.path.dirname(HERE), "abi")


def rows(path):
    """Yields one dict per row of a tab-separated table with a header line."""
    with open(path, encoding="utf-8") as f:
        head = None
        for line in f:
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if head is None:
                head = cells
                continue
            cells += [""] * (len(head) - len(cells))
            yield dict(zip(head, cells))


def words(path):
    """Yields the first word of each line; '#' starts a comment."""
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.split("#", 1)[0].strip()
            if line:
                yield line


class Member:
    """One member of a structure, with the members of an anonymous nested type below it."""

    def __init__(self, name, row=None):
        self.name = name
        self.children = []
        self.dims = ""
        if row is not None:
            self.offset = int(row["offset"])
            self.size = int(row["size"] or 0)
            self.bit_offset = int(row["bit_offset"]) if row["bit_offset"] else None
            self.bit_width = int(row["bit_width"]) if row["bit_width"] else None
            self.type = row["type"]
            self.agree = row["agree"]


class Struct:
    def __init__(self, name, size, align):
        self.name, self.size, self.align = name, size, align
        self.members = []
        self.is_union = False


def struct_rows():
    """structs.tsv with the reviewed corrections of row_fixes.tsv and the rows of extra_structs.tsv."""
    fixes = {(r["struct"], r["member"]): r for r in rows(os.path.join(HERE, "row_fixes.tsv"))}
    extra_rows = list(rows(os.path.join(HERE, "extra_structs.tsv")))
    replaced = {r["struct"] for r in extra_rows}
    for r in rows(os.path.join(ABI, "structs.tsv")):
        if r["struct"] in replaced:
            continue
        fix = fixes.pop((r["struct"], r["member"]), None)
        if fix is not None:
            if not fix["offset"]:
                continue
            r = dict(r, offset=fix["offset"], size=fix["size"])
        yield r
    if fixes:
        raise ValueError("row_fixes.tsv: no such row in structs.tsv: %s" % sorted(fixes))
    yield from extra_rows


def load_structs(drop):
    """All structures of struct_rows(). drop(struct, member_row) -> bool."""
    out, nodes = {}, {}
    for r in struct_rows():
        name = r["struct"]
        if name not in out:
            out[name] = Struct(name, int(r["struct_size"]), int(r["struct_align"]))
            nodes[name] = {}
        if drop(name, r):
            continue
        path = re.sub(r"\[0\]", "", r["member"])
        parent, _, leaf = path.rpartition(".")
        if parent and parent not in nodes[name]:
            continue  # the container was dropped
        m = Member(leaf, r)
        if parent and "[0]." in r["member"] and nodes[name][parent].type in ("struct", "union"):
            nodes[name][parent].type += "[1]"
        nodes[name][path] = m
        (nodes[name][parent].children if parent else out[name].members).append(m)
    return out


def load_scalars():
    return {r["typedef"]: r for r in rows(os.path.join(ABI, "scalars.tsv"))}


def parse_param(text):
    """'inout PVOID * Ctx' -> ('PVOID *', 'Ctx', '[]' or '')."""
    text = re.sub(r"^(in|out|inout)(_opt)? ", "", text.strip())
    dims = ""
    if "[]" in text:
        text, dims = text.replace("[]", " "), "[]"
    m = re.match(r"^(.*?)([A-Za-z_]\w*)$", text.strip())
    if not m or not m.group(1).strip():
        return text.strip(), "", dims
    return m.group(1).strip(), m.group(2), dims


def parse_params(text):
    text = text.strip()
    if text in ("", "void"):
        return []
    return [("...", "", "") if p.strip() == "..." else parse_param(p) for p in text.split(";")]

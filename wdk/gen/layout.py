"""Turns the rows of a structure (offset, size, type) back into C declarations.

Members that overlap become an anonymous union of anonymous structures ("chains"), so that every
member sits at the table's offset whatever the original nesting was.
"""
import re

SIZES = {"CHAR": 1, "UCHAR": 1, "CCHAR": 1, "BOOLEAN": 1, "BYTE": 1, "INT8": 1, "UINT8": 1,
         "SHORT": 2, "USHORT": 2, "CSHORT": 2, "WCHAR": 2, "WORD": 2, "INT16": 2, "UINT16": 2,
         "LANGID": 2,
         "M128A": 16, "UINT128": 16, "SLIST_HEADER": 16, "XMM_SAVE_AREA32": 16, "FLOAT128": 8,
         "GUID": 4, "RUNTIME_FUNCTION": 4, "LONGLONG": 8, "ULONGLONG": 8, "LARGE_INTEGER": 8,
         "ULARGE_INTEGER": 8, "UNICODE_STRING": 8, "ANSI_STRING": 8, "OEM_STRING": 8,
         "KSPIN_LOCK": 8, "SIZE_T": 8, "SSIZE_T": 8, "HANDLE": 8, "LONG64": 8, "ULONG64": 8,
         "INT64": 8, "UINT64": 8, "DWORD64": 8, "DWORDLONG": 8, "LONG_PTR": 8, "ULONG_PTR": 8,
         "INT_PTR": 8, "UINT_PTR": 8, "DWORD_PTR": 8, "PVOID": 8, "DISPATCHER_HEADER": 8,
         "REGHANDLE": 8, "char": 1, "short": 2, "wchar_t": 2}


def strip(typ):
    """'volatile ULONG[4]' -> ('volatile ULONG', '[4]')."""
    m = re.match(r"^(.*?)((?:\[\w*\])*)$", typ)
    return m.group(1).strip(), m.group(2)


def is_union(s):
    from_zero = [m for m in s.members if m.offset == 0]
    return len(s.members) > 1 and len(from_zero) == len(s.members) and \
        all(m.bit_width is None for m in s.members)


def embedded(members):
    for m in members:
        if m.children:
            yield from embedded(m.children)
        elif "*" not in m.type:
            for w in re.findall(r"[A-Za-z_]\w*", strip(m.type)[0]):
                yield w[1:] if w.startswith("_") else w


class Layout:
    def __init__(self, s, model):
        self.s, self.model, self.fill = s, model, 0

    def align_of(self, m):
        return min(self.natural(m), self.s.align)

    def natural(self, m):
        if m.children:
            return max(self.natural(c) for c in m.children)
        base, _ = strip(m.type)
        if "*" in base:
            return 8
        base = re.sub(r"\b(const|volatile|struct|union|unsigned|signed)\b", "", base).strip()
        base = base.lstrip("_")
        model = self.model
        if base in model.all_structs:
            return model.all_structs[base].align
        if base in SIZES:
            return SIZES[base]
        if base in model.pointers and base in model.scalars and \
                model.scalars[base]["kind"].startswith("alias"):
            return int(model.scalars[base]["align"])
        if base in model.pointers or base in model.funcs:
            return 8
        if base in model.scalars:
            return int(model.scalars[base]["align"])
        if base in model.enums:
            return 4
        return 8 if base.startswith("P") else 4

    # A unit is (start, end, members): one member, or a run of bit-fields of one storage unit.
    @staticmethod
    def bits(m):
        if m.bit_width is None:
            return m.offset * 8, (m.offset + m.size) * 8
        return m.offset * 8 + m.bit_offset, m.offset * 8 + m.bit_offset + m.bit_width

    def clusters(self, members):
        """Groups members whose ranges overlap (a bit-field counts with its storage unit)."""
        out = []
        for m in members:
            start, end = m.offset, m.offset + m.size
            if out and start < out[-1][1]:
                out[-1][1] = max(out[-1][1], end)
                out[-1][2].append(m)
            else:
                out.append([start, end, [m]])
            # A union that is not aligned where it starts is widened to what stands before it.
            while len(out) > 1 and len(self.chains(out[-1][2])) > 1 and \
                    out[-1][0] % max(self.align_of(x) for x in out[-1][2]):
                last = out.pop()
                out[-1][1] = max(last[1], out[-1][1])
                out[-1][2] = out[-1][2] + last[2]
            size = self.cluster_end(out[-1])
            out[-1][1] = max(out[-1][1], size)
        return out

    def cluster_end(self, cluster):
        """A union of chains is padded to its own alignment, which may swallow what follows."""
        ch = self.chains(cluster[2])
        if len(ch) == 1:
            return cluster[1]
        align = max(self.align_of(m) for m in cluster[2])
        length = cluster[1] - cluster[0]
        return cluster[0] + (length + align - 1) // align * align

    def chains(self, members):
        out = []
        for m in members:
            start, _ = self.bits(m)
            for chain in out:
                last = chain[-1]
                same_unit = m.bit_width is not None and last.bit_width is not None and \
                    (last.offset, last.size) == (m.offset, m.size)
                limit = self.bits(last)[1] if same_unit else (last.offset + last.size) * 8
                if last.children and not same_unit:
                    limit = (last.offset + last.size) * 8
                if start >= limit and (same_unit or m.bit_width is None or
                                       m.offset * 8 >= limit):
                    chain.append(m)
                    break
            else:
                out.append([m])
        return out

    def filler(self, count, ind):
        self.fill += 1
        return "%sUCHAR WdkFill%d[%d];" % (ind, self.fill, count)

    def chain(self, members, cursor, ind):
        """Lines of members that follow each other from byte 'cursor' on, and where they end."""
        lines, n = [], 0
        while n < len(members):
            m = members[n]
            align = self.align_of(m)
            at = (cursor + align - 1) // align * align
            prefix = ""
            if at != m.offset:
                if m.bit_width is None and m.offset % 8 == 0 and align < 8 and \
                        (cursor + 7) // 8 * 8 == m.offset:
                    prefix = "POINTER_ALIGNMENT "
                elif m.offset > cursor:
                    lines.append(self.filler(m.offset - cursor, ind))
                else:
                    raise ValueError("%s.%s at %d, cursor %d align %d" % (
                        self.s.name, m.name, m.offset, cursor, align))
            if m.bit_width is not None:
                run = [m]
                while n + 1 < len(members) and members[n + 1].bit_width is not None and \
                        (members[n + 1].offset, members[n + 1].size) == (m.offset, m.size):
                    n += 1
                    run.append(members[n])
                lines += self.bit_run(run, ind)
            else:
                lines += self.member(m, ind, prefix)
            cursor = m.offset + m.size
            n += 1
        return lines, cursor

    @staticmethod
    def bit_run(run, ind):
        lines, at = [], 0
        unit = run[0].size * 8
        for m in run:
            if m.bit_offset > at:
                lines.append("%s%s : %d;" % (ind, m.type, m.bit_offset - at))
            lines.append("%s%s %s : %d;" % (ind, m.type, m.name, m.bit_width))
            at = m.bit_offset + m.bit_width
        if at < unit:
            lines.append("%s%s : %d;" % (ind, run[0].type, unit - at))
        return lines

    def member(self, m, ind, prefix=""):
        from emit import declare
        base, dims = strip(m.type)
        if dims == "[1]" and m.offset >= self.s.size:
            dims = "[]"  # the structure ends where the array begins
        if dims == "[]" and m.offset < self.s.size:
            dims = "[%d]" % max(1, m.size // self.element(m))
        if m.children:
            kind = "union" if base == "union" else "struct"
            body = self.level(m.children, m.offset, ind + "    ", kind)
            return ["%s%s {" % (ind, kind)] + body + ["%s} %s%s%s;" % (ind, prefix, m.name, dims)]
        return [ind + prefix + declare(base, m.name, dims) + ";"]

    @staticmethod
    def element(m):
        """Size of one element of an array of an anonymous type."""
        if not m.children:
            return m.size
        return max(c.offset + c.size for c in m.children) - m.offset

    def union_body(self, cluster, base, ind):
        lines = []
        for chain in self.chains(cluster):
            if len(chain) == 1 and chain[0].offset == base and chain[0].bit_width is None:
                lines += self.member(chain[0], ind)
                continue
            body, _ = self.chain(chain, base, ind + "    ")
            lines += [ind + "struct {"] + body + [ind + "};"]
        return lines

    def level(self, members, base, ind, kind):
        if kind == "union":
            return self.union_body(members, base, ind)
        lines, cursor = [], base
        for start, end, group in self.clusters(members):
            if len(self.chains(group)) == 1:
                body, cursor = self.chain(group, cursor, ind)
                lines += body
                continue
            align = max(self.align_of(m) for m in group)
            at = (cursor + align - 1) // align * align
            if at != start:
                if start % align:
                    raise ValueError("%s: union at %d wants alignment %d (%s)" % (
                        self.s.name, start, align, group[0].name))
                lines.append(self.filler(start - cursor, ind))
            lines += [ind + "union {"] + self.union_body(group, start, ind + "    ") + [ind + "};"]
            cursor = end
        return lines


def text(s, model):
    lay = Layout(s, model)
    kind = "union" if is_union(s) else "struct"
    body = lay.level(s.members, 0, "    ", kind)
    if not body:
        body = ["    UCHAR WdkOpaque[%d];" % max(s.size, 1)]
    natural = max([lay.natural(m) for m in s.members] or [1])
    attr, pre, post = "", "", ""
    if natural < s.align:
        attr = "DECLSPEC_ALIGN(%d) " % s.align
    elif natural > s.align:
        pre, post = "#pragma pack(push, %d)\n" % s.align, "\n#pragma pack(pop)"
    end = max([m.offset + m.size for m in s.members] or [0])
    padded = (end + s.align - 1) // s.align * s.align
    if padded < s.size and s.members:
        body.append(lay.filler(s.size - end, "    "))
    return "%s%s %s_%s {\n%s\n};%s" % (pre, kind, attr, s.name, "\n".join(body), post)

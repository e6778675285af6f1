// FsRtl's functions on names, statuses and reparse points.
#include <flthost/io/legacy.h>
#include <flthost/rtl/rtl.h>

#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

namespace flthost::io {
namespace {

constexpr char16_t kStar = u'*', kQuestion = u'?', kDosStar = u'<', kDosQuestion = u'>',
                   kDosDot = u'"';

// A caller's table maps every unit of UTF-16; without one, as file systems do.
char16_t upcased(char16_t unit, PCWCH table) {
  return table != nullptr ? table[unit] : rtl::upcase(unit);
}

std::u16string upcased(std::u16string_view text, bool really, PCWCH table) {
  std::u16string result(text);
  if (really) {
    for (char16_t& unit : result) unit = upcased(unit, table);
  }
  return result;
}

// Which positions of the expression can be reached after some of the name.
class Matcher {
 public:
  explicit Matcher(std::u16string_view expression)
      : expression_(expression), now_(expression.size() + 1) {
    now_[0] = true;
  }

  // One unit of the name; `last_dot`: it is a dot and none follows.
  void take(char16_t unit, bool last_dot) {
    skip_to_next(unit, last_dot);
    std::vector<bool> next(now_.size());
    for (size_t i = 0; i < expression_.size(); ++i) {
      if (now_[i]) step(i, unit, last_dot, next);
    }
    now_.swap(next);
  }

  bool at_end() {
    for (size_t i = 0; i < expression_.size(); ++i) {
      const char16_t of = expression_[i];
      const bool empty = of == kStar || of == kDosStar || of == kDosQuestion || of == kDosDot;
      if (now_[i] && empty) now_[i + 1] = true;
    }
    return now_[expression_.size()];
  }

 private:
  // Wild cards that may match nothing here.
  void skip_to_next(char16_t unit, bool) {
    for (size_t i = 0; i < expression_.size(); ++i) {
      const char16_t of = expression_[i];
      if (now_[i] && (of == kStar || of == kDosStar || (of == kDosQuestion && unit == u'.'))) {
        now_[i + 1] = true;
      }
    }
  }

  void step(size_t i, char16_t unit, bool last_dot, std::vector<bool>& next) const {
    switch (expression_[i]) {
      case kStar:
        next[i] = true;
        break;
      case kDosStar:  // up to the last dot
        if (!last_dot) next[i] = true;
        break;
      case kQuestion:
        next[i + 1] = true;
        break;
      case kDosQuestion:
        if (unit != u'.') next[i + 1] = true;
        break;
      case kDosDot:
        if (unit == u'.') next[i + 1] = true;
        break;
      default:
        if (expression_[i] == unit) next[i + 1] = true;
        break;
    }
  }

  std::u16string_view expression_;
  std::vector<bool> now_;
};

bool matches(std::u16string_view expression, std::u16string_view name) {
  if (expression.empty() || name.empty()) return expression.empty() && name.empty();
  const size_t last_dot = name.rfind(u'.');
  Matcher matcher(expression);
  for (size_t i = 0; i < name.size(); ++i) matcher.take(name[i], i == last_dot);
  return matcher.at_end();
}

bool is_wild(char16_t unit) {
  return unit == kStar || unit == kQuestion || unit == kDosStar || unit == kDosQuestion ||
         unit == kDosDot;
}

// Removes . and .. ; false when .. leads above the beginning.
bool remove_dots(std::u16string_view path, std::u16string* result) {
  const bool rooted = !path.empty() && path.front() == u'\\';
  const bool trailing = path.size() > 1 && path.back() == u'\\';
  std::vector<std::u16string_view> kept;
  for (size_t at = rooted ? 1 : 0; at < path.size();) {
    const size_t end = std::min(path.find(u'\\', at), path.size());
    const std::u16string_view component = path.substr(at, end - at);
    at = end + 1;
    if (component == u"." || component.empty()) continue;
    if (component != u"..") {
      kept.push_back(component);
      continue;
    }
    if (kept.empty()) return false;
    kept.pop_back();
  }
  for (size_t i = 0; i < kept.size(); ++i) {
    if (i != 0 || rooted) *result += u'\\';
    *result += kept[i];
  }
  if ((trailing || (rooted && kept.empty())) && !result->ends_with(u'\\')) *result += u'\\';
  return true;
}

bool tag_is_valid(ULONG tag) {
  return (tag & ~static_cast<ULONG>(IO_REPARSE_TAG_VALID_VALUES)) == 0 &&
         tag > IO_REPARSE_TAG_RESERVED_RANGE;
}

// Substitute and print name of a mount point or symbolic link lie in the data.
bool names_fit(const REPARSE_DATA_BUFFER& buffer, size_t path_at, USHORT substitute_at,
               USHORT substitute, USHORT print_at, USHORT print) {
  const size_t data = buffer.ReparseDataLength;
  const size_t before = path_at - offsetof(REPARSE_DATA_BUFFER, GenericReparseBuffer);
  return data >= before && ((substitute_at | substitute | print_at | print) & 1) == 0 &&
         before + substitute_at + substitute <= data && before + print_at + print <= data &&
         substitute != 0;
}

bool data_is_valid(const REPARSE_DATA_BUFFER& buffer) {
  if (buffer.ReparseTag == static_cast<ULONG>(IO_REPARSE_TAG_MOUNT_POINT)) {
    const auto& mount = buffer.MountPointReparseBuffer;
    return names_fit(buffer, offsetof(REPARSE_DATA_BUFFER, MountPointReparseBuffer.PathBuffer),
                     mount.SubstituteNameOffset, mount.SubstituteNameLength, mount.PrintNameOffset,
                     mount.PrintNameLength);
  }
  if (buffer.ReparseTag == static_cast<ULONG>(IO_REPARSE_TAG_SYMLINK)) {
    const auto& link = buffer.SymbolicLinkReparseBuffer;
    return names_fit(buffer, offsetof(REPARSE_DATA_BUFFER, SymbolicLinkReparseBuffer.PathBuffer),
                     link.SubstituteNameOffset, link.SubstituteNameLength, link.PrintNameOffset,
                     link.PrintNameLength);
  }
  return true;
}

constexpr UCHAR kFat = 0x01, kHpfs = 0x02, kNtfs = 0x04, kWild = 0x08, kOle = 0x10;
struct LegalTable {
  UCHAR flags[128]{};
  constexpr LegalTable() {
    constexpr UCHAR kLegal = kFat | kHpfs | kNtfs;
    for (int c = 1; c < 0x20; ++c) flags[c] = kOle;
    for (int c = 0x20; c < 0x80; ++c) flags[c] = kLegal | kOle;
    for (const char c : {'"', '*', '<', '>', '?'}) flags[static_cast<int>(c)] = kWild | kOle;
    for (const char c : {'+', ',', ';', '=', '[', ']'}) {
      flags[static_cast<int>(c)] = kHpfs | kNtfs | kOle;
    }
    for (const char c : {'!', '.'}) flags[static_cast<int>(c)] = kLegal;
    flags[static_cast<int>('/')] = flags[static_cast<int>('\\')] = 0;
    flags[static_cast<int>(':')] = kNtfs;
    flags[static_cast<int>('|')] = kOle;
  }
};
constexpr LegalTable kLegalAnsi;

}  // namespace
}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

constinit const UCHAR* FsRtlLegalAnsiCharacterArray = kLegalAnsi.flags;

VOID NTAPI FsRtlDissectName(UNICODE_STRING Path, PUNICODE_STRING FirstName,
                            PUNICODE_STRING RemainingName) {
  *FirstName = {};
  *RemainingName = {};
  std::u16string_view path = io::view(Path);
  if (path.empty()) return;
  size_t begin = path.front() == u'\\' ? 1 : 0;
  const size_t end = std::min(path.find(u'\\', begin), path.size());
  FirstName->Buffer = Path.Buffer + begin;
  FirstName->Length = FirstName->MaximumLength = static_cast<USHORT>((end - begin) * sizeof(WCHAR));
  if (end >= path.size()) return;
  RemainingName->Buffer = Path.Buffer + end + 1;
  RemainingName->Length = RemainingName->MaximumLength =
      static_cast<USHORT>((path.size() - end - 1) * sizeof(WCHAR));
}

// Of the last component, as on NT.
BOOLEAN NTAPI FsRtlDoesNameContainWildCards(PUNICODE_STRING Name) {
  const std::u16string_view name = io::view(*Name);
  for (size_t i = name.size(); i-- > 0 && name[i] != u'\\';) {
    if (is_wild(name[i])) return TRUE;
  }
  return FALSE;
}

BOOLEAN NTAPI FsRtlIsNameInExpression(PUNICODE_STRING Expression, PUNICODE_STRING Name,
                                      BOOLEAN IgnoreCase, PWCH UpcaseTable) {
  // The expression is in upper case already.
  const std::u16string name = upcased(io::view(*Name), IgnoreCase != FALSE, UpcaseTable);
  return matches(io::view(*Expression), name) ? TRUE : FALSE;
}

BOOLEAN NTAPI FsRtlIsNameInUnUpcasedExpression(PUNICODE_STRING Expression, PUNICODE_STRING Name,
                                               BOOLEAN IgnoreCase, PWCH UpcaseTable) {
  const bool ignore = IgnoreCase != FALSE;
  return matches(upcased(io::view(*Expression), ignore, UpcaseTable),
                 upcased(io::view(*Name), ignore, UpcaseTable))
             ? TRUE
             : FALSE;
}

BOOLEAN NTAPI FsRtlAreNamesEqual(PCUNICODE_STRING ConstantNameA, PCUNICODE_STRING ConstantNameB,
                                 BOOLEAN IgnoreCase, PCWCH UpcaseTable) {
  const std::u16string_view a = io::view(*ConstantNameA);
  const std::u16string_view b = io::view(*ConstantNameB);
  if (a.size() != b.size()) return FALSE;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (IgnoreCase == FALSE || upcased(a[i], UpcaseTable) != upcased(b[i], UpcaseTable)) {
      return FALSE;
    }
  }
  return TRUE;
}

NTSTATUS NTAPI FsRtlRemoveDotsFromPath(PWSTR OriginalString, USHORT PathLength, PUSHORT NewLength) {
  std::u16string result;
  if (!remove_dots({OriginalString, PathLength / sizeof(WCHAR)}, &result)) {
    return STATUS_IO_REPARSE_DATA_INVALID;
  }
  std::memcpy(OriginalString, result.data(), result.size() * sizeof(WCHAR));
  *NewLength = static_cast<USHORT>(result.size() * sizeof(WCHAR));
  return STATUS_SUCCESS;
}

BOOLEAN NTAPI FsRtlIsNtstatusExpected(NTSTATUS Exception) {
  switch (Exception) {
    case STATUS_DATATYPE_MISALIGNMENT:
    case STATUS_ACCESS_VIOLATION:
    case STATUS_ILLEGAL_INSTRUCTION:
    case STATUS_INSTRUCTION_MISALIGNMENT:
      return FALSE;
    default:
      return TRUE;
  }
}

NTSTATUS NTAPI FsRtlNormalizeNtstatus(NTSTATUS Exception, NTSTATUS GenericException) {
  return FsRtlIsNtstatusExpected(Exception) != FALSE ? Exception : GenericException;
}

NTSTATUS NTAPI FsRtlValidateReparsePointBuffer(ULONG BufferLength,
                                               PREPARSE_DATA_BUFFER ReparseBuffer) {
  constexpr ULONG kHeader = offsetof(REPARSE_DATA_BUFFER, GenericReparseBuffer);
  constexpr ULONG kGuidHeader = offsetof(REPARSE_GUID_DATA_BUFFER, GenericReparseBuffer);
  constexpr ULONG kMicrosoft = 0x80000000;
  if (BufferLength < kHeader || BufferLength > MAXIMUM_REPARSE_DATA_BUFFER_SIZE) {
    return STATUS_IO_REPARSE_DATA_INVALID;
  }
  const ULONG tag = ReparseBuffer->ReparseTag;
  const ULONG data = ReparseBuffer->ReparseDataLength;
  const bool plain = BufferLength == kHeader + data;
  const bool with_guid = BufferLength == kGuidHeader + data;
  if (!plain && !with_guid) return STATUS_IO_REPARSE_DATA_INVALID;
  if (!tag_is_valid(tag)) return STATUS_IO_REPARSE_TAG_INVALID;
  // A tag of somebody else's carries a GUID.
  if (((tag & kMicrosoft) != 0 && !plain) || ((tag & kMicrosoft) == 0 && !with_guid)) {
    return STATUS_IO_REPARSE_DATA_INVALID;
  }
  return data_is_valid(*ReparseBuffer) ? STATUS_SUCCESS : STATUS_IO_REPARSE_DATA_INVALID;
}

namespace flthost::io {

ke::ExportTable fsrtl_name_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(FsRtlDissectName),
      FLTHOST_EXPORT(FsRtlDoesNameContainWildCards),
      FLTHOST_EXPORT(FsRtlIsNameInExpression),
      FLTHOST_EXPORT(FsRtlIsNameInUnUpcasedExpression),
      FLTHOST_EXPORT(FsRtlAreNamesEqual),
      FLTHOST_EXPORT(FsRtlRemoveDotsFromPath),
      FLTHOST_EXPORT(FsRtlIsNtstatusExpected),
      FLTHOST_EXPORT(FsRtlNormalizeNtstatus),
      FLTHOST_EXPORT(FsRtlValidateReparsePointBuffer),
      {"FsRtlLegalAnsiCharacterArray", &FsRtlLegalAnsiCharacterArray, true},
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io

#include <flthost/inf/values.h>

#include <fltKernel.h>

#include <algorithm>
#include <cstring>

namespace flthost::inf {
namespace {

// learn.microsoft.com/windows-hardware/drivers/install/inf-addreg-directive
constexpr uint64_t kBinary = 0x1, kNoClobber = 0x2, kDelete = 0x4, kAppend = 0x8, kKeyOnly = 0x10,
                   kOverwriteOnly = 0x20, kDeleteMulti = 0x8000;
constexpr uint64_t kTypeMask = 0xFFFF0001;

struct Root {
  const char16_t* name;
  const char16_t* path;  // null: not of this machine's drivers
};
constexpr Root kRoots[] = {{u"HKR", u""},
                           {u"HKLM", u"\\Registry\\Machine\\"},
                           {u"HKCR", nullptr},
                           {u"HKCU", nullptr},
                           {u"HKU", nullptr}};

int digit(char16_t unit) {
  if (unit >= u'0' && unit <= u'9') return unit - u'0';
  const char16_t lower = unit | 0x20;
  return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

// The REG_* type that the flags mean, or nothing.
std::optional<uint32_t> type_of(uint64_t flags) {
  switch (flags & kTypeMask) {
    case 0x00000000:
      return REG_SZ;
    case 0x00010000:
      return REG_MULTI_SZ;
    case 0x00020000:
      return REG_EXPAND_SZ;
    case 0x00010001:
      return REG_DWORD;
    case 0x00020001:
      return REG_NONE;
    default:
      break;
  }
  if ((flags & kBinary) == 0) return std::nullopt;
  const auto type = static_cast<uint32_t>(flags >> 16);
  return type == 0 ? REG_BINARY : type;
}

void append(std::vector<uint8_t>& to, const std::vector<uint8_t>& bytes) {
  to.insert(to.end(), bytes.begin(), bytes.end());
}

// Bytes as 01,02,ff: one or two hexadecimal digits each.
bool read_bytes(Inf& inf, std::span<const Field> fields, std::vector<uint8_t>* bytes) {
  for (const Field& field : fields) {
    const std::u16string_view text = field.text;
    const bool good = !text.empty() && text.size() <= 2 &&
                      std::ranges::all_of(text, [](char16_t c) { return digit(c) >= 0; });
    if (!good) {
      inf.complain(field.line, field.column,
                   "\"" + to_utf8(text) + "\" is no byte; write bytes as 01,02,ff");
      return false;
    }
    int byte = 0;
    for (const char16_t unit : text) byte = byte * 16 + digit(unit);
    bytes->push_back(static_cast<uint8_t>(byte));
  }
  return true;
}

// A number, or its bytes.
bool read_number(Inf& inf, std::span<const Field> fields, size_t size, const Line& line,
                 std::vector<uint8_t>* data) {
  if (fields.size() == size) return read_bytes(inf, fields, data);
  const std::string range = size == 4 ? "0 to 0xffffffff" : "0 to 0xffffffffffffffff";
  if (fields.size() != 1) {
    inf.complain(line.line, line.column,
                 "a number is missing; write one of " + range + ", or its " + std::to_string(size) +
                     " bytes");
    return false;
  }
  const std::optional<uint64_t> number = parse_number(fields[0].text);
  if (!number || (size == 4 && *number > 0xFFFFFFFF)) {
    inf.complain(fields[0].line, fields[0].column,
                 "\"" + to_utf8(fields[0].text) + "\" is no number; " + range + " is allowed");
    return false;
  }
  *data = number_data(*number, size);
  return true;
}

bool read_data(Inf& inf, const Line& line, uint32_t type, std::span<const Field> fields,
               std::vector<uint8_t>* data) {
  switch (type) {
    case REG_SZ:
    case REG_EXPAND_SZ:
      *data = string_data(fields.empty() ? std::u16string() : fields[0].text);
      return true;
    case REG_MULTI_SZ:
      for (const Field& field : fields) append(*data, string_data(field.text));
      append(*data, string_data(u""));
      return true;
    case REG_DWORD:
      return read_number(inf, fields, 4, line, data);
    case REG_QWORD:
      return read_number(inf, fields, 8, line, data);
    default:
      return read_bytes(inf, fields, data);
  }
}

// "HKR" or "HKLM" as the start of a key; null with a complaint, or for roots that are ignored.
const Root* root_of(Inf& inf, const Line& line) {
  const Field& field = line.fields[0];
  for (const Root& root : kRoots) {
    if (same_name(root.name, field.text)) return &root;
  }
  inf.complain(
      field.line, field.column,
      "\"" + to_utf8(field.text) +
          "\" is no root of the registry; HKR (the service's key) and HKLM are used, HKCR, "
          "HKCU and HKU ignored");
  return nullptr;
}

std::u16string key_path(const Root& root, std::u16string_view subkey) {
  while (!subkey.empty() && subkey.front() == u'\\') subkey.remove_prefix(1);
  while (!subkey.empty() && subkey.back() == u'\\') subkey.remove_suffix(1);
  return std::u16string(root.path) + std::u16string(subkey);
}

// Adds the strings that a REG_MULTI_SZ does not hold yet.
void append_strings(ServiceKey& key, Value& value) {
  for (const Value& old : key.values) {
    if (!same_name(old.key, value.key) || !same_name(old.name, value.name) ||
        old.type != REG_MULTI_SZ || old.data.size() < 2) {
      continue;
    }
    std::vector<uint8_t> joined(old.data.begin(), old.data.end() - 2);
    append(joined, value.data);
    value.data = std::move(joined);
    return;
  }
}

bool exists(const ServiceKey& key, const Value& value) {
  return std::ranges::any_of(key.values, [&](const Value& old) {
    return !old.key_only && same_name(old.key, value.key) && same_name(old.name, value.name);
  });
}

}  // namespace

std::optional<uint64_t> parse_number(std::u16string_view text) {
  int base = 10;
  if (text.size() > 2 && text[0] == u'0' && (text[1] | 0x20) == u'x') {
    base = 16;
    text.remove_prefix(2);
  }
  if (text.empty()) return std::nullopt;
  uint64_t value = 0;
  for (const char16_t unit : text) {
    const int one = digit(unit);
    if (one < 0 || one >= base) return std::nullopt;
    uint64_t next = 0;
    if (__builtin_mul_overflow(value, static_cast<uint64_t>(base), &next) ||
        __builtin_add_overflow(next, static_cast<uint64_t>(one), &value)) {
      return std::nullopt;
    }
  }
  return value;
}

std::vector<uint8_t> number_data(uint64_t value, size_t bytes) {
  std::vector<uint8_t> data(bytes);
  std::memcpy(data.data(), &value, bytes);  // little-endian, as Windows'
  return data;
}

void add_reg_line(Inf& inf, const Line& line, ServiceKey& key) {
  if (line.fields.empty() || line.key) {
    inf.complain(line.line, line.column,
                 "an AddReg line is ROOT,[SUBKEY],[NAME],[FLAGS],[VALUE]; ROOT is HKR or HKLM");
    return;
  }
  const Root* const root = root_of(inf, line);
  if (root == nullptr || root->path == nullptr) return;
  const auto field = [&](size_t index) {
    return index < line.fields.size() ? line.fields[index] : Field{u"", line.line, line.column};
  };
  Value value;
  value.key = key_path(*root, field(1).text);
  value.name = field(2).text;
  const Field flags_field = field(3);
  const std::optional<uint64_t> flags =
      flags_field.text.empty() ? std::optional<uint64_t>(0) : parse_number(flags_field.text);
  const std::optional<uint32_t> type = flags ? type_of(*flags) : std::nullopt;
  if (!flags || !type) {
    inf.complain(flags_field.line, flags_field.column,
                 "\"" + to_utf8(flags_field.text) +
                     "\" are no AddReg flags; 0 is a string, 0x10000 several, 0x20000 one to "
                     "expand, 0x10001 a DWORD, 0xb0001 a QWORD, 1 bytes");
    return;
  }
  if ((*flags & (kDelete | kDeleteMulti)) != 0) {
    std::erase_if(key.values, [&](const Value& old) {
      return same_name(old.key, value.key) && same_name(old.name, value.name);
    });
    return;
  }
  value.key_only = (*flags & kKeyOnly) != 0 || (line.fields.size() < 3);
  value.type = *type;
  const std::span<const Field> rest = line.fields.size() > 4
                                          ? std::span<const Field>(line.fields).subspan(4)
                                          : std::span<const Field>();
  if (!value.key_only && !read_data(inf, line, value.type, rest, &value.data)) return;
  if ((*flags & kNoClobber) != 0 && exists(key, value)) return;
  if ((*flags & kOverwriteOnly) != 0 && !exists(key, value)) return;
  if ((*flags & kAppend) != 0 && value.type == REG_MULTI_SZ) append_strings(key, value);
  put_value(key, std::move(value));
}

}  // namespace flthost::inf

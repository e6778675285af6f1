// A service key in TOML: tables are subkeys, values are values.
#include <flthost/inf/inf.h>
#include <flthost/inf/values.h>

#include <fltKernel.h>

#include <optional>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace flthost::inf {
namespace {

struct TypeName {
  const char* name;
  uint32_t type;
};
constexpr TypeName kTypes[] = {
    {"REG_NONE", REG_NONE},         {"REG_SZ", REG_SZ},       {"REG_EXPAND_SZ", REG_EXPAND_SZ},
    {"REG_BINARY", REG_BINARY},     {"REG_DWORD", REG_DWORD}, {"REG_QWORD", REG_QWORD},
    {"REG_MULTI_SZ", REG_MULTI_SZ},
};

class Reader {
 public:
  Reader(Services& out, std::string path) : out_(out), path_(std::move(path)) {}

  void table(const toml::table& from, const std::u16string& subkey, ServiceKey& key) {
    if (!subkey.empty() && from.empty()) {
      put_value(key, {subkey, u"", 0, {}, true});
    }
    for (const auto& [name, node] : from) {
      const std::u16string wide = from_utf8(name.str());
      const bool top = subkey.empty();
      if (top && (wide == u"ServiceName" || wide == u"ServiceBinary")) continue;
      const toml::table* const inner = node.as_table();
      if (inner != nullptr && !(inner->contains("type") && inner->contains("value"))) {
        table(*inner, top ? wide : subkey + u"\\" + wide, key);
        continue;
      }
      Value value{subkey, wide, 0, {}, false};
      if (read(node, &value)) put_value(key, std::move(value));
    }
  }

  void complain(const toml::source_region& where, const std::string& what) {
    out_.problems.push_back({path_, where.begin.line, where.begin.column, what});
  }

 private:
  bool wrong(const toml::node& node, const std::string& what) {
    complain(node.source(), what);
    return false;
  }

  bool read(const toml::node& node, Value* value) {
    if (const auto* const table = node.as_table()) return typed(*table, value);
    if (const auto* const text = node.as_string()) {
      value->type = REG_SZ;
      value->data = string_data(from_utf8(text->get()));
      return true;
    }
    if (const auto* const flag = node.as_boolean()) {
      value->type = REG_DWORD;
      value->data = number_data(flag->get() ? 1 : 0, 4);
      return true;
    }
    if (const auto* const number = node.as_integer()) {
      const auto bits = static_cast<uint64_t>(number->get());
      value->type = bits <= 0xFFFFFFFF ? REG_DWORD : REG_QWORD;
      value->data = number_data(bits, bits <= 0xFFFFFFFF ? 4 : 8);
      return true;
    }
    if (const auto* const list = node.as_array()) return array(*list, value);
    return wrong(node,
                 "this is no registry value; allowed are strings, integers, true and false, arrays "
                 "of strings or bytes, and { type = \"REG_...\", value = ... }");
  }

  bool array(const toml::array& list, Value* value) {
    const bool strings = list.empty() || list[0].is_string();
    value->type = strings ? REG_MULTI_SZ : REG_BINARY;
    for (const toml::node& node : list) {
      const auto* const text = node.as_string();
      const auto* const byte = node.as_integer();
      if (strings && text != nullptr) {
        const std::vector<uint8_t> one = string_data(from_utf8(text->get()));
        value->data.insert(value->data.end(), one.begin(), one.end());
      } else if (!strings && byte != nullptr && byte->get() >= 0 && byte->get() <= 255) {
        value->data.push_back(static_cast<uint8_t>(byte->get()));
      } else {
        return wrong(node,
                     "an array holds strings (REG_MULTI_SZ) or integers from 0 to 255 "
                     "(REG_BINARY), not both");
      }
    }
    if (strings) value->data.insert(value->data.end(), 2, 0);
    return true;
  }

  bool typed(const toml::table& table, Value* value) {
    const toml::node& type = *table.get("type");
    const std::optional<std::string> name = type.value<std::string>();
    const TypeName* found = nullptr;
    for (const TypeName& one : kTypes) {
      if (name && *name == one.name) found = &one;
    }
    if (found == nullptr) {
      return wrong(type,
                   "type is one of REG_NONE, REG_SZ, REG_EXPAND_SZ, REG_BINARY, REG_DWORD, "
                   "REG_QWORD, REG_MULTI_SZ");
    }
    const toml::node& given = *table.get("value");
    if (!read(given, value)) return false;
    return converted(given, found->type, value);
  }

  bool converted(const toml::node& given, uint32_t type, Value* value) {
    const bool text = type == REG_SZ || type == REG_EXPAND_SZ;
    const bool number = type == REG_DWORD || type == REG_QWORD;
    const bool list = type == REG_MULTI_SZ;
    const bool fits = text     ? given.is_string()
                      : number ? given.is_integer() || given.is_boolean()
                      : list   ? value->type == REG_MULTI_SZ
                               : value->type == REG_BINARY || given.as_array() != nullptr;
    if (!fits) return wrong(given, "the value does not suit its type");
    if (number) {
      if (type == REG_DWORD && value->data.size() == 8) {
        return wrong(given, "a REG_DWORD is 0 to 0xffffffff");
      }
      value->data.resize(type == REG_DWORD ? 4 : 8);
    }
    if ((type == REG_BINARY || type == REG_NONE) && value->type == REG_MULTI_SZ) {
      value->data.clear();  // []
    }
    value->type = type;
    return true;
  }

  Services& out_;
  const std::string path_;
};

std::string base_name(const std::string& path) {
  const std::string file = path.substr(path.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
}

}  // namespace

Services parse_toml(std::string_view text, const std::string& path) {
  Services out;
  Reader reader(out, path);
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    reader.complain(parsed.error().source(), std::string(parsed.error().description()));
    return out;
  }
  const toml::table& table = parsed.table();
  ServiceKey key;
  for (const char* const name : {"ServiceName", "ServiceBinary"}) {
    if (const toml::node* const node = table.get(name); node != nullptr && !node->is_string()) {
      reader.complain(node->source(), std::string(name) + " is a string");
    }
  }
  key.name = from_utf8(table["ServiceName"].value_or(base_name(path)));
  key.binary = from_utf8(table["ServiceBinary"].value_or(to_utf8(key.name) + ".sys"));
  reader.table(table, u"", key);
  for (Problem& problem : find_instances(key, path)) out.problems.push_back(std::move(problem));
  out.keys.push_back(std::move(key));
  return out;
}

}  // namespace flthost::inf

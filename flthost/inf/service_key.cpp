// What the Filter Manager and the registry take from a service key.
#include <flthost/inf/inf.h>
#include <flthost/inf/values.h>

#include <flthost/zw/zw.h>

#include <fltKernel.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace flthost::inf {
namespace {

constexpr std::u16string_view kServices =
    u"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\";
// Newer Windows keeps a driver's state below Parameters; both places are read, this one first.
constexpr std::u16string_view kInstanceKeys[] = {u"Parameters\\Instances", u"Instances"};

const Value* value_of(const ServiceKey& key, std::u16string_view subkey, std::u16string_view name) {
  for (const Value& value : key.values) {
    if (!value.key_only && same_name(value.key, subkey) && same_name(value.name, name)) {
      return &value;
    }
  }
  return nullptr;
}

std::u16string text_of(const Value& value) {
  std::u16string text(value.data.size() / 2, u'\0');
  std::memcpy(text.data(), value.data.data(), text.size() * 2);
  return text.substr(0, text.find(u'\0'));
}

bool good_altitude(std::u16string_view text) {
  size_t points = 0;
  for (const char16_t unit : text) {
    points += unit == u'.';
    if (unit != u'.' && (unit < u'0' || unit > u'9')) return false;
  }
  return !text.empty() && points <= 1 && text.front() != u'.';
}

// Names of the subkeys of `parent`, in the order they were written.
std::vector<std::u16string> subkeys(const ServiceKey& key, std::u16string_view parent) {
  std::vector<std::u16string> names;
  for (const Value& value : key.values) {
    const std::u16string_view path = value.key;
    if (path.size() <= parent.size() + 1 || !same_name(path.substr(0, parent.size()), parent) ||
        path[parent.size()] != u'\\') {
      continue;
    }
    const std::u16string_view rest = path.substr(parent.size() + 1);
    const std::u16string name(rest.substr(0, rest.find(u'\\')));
    if (std::ranges::none_of(names, [&](const auto& one) { return same_name(one, name); })) {
      names.push_back(name);
    }
  }
  return names;
}

bool read_instance(const ServiceKey& key, const std::u16string& path, Instance* instance,
                   std::string* wrong) {
  const Value* const altitude = value_of(key, path, u"Altitude");
  if (altitude == nullptr || altitude->type != REG_SZ || !good_altitude(text_of(*altitude))) {
    *wrong = "instance \"" + to_utf8(instance->name) +
             "\" has no Altitude; a string as \"370030\" or \"370030.5\" is wanted";
    return false;
  }
  instance->altitude = text_of(*altitude);
  const Value* const flags = value_of(key, path, u"Flags");
  if (flags != nullptr && (flags->type != REG_DWORD || flags->data.size() != 4)) {
    *wrong = "instance \"" + to_utf8(instance->name) +
             "\" has Flags that are no DWORD; 0, 1 (no automatic attachment), 2 (no manual one) or "
             "3 is wanted";
    return false;
  }
  if (flags != nullptr) std::memcpy(&instance->flags, flags->data.data(), 4);
  return true;
}

}  // namespace

std::string Problem::text() const {
  if (line == 0) return file + ": " + what;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + what;
}

std::u16string from_utf8(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const uint8_t*>(text.data());
  return decode_text({bytes, text.size()});
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    uint32_t code = text[i];
    const bool pair =
        (code & 0xFC00) == 0xD800 && i + 1 < text.size() && (text[i + 1] & 0xFC00) == 0xDC00;
    if (pair) code = 0x10000 + ((code & 0x3FF) << 10 | (text[++i] & 0x3FFu));
    if (code < 0x80) {
      out += static_cast<char>(code);
      continue;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr uint8_t kLead[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(kLead[more] | code >> (6 * more));
    for (int k = more - 1; k >= 0; --k) out += static_cast<char>(0x80 | (code >> (6 * k) & 0x3F));
  }
  return out;
}

bool same_name(std::u16string_view left, std::u16string_view right) {
  const auto lower = [](char16_t unit) {
    return unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + 32) : unit;
  };
  return std::ranges::equal(left, right,
                            [&](char16_t a, char16_t b) { return lower(a) == lower(b); });
}

std::vector<uint8_t> string_data(std::u16string_view text) {
  std::vector<uint8_t> data((text.size() + 1) * 2);
  if (!text.empty()) std::memcpy(data.data(), text.data(), text.size() * 2);
  return data;
}

void put_value(ServiceKey& key, Value value) {
  for (Value& old : key.values) {
    if (old.key_only == value.key_only && same_name(old.key, value.key) &&
        same_name(old.name, value.name)) {
      old = std::move(value);
      return;
    }
  }
  key.values.push_back(std::move(value));
}

std::vector<Problem> find_instances(ServiceKey& key, const std::string& path) {
  std::vector<Problem> problems;
  key.instances.clear();
  key.default_instance = 0;
  for (const std::u16string_view parent : kInstanceKeys) {
    const std::vector<std::u16string> names = subkeys(key, parent);
    if (names.empty()) continue;
    for (const std::u16string& name : names) {
      Instance instance{name, u"", 0};
      std::string wrong;
      if (read_instance(key, std::u16string(parent) + u"\\" + name, &instance, &wrong)) {
        key.instances.push_back(std::move(instance));
      } else {
        problems.push_back({path, 0, 0, wrong});
      }
    }
    const Value* const chosen = value_of(key, parent, u"DefaultInstance");
    if (chosen == nullptr) {
      problems.push_back(
          {path, 0, 0, "the Instances key has no DefaultInstance; it names one of the instances"});
      return problems;
    }
    const auto found = std::ranges::find_if(
        key.instances, [&](const Instance& one) { return same_name(one.name, text_of(*chosen)); });
    if (found == key.instances.end()) {
      if (problems.empty()) {
        problems.push_back({path, 0, 0,
                            "DefaultInstance is \"" + to_utf8(text_of(*chosen)) +
                                "\", but no instance has that name"});
      }
    } else {
      key.default_instance = static_cast<size_t>(found - key.instances.begin());
    }
    return problems;
  }
  return problems;
}

ServiceKey plain_service(std::u16string_view name, std::u16string_view altitude) {
  ServiceKey key;
  key.name = name;
  key.binary = std::u16string(name) + u".sys";
  const std::u16string instance = std::u16string(name) + u" Instance";
  const std::u16string path = u"Instances\\" + instance;
  put_value(key, {u"", u"Type", REG_DWORD, number_data(2, 4), false});
  put_value(key, {u"", u"Start", REG_DWORD, number_data(3, 4), false});
  put_value(key, {u"", u"ErrorControl", REG_DWORD, number_data(1, 4), false});
  put_value(key, {u"", u"ImagePath", REG_EXPAND_SZ,
                  string_data(u"\\SystemRoot\\system32\\drivers\\" + key.binary), false});
  put_value(key, {u"Instances", u"DefaultInstance", REG_SZ, string_data(instance), false});
  put_value(key, {path, u"Altitude", REG_SZ, string_data(altitude), false});
  put_value(key, {path, u"Flags", REG_DWORD, number_data(0, 4), false});
  find_instances(key, "");
  return key;
}

void set_altitude(ServiceKey& key, std::u16string_view altitude) {
  if (key.instances.empty()) return;
  Instance& instance = key.instances[key.default_instance];
  instance.altitude = altitude;
  for (const std::u16string_view parent : kInstanceKeys) {
    const std::u16string path = std::u16string(parent) + u"\\" + instance.name;
    if (value_of(key, path, u"Altitude") == nullptr) continue;
    put_value(key, {path, u"Altitude", REG_SZ, string_data(altitude), false});
  }
}

const ServiceKey* find_service(const std::vector<ServiceKey>& keys, std::u16string_view image) {
  for (const ServiceKey& key : keys) {
    if (same_name(key.binary, image)) return &key;
  }
  return nullptr;
}

std::string write_registry(const ServiceKey& key) {
  const std::u16string root = std::u16string(kServices) + key.name;
  for (const Value& value : key.values) {
    std::u16string path = value.key;
    if (!path.starts_with(u"\\")) path = path.empty() ? root : root + u"\\" + path;
    const NTSTATUS status = value.key_only
                                ? zw::registry_create(path)
                                : zw::registry_set(path, value.name, value.type, value.data);
    if (!NT_SUCCESS(status)) {
      return "the registry refuses " + to_utf8(path) + ", value \"" + to_utf8(value.name) + "\"";
    }
  }
  return {};
}

}  // namespace flthost::inf

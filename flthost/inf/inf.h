// A driver's service key as its own .inf, or a TOML file, describes it: what an installer would
// have written under HKLM\System\CurrentControlSet\Services before the driver was loaded.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::inf {

// Where a file is wrong. `text()` is one line: FILE:LINE:COLUMN: what, and what is allowed.
struct Problem {
  std::string file;
  uint32_t line = 0, column = 0;  // from 1; 0: the whole file
  std::string what;
  std::string text() const;
};

struct Value {
  std::u16string
      key;  // relative to the service key, "Instances\\Top"; or absolute, "\\Registry\\..."
  std::u16string name;  // empty: the key's default value
  uint32_t type = 0;    // REG_*
  std::vector<uint8_t> data;
  bool key_only = false;  // only the key is made
};

struct Instance {
  std::u16string name, altitude;
  uint32_t flags = 0;
};

struct ServiceKey {
  std::u16string name;        // of the service
  std::u16string binary;      // file name of its image
  std::vector<Value> values;  // in the order they are written, each once
  // What the Filter Manager reads from them. Empty when there is no Instances key.
  std::vector<Instance> instances;
  size_t default_instance = 0;
};

// One key per service of a driver in the file. Empty `problems` on success.
struct Services {
  std::vector<ServiceKey> keys;
  std::vector<Problem> problems;
};

// By the name's end: .toml, else an .inf (UTF-16 with byte order mark, UTF-8, or Latin-1).
Services read_services(const std::string& path);
Services parse_inf(std::span<const uint8_t> bytes, const std::string& path);
Services parse_toml(std::string_view text, const std::string& path);

// The key of a driver for which no file says anything: one instance NAME Instance.
ServiceKey plain_service(std::u16string_view name, std::u16string_view altitude);
// The altitude of the default instance is this one (A.sys@ALTITUDE).
void set_altitude(ServiceKey& key, std::u16string_view altitude);
// Of a driver's image, by the file name of ServiceBinary, without case. Null: none.
const ServiceKey* find_service(const std::vector<ServiceKey>& keys, std::u16string_view image);

// Writes it into the registry that drivers see. Empty, or which value is refused.
std::string write_registry(const ServiceKey& key);

// ------------------------------------------------------------------ parts
std::u16string from_utf8(std::string_view text);
std::string to_utf8(std::u16string_view text);
bool same_name(std::u16string_view left, std::u16string_view right);  // ASCII without case
std::vector<uint8_t> string_data(std::u16string_view text);           // with its terminator
void put_value(ServiceKey& key, Value value);                         // replaces one of that name
// Fills `instances` from the values. Problems have no line: they are about the whole file.
std::vector<Problem> find_instances(ServiceKey& key, const std::string& path);

}  // namespace flthost::inf

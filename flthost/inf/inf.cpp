// From an .inf's install sections to service keys.
#include <flthost/inf/inf.h>
#include <flthost/inf/lines.h>
#include <flthost/inf/values.h>

#include <fltKernel.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace flthost::inf {
namespace {

constexpr size_t kMostBytes = 4 << 20;

std::u16string lower(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& unit : out) {
    if (unit >= u'A' && unit <= u'Z') unit = static_cast<char16_t>(unit + 32);
  }
  return out;
}

bool ends_with(std::u16string_view text, std::u16string_view end) {
  return text.size() >= end.size() && same_name(text.substr(text.size() - end.size()), end);
}

// How well an install section suits this machine: higher is better, 0 not at all. `name` without
// ".Services".
int suitability(std::u16string_view name) {
  const std::u16string text = lower(name);
  if (text.find(u".ntamd64") != std::u16string::npos) return 4;
  if (text.find(u".ntx86") != std::u16string::npos ||
      text.find(u".ntarm") != std::u16string::npos || text.find(u".ntia64") != std::u16string::npos)
    return 0;
  return text.find(u".nt") != std::u16string::npos ? 3 : 2;
}

// The .Services sections to install: the best decoration of DefaultInstall, or of any section when
// there is none.
std::vector<const InfSection*> service_sections(const Inf& inf) {
  std::vector<const InfSection*> chosen;
  int best = 0;
  for (const InfSection& section : inf.sections()) {
    if (!ends_with(section.name, u".Services")) continue;
    const std::u16string_view name =
        std::u16string_view(section.name).substr(0, section.name.size() - 9);
    const bool is_default =
        lower(name).starts_with(u"defaultinstall") && !lower(name).starts_with(u"defaultuninstall");
    if (lower(name).starts_with(u"defaultuninstall")) continue;
    const int fit = suitability(name) == 0 ? 0 : suitability(name) + (is_default ? 10 : 0);
    if (fit == 0 || fit < best) continue;
    if (fit > best) chosen.clear();
    best = fit;
    chosen.push_back(&section);
  }
  return chosen;
}

const Line* line_of(const InfSection& section, std::u16string_view key) {
  for (const Line& line : section.lines) {
    if (line.key && same_name(line.key->text, key)) return &line;
  }
  return nullptr;
}

// "%12%\a.sys" -> "a.sys"
std::u16string file_name(std::u16string_view path) {
  const size_t slash = path.find_last_of(u"\\/%");
  return std::u16string(slash == std::u16string_view::npos ? path : path.substr(slash + 1));
}

void add_string(ServiceKey& key, const char16_t* name, uint32_t type, std::u16string_view text) {
  put_value(key, {u"", name, type, string_data(text), false});
}

struct NumberEntry {
  const char16_t* entry;
  const char16_t* value;
};
constexpr NumberEntry kNumbers[] = {
    {u"ServiceType", u"Type"}, {u"StartType", u"Start"}, {u"ErrorControl", u"ErrorControl"}};
struct StringEntry {
  const char16_t* entry;
  const char16_t* value;
};
constexpr StringEntry kStrings[] = {{u"DisplayName", u"DisplayName"},
                                    {u"Description", u"Description"},
                                    {u"LoadOrderGroup", u"Group"}};

void read_numbers(Inf& inf, const InfSection& section, ServiceKey& key) {
  for (const NumberEntry& entry : kNumbers) {
    const Line* const line = line_of(section, entry.entry);
    if (line == nullptr || line->fields.empty()) continue;
    const Field& field = line->fields[0];
    const std::optional<uint64_t> number = parse_number(field.text);
    if (!number || *number > 0xFFFFFFFF) {
      inf.complain(field.line, field.column,
                   to_utf8(entry.entry) + " is \"" + to_utf8(field.text) +
                       "\"; a number as 3 or 0x3 is allowed");
      continue;
    }
    put_value(key, {u"", entry.value, REG_DWORD, number_data(*number, 4), false});
  }
}

void read_dependencies(const InfSection& section, ServiceKey& key) {
  const Line* const line = line_of(section, u"Dependencies");
  if (line == nullptr) return;
  std::vector<uint8_t> data;
  for (const Field& field : line->fields) {
    const std::vector<uint8_t> one = string_data(field.text);
    data.insert(data.end(), one.begin(), one.end());
  }
  data.insert(data.end(), 2, 0);
  put_value(key, {u"", u"DependOnService", REG_MULTI_SZ, std::move(data), false});
}

void read_add_reg(Inf& inf, const InfSection& section, ServiceKey& key) {
  for (const Line& line : section.lines) {
    if (!line.key || !same_name(line.key->text, u"AddReg")) continue;
    for (const Field& field : line.fields) {
      const InfSection* const values = inf.section(field.text);
      if (values == nullptr) {
        inf.complain(
            field.line, field.column,
            "AddReg names section [" + to_utf8(field.text) + "], which the file does not have");
        continue;
      }
      for (const Line& one : values->lines) add_reg_line(inf, one, key);
    }
  }
}

void read_install_section(Inf& inf, const InfSection& section, ServiceKey& key) {
  const Line* const binary = line_of(section, u"ServiceBinary");
  if (binary == nullptr || binary->fields.empty() || file_name(binary->fields[0].text).empty()) {
    inf.complain(section.line, 1,
                 "section [" + to_utf8(section.name) +
                     "] has no ServiceBinary; write ServiceBinary = %12%\\NAME.sys");
    return;
  }
  key.binary = file_name(binary->fields[0].text);
  read_numbers(inf, section, key);
  for (const StringEntry& entry : kStrings) {
    const Line* const line = line_of(section, entry.entry);
    if (line != nullptr && !line->fields.empty()) {
      add_string(key, entry.value, REG_SZ, line->fields[0].text);
    }
  }
  read_dependencies(section, key);
  add_string(key, u"ImagePath", REG_EXPAND_SZ, u"\\SystemRoot\\system32\\drivers\\" + key.binary);
  read_add_reg(inf, section, key);
}

void read_service(Inf& inf, const Line& line, Services& out) {
  if (line.fields.empty() || line.fields[0].text.empty()) return;  // AddService = ,2: none
  if (line.fields.size() < 3) {
    inf.complain(line.line, line.column,
                 "AddService has no install section; write AddService = NAME,FLAGS,SECTION");
    return;
  }
  ServiceKey key;
  key.name = line.fields[0].text;
  const InfSection* const section = inf.section(line.fields[2].text);
  if (section == nullptr) {
    inf.complain(line.fields[2].line, line.fields[2].column,
                 "AddService names section [" + to_utf8(line.fields[2].text) +
                     "], which the file does not have");
    return;
  }
  read_install_section(inf, *section, key);
  if (!key.binary.empty()) out.keys.push_back(std::move(key));
}

// HKLM lines of the install section itself ("[DefaultInstall.NTamd64] AddReg = ...").
void read_own_add_reg(Inf& inf, const InfSection& services, Services& out) {
  if (out.keys.empty()) return;
  const InfSection* const own =
      inf.section(std::u16string_view(services.name).substr(0, services.name.size() - 9));
  if (own != nullptr) read_add_reg(inf, *own, out.keys.front());
}

}  // namespace

Services parse_inf(std::span<const uint8_t> bytes, const std::string& path) {
  Services out;
  Inf inf = Inf::parse(bytes, path);
  const std::vector<const InfSection*> sections = service_sections(inf);
  if (sections.empty() && inf.problems.empty()) {
    inf.complain(0, 0,
                 "no service is installed for x64: [DefaultInstall.NTamd64.Services] (or "
                 "[DefaultInstall.Services]) with AddService is wanted");
  }
  for (const InfSection* section : sections) {
    bool any = false;
    for (const Line& line : section->lines) {
      if (!line.key || !same_name(line.key->text, u"AddService")) continue;
      any = true;
      read_service(inf, line, out);
    }
    if (!any) {
      inf.complain(section->line, 1,
                   "section [" + to_utf8(section->name) +
                       "] has no AddService; write AddService = NAME,FLAGS,SECTION");
    }
    read_own_add_reg(inf, *section, out);
  }
  out.problems = std::move(inf.problems);
  for (ServiceKey& key : out.keys) {
    for (Problem& problem : find_instances(key, path)) out.problems.push_back(std::move(problem));
  }
  return out;
}

Services read_services(const std::string& path) {
  Services out;
  std::ifstream file(path, std::ios::binary);
  std::vector<uint8_t> bytes;
  if (file) bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  if (!file.is_open() || file.bad()) {
    out.problems.push_back({path, 0, 0, std::string("cannot be read: ") + std::strerror(errno)});
    return out;
  }
  if (bytes.size() > kMostBytes) {
    out.problems.push_back({path, 0, 0, "is larger than 4 MiB; give the driver's .inf"});
    return out;
  }
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return path.ends_with(".toml") ? parse_toml(text, path) : parse_inf(bytes, path);
}

}  // namespace flthost::inf

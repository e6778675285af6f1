#include "ntstatus_names.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace sluice::service {

namespace {

struct Named {
  std::string_view name;
  std::uint32_t status;
  bool denial;  // a policy may return it
};

constexpr std::array kNames = {
    Named{"access_denied", 0xC0000022, true},
    Named{"object_name_not_found", 0xC0000034, true},
    Named{"sharing_violation", 0xC0000043, true},
    Named{"privilege_not_held", 0xC0000061, true},
    Named{"disk_full", 0xC000007F, true},
    Named{"media_write_protected", 0xC00000A2, true},
    Named{"file_corrupt_error", 0xC0000102, true},
    Named{"io_device_error", 0xC0000185, true},
    Named{"virus_infected", 0xC0000906, true},
    Named{"success", 0x00000000, false},
    Named{"timeout", 0x00000102, false},
    Named{"pending", 0x00000103, false},
    Named{"end_of_file", 0xC0000011, false},
    Named{"invalid_parameter", 0xC000000D, false},
    Named{"object_name_collision", 0xC0000035, false},
    Named{"object_path_not_found", 0xC000003A, false},
    Named{"file_is_a_directory", 0xC00000BA, false},
    Named{"not_a_directory", 0xC0000103, false},
    Named{"directory_not_empty", 0xC0000101, false},
    Named{"cancelled", 0xC0000120, false},
    Named{"insufficient_resources", 0xC000009A, false},
    Named{"thread_is_terminating", 0xC000004B, false},
};

}  // namespace

std::optional<std::int32_t> ntstatus_from_name(std::string_view name) {
  for (const Named& named : kNames) {
    if (named.denial && named.name == name) return static_cast<std::int32_t>(named.status);
  }
  if (name.size() != 10 || name.substr(0, 2) != "0x") return std::nullopt;
  std::uint32_t code = 0;
  const auto [end, failed] = std::from_chars(name.data() + 2, name.data() + name.size(), code, 16);
  const bool complete = failed == std::errc() && end == name.data() + name.size();
  if (!complete || (code >> 30) != 3) return std::nullopt;  // severity: error
  return static_cast<std::int32_t>(code);
}

std::string ntstatus_text(std::int32_t status) {
  for (const Named& named : kNames) {
    if (named.status == static_cast<std::uint32_t>(status)) return std::string(named.name);
  }
  return fmt::format("0x{:08X}", static_cast<std::uint32_t>(status));
}

std::vector<std::string_view> ntstatus_names() {
  std::vector<std::string_view> names;
  for (const Named& named : kNames) {
    if (named.denial) names.push_back(named.name);
  }
  return names;
}

}  // namespace sluice::service

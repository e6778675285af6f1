// NTSTATUS values by the names that policies, events and explanations use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::service {

inline constexpr std::int32_t kAccessDenied = static_cast<std::int32_t>(0xC0000022);

// By name ("access_denied") or as an error code ("0xC0000022").
std::optional<std::int32_t> ntstatus_from_name(std::string_view name);

// The name, or the code in hexadecimal.
std::string ntstatus_text(std::int32_t status);

// What a policy may name.
std::vector<std::string_view> ntstatus_names();

}  // namespace sluice::service

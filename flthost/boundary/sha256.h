#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace flthost::boundary {

// SHA-256 in lower-case hex.
std::string sha256_hex(std::span<const uint8_t> bytes);

}  // namespace flthost::boundary

// AddReg lines as registry values.
#pragma once

#include <flthost/inf/lines.h>

#include <optional>

namespace flthost::inf {

// "0x10", "16"; nothing when it is no number of 64 bits.
std::optional<uint64_t> parse_number(std::u16string_view text);
std::vector<uint8_t> number_data(uint64_t value, size_t bytes);

// Applies one line of an AddReg section to the key. `inf` gets what is wrong with it.
void add_reg_line(Inf& inf, const Line& line, ServiceKey& key);

}  // namespace flthost::inf

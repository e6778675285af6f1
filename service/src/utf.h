// UTF-16 as the driver sends it, to UTF-8. Lone surrogates become U+FFFD, so the result is valid.
#pragma once

#include <string>
#include <string_view>

namespace sluice::service {

std::string utf8_from_utf16(std::u16string_view text);
std::u16string utf16_from_utf8(std::string_view text);

}  // namespace sluice::service

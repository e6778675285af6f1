// UTF-16 of the API and UTF-8 of the control socket. What is no character becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace fltlib {

std::string to_utf8(std::u16string_view text);
std::u16string to_utf16(std::string_view text);

}  // namespace fltlib

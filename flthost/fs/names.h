// Linux names as NT names and back.
//
// A Linux name is bytes without '/' and NUL; an NT component is UTF-16 without a set of reserved
// characters. One reversible escape, as Cygwin and Interix do it, maps what cannot stand in an NT
// component to the private-use characters U+F001..U+F0FF, one per byte:
//   : \ * ? " < > |  and the control characters 1..31     U+F000 + the byte
//   every byte that is not part of valid UTF-8             U+F000 + the byte (0x80..0xFF)
//   U+F000..U+F0FF themselves, when a Linux name has them  their three UTF-8 bytes, each as above
// So `Foo::Bar.3pm` is one file and no alternate stream, and two Linux names never meet in one NT
// name. Names stay case-sensitive.
#pragma once

#include <string>
#include <string_view>

namespace flthost::fs {

// One component. Any bytes are accepted.
std::u16string to_nt_name(std::string_view linux_name);
// Appends to `path`, to save a copy.
void append_nt_name(std::string_view linux_name, std::u16string& path);
// False if it is no name that to_nt_name could have made: reserved or empty, an unpaired surrogate,
// "." or "..". `linux_name` is undefined then.
bool to_linux_name(std::u16string_view nt_name, std::string* linux_name);

}  // namespace flthost::fs

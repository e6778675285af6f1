// Directories of the object namespace.
#pragma once

#include <flthost/ke/ke.h>

#include <string>

namespace flthost::zw {

POBJECT_TYPE directory_type();
std::u16string directory_name(void* body);  // without a backslash at the end, the root is "\"
// One that was made, or one that the kernel itself has (\Device, \BaseNamedObjects...).
bool directory_exists(const std::u16string& path);

}  // namespace flthost::zw

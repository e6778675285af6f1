// The layouts of KEY_XXX_INFORMATION and KEY_VALUE_XXX_INFORMATION. With the tree's lock held.
#pragma once

#include <flthost/zw/registry.h>

namespace flthost::zw {

std::u16string full_name(const RegistryKey& key);
NTSTATUS format_key(const RegistryKey& key, KEY_INFORMATION_CLASS what, QueryResult* result);
NTSTATUS format_value(const RegistryValue& value, KEY_VALUE_INFORMATION_CLASS what,
                      QueryResult* result);

}  // namespace flthost::zw

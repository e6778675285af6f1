// The registry as drivers know it, in memory, and Zw calls on events and the system.
//
// The tree starts with
// \Registry\Machine\{Hardware,Software,System\ControlSet001\{Control,Services}} and \Registry\User;
// System\CurrentControlSet is a link to ControlSet001, so names queried show ControlSet001, as on
// NT. Nothing is written to disk. Names compare without case. Calls through handles act with kernel
// mode's rights: no access check is made.
//
// All calls: PASSIVE_LEVEL.
#pragma once

#include <flthost/ke/ke.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace flthost::zw {

// Sets a value as an administrator would have before the driver was loaded; missing keys are made.
// `path` is absolute: \Registry\Machine\System\CurrentControlSet\Services\sluice. An empty `name`
// is the key's default value. Strings (REG_SZ...) are UTF-16 with their terminator in `data`.
// STATUS_OBJECT_PATH_SYNTAX_BAD or STATUS_OBJECT_NAME_NOT_FOUND when the path is not one.
NTSTATUS registry_set(std::u16string_view path, std::u16string_view name, ULONG type,
                      std::span<const uint8_t> data);
// What registry_set has set, or a driver. STATUS_OBJECT_NAME_NOT_FOUND when there is none.
NTSTATUS registry_get(std::u16string_view path, std::u16string_view name, ULONG* type,
                      std::vector<uint8_t>* data);
// Makes the key and what is missing on its way.
NTSTATUS registry_create(std::u16string_view path);
// Drops every key but those of the start. Handles still open then name deleted keys.
void registry_clear();

// The descriptors of files lie in the file system: io installs how to get at them. What comes out
// is self-relative.
struct FileSecurity {
  NTSTATUS (*query)(PFILE_OBJECT file, SECURITY_INFORMATION what, std::vector<uint8_t>* out);
  NTSTATUS (*set)(PFILE_OBJECT file, SECURITY_INFORMATION what,
                  const std::vector<uint8_t>& descriptor);
};
void install_file_security(const FileSecurity* files);

// Registry callbacks that drivers did not unregister.
uint64_t callback_leaks();

ke::ExportTable exports();

}  // namespace flthost::zw

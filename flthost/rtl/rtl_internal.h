// Between the files of rtl.
#pragma once

#include <flthost/rtl/rtl.h>

#include <string>
#include <vector>

namespace flthost::rtl {

// Rows of one file; `pure` as ke::Export says.
#define RTL_PURE(function)                                           \
  ::flthost::ke::Export {                                            \
    #function, reinterpret_cast<const void*>(&function), false, true \
  }
#define RTL_ROW(name, function, pure)                           \
  ::flthost::ke::Export {                                       \
    name, reinterpret_cast<const void*>(&function), false, pure \
  }

using Rows = std::vector<ke::Export>;
void add_string_rows(Rows& rows);
void add_conversion_rows(Rows& rows);
void add_number_rows(Rows& rows);
void add_crt_string_rows(Rows& rows);
void add_crt_misc_rows(Rows& rows);
void add_format_rows(Rows& rows);
void add_debug_rows(Rows& rows);
void add_bitmap_rows(Rows& rows);
void add_avl_rows(Rows& rows);
void add_splay_rows(Rows& rows);
void add_time_rows(Rows& rows);
void add_security_rows(Rows& rows);
void add_misc_rows(Rows& rows);
void add_run_once_rows(Rows& rows);
void add_image_rows(Rows& rows);
void add_status_rows(Rows& rows);
void add_descriptor_rows(Rows& rows);
void add_version_rows(Rows& rows);
void add_name_rows(Rows& rows);
void add_frame_rows(Rows& rows);

inline constexpr uint32_t kStringTag = 0x53746c52;  // 'RltS'
void* allocate_string(size_t bytes);
void free_string(void* memory);

// MS printf semantics over an ms_abi argument list. Appends to `out`; %n is refused, nothing else
// can fail. `wide_format`: %s and %c mean wide, %S and %C narrow; else the other way round.
std::u16string format_wide(const char16_t* format, __builtin_ms_va_list arguments);
std::string format_narrow(const char* format, __builtin_ms_va_list arguments);

std::string to_utf8(std::u16string_view text);
std::u16string from_utf8(std::string_view text);

}  // namespace flthost::rtl

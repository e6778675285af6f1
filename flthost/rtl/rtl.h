// Run-time library: Rtl* and the C run-time functions that ntoskrnl exports, DbgPrint. Pure
// functions over the caller's memory, callable at any IRQL their documentation allows; what
// allocates takes paged pool by ex::allocate.
#pragma once

#include <flthost/ke/ke.h>

#include <string_view>

namespace flthost::rtl {

ke::ExportTable exports();

// Where DbgPrint's text goes: standard error until another sink is installed. Called with one
// formatted piece at a time, from any thread and IRQL; must not wait.
using DebugSink = void (*)(uint32_t component, uint32_t level, std::string_view text);
void install_debug_sink(DebugSink sink);

// The component of a DPFLTR_<name>_ID; false when there is none. Masks have one bit per level
// (DPFLTR_ERROR_LEVEL is bit 0); everything is told until one is set. DbgPrint is DEFAULT, level 3.
bool debug_component(std::string_view name, uint32_t* component);
void set_debug_mask(uint32_t component, uint32_t mask);
void set_all_debug_masks(uint32_t mask);
bool debug_is_told(uint32_t component, uint32_t level);

// The version that RtlGetVersion reports. Windows 10 build 19041 unless set before drivers load.
struct Version {
  uint32_t major = 10, minor = 0, build = 19041;
};
void set_version(const Version& version);

// Simple case mapping of one UTF-16 unit, as file systems use it.
char16_t upcase(char16_t unit);
char16_t downcase(char16_t unit);

}  // namespace flthost::rtl

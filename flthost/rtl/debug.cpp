// DbgPrint and its like, to a sink; assertions and breakpoints.
#include <flthost/boundary/boundary.h>
#include <flthost/rtl/rtl_internal.h>

#include <unistd.h>
#include <atomic>
#include <mutex>

using namespace flthost;

namespace flthost::rtl {
namespace {

constexpr size_t kLongestPiece = 512;  // as the kernel's buffer: the rest is cut

void write_to_standard_error(uint32_t, uint32_t, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = write(2, text.data(), text.size());
    if (n <= 0) return;
    text.remove_prefix(static_cast<size_t>(n));
  }
}

std::atomic<DebugSink> sink{write_to_standard_error};
std::mutex callbacks_lock;
std::vector<PDEBUG_PRINT_CALLBACK>& callbacks() {
  static auto* list = new std::vector<PDEBUG_PRINT_CALLBACK>;
  return *list;
}

ULONG print(uint32_t component, uint32_t level, std::string text) {
  if (!debug_is_told(component, level)) return STATUS_SUCCESS;
  if (text.size() > kLongestPiece) text.resize(kLongestPiece);
  sink.load(std::memory_order_acquire)(component, level, text);
  std::vector<PDEBUG_PRINT_CALLBACK> now;
  {
    const std::lock_guard lock(callbacks_lock);
    now = callbacks();
  }
  if (now.empty()) return STATUS_SUCCESS;
  STRING output{static_cast<USHORT>(text.size()), static_cast<USHORT>(text.size() + 1),
                text.data()};
  for (const PDEBUG_PRINT_CALLBACK callback : now) {
    ke::invoke(callback, &output, component, level);
  }
  return STATUS_SUCCESS;
}

constexpr uint32_t kDefaultComponent = 101;  // DPFLTR_DEFAULT_ID
constexpr uint32_t kInfo = 3;                // DPFLTR_INFO_LEVEL

ULONG NTAPI debug_print(PCSTR format, ...) {
  __builtin_ms_va_list arguments;
  __builtin_ms_va_start(arguments, format);
  std::string text = format_narrow(format, arguments);
  __builtin_ms_va_end(arguments);
  return print(kDefaultComponent, kInfo, std::move(text));
}

ULONG NTAPI debug_print_ex(ULONG component, ULONG level, PCSTR format, ...) {
  __builtin_ms_va_list arguments;
  __builtin_ms_va_start(arguments, format);
  std::string text = format_narrow(format, arguments);
  __builtin_ms_va_end(arguments);
  return print(component, level, std::move(text));
}

ULONG NTAPI debug_print_list(ULONG component, ULONG level, PCCH format,
                             __builtin_ms_va_list arguments) {
  return print(component, level, format_narrow(format, arguments));
}

ULONG NTAPI debug_print_prefixed(PCCH prefix, ULONG component, ULONG level, PCCH format,
                                 __builtin_ms_va_list arguments) {
  return print(component, level, prefix + format_narrow(format, arguments));
}

VOID NTAPI assertion_failed(PVOID assertion, PVOID file, ULONG line, PSTR message) {
  ke::bugcheck({KMODE_EXCEPTION_NOT_HANDLED,
                {static_cast<uint32_t>(STATUS_ASSERTION_FAILURE), 0, 0, 0},
                std::string("The driver's assertion ") + static_cast<const char*>(assertion) +
                    " failed at " + static_cast<const char*>(file) + ":" + std::to_string(line) +
                    (message != nullptr ? std::string(" (") + message + ")" : std::string()) +
                    "; see there."});
}

// Without a debugger the breakpoint is an exception of the driver's.
VOID NTAPI break_point(VOID) {
  boundary::raise_status(STATUS_BREAKPOINT);
}

// 1 when the level is told, 0 when it is not.
NTSTATUS NTAPI query_filter(ULONG component, ULONG level) {
  return debug_is_told(component, level) ? STATUS_SUCCESS + 1 : STATUS_SUCCESS;
}

NTSTATUS NTAPI set_callback(PDEBUG_PRINT_CALLBACK callback, BOOLEAN enable) {
  const std::lock_guard lock(callbacks_lock);
  auto& list = callbacks();
  const auto removed = std::erase(list, callback);
  if (enable) list.push_back(callback);
  return enable || removed != 0 ? STATUS_SUCCESS : STATUS_NOT_FOUND;
}

}  // namespace

void install_debug_sink(DebugSink new_sink) {
  sink.store(new_sink != nullptr ? new_sink : write_to_standard_error);
}

void add_debug_rows(Rows& rows) {
  rows.insert(rows.end(), {RTL_ROW("DbgPrint", debug_print, false),
                           RTL_ROW("DbgPrintReturnControlC", debug_print, false),
                           RTL_ROW("DbgPrintEx", debug_print_ex, false),
                           RTL_ROW("vDbgPrintEx", debug_print_list, false),
                           RTL_ROW("vDbgPrintExWithPrefix", debug_print_prefixed, false),
                           RTL_ROW("RtlAssert", assertion_failed, false),
                           RTL_ROW("DbgBreakPoint", break_point, false),
                           RTL_ROW("DbgBreakPointWithStatus", break_point, false),
                           RTL_ROW("DbgQueryDebugFilterState", query_filter, false),
                           RTL_ROW("DbgSetDebugPrintCallback", set_callback, false)});
}

}  // namespace flthost::rtl

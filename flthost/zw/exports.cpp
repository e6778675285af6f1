#include <flthost/zw/zw.h>

#include <flthost/zw/zw_rows.h>

namespace flthost::zw {

ke::ExportTable exports() {
  static const Rows* const rows = [] {
    auto* const all = new Rows{
        FLTHOST_EXPORT(IoOpenDriverRegistryKey),
        FLTHOST_EXPORT(RtlCheckRegistryKey),
        FLTHOST_EXPORT(RtlCreateRegistryKey),
        FLTHOST_EXPORT(RtlDeleteRegistryValue),
        FLTHOST_EXPORT(RtlQueryRegistryValues),
        FLTHOST_EXPORT(RtlWriteRegistryValue),
        FLTHOST_EXPORT(ZwClearEvent),
        FLTHOST_EXPORT(ZwCreateEvent),
        FLTHOST_EXPORT(ZwCreateKey),
        FLTHOST_EXPORT(ZwDeleteKey),
        FLTHOST_EXPORT(ZwDeleteValueKey),
        FLTHOST_EXPORT(ZwEnumerateKey),
        FLTHOST_EXPORT(ZwEnumerateValueKey),
        FLTHOST_EXPORT(ZwFlushKey),
        FLTHOST_EXPORT(ZwOpenEvent),
        FLTHOST_EXPORT(ZwOpenKey),
        FLTHOST_EXPORT(ZwOpenKeyEx),
        FLTHOST_EXPORT(ZwQueryKey),
        FLTHOST_EXPORT(ZwQueryValueKey),
        FLTHOST_EXPORT(ZwResetEvent),
        FLTHOST_EXPORT(ZwSetEvent),
        FLTHOST_EXPORT(ZwSetValueKey),
    };
    // The same services under their other names: they differ only for calls from user mode, and no
    // user-mode code makes them here.
    all->insert(all->end(), {ke::export_row("NtOpenProcess", ZwOpenProcess),
                             ke::export_row("NtQueryInformationProcess", ZwQueryInformationProcess),
                             ke::export_row("NtQueryInformationThread", ZwQueryInformationThread),
                             ke::export_row("NtQuerySystemInformation", ZwQuerySystemInformation),
                             ke::export_row("NtSetEvent", ZwSetEvent),
                             ke::export_row("NtSetInformationThread", ZwSetInformationThread),
                             ke::export_row("NtWaitForSingleObject", ZwWaitForSingleObject)});
    add_callback_rows(*all);
    add_directory_rows(*all);
    add_handle_rows(*all);
    add_object_rows(*all);
    add_process_rows(*all);
    add_security_rows(*all);
    add_system_rows(*all);
    add_thread_rows(*all);
    return all;
  }();
  return {rows->data(), rows->size()};
}

}  // namespace flthost::zw

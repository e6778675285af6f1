#include <flthost/zw/zw.h>

#include <iterator>

namespace flthost::zw {

ke::ExportTable exports() {
  static const ke::Export rows[] = {
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
      FLTHOST_EXPORT(ZwQuerySystemInformation),
      FLTHOST_EXPORT(ZwQueryValueKey),
      FLTHOST_EXPORT(ZwResetEvent),
      FLTHOST_EXPORT(ZwSetEvent),
      FLTHOST_EXPORT(ZwSetValueKey),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::zw

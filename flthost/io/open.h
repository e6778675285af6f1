// Opening by name, for the exports that do.
#pragma once

#include <flthost/io/legacy.h>

namespace flthost::io {

struct OpenCall {
  ACCESS_MASK access = 0;
  bool has_allocation_size = false;
  LARGE_INTEGER allocation_size{};
  ULONG file_attributes = 0;
  ULONG share = 0;
  ULONG disposition = FILE_OPEN;
  ULONG options = 0;
  PVOID ea = nullptr;
  ULONG ea_length = 0;
  ULONG flags = 0;                // IO_...
  PDEVICE_OBJECT hint = nullptr;  // where its requests go
  PECP_LIST ecp_list = nullptr;
  KPROCESSOR_MODE mode = KernelMode;
  ULONG attribute_flags = 0;  // OBJ_..., from the object attributes
};
// The open file object, referenced. Its last reference closes it. PASSIVE_LEVEL.
NTSTATUS open_file(OpenCall call, const OBJECT_ATTRIBUTES& attributes, IO_STATUS_BLOCK* iosb,
                   PFILE_OBJECT* file);
NTSTATUS create_file(const OpenCall& call, PHANDLE handle, const OBJECT_ATTRIBUTES* attributes,
                     PIO_STATUS_BLOCK iosb);

}  // namespace flthost::io

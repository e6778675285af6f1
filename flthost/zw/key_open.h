// Opening and creating keys by name, with the registry callbacks told.
#pragma once

#include <flthost/zw/registry.h>

namespace flthost::zw {

struct KeyOpening {
  PHANDLE handle;
  ACCESS_MASK access;
  POBJECT_ATTRIBUTES attributes;
  ULONG options;
};
NTSTATUS open_by_name(const KeyOpening& opening);
NTSTATUS create_by_name(const KeyOpening& opening, PUNICODE_STRING key_class, PULONG disposition);

}  // namespace flthost::zw

// Section objects and views of them.
//
// A section's pages are memory shared by all views: of the paging file, or filled from the file
// when a view is made and nobody else has that part mapped. A view of a file is no window on what
// cached I/O changes meanwhile; what a writable view changed goes back to the file as paging writes
// when it is flushed or unmapped.
#pragma once

#include <flthost/ke/ke.h>

#include <string>

namespace flthost::ps {

// How sections reach files. The file system installs it. PASSIVE_LEVEL.
struct SectionFiles {
  // Whether sections of it can exist, and its size.
  NTSTATUS (*query)(PFILE_OBJECT file, uint64_t* size) = nullptr;
  // IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION and the release, down the filter stack.
  NTSTATUS (*acquire)(PFILE_OBJECT file, ULONG protection) = nullptr;
  NTSTATUS (*set_size)(PFILE_OBJECT file, uint64_t size) = nullptr;
  // Paging reads and writes. Less than `bytes` is read at the end of file only.
  NTSTATUS (*read)(PFILE_OBJECT file, uint64_t offset, void* to, size_t bytes) = nullptr;
  NTSTATUS (*write)(PFILE_OBJECT file, uint64_t offset, const void* from, size_t bytes) = nullptr;
};
void install_section_files(const SectionFiles& files);

struct SectionParameters {
  const LARGE_INTEGER* maximum = nullptr;
  ULONG protection = 0;  // PAGE_*
  ULONG attributes = 0;  // SEC_*
  PFILE_OBJECT file = nullptr;
};
// An object of *MmSectionObjectType, referenced once.
NTSTATUS create_section(const SectionParameters& parameters, void** section);
uint64_t section_size(void* section);
ULONG section_attributes(void* section);

struct ViewParameters {
  PEPROCESS process = nullptr;  // null: a view in system space
  uint64_t offset = 0;
  uint64_t bytes = 0;  // 0: up to the section's end
  ULONG protection = PAGE_READWRITE;
};
NTSTATUS map_view(void* section, const ViewParameters& parameters, void** base, SIZE_T* bytes);
// STATUS_NOT_MAPPED_VIEW when no view of `process` begins there; what writing back said.
NTSTATUS unmap_view(PEPROCESS process, void* address);
// Writes back what the view that holds *base changed, of the range or up to its end.
NTSTATUS flush_view(PEPROCESS process, void** base, SIZE_T* bytes);
// The view that holds the address.
bool query_view(PEPROCESS process, const void* address, MEMORY_BASIC_INFORMATION* information);

// PAGE_* as mmap's PROT_*; negative when it is no protection for a page.
int page_access(ULONG protection);

}  // namespace flthost::ps

// Section objects: their pages, and what a file's sections keep from the file system.
#include <flthost/ps/section.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "ps_internal.h"
#include "section_internal.h"

using namespace flthost;

namespace flthost::ps {

namespace {

constexpr uint64_t kLargest = uint64_t{1} << 40;

SectionFiles g_files;

// By the stream's section pointers.
std::mutex g_areas_mutex;
std::map<PSECTION_OBJECT_POINTERS, ControlArea*>& areas() {
  static auto* const all = new std::map<PSECTION_OBJECT_POINTERS, ControlArea*>;
  return *all;
}

ControlArea* make_area() {
  auto* const area = new ControlArea;
  area->fd = memfd_create("section", MFD_CLOEXEC);
  return area;
}

void free_area(ControlArea* area) {
  if (area->fd >= 0) ::close(area->fd);
  if (area->file != nullptr) ob::dereference(area->file);
  delete area;
}

// The stream's, or a new one with a reference to the file object.
ControlArea* area_of_file(PFILE_OBJECT file) {
  const std::lock_guard guard(g_areas_mutex);
  ControlArea*& area = areas()[file->SectionObjectPointer];
  if (area == nullptr) {
    area = make_area();
    ob::reference(file);
    area->file = file;
    file->SectionObjectPointer->DataSectionObject = area;
  }
  ++area->sections;
  return area;
}

void release_area(ControlArea* area) {
  {
    const std::lock_guard guard(g_areas_mutex);
    if (--area->sections != 0) return;
    if (area->file != nullptr) {
      areas().erase(area->file->SectionObjectPointer);
      area->file->SectionObjectPointer->DataSectionObject = nullptr;
    }
  }
  free_area(area);
}

void prepare_type() {
  static const bool done = [] {
    ob::TypeCallbacks callbacks;
    callbacks.destroy = [](void* body) {
      release_area(static_cast<Section*>(body)->area);
      static_cast<Section*>(body)->~Section();
    };
    callbacks.last_handle_closed = [](void* body) { ob::remove_name(body); };
    callbacks.dispatcher = [](void*) -> DISPATCHER_HEADER* { return nullptr; };
    ob::set_callbacks(MmSectionObjectType, callbacks);
    return true;
  }();
  static_cast<void>(done);
}

// How large the section is; a file that is too short for it grows when it may be written.
NTSTATUS decide_size(const SectionParameters& wanted, uint64_t* size) {
  const int64_t maximum = wanted.maximum != nullptr ? wanted.maximum->QuadPart : 0;
  if (wanted.file == nullptr) {
    if (maximum <= 0) return STATUS_INVALID_PARAMETER_4;
    *size = static_cast<uint64_t>(maximum);
    return *size > kLargest ? STATUS_SECTION_TOO_BIG : STATUS_SUCCESS;
  }
  uint64_t file_size = 0;
  NTSTATUS status = g_files.query(wanted.file, &file_size);
  if (!NT_SUCCESS(status)) return status;
  if (maximum < 0) return STATUS_INVALID_PARAMETER_4;
  if (maximum == 0 && file_size == 0) return STATUS_MAPPED_FILE_SIZE_ZERO;
  *size = maximum != 0 ? static_cast<uint64_t>(maximum) : file_size;
  if (*size > kLargest) return STATUS_SECTION_TOO_BIG;
  if (*size <= file_size) return STATUS_SUCCESS;
  if (!is_writable(wanted.protection)) return STATUS_SECTION_TOO_BIG;
  return g_files.set_size(wanted.file, *size);
}

}  // namespace

void install_section_files(const SectionFiles& files) {
  g_files = files;
}
const SectionFiles& section_files() {
  return g_files;
}

int page_access(ULONG protection) {
  switch (protection & 0xff) {
    case PAGE_NOACCESS:
      return PROT_NONE;
    case PAGE_READONLY:
    case PAGE_EXECUTE:
    case PAGE_EXECUTE_READ:
      return PROT_READ;
    case PAGE_READWRITE:
    case PAGE_WRITECOPY:
    case PAGE_EXECUTE_READWRITE:
    case PAGE_EXECUTE_WRITECOPY:
      return PROT_READ | PROT_WRITE;
    default:
      return -1;
  }
}

NTSTATUS create_section(const SectionParameters& wanted, void** section) {
  constexpr ULONG kKinds = SEC_IMAGE | SEC_COMMIT | SEC_RESERVE;
  constexpr ULONG kOthers = SEC_NOCACHE | SEC_FILE | SEC_BASED | SEC_NO_CHANGE;
  *section = nullptr;
  prepare_type();
  if (page_access(wanted.protection) <= 0) return STATUS_INVALID_PAGE_PROTECTION;
  const ULONG kind = wanted.attributes & kKinds;
  if ((wanted.attributes & ~(kKinds | kOthers)) != 0 || kind == 0 || (kind & (kind - 1)) != 0) {
    return STATUS_INVALID_PARAMETER_6;
  }
  PFILE_OBJECT const file = wanted.file;
  if (kind == SEC_IMAGE && file == nullptr) return STATUS_INVALID_FILE_FOR_SECTION;
  if (file != nullptr) {
    // Images are not laid out here: Linux runs the programs of this system.
    if (g_files.query == nullptr || file->SectionObjectPointer == nullptr || kind == SEC_IMAGE) {
      return STATUS_INVALID_FILE_FOR_SECTION;
    }
    const NTSTATUS status = g_files.acquire(file, wanted.protection);
    if (!NT_SUCCESS(status)) return status;
  }
  uint64_t size = 0;
  const NTSTATUS status = decide_size(wanted, &size);
  if (!NT_SUCCESS(status)) return status;
  auto* const made = new (ob::create(MmSectionObjectType, sizeof(Section))) Section;
  made->area = file != nullptr ? area_of_file(file) : make_area();
  if (file == nullptr) made->area->sections = 1;
  made->size = file != nullptr ? size : (size + kPage - 1) / kPage * kPage;
  made->protection = wanted.protection;
  made->attributes = (wanted.attributes & kKinds) | (file != nullptr ? SEC_FILE : 0);
  const std::lock_guard guard(made->area->mutex);
  if (made->area->fd < 0 || !extend(*made->area, made->size)) {
    ob::dereference(made);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  *section = made;
  return STATUS_SUCCESS;
}

bool extend(ControlArea& area, uint64_t size) {
  const uint64_t rounded = (size + kPage - 1) / kPage * kPage;
  if (rounded <= area.bytes) return true;
  if (ftruncate(area.fd, static_cast<off_t>(rounded)) != 0) return false;
  area.bytes = rounded;
  return true;
}

uint64_t section_size(void* section) {
  return static_cast<Section*>(section)->size;
}
ULONG section_attributes(void* section) {
  return static_cast<Section*>(section)->attributes;
}

FileUse use_of_file(const SECTION_OBJECT_POINTERS* pointers) {
  const std::lock_guard guard(g_areas_mutex);
  const auto found = areas().find(const_cast<PSECTION_OBJECT_POINTERS>(pointers));
  if (found == areas().end()) return {};
  const ControlArea& area = *found->second;
  return {.sections = area.sections,
          .views = area.views.load(),
          .user_writable = area.user_writable.load(),
          .mapped_end = area.mapped_end.load()};
}

}  // namespace flthost::ps

using namespace flthost::ps;

BOOLEAN NTAPI MmCanFileBeTruncated(PSECTION_OBJECT_POINTERS SectionPointer,
                                   PLARGE_INTEGER NewFileSize) {
  const FileUse use = use_of_file(SectionPointer);
  if (use.sections == 0) return TRUE;
  // Documented: a file mapped by a user can't be made shorter than the section.
  const uint64_t wanted = NewFileSize != nullptr ? static_cast<uint64_t>(NewFileSize->QuadPart) : 0;
  return use.views == 0 || wanted >= use.mapped_end ? TRUE : FALSE;
}

ULONG NTAPI MmDoesFileHaveUserWritableReferences(PSECTION_OBJECT_POINTERS SectionPointer) {
  return static_cast<ULONG>(use_of_file(SectionPointer).user_writable);
}

// Images are never mapped as such; for a delete or a write, data views stand in the way.
BOOLEAN NTAPI MmFlushImageSection(PSECTION_OBJECT_POINTERS SectionObjectPointer,
                                  MMFLUSH_TYPE FlushType) {
  const FileUse use = use_of_file(SectionObjectPointer);
  return FlushType == MmFlushForDelete && use.user_writable != 0 ? FALSE : TRUE;
}

// What is kept of a file that nobody maps goes with the last section anyway.
BOOLEAN NTAPI MmForceSectionClosed(PSECTION_OBJECT_POINTERS SectionObjectPointer, BOOLEAN) {
  return use_of_file(SectionObjectPointer).sections == 0 ? TRUE : FALSE;
}
BOOLEAN NTAPI MmForceSectionClosedEx(SECTION_OBJECT_POINTERS* SectionObjectPointer, ULONG) {
  return MmForceSectionClosed(SectionObjectPointer, FALSE);
}

NTSTATUS NTAPI MmIsFileSectionActive(SECTION_OBJECT_POINTERS* FsSectionPointer, ULONG,
                                     ULONG* SectionIsActive) {
  *SectionIsActive = use_of_file(FsSectionPointer).sections != 0 ? 1 : 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI MmCreateSection(PVOID* SectionObject, ACCESS_MASK, POBJECT_ATTRIBUTES,
                               PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection,
                               ULONG AllocationAttributes, HANDLE FileHandle,
                               PFILE_OBJECT FileObject) {
  *SectionObject = nullptr;
  SectionParameters wanted{.maximum = MaximumSize,
                           .protection = SectionPageProtection,
                           .attributes = AllocationAttributes,
                           .file = FileObject};
  void* from_handle = nullptr;
  if (FileObject == nullptr && FileHandle != nullptr) {
    const NTSTATUS status =
        ob::reference_handle(FileHandle, 0, IoFileObjectType, KernelMode, &from_handle);
    if (!NT_SUCCESS(status)) return status;
    wanted.file = static_cast<PFILE_OBJECT>(from_handle);
  }
  const NTSTATUS status = create_section(wanted, SectionObject);
  if (from_handle != nullptr) ob::dereference(from_handle);
  return status;
}

namespace flthost::ps {

ke::ExportTable section_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(MmCanFileBeTruncated),   FLTHOST_EXPORT(MmDoesFileHaveUserWritableReferences),
      FLTHOST_EXPORT(MmFlushImageSection),    FLTHOST_EXPORT(MmForceSectionClosed),
      FLTHOST_EXPORT(MmForceSectionClosedEx), FLTHOST_EXPORT(MmIsFileSectionActive),
      FLTHOST_EXPORT(MmCreateSection),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps

// Cc: what a filter may ask of the cache of a stream, by its SECTION_OBJECT_POINTERS.
#include <flthost/io/legacy.h>
#include <flthost/ke/dispatcher.h>

#include <cstddef>

namespace flthost::io {
namespace {

// The stream of one of the file system's; null: nothing is cached under these pointers.
Stream* stream_of_pointers(PSECTION_OBJECT_POINTERS pointers) {
  if (pointers == nullptr || pointers->SharedCacheMap != pointers) return nullptr;
  return ke::containing<Stream>(pointers, offsetof(Stream, section_pointers));
}

NTSTATUS flush(PSECTION_OBJECT_POINTERS pointers, const LARGE_INTEGER* offset, ULONG length) {
  Stream* const stream = stream_of_pointers(pointers);
  if (stream == nullptr || stream->volume == nullptr) return STATUS_SUCCESS;
  const bool whole = offset == nullptr;
  return stream->volume->fs->flush_section(
      *stream, whole ? 0 : static_cast<uint64_t>(offset->QuadPart), whole ? 0 : length);
}

bool purge(PSECTION_OBJECT_POINTERS pointers, const LARGE_INTEGER* offset, ULONG length) {
  Stream* const stream = stream_of_pointers(pointers);
  if (stream == nullptr || stream->volume == nullptr) return true;
  const bool whole = offset == nullptr;
  return stream->volume->fs->purge_section(
      *stream, whole ? 0 : static_cast<uint64_t>(offset->QuadPart), whole ? 0 : length);
}

uint64_t dirty_pages(PVPB vpb) {
  if (vpb == nullptr || vpb->DeviceObject == nullptr) return 0;
  Volume* const volume = host_device(vpb->DeviceObject).volume;
  return volume != nullptr && volume->fs != nullptr ? volume->fs->dirty_pages_of_volume() : 0;
}

}  // namespace
}  // namespace flthost::io

using namespace flthost;
using namespace flthost::io;

VOID NTAPI CcFlushCache(PSECTION_OBJECT_POINTERS SectionObjectPointer, PLARGE_INTEGER FileOffset,
                        ULONG Length, PIO_STATUS_BLOCK IoStatus) {
  const NTSTATUS status = flush(SectionObjectPointer, FileOffset, Length);
  if (IoStatus != nullptr) *IoStatus = {{status}, 0};
}

BOOLEAN NTAPI CcPurgeCacheSection(PSECTION_OBJECT_POINTERS SectionObjectPointer,
                                  PLARGE_INTEGER FileOffset, ULONG Length, ULONG) {
  return purge(SectionObjectPointer, FileOffset, Length) ? TRUE : FALSE;
}

VOID NTAPI CcCoherencyFlushAndPurgeCache(PSECTION_OBJECT_POINTERS SectionObjectPointer,
                                         PLARGE_INTEGER FileOffset, ULONG Length,
                                         PIO_STATUS_BLOCK IoStatus, ULONG Flags) {
  NTSTATUS status = flush(SectionObjectPointer, FileOffset, Length);
  const bool purge_too = (Flags & CC_FLUSH_AND_PURGE_NO_PURGE) == 0;
  if (NT_SUCCESS(status) && purge_too && !purge(SectionObjectPointer, FileOffset, Length)) {
    status = STATUS_CACHE_PAGE_LOCKED;
  }
  *IoStatus = {{status}, 0};
}

BOOLEAN NTAPI CcIsThereDirtyData(PVPB Vpb) {
  return dirty_pages(Vpb) != 0 ? TRUE : FALSE;
}

BOOLEAN NTAPI CcIsThereDirtyDataEx(PVPB Vpb, PULONG NumberOfDirtyPages) {
  const uint64_t pages = dirty_pages(Vpb);
  // In: from how many on it is worth telling; out: how many there are.
  const ULONG least = NumberOfDirtyPages != nullptr ? *NumberOfDirtyPages : 0;
  if (NumberOfDirtyPages != nullptr) *NumberOfDirtyPages = static_cast<ULONG>(pages);
  return pages != 0 && pages >= least ? TRUE : FALSE;
}

namespace flthost::io {

ke::ExportTable cc_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(CcFlushCache),
      FLTHOST_EXPORT(CcPurgeCacheSection),
      FLTHOST_EXPORT(CcCoherencyFlushAndPurgeCache),
      FLTHOST_EXPORT(CcIsThereDirtyData),
      FLTHOST_EXPORT(CcIsThereDirtyDataEx),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io

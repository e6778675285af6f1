#include <flthost/io/io.h>

#include <flthost/ex/ex.h>

#include <cstring>

using namespace flthost;

PIRP NTAPI IoGetTopLevelIrp(VOID) {
  return ke::current_thread().top_level_irp;
}
VOID NTAPI IoSetTopLevelIrp(PIRP Irp) {
  ke::current_thread().top_level_irp = Irp;
}

PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject) {
  return FileObject->DeviceObject;
}
PDEVICE_OBJECT NTAPI IoGetAttachedDevice(PDEVICE_OBJECT DeviceObject) {
  return DeviceObject;
}
PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject) {
  ObfReferenceObject(DeviceObject);
  return DeviceObject;
}
PDEVICE_OBJECT NTAPI IoGetDeviceAttachmentBaseRef(PDEVICE_OBJECT DeviceObject) {
  ObfReferenceObject(DeviceObject);
  return DeviceObject;
}
BOOLEAN NTAPI IoIsFileOriginRemote(PFILE_OBJECT FileObject) {
  return (FileObject->Flags & FO_REMOTE_ORIGIN) != 0 ? TRUE : FALSE;
}

PGENERIC_MAPPING NTAPI IoGetFileObjectGenericMapping(VOID) {
  static GENERIC_MAPPING mapping{FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE,
                                 FILE_ALL_ACCESS};
  return &mapping;
}

// No volume here holds a paging file.
LOGICAL NTAPI FsRtlIsPagingFile(PFILE_OBJECT) {
  return FALSE;
}

NTSTATUS NTAPI FsRtlGetFileSize(PFILE_OBJECT FileObject, PLARGE_INTEGER FileSize) {
  if (FileObject->FsContext == nullptr) return STATUS_INVALID_PARAMETER;
  if (io::stream_of(FileObject).directory) return STATUS_FILE_IS_A_DIRECTORY;
  *FileSize = io::stream_of(FileObject).header.FileSize;
  return STATUS_SUCCESS;
}

namespace flthost::io {

ke::ExportTable exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(IoGetTopLevelIrp),
      FLTHOST_EXPORT(IoSetTopLevelIrp),
      FLTHOST_EXPORT(IoGetRelatedDeviceObject),
      FLTHOST_EXPORT(IoGetAttachedDevice),
      FLTHOST_EXPORT(IoGetAttachedDeviceReference),
      FLTHOST_EXPORT(IoGetDeviceAttachmentBaseRef),
      FLTHOST_EXPORT(IoIsFileOriginRemote),
      FLTHOST_EXPORT(IoGetFileObjectGenericMapping),
      FLTHOST_EXPORT(FsRtlIsPagingFile),
      FLTHOST_EXPORT(FsRtlGetFileSize),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::io

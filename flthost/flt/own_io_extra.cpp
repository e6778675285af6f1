// More of what minifilters issue themselves: volumes, pipes, quotas, information by name, and the
// cache's own pages by MDL.
#include <flthost/flt/own_io.h>
#include <flthost/ps/ps.h>

namespace flthost::flt {
namespace {

UNICODE_STRING text_of(const std::u16string& text) {
  const auto bytes = static_cast<USHORT>(text.size() * sizeof(char16_t));
  return {bytes, bytes, reinterpret_cast<PWCHAR>(const_cast<char16_t*>(text.data()))};
}

struct OpenCall {
  PFLT_FILTER filter = nullptr;
  PFLT_INSTANCE instance = nullptr;
  POBJECT_ATTRIBUTES attributes = nullptr;
  ACCESS_MASK access = 0;
  ULONG disposition = FILE_OPEN;
  ULONG options = 0;
  ULONG file_attributes = 0;
  PIO_DRIVER_CREATE_CONTEXT context = nullptr;
};

NTSTATUS open(const OpenCall& call, PHANDLE file_handle, PFILE_OBJECT* file) {
  IO_STATUS_BLOCK iosb{};
  return FltCreateFileEx2(call.filter, call.instance, file_handle, file, call.access,
                          call.attributes, &iosb, nullptr, call.file_attributes,
                          FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, call.disposition,
                          call.options, nullptr, 0, 0, call.context);
}

NTSTATUS open_named(Instance& instance, const std::u16string& name, OpenCall call, PHANDLE result,
                    PFILE_OBJECT* file) {
  UNICODE_STRING text = text_of(name);
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, &text, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, nullptr,
                             nullptr);
  call.filter = handle(instance.filter);
  call.instance = handle(&instance);
  call.attributes = &attributes;
  return open(call, result, file);
}

// Pipes and mailslots are devices of their own; on a file system's volume their create is refused
// by the file system, after the filters below have seen it.
NTSTATUS create_special(PFLT_FILTER filter, PFLT_INSTANCE instance, UCHAR major,
                        POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK iosb) {
  filter_of(filter);
  if (instance != nullptr && instance_of(instance).detaching.load()) {
    return STATUS_FLT_DELETING_OBJECT;
  }
  if (attributes->ObjectName == nullptr || attributes->ObjectName->Length == 0 ||
      (attributes->RootDirectory == nullptr && attributes->ObjectName->Buffer[0] != u'\\')) {
    return STATUS_OBJECT_PATH_SYNTAX_BAD;
  }
  const NTSTATUS status = send_special_create(instance, *attributes, major);
  *iosb = {{status}, 0};
  return status;
}

// A request of the issuer's as fast I/O; false: not done that way.
bool fast(PFLT_INSTANCE instance, const FLT_IO_PARAMETER_BLOCK& parameters, PIO_STATUS_BLOCK iosb) {
  Instance& issuer = instance_of(instance);
  issuer.own_io.fetch_add(1, std::memory_order_seq_cst);
  bool done = false;
  if (!issuer.rundown.begun()) {
    io::Request request;
    request.parameters = parameters;
    request.kind = io::RequestKind::FastIo;
    request.mode = KernelMode;
    const PETHREAD current = ke::current_thread().object;
    request.thread = current == nullptr ? ps::system_thread() : current;
    request.volume = &issuer.stack->volume();
    request.start_below = &issuer;
    done = issuer.stack->fast_io(request);
    if (iosb != nullptr) *iosb = done ? request.status : IO_STATUS_BLOCK{};
  }
  issuer.own_io.fetch_sub(1, std::memory_order_seq_cst);
  level_left();
  return done;
}

FLT_IO_PARAMETER_BLOCK fast_parameters(UCHAR major, PFILE_OBJECT file) {
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = major;
  parameters.TargetFileObject = file;
  return parameters;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

// ------------------------------------------------------------------ opens of other kinds
NTSTATUS NTAPI FltOpenVolume(PFLT_INSTANCE Instance, PHANDLE VolumeHandle,
                             PFILE_OBJECT* VolumeFileObject) {
  flt::Instance& instance = instance_of(Instance);
  *VolumeHandle = nullptr;
  if (VolumeFileObject != nullptr) *VolumeFileObject = nullptr;
  if (instance.detaching.load()) return STATUS_FLT_DELETING_OBJECT;
  return open_named(instance, instance.stack->volume().device_name,
                    {.access = FILE_READ_ATTRIBUTES | SYNCHRONIZE,
                     .disposition = FILE_OPEN,
                     .options = FILE_SYNCHRONOUS_IO_NONALERT},
                    VolumeHandle, VolumeFileObject);
}

NTSTATUS NTAPI FltCreateNamedPipeFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
                                      HANDLE* FileHandle, FILE_OBJECT** FileObject, ULONG,
                                      OBJECT_ATTRIBUTES* ObjectAttributes,
                                      IO_STATUS_BLOCK* IoStatusBlock, ULONG, ULONG, ULONG, ULONG,
                                      ULONG, ULONG, ULONG, ULONG, ULONG, PLARGE_INTEGER,
                                      IO_DRIVER_CREATE_CONTEXT*) {
  *FileHandle = nullptr;
  if (FileObject != nullptr) *FileObject = nullptr;
  return create_special(Filter, Instance, IRP_MJ_CREATE_NAMED_PIPE, ObjectAttributes,
                        IoStatusBlock);
}

NTSTATUS NTAPI FltCreateMailslotFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, HANDLE* FileHandle,
                                     FILE_OBJECT** FileObject, ULONG,
                                     OBJECT_ATTRIBUTES* ObjectAttributes,
                                     IO_STATUS_BLOCK* IoStatusBlock, ULONG, ULONG, ULONG,
                                     PLARGE_INTEGER, IO_DRIVER_CREATE_CONTEXT*) {
  *FileHandle = nullptr;
  if (FileObject != nullptr) *FileObject = nullptr;
  return create_special(Filter, Instance, IRP_MJ_CREATE_MAILSLOT, ObjectAttributes, IoStatusBlock);
}

NTSTATUS NTAPI FltCreateSystemVolumeInformationFolder(PFLT_INSTANCE Instance) {
  flt::Instance& instance = instance_of(Instance);
  HANDLE folder = nullptr;
  const NTSTATUS status =
      open_named(instance, instance.stack->volume().device_name + u"\\System Volume Information",
                 {.access = FILE_LIST_DIRECTORY | SYNCHRONIZE,
                  .disposition = FILE_OPEN_IF,
                  .options = FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT,
                  .file_attributes = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM},
                 &folder, nullptr);
  if (NT_SUCCESS(status)) FltClose(folder);
  return status;
}

NTSTATUS NTAPI FltQueryInformationByName(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
                                         OBJECT_ATTRIBUTES* ObjectAttributes,
                                         IO_STATUS_BLOCK* IoStatusBlock, PVOID FileInformation,
                                         ULONG Length, FILE_INFORMATION_CLASS FileInformationClass,
                                         IO_DRIVER_CREATE_CONTEXT* DriverContext) {
  HANDLE file_handle = nullptr;
  PFILE_OBJECT file = nullptr;
  *IoStatusBlock = {};
  NTSTATUS status = open({Filter, Instance, ObjectAttributes, FILE_READ_ATTRIBUTES, FILE_OPEN,
                          FILE_OPEN_REPARSE_POINT, 0, DriverContext},
                         &file_handle, &file);
  if (NT_SUCCESS(status)) {
    FLT_IO_PARAMETER_BLOCK parameters{};
    parameters.MajorFunction = IRP_MJ_QUERY_INFORMATION;
    parameters.Parameters.QueryFileInformation.Length = Length;
    parameters.Parameters.QueryFileInformation.FileInformationClass = FileInformationClass;
    parameters.Parameters.QueryFileInformation.InfoBuffer = FileInformation;
    ULONG information = 0;
    status = issue_below(Instance == nullptr ? nullptr : &instance_of(Instance), file, parameters,
                         &information);
    IoStatusBlock->Information = information;
    FltClose(file_handle);
    ObfDereferenceObject(file);
  }
  IoStatusBlock->Status = status;
  return status;
}

// ------------------------------------------------------------------ quotas
NTSTATUS NTAPI FltQueryQuotaInformationFile(PFLT_INSTANCE Instance, FILE_OBJECT* FileObject,
                                            IO_STATUS_BLOCK* IoStatusBlock, PVOID Buffer,
                                            ULONG Length, BOOLEAN ReturnSingleEntry, PVOID SidList,
                                            ULONG SidListLength, ULONG* StartSid,
                                            BOOLEAN RestartScan, ULONG* LengthReturned) {
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = IRP_MJ_QUERY_QUOTA;
  if (ReturnSingleEntry != FALSE) parameters.OperationFlags |= SL_RETURN_SINGLE_ENTRY;
  if (RestartScan != FALSE) parameters.OperationFlags |= SL_RESTART_SCAN;
  auto& query = parameters.Parameters.QueryQuota;
  query.Length = Length;
  query.StartSid = StartSid;
  query.SidList = static_cast<PFILE_GET_QUOTA_INFORMATION>(SidList);
  query.SidListLength = SidListLength;
  query.QuotaBuffer = Buffer;
  ULONG bytes = 0;
  IoStatusBlock->Status = issue(Instance, FileObject, parameters, &bytes);
  IoStatusBlock->Information = bytes;
  if (LengthReturned != nullptr) *LengthReturned = bytes;
  return IoStatusBlock->Status;
}

NTSTATUS NTAPI FltSetQuotaInformationFile(PFLT_INSTANCE Instance, FILE_OBJECT* FileObject,
                                          PVOID Buffer, ULONG Length) {
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = IRP_MJ_SET_QUOTA;
  parameters.Parameters.SetQuota.Length = Length;
  parameters.Parameters.SetQuota.QuotaBuffer = Buffer;
  return issue(Instance, FileObject, parameters, nullptr);
}

// ------------------------------------------------------------------ the cache's pages by MDL
BOOLEAN NTAPI FltFastIoMdlRead(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                               PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey,
                               MDL** MdlChain, IO_STATUS_BLOCK* IoStatus) {
  FLT_IO_PARAMETER_BLOCK parameters =
      fast_parameters(static_cast<UCHAR>(IRP_MJ_MDL_READ), FileObject);
  parameters.Parameters.MdlRead.FileOffset = *FileOffset;
  parameters.Parameters.MdlRead.Length = Length;
  parameters.Parameters.MdlRead.Key = LockKey;
  parameters.Parameters.MdlRead.MdlChain = MdlChain;
  return fast(InitiatingInstance, parameters, IoStatus) ? TRUE : FALSE;
}

BOOLEAN NTAPI FltFastIoMdlReadComplete(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                                       MDL* MdlChain) {
  FLT_IO_PARAMETER_BLOCK parameters =
      fast_parameters(static_cast<UCHAR>(IRP_MJ_MDL_READ_COMPLETE), FileObject);
  parameters.Parameters.MdlReadComplete.MdlChain = MdlChain;
  return fast(InitiatingInstance, parameters, nullptr) ? TRUE : FALSE;
}

BOOLEAN NTAPI FltFastIoPrepareMdlWrite(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                                       PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey,
                                       MDL** MdlChain, IO_STATUS_BLOCK* IoStatus) {
  FLT_IO_PARAMETER_BLOCK parameters =
      fast_parameters(static_cast<UCHAR>(IRP_MJ_PREPARE_MDL_WRITE), FileObject);
  parameters.Parameters.PrepareMdlWrite.FileOffset = *FileOffset;
  parameters.Parameters.PrepareMdlWrite.Length = Length;
  parameters.Parameters.PrepareMdlWrite.Key = LockKey;
  parameters.Parameters.PrepareMdlWrite.MdlChain = MdlChain;
  return fast(InitiatingInstance, parameters, IoStatus) ? TRUE : FALSE;
}

BOOLEAN NTAPI FltFastIoMdlWriteComplete(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                                        PLARGE_INTEGER FileOffset, MDL* MdlChain) {
  FLT_IO_PARAMETER_BLOCK parameters =
      fast_parameters(static_cast<UCHAR>(IRP_MJ_MDL_WRITE_COMPLETE), FileObject);
  parameters.Parameters.MdlWriteComplete.FileOffset = *FileOffset;
  parameters.Parameters.MdlWriteComplete.MdlChain = MdlChain;
  return fast(InitiatingInstance, parameters, nullptr) ? TRUE : FALSE;
}

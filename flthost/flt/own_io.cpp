// I/O that minifilters issue themselves: always to the instances below the issuer.
#include <flthost/flt/own_io.h>
#include <flthost/mm/mm.h>
#include <flthost/ps/ps.h>

namespace flthost::flt {
namespace {

struct GeneratedList {
  std::mutex lock;
  Generated* head = nullptr;
};
GeneratedList& generated_list() {
  static GeneratedList list;
  return list;
}

void end_own_io(Instance& issuer) {
  issuer.own_io.fetch_sub(1, std::memory_order_seq_cst);
  level_left();
}

}  // namespace

Generated* allocate_generated(Instance& issuer, PFILE_OBJECT file) {
  auto* made = make<Generated>();
  made->request = &made->own;
  made->issuer = &issuer;
  issuer.lifetime.fetch_add(1, std::memory_order_relaxed);
  set_const(made->data.Iopb, &made->iopb);
  made->iopb.TargetFileObject = file;
  reset_generated(*made);
  GeneratedList& list = generated_list();
  const std::lock_guard guard(list.lock);
  made->next = list.head;
  if (list.head != nullptr) list.head->previous = made;
  list.head = made;
  return made;
}

void reset_generated(Generated& generated) {
  const PFILE_OBJECT file = generated.iopb.TargetFileObject;
  generated.iopb = {};
  generated.iopb.TargetFileObject = file;
  set_const(generated.iopb.TargetInstance, handle(generated.issuer));
  const PETHREAD current = ke::current_thread().object;
  set_const(generated.data.Thread, current == nullptr ? ps::system_thread() : current);
  generated.data.Flags = FLTFL_CALLBACK_DATA_IRP_OPERATION | FLTFL_CALLBACK_DATA_GENERATED_IO;
  generated.data.IoStatus = {};
  generated.data.TagData = nullptr;
  generated.data.RequestorMode = KernelMode;
  generated.cancel_state.store(0, std::memory_order_relaxed);
}

void free_generated(Generated* generated) {
  {
    GeneratedList& list = generated_list();
    const std::lock_guard guard(list.lock);
    if (generated->previous != nullptr) generated->previous->next = generated->next;
    if (generated->next != nullptr) generated->next->previous = generated->previous;
    if (list.head == generated) list.head = generated->next;
  }
  if (generated->mdl != nullptr) mm::free_mdl(generated->mdl);
  release_lifetime(generated->issuer);
  generated->magic.store(kDataFree, std::memory_order_relaxed);
  destroy(generated);
}

std::vector<std::string> live_generated(const Filter* filter) {
  std::vector<std::string> lines;
  GeneratedList& list = generated_list();
  const std::lock_guard guard(list.lock);
  for (const Generated* one = list.head; one != nullptr; one = one->next) {
    if (filter != nullptr && one->issuer->filter != filter) continue;
    lines.push_back("filter " + narrow(one->issuer->filter->name) +
                    ": callback data was not freed; FltFreeCallbackData is missing");
  }
  return lines;
}

// Fills the request from the callback data; false when the instance is gone.
bool begin_generated(Generated& generated, bool synchronous) {
  Instance& issuer = *generated.issuer;
  issuer.own_io.fetch_add(1, std::memory_order_seq_cst);
  if (issuer.rundown.begun()) {
    generated.data.IoStatus = {{STATUS_FLT_DELETING_OBJECT}, 0};
    end_own_io(issuer);
    return false;
  }
  io::Request& request = generated.own;
  request = io::Request{};
  request.parameters = generated.iopb;
  request.kind = io::RequestKind::Irp;
  request.mode = generated.data.RequestorMode;
  request.thread = generated.data.Thread;
  request.volume = &issuer.stack->volume();
  request.start_below = &issuer;
  request.synchronous = synchronous;
  return true;
}

void perform(Generated& generated) {
  if (!begin_generated(generated, true)) return;
  io::send_and_wait(generated.own);
  generated.data.IoStatus = generated.own.status;
  end_own_io(*generated.issuer);
}

namespace {

void async_done(io::Request& request, void* context) {
  auto& generated = *static_cast<Generated*>(context);
  Instance& issuer = *generated.issuer;
  issuer.lifetime.fetch_add(1, std::memory_order_relaxed);
  generated.data.IoStatus = request.status;
  const bool ours = generated.free_when_done;
  CallbackGuard guard(*issuer.filter, "completed-I/O");
  ke::invoke(generated.callback, &generated.data, static_cast<PFLT_CONTEXT>(generated.context));
  guard.check();
  if (ours) free_generated(&generated);
  end_own_io(issuer);
  release_lifetime(&issuer);
}

}  // namespace

NTSTATUS perform_async(Generated& generated, PFLT_COMPLETED_ASYNC_IO_CALLBACK callback,
                       PVOID context) {
  if (!begin_generated(generated, false)) return STATUS_FLT_DELETING_OBJECT;
  generated.callback = callback;
  generated.context = context;
  generated.own.completion = async_done;
  generated.own.context = &generated;
  io::send(generated.own);
  return STATUS_PENDING;
}

NTSTATUS issue(PFLT_INSTANCE instance, PFILE_OBJECT file, const FLT_IO_PARAMETER_BLOCK& parameters,
               PULONG information) {
  Instance& issuer = instance_of(instance);
  Generated* generated = allocate_generated(issuer, file);
  const PFLT_INSTANCE target = generated->iopb.TargetInstance;
  generated->iopb = parameters;
  generated->iopb.TargetFileObject = file;
  set_const(generated->iopb.TargetInstance, target);
  generated->iopb.IrpFlags |= IRP_SYNCHRONOUS_API;
  perform(*generated);
  const IO_STATUS_BLOCK status = generated->data.IoStatus;
  free_generated(generated);
  if (information != nullptr) *information = static_cast<ULONG>(status.Information);
  return status.Status;
}

NTSTATUS issue_below(Instance* issuer, PFILE_OBJECT file, const FLT_IO_PARAMETER_BLOCK& parameters,
                     PULONG information) {
  if (issuer != nullptr) return issue(handle(issuer), file, parameters, information);
  io::Request request;
  request.parameters = parameters;
  request.parameters.TargetFileObject = file;
  request.parameters.IrpFlags |= IRP_SYNCHRONOUS_API;
  request.mode = KernelMode;
  const PETHREAD current = ke::current_thread().object;
  request.thread = current == nullptr ? ps::system_thread() : current;
  request.volume = &io::volume_of(file);
  const NTSTATUS status = io::send_and_wait(request);
  if (information != nullptr) *information = static_cast<ULONG>(request.status.Information);
  return status;
}

namespace {

struct Transfer {
  UCHAR major;
  PFLT_INSTANCE instance;
  PFILE_OBJECT file;
  PLARGE_INTEGER offset;
  ULONG length;
  PVOID buffer;
  FLT_IO_OPERATION_FLAGS flags;
  PULONG bytes;
  PFLT_COMPLETED_ASYNC_IO_CALLBACK callback;
  PVOID context;
  PULONG key;
  PMDL mdl;
};

ULONG irp_flags(const Transfer& transfer) {
  ULONG flags = transfer.major == IRP_MJ_READ ? IRP_READ_OPERATION : IRP_WRITE_OPERATION;
  if ((transfer.flags & FLTFL_IO_OPERATION_NON_CACHED) != 0) flags |= IRP_NOCACHE;
  if ((transfer.flags & FLTFL_IO_OPERATION_PAGING) != 0) flags |= IRP_PAGING_IO | IRP_NOCACHE;
  if ((transfer.flags & FLTFL_IO_OPERATION_SYNCHRONOUS_PAGING) != 0) {
    flags |= IRP_SYNCHRONOUS_PAGING_IO | IRP_PAGING_IO | IRP_NOCACHE;
  }
  return flags;
}

void fill_transfer(Generated& generated, const Transfer& transfer, LARGE_INTEGER offset, PMDL mdl) {
  FLT_IO_PARAMETER_BLOCK& iopb = generated.iopb;
  iopb.MajorFunction = transfer.major;
  iopb.IrpFlags = irp_flags(transfer);
  // Read and Write lie alike in FLT_PARAMETERS.
  iopb.Parameters.Read.Length = transfer.length;
  iopb.Parameters.Read.Key = transfer.key == nullptr ? 0 : *transfer.key;
  iopb.Parameters.Read.ByteOffset = offset;
  iopb.Parameters.Read.ReadBuffer = transfer.buffer;
  iopb.Parameters.Read.MdlAddress = mdl;
}

NTSTATUS transfer(const Transfer& request) {
  Instance& issuer = instance_of(request.instance);
  if (request.bytes != nullptr) *request.bytes = 0;
  if (request.file == nullptr || (request.callback != nullptr && request.bytes != nullptr &&
                                  request.buffer == nullptr && request.mdl == nullptr)) {
    return STATUS_INVALID_PARAMETER;
  }
  const bool non_cached = (irp_flags(request) & IRP_NOCACHE) != 0;
  LARGE_INTEGER offset =
      request.offset == nullptr ? request.file->CurrentByteOffset : *request.offset;
  if (non_cached && (request.flags & FLTFL_IO_OPERATION_PAGING) == 0) {
    const uint32_t sector = issuer.stack->volume().sector_size;
    if (offset.QuadPart % sector != 0 || request.length % sector != 0) {
      return STATUS_INVALID_PARAMETER;
    }
  }
  Generated* generated = allocate_generated(issuer, request.file);
  PMDL mdl = request.mdl;
  if (mdl == nullptr && non_cached && request.length != 0 && !mm::is_user_address(request.buffer)) {
    mdl = mm::build_mdl(request.buffer, request.length);
    generated->mdl = mdl;
  }
  fill_transfer(*generated, request, offset, mdl);
  if (request.callback != nullptr) {
    generated->free_when_done = true;
    const NTSTATUS status = perform_async(*generated, request.callback, request.context);
    if (status != STATUS_PENDING) free_generated(generated);
    return status;
  }
  generated->iopb.IrpFlags |= IRP_SYNCHRONOUS_API;
  perform(*generated);
  const IO_STATUS_BLOCK result = generated->data.IoStatus;
  free_generated(generated);
  if (request.bytes != nullptr) *request.bytes = static_cast<ULONG>(result.Information);
  if (NT_SUCCESS(result.Status) && (request.file->Flags & FO_SYNCHRONOUS_IO) != 0 &&
      (request.flags &
       (FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET | FLTFL_IO_OPERATION_PAGING)) == 0) {
    request.file->CurrentByteOffset.QuadPart =
        offset.QuadPart + static_cast<LONGLONG>(result.Information);
  }
  return result.Status;
}

FLT_IO_PARAMETER_BLOCK parameters_of(UCHAR major) {
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = major;
  return parameters;
}

Generated& generated_of(PFLT_CALLBACK_DATA data) {
  CallData& found = call_data(data);
  if (found.kind != DataKind::Generated) {
    violation(Rule::DataUse, nullptr, reinterpret_cast<uint64_t>(data),
              "Flt.Data.Use: this routine takes callback data from FltAllocateCallbackData, not "
              "that of an operation a callback received");
  }
  return static_cast<Generated&>(found);
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

// ------------------------------------------------------------------ reading and writing
NTSTATUS NTAPI FltReadFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
                           PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer,
                           FLT_IO_OPERATION_FLAGS Flags, PULONG BytesRead,
                           PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
                           PVOID CallbackContext) {
  return transfer({IRP_MJ_READ, InitiatingInstance, FileObject, ByteOffset, Length, Buffer, Flags,
                   BytesRead, CallbackRoutine, CallbackContext, nullptr, nullptr});
}

NTSTATUS NTAPI FltReadFileEx(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                             PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, ULONG Flags,
                             ULONG* BytesRead, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
                             PVOID CallbackContext, ULONG* Key, MDL* Mdl) {
  return transfer({IRP_MJ_READ, InitiatingInstance, FileObject, ByteOffset, Length, Buffer, Flags,
                   BytesRead, CallbackRoutine, CallbackContext, Key, Mdl});
}

NTSTATUS NTAPI FltWriteFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
                            PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer,
                            FLT_IO_OPERATION_FLAGS Flags, PULONG BytesWritten,
                            PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
                            PVOID CallbackContext) {
  return transfer({IRP_MJ_WRITE, InitiatingInstance, FileObject, ByteOffset, Length, Buffer, Flags,
                   BytesWritten, CallbackRoutine, CallbackContext, nullptr, nullptr});
}

NTSTATUS NTAPI FltWriteFileEx(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                              PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, ULONG Flags,
                              ULONG* BytesWritten, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
                              PVOID CallbackContext, ULONG* Key, MDL* Mdl) {
  return transfer({IRP_MJ_WRITE, InitiatingInstance, FileObject, ByteOffset, Length, Buffer, Flags,
                   BytesWritten, CallbackRoutine, CallbackContext, Key, Mdl});
}

// ------------------------------------------------------------------ information and flushing
NTSTATUS NTAPI FltQueryInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                       PVOID FileInformation, ULONG Length,
                                       FILE_INFORMATION_CLASS FileInformationClass,
                                       PULONG LengthReturned) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_QUERY_INFORMATION);
  parameters.Parameters.QueryFileInformation.Length = Length;
  parameters.Parameters.QueryFileInformation.FileInformationClass = FileInformationClass;
  parameters.Parameters.QueryFileInformation.InfoBuffer = FileInformation;
  return issue(Instance, FileObject, parameters, LengthReturned);
}

NTSTATUS NTAPI FltSetInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                     PVOID FileInformation, ULONG Length,
                                     FILE_INFORMATION_CLASS FileInformationClass) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_SET_INFORMATION);
  parameters.Parameters.SetFileInformation.Length = Length;
  parameters.Parameters.SetFileInformation.FileInformationClass = FileInformationClass;
  parameters.Parameters.SetFileInformation.InfoBuffer = FileInformation;
  return issue(Instance, FileObject, parameters, nullptr);
}

NTSTATUS NTAPI FltFlushBuffers(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject) {
  return issue(Instance, FileObject, parameters_of(IRP_MJ_FLUSH_BUFFERS), nullptr);
}

NTSTATUS NTAPI FltQueryVolumeInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                             PVOID FsInformation, ULONG Length,
                                             FS_INFORMATION_CLASS FsInformationClass,
                                             PULONG LengthReturned) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_QUERY_VOLUME_INFORMATION);
  parameters.Parameters.QueryVolumeInformation.Length = Length;
  parameters.Parameters.QueryVolumeInformation.FsInformationClass = FsInformationClass;
  parameters.Parameters.QueryVolumeInformation.VolumeBuffer = FsInformation;
  return issue(Instance, FileObject, parameters, LengthReturned);
}

NTSTATUS NTAPI FltQueryDirectoryFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                     PVOID FileInformation, ULONG Length,
                                     FILE_INFORMATION_CLASS FileInformationClass,
                                     BOOLEAN ReturnSingleEntry, PUNICODE_STRING FileName,
                                     BOOLEAN RestartScan, PULONG LengthReturned) {
  FLT_IO_PARAMETER_BLOCK parameters = parameters_of(IRP_MJ_DIRECTORY_CONTROL);
  parameters.MinorFunction = IRP_MN_QUERY_DIRECTORY;
  if (ReturnSingleEntry != FALSE) parameters.OperationFlags |= SL_RETURN_SINGLE_ENTRY;
  if (RestartScan != FALSE) parameters.OperationFlags |= SL_RESTART_SCAN;
  auto& query = parameters.Parameters.DirectoryControl.QueryDirectory;
  query.Length = Length;
  query.FileName = FileName;
  query.FileInformationClass = FileInformationClass;
  query.DirectoryBuffer = FileInformation;
  return issue(Instance, FileObject, parameters, LengthReturned);
}

// ------------------------------------------------------------------ callback data of one's own
NTSTATUS NTAPI FltAllocateCallbackDataEx(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                         FLT_ALLOCATE_CALLBACK_DATA_FLAGS,
                                         PFLT_CALLBACK_DATA* RetNewCallbackData) {
  *RetNewCallbackData = &allocate_generated(instance_of(Instance), FileObject)->data;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltAllocateCallbackData(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
                                       PFLT_CALLBACK_DATA* RetNewCallbackData) {
  return FltAllocateCallbackDataEx(Instance, FileObject, 0, RetNewCallbackData);
}

VOID NTAPI FltFreeCallbackData(PFLT_CALLBACK_DATA CallbackData) {
  free_generated(&generated_of(CallbackData));
}

VOID NTAPI FltReuseCallbackData(PFLT_CALLBACK_DATA CallbackData) {
  reset_generated(generated_of(CallbackData));
}

VOID NTAPI FltPerformSynchronousIo(PFLT_CALLBACK_DATA CallbackData) {
  perform(generated_of(CallbackData));
}

NTSTATUS NTAPI FltPerformAsynchronousIo(PFLT_CALLBACK_DATA CallbackData,
                                        PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
                                        PVOID CallbackContext) {
  return perform_async(generated_of(CallbackData), CallbackRoutine, CallbackContext);
}

VOID NTAPI FltReissueSynchronousIo(PFLT_INSTANCE InitiatingInstance,
                                   PFLT_CALLBACK_DATA CallbackData) {
  Op& op = op_of(CallbackData);
  flt::Instance& issuer = instance_of(InitiatingInstance);
  Generated* generated = allocate_generated(issuer, op.iopb.TargetFileObject);
  generated->iopb = op.iopb;
  generated->data.RequestorMode = op.data.RequestorMode;
  set_const(generated->data.Thread, op.data.Thread);
  op.data.Flags &= ~static_cast<ULONG>(FLTFL_CALLBACK_DATA_DIRTY);
  perform(*generated);
  op.data.IoStatus = generated->data.IoStatus;
  op.data.Flags |= FLTFL_CALLBACK_DATA_REISSUED_IO;
  free_generated(generated);
}

// ------------------------------------------------------------------ aligned pool
PVOID NTAPI FltAllocatePoolAlignedWithTag(PFLT_INSTANCE Instance, POOL_TYPE PoolType,
                                          SIZE_T NumberOfBytes, ULONG Tag) {
  // Pool of a page or more is page-aligned, below 16-byte: the volume may want a sector's memory.
  const uint32_t sector = instance_of(Instance).stack->volume().sector_size;
  const SIZE_T bytes = NumberOfBytes < PAGE_SIZE && sector > 16 ? PAGE_SIZE : NumberOfBytes;
  return ExAllocatePoolWithTag(PoolType, bytes, Tag);
}

VOID NTAPI FltFreePoolAlignedWithTag(PFLT_INSTANCE Instance, PVOID Buffer, ULONG Tag) {
  instance_of(Instance);
  ExFreePoolWithTag(Buffer, Tag);
}

// Information about a file that a filter asks for with its create and finds when it is done.
#include <flthost/flt/ecp.h>
#include <flthost/flt/own_io.h>

namespace flthost::flt {
namespace {

// GUID_ECP_QUERY_ON_CREATE of ntifs.h.
constexpr GUID kQueryOnCreate{
    0x1aca62e9, 0xabb4, 0x4ff2, {0xbb, 0x5c, 0x1c, 0x79, 0x02, 0x5e, 0x41, 0x7f}};
constexpr ULONG kStat = 1, kLx = 2, kEa = 4;

NTSTATUS query(Op& op, FILE_INFORMATION_CLASS kind, void* buffer, ULONG length) {
  Instance& below = *op.levels[op.current].instance.load(std::memory_order_relaxed);
  FLT_IO_PARAMETER_BLOCK parameters{};
  parameters.MajorFunction = IRP_MJ_QUERY_INFORMATION;
  parameters.Parameters.QueryFileInformation.Length = length;
  parameters.Parameters.QueryFileInformation.FileInformationClass = kind;
  parameters.Parameters.QueryFileInformation.InfoBuffer = buffer;
  return issue(handle(&below), op.iopb.TargetFileObject, parameters, nullptr);
}

struct Queried {
  FILE_NETWORK_OPEN_INFORMATION open;
  FILE_STANDARD_INFORMATION standard;
  FILE_INTERNAL_INFORMATION internal;
  FILE_ATTRIBUTE_TAG_INFORMATION tag;
};

NTSTATUS fill_stat(Op& op, QUERY_ON_CREATE_FILE_STAT_INFORMATION& stat) {
  auto* found = make<Queried>();
  NTSTATUS status = query(op, FileNetworkOpenInformation, &found->open, sizeof(found->open));
  if (NT_SUCCESS(status)) {
    status = query(op, FileStandardInformation, &found->standard, sizeof(found->standard));
  }
  if (NT_SUCCESS(status)) {
    status = query(op, FileInternalInformation, &found->internal, sizeof(found->internal));
  }
  if (NT_SUCCESS(status)) {
    query(op, FileAttributeTagInformation, &found->tag, sizeof(found->tag));
    stat.FileId = found->internal.IndexNumber.QuadPart;
    stat.CreationTime = found->open.CreationTime.QuadPart;
    stat.LastAccessTime = found->open.LastAccessTime.QuadPart;
    stat.LastWriteTime = found->open.LastWriteTime.QuadPart;
    stat.ChangeTime = found->open.ChangeTime.QuadPart;
    stat.AllocationSize = found->open.AllocationSize.QuadPart;
    stat.EndOfFile = found->open.EndOfFile.QuadPart;
    stat.FileAttributes = found->open.FileAttributes;
    stat.ReparseTag = found->tag.ReparseTag;
    stat.NumberOfLinks = found->standard.NumberOfLinks;
  }
  destroy(found);
  return status;
}

bool is_create(const CallData& data) {
  return data.iopb.MajorFunction == IRP_MJ_CREATE && data.request != nullptr &&
         (data.data.Flags & FLTFL_CALLBACK_DATA_IRP_OPERATION) != 0;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltRequestFileInfoOnCreateCompletion(PFLT_FILTER Filter, FLT_CALLBACK_DATA* Data,
                                                    ULONG InfoClassFlags) {
  filter_of(Filter);
  CallData& data = call_data(Data);
  if (!is_create(data)) return STATUS_INVALID_PARAMETER_2;
  if (data.request->ecp_list == nullptr) {
    PECP_LIST made = make_ecp_list();
    if (made == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
    FltSetEcpListIntoCallbackData(Filter, Data, made);
  }
  auto* wanted = static_cast<QUERY_ON_CREATE_ECP_CONTEXT*>(
      find_ecp(data.request->ecp_list, kQueryOnCreate, nullptr));
  if (wanted == nullptr) {
    wanted = static_cast<QUERY_ON_CREATE_ECP_CONTEXT*>(
        add_ecp(data.request->ecp_list, kQueryOnCreate, sizeof(*wanted), nullptr));
  }
  if (wanted == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  wanted->RequestedClasses |= InfoClassFlags;
  return STATUS_SUCCESS;
}

// The file system answers when it is asked, which is when the first filter looks. Of Linux
// attributes and EAs it says nothing this way: they are asked for with requests of their own.
NTSTATUS NTAPI FltRetrieveFileInfoOnCreateCompletionEx(PFLT_FILTER Filter, FLT_CALLBACK_DATA* Data,
                                                       ULONG InfoClass, ULONG* RetInfoSize,
                                                       PVOID* RetInfoBuffer) {
  filter_of(Filter);
  *RetInfoSize = 0;
  *RetInfoBuffer = nullptr;
  CallData& data = call_data(Data);
  if (!is_create(data) || data.kind != DataKind::Operation ||
      (data.data.Flags & FLTFL_CALLBACK_DATA_POST_OPERATION) == 0) {
    return STATUS_NOT_SUPPORTED;
  }
  auto* context = static_cast<QUERY_ON_CREATE_ECP_CONTEXT*>(
      find_ecp(data.request->ecp_list, kQueryOnCreate, nullptr));
  if (context == nullptr || (context->RequestedClasses & InfoClass) == 0 || InfoClass == kLx ||
      InfoClass == kEa) {
    return STATUS_NOT_SUPPORTED;
  }
  if (InfoClass != kStat) return STATUS_NOT_FOUND;
  if (!NT_SUCCESS(data.data.IoStatus.Status)) return STATUS_UNSUCCESSFUL;
  if ((context->ClassesProcessed & kStat) == 0) {
    if (!NT_SUCCESS(fill_stat(static_cast<Op&>(data), context->StatInformation))) {
      return STATUS_UNSUCCESSFUL;
    }
    context->ClassesProcessed |= kStat;
  }
  *RetInfoSize = sizeof(context->StatInformation);
  *RetInfoBuffer = &context->StatInformation;
  return STATUS_SUCCESS;
}

PVOID NTAPI FltRetrieveFileInfoOnCreateCompletion(PFLT_FILTER Filter, FLT_CALLBACK_DATA* Data,
                                                  ULONG InfoClass, ULONG* Size) {
  ULONG size = 0;
  PVOID buffer = nullptr;
  FltRetrieveFileInfoOnCreateCompletionEx(Filter, Data, InfoClass, &size, &buffer);
  if (Size != nullptr) *Size = size;
  return buffer;
}

// Reparse tags, and the list of tags that a create opens instead of following.
#include <flthost/flt/ecp.h>
#include <flthost/flt/own_io.h>

namespace flthost::flt {
namespace {

// GUID_ECP_OPEN_REPARSE of ntifs.h.
constexpr GUID kOpenReparse{
    0x323eb6a8, 0xaffd, 0x4d95, {0x82, 0x30, 0x86, 0x3b, 0xce, 0x09, 0xd3, 0x7a}};
constexpr ULONG kGuidHeader = offsetof(REPARSE_GUID_DATA_BUFFER, GenericReparseBuffer);
constexpr ULONG kHeader = offsetof(REPARSE_DATA_BUFFER, GenericReparseBuffer);
constexpr ULONG kExHeader = offsetof(REPARSE_DATA_BUFFER_EX, ReparseDataBuffer);

struct Tag {
  ULONG tag;
  const GUID* guid;
  const void* data;
  USHORT length;
};

// Microsoft's tags carry no GUID, all others need one.
ULONG header_size(const Tag& tag) {
  return IsReparseTagMicrosoft(tag.tag) ? kHeader : kGuidHeader;
}

void write_tag(uint8_t* to, const Tag& tag) {
  auto& header = *reinterpret_cast<REPARSE_GUID_DATA_BUFFER*>(to);
  header.ReparseTag = tag.tag;
  header.ReparseDataLength = tag.length;
  header.Reserved = 0;
  if (!IsReparseTagMicrosoft(tag.tag)) header.ReparseGuid = *tag.guid;
  if (tag.length != 0) std::memcpy(to + header_size(tag), tag.data, tag.length);
}

NTSTATUS send_control(PFLT_INSTANCE instance, PFILE_OBJECT file, ULONG code,
                      const std::vector<uint8_t>& input) {
  return FltFsControlFile(instance, file, code, const_cast<uint8_t*>(input.data()),
                          static_cast<ULONG>(input.size()), nullptr, 0, nullptr);
}

bool lacks_guid(const Tag& tag) {
  return !IsReparseTagMicrosoft(tag.tag) && tag.guid == nullptr;
}

// The context of the ECP.
struct OpenReparseList {
  LIST_ENTRY head;
};

OPEN_REPARSE_LIST_ENTRY& entry_at(LIST_ENTRY* link) {
  return *ke::containing<OPEN_REPARSE_LIST_ENTRY>(
      link, offsetof(OPEN_REPARSE_LIST_ENTRY, OpenReparseListEntry));
}

OpenReparseList* open_reparse_list(PECP_LIST list, bool create) {
  auto* found = static_cast<OpenReparseList*>(find_ecp(list, kOpenReparse, nullptr));
  if (found != nullptr || !create) return found;
  found =
      static_cast<OpenReparseList*>(add_ecp(list, kOpenReparse, sizeof(OpenReparseList), nullptr));
  if (found != nullptr) InitializeListHead(&found->head);
  return found;
}

bool is_create(PFLT_CALLBACK_DATA data) {
  const CallData& found = call_data(data);
  return found.iopb.MajorFunction == IRP_MJ_CREATE && found.request != nullptr;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

// ------------------------------------------------------------------ tags on files
NTSTATUS NTAPI FltTagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, ULONG FileTag,
                          GUID* Guid, PVOID DataBuffer, USHORT DataBufferLength) {
  const Tag tag{FileTag, Guid, DataBuffer, DataBufferLength};
  instance_of(InitiatingInstance);
  if (lacks_guid(tag)) return STATUS_INVALID_PARAMETER;
  std::vector<uint8_t> input(header_size(tag) + DataBufferLength);
  write_tag(input.data(), tag);
  return send_control(InitiatingInstance, FileObject, FSCTL_SET_REPARSE_POINT, input);
}

NTSTATUS NTAPI FltTagFileEx(PFLT_INSTANCE InitiatingInstance, FILE_OBJECT* FileObject,
                            ULONG FileTag, GUID* Guid, PVOID DataBuffer, USHORT DataBufferLength,
                            ULONG ExistingFileTag, GUID* ExistingGuid, ULONG Flags) {
  const Tag tag{FileTag, Guid, DataBuffer, DataBufferLength};
  instance_of(InitiatingInstance);
  if (lacks_guid(tag)) return STATUS_INVALID_PARAMETER;
  std::vector<uint8_t> input(kExHeader + header_size(tag) + DataBufferLength);
  auto& header = *reinterpret_cast<REPARSE_DATA_BUFFER_EX*>(input.data());
  header.Flags = Flags;
  header.ExistingReparseTag = ExistingFileTag;
  if (ExistingGuid != nullptr) header.ExistingReparseGuid = *ExistingGuid;
  write_tag(input.data() + kExHeader, tag);
  return send_control(InitiatingInstance, FileObject, FSCTL_SET_REPARSE_POINT_EX, input);
}

NTSTATUS NTAPI FltUntagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
                            ULONG FileTag, GUID* Guid) {
  const Tag tag{FileTag, Guid, nullptr, 0};
  instance_of(InitiatingInstance);
  if (lacks_guid(tag)) return STATUS_INVALID_PARAMETER;
  std::vector<uint8_t> input(header_size(tag));
  write_tag(input.data(), tag);
  return send_control(InitiatingInstance, FileObject, FSCTL_DELETE_REPARSE_POINT, input);
}

// ------------------------------------------------------------------ tags that a create opens
// The filter lives for as long as its entry is in a create.
NTSTATUS NTAPI FltAddOpenReparseEntry(PFLT_FILTER Filter, FLT_CALLBACK_DATA* Data,
                                      OPEN_REPARSE_LIST_ENTRY* OpenReparseEntry) {
  flt::Filter& filter = filter_of(Filter);
  if (!is_create(Data)) return STATUS_INVALID_PARAMETER_2;
  if (!filter.rundown.acquire()) return STATUS_FLT_DELETING_OBJECT;
  io::Request& request = *call_data(Data).request;
  if (request.ecp_list == nullptr) {
    PECP_LIST made = make_ecp_list();
    if (made == nullptr || FltSetEcpListIntoCallbackData(Filter, Data, made) != STATUS_SUCCESS) {
      filter.rundown.release();
      return STATUS_INSUFFICIENT_RESOURCES;
    }
  }
  OpenReparseList* list = open_reparse_list(request.ecp_list, true);
  if (list == nullptr) {
    filter.rundown.release();
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  InsertTailList(&list->head, &OpenReparseEntry->OpenReparseListEntry);
  return STATUS_SUCCESS;
}

VOID NTAPI FltRemoveOpenReparseEntry(PFLT_FILTER Filter, FLT_CALLBACK_DATA* Data,
                                     OPEN_REPARSE_LIST_ENTRY* OpenReparseEntry) {
  flt::Filter& filter = filter_of(Filter);
  if (!is_create(Data)) return;
  OpenReparseList* list = open_reparse_list(call_data(Data).request->ecp_list, false);
  if (list == nullptr) return;
  for (LIST_ENTRY* at = list->head.Flink; at != &list->head; at = at->Flink) {
    if (at != &OpenReparseEntry->OpenReparseListEntry) continue;
    RemoveEntryList(at);
    filter.rundown.release();
    return;
  }
}

// The copies are FltMgr's, for a second create; FltFreeOpenReparseList takes them away.
NTSTATUS NTAPI FltCopyOpenReparseList(PFLT_FILTER Filter, FLT_CALLBACK_DATA* Data,
                                      ECP_LIST* EcpList) {
  filter_of(Filter);
  if (!is_create(Data)) return STATUS_INVALID_PARAMETER_2;
  OpenReparseList* from = open_reparse_list(call_data(Data).request->ecp_list, false);
  if (from == nullptr) return STATUS_SUCCESS;
  OpenReparseList* to = open_reparse_list(EcpList, true);
  if (to == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  for (LIST_ENTRY* at = from->head.Flink; at != &from->head; at = at->Flink) {
    auto* copy =
        static_cast<OPEN_REPARSE_LIST_ENTRY*>(allocate_object(sizeof(OPEN_REPARSE_LIST_ENTRY)));
    *copy = entry_at(at);
    InsertTailList(&to->head, &copy->OpenReparseListEntry);
  }
  return STATUS_SUCCESS;
}

VOID NTAPI FltFreeOpenReparseList(PFLT_FILTER Filter, ECP_LIST* EcpList) {
  OpenReparseList* list = open_reparse_list(EcpList, false);
  if (list == nullptr) return;
  while (!IsListEmpty(&list->head)) free_object(&entry_at(RemoveHeadList(&list->head)));
  PVOID context = nullptr;
  if (FltRemoveExtraCreateParameter(Filter, EcpList, &kOpenReparse, &context, nullptr) ==
      STATUS_SUCCESS) {
    FltFreeExtraCreateParameter(Filter, context);
  }
}

// Extra create parameters, for fltmgr's and for the kernel's own functions.
#include <flthost/ex/ex.h>
#include <flthost/flt/ecp.h>
#include <flthost/flt/internal.h>

// Also names of WDK macros.
#undef ExAllocateFromPagedLookasideList
#undef ExFreeToPagedLookasideList

namespace flthost::flt {
namespace {

constexpr ULONG kListSignature = 0x4c504345, kHeaderSignature = 0x48504345;  // ECPL, ECPH
constexpr ULONG kListTag = 0x4c706345;                                       // EcpL
constexpr ULONG kAcknowledged = 1, kFromUserMode = 2;

// ECP_LIST and ECP_HEADER, which drivers know by pointer only. Of the kernel's size: a driver may
// bring the memory itself (FsRtlInitializeExtraCreateParameter).
struct List {
  ULONG signature;
  ULONG flags;
  LIST_ENTRY head;
};
struct Header {
  ULONG signature;
  ULONG number;  // counts insertions
  LIST_ENTRY link;
  GUID type;
  PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK cleanup;
  ULONG flags;
  ULONG size;  // with the header
  PPAGED_LOOKASIDE_LIST allocated_from;
  PVOID reserved;
};
static_assert(sizeof(List) == 24 && sizeof(Header) == 72);
constexpr size_t kContextOffset = sizeof(Header);

List& list_of(PECP_LIST list) {
  auto* found = reinterpret_cast<List*>(list);
  if (found == nullptr || found->signature != kListSignature) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(list),
              "Flt.Ecp: this is no live ECP_LIST; do not use one after it was freed or after the "
              "create it was attached to has ended");
  }
  return *found;
}
PECP_LIST handle(List& list) {
  return reinterpret_cast<PECP_LIST>(&list);
}
Header& header_of_ecp(PVOID context) {
  auto* found = reinterpret_cast<Header*>(static_cast<uint8_t*>(context) - kContextOffset);
  if (context == nullptr || found->signature != kHeaderSignature) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(context),
              "Flt.Ecp: this is no live extra create parameter; do not use one after it was freed "
              "or after the create it was attached to has ended");
  }
  return *found;
}
PVOID context_of(Header& header) {
  return reinterpret_cast<uint8_t*>(&header) + kContextOffset;
}
ULONG context_size(const Header& header) {
  return header.size - static_cast<ULONG>(kContextOffset);
}
Header& header_at(LIST_ENTRY* link) {
  return *ke::containing<Header>(link, offsetof(Header, link));
}
bool linked(const Header& header) {
  return header.link.Flink != &header.link;
}

std::atomic<uint32_t>& counter() {
  static std::atomic<uint32_t> next{1};
  return next;
}

void initialize(Header& header, const GUID& type, ULONG total, PPAGED_LOOKASIDE_LIST from,
                PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK cleanup) {
  header = {};
  header.signature = kHeaderSignature;
  InitializeListHead(&header.link);
  header.type = type;
  header.cleanup = cleanup;
  header.size = total;
  header.allocated_from = from;
}

struct Wanted {
  LPCGUID type;
  ULONG size;
  ULONG flags;
  PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK cleanup;
  ULONG tag;
};

NTSTATUS allocate(const Wanted& wanted, PPAGED_LOOKASIDE_LIST from, PVOID* context) {
  *context = nullptr;
  const SIZE_T total = kContextOffset + wanted.size;
  if (total > MAXULONG) return STATUS_INSUFFICIENT_RESOURCES;
  const bool nonpaged = (wanted.flags & FSRTL_ALLOCATE_ECP_FLAG_NONPAGED_POOL) != 0;
  // A context that is larger than the list's entries comes from pool.
  if (from != nullptr && from->L.Size < total) from = nullptr;
  PVOID memory = from != nullptr ? ExAllocateFromPagedLookasideList(from)
                                 : ExAllocatePoolWithTag(nonpaged ? NonPagedPoolNx : PagedPool,
                                                         total, wanted.tag);
  if (memory == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  std::memset(memory, 0, total);
  auto& header = *static_cast<Header*>(memory);
  initialize(header, *wanted.type, static_cast<ULONG>(total), from, wanted.cleanup);
  *context = context_of(header);
  return STATUS_SUCCESS;
}

void free_header(Header& header) {
  if (header.cleanup != nullptr) {
    auto* type = static_cast<GUID*>(allocate_object(sizeof(GUID)));
    *type = header.type;
    ke::invoke(header.cleanup, context_of(header), static_cast<LPCGUID>(type));
    free_object(type);
  }
  header.signature = 0;
  if (header.allocated_from != nullptr) {
    ExFreeToPagedLookasideList(header.allocated_from, &header);
  } else {
    ExFreePool(&header);
  }
}

Header* find(List& list, const GUID& type) {
  for (LIST_ENTRY* at = list.head.Flink; at != &list.head; at = at->Flink) {
    if (IsEqualGUID(&header_at(at).type, &type)) return &header_at(at);
  }
  return nullptr;
}

void give(Header& header, PVOID* context, ULONG* size) {
  if (context != nullptr) *context = context_of(header);
  if (size != nullptr) *size = context_size(header);
}

NTSTATUS insert(List& list, PVOID context) {
  Header& header = header_of_ecp(context);
  if (linked(header) || find(list, header.type) != nullptr) return STATUS_INVALID_PARAMETER;
  header.number = counter().fetch_add(1, std::memory_order_relaxed);
  InsertTailList(&list.head, &header.link);
  return STATUS_SUCCESS;
}

void unlink(Header& header) {
  RemoveEntryList(&header.link);
  InitializeListHead(&header.link);
}

NTSTATUS next(List& list, PVOID current, LPGUID type, PVOID* context, ULONG* size) {
  LIST_ENTRY* at = list.head.Flink;
  if (current != nullptr) {
    const Header& from = header_of_ecp(current);
    while (at != &list.head && at != &from.link) at = at->Flink;
    if (at == &list.head) return STATUS_INVALID_PARAMETER;
    at = at->Flink;
  }
  if (at == &list.head) return STATUS_NOT_FOUND;
  if (type != nullptr) *type = header_at(at).type;
  give(header_at(at), context, size);
  return STATUS_SUCCESS;
}

// The list of a create's IRP: a word of the I/O manager's in it.
PECP_LIST* slot_of(PIRP irp) {
  if (irp->CurrentLocation > irp->StackCount ||
      IoGetCurrentIrpStackLocation(irp)->MajorFunction != IRP_MJ_CREATE) {
    return nullptr;
  }
  return reinterpret_cast<PECP_LIST*>(&irp->Tail.Overlay.AuxiliaryBuffer);
}

}  // namespace

PVOID find_ecp(PECP_LIST list, const GUID& type, ULONG* size) {
  if (list == nullptr) return nullptr;
  Header* header = find(list_of(list), type);
  if (header == nullptr) return nullptr;
  if (size != nullptr) *size = context_size(*header);
  return context_of(*header);
}

PVOID add_ecp(PECP_LIST list, const GUID& type, ULONG size,
              PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK cleanup) {
  PVOID context = nullptr;
  if (allocate({&type, size, 0, cleanup, kListTag}, nullptr, &context) != STATUS_SUCCESS ||
      insert(list_of(list), context) != STATUS_SUCCESS) {
    return nullptr;
  }
  return context;
}

PECP_LIST make_ecp_list() {
  auto* list = static_cast<List*>(ExAllocatePoolWithTag(PagedPool, sizeof(List), kListTag));
  if (list == nullptr) return nullptr;
  *list = {kListSignature, 0, {}};
  InitializeListHead(&list->head);
  return handle(*list);
}

uint32_t next_ecp_number() {
  return counter().load(std::memory_order_relaxed);
}

void free_added_ecps(PECP_LIST list, uint32_t first_number) {
  List& found = list_of(list);
  for (LIST_ENTRY* at = found.head.Flink; at != &found.head;) {
    Header& header = header_at(at);
    at = at->Flink;
    if (static_cast<int32_t>(header.number - first_number) < 0) continue;
    unlink(header);
    free_header(header);
  }
}

void free_ecp_list(PECP_LIST list) {
  List& found = list_of(list);
  while (!IsListEmpty(&found.head)) {
    Header& header = header_at(found.head.Flink);
    unlink(header);
    free_header(header);
  }
  found.signature = 0;
  ExFreePool(&found);
}

}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

// ------------------------------------------------------------------ FsRtl*: for any driver
NTSTATUS NTAPI FsRtlAllocateExtraCreateParameterList(FSRTL_ALLOCATE_ECPLIST_FLAGS,
                                                     PECP_LIST* EcpList) {
  *EcpList = make_ecp_list();
  return *EcpList == nullptr ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}
VOID NTAPI FsRtlFreeExtraCreateParameterList(PECP_LIST EcpList) {
  free_ecp_list(EcpList);
}
NTSTATUS NTAPI FsRtlInitializeExtraCreateParameterList(PECP_LIST EcpList) {
  auto& list = *reinterpret_cast<List*>(EcpList);
  list = {kListSignature, 0, {}};
  InitializeListHead(&list.head);
  return STATUS_SUCCESS;
}
VOID NTAPI FsRtlInitializeExtraCreateParameter(
    PECP_HEADER Ecp, ULONG EcpFlags, PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback,
    ULONG TotalSize, LPCGUID EcpType, PVOID ListAllocatedFrom) {
  auto& header = *reinterpret_cast<Header*>(Ecp);
  initialize(header, *EcpType, TotalSize, static_cast<PPAGED_LOOKASIDE_LIST>(ListAllocatedFrom),
             CleanupCallback);
  header.flags = EcpFlags;
}
NTSTATUS NTAPI FsRtlAllocateExtraCreateParameter(
    LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, ULONG PoolTag,
    PVOID* EcpContext) {
  return allocate({EcpType, SizeOfContext, Flags, CleanupCallback, PoolTag}, nullptr, EcpContext);
}
NTSTATUS NTAPI FsRtlAllocateExtraCreateParameterFromLookasideList(
    LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, PVOID LookasideList,
    PVOID* EcpContext) {
  auto* list = static_cast<PPAGED_LOOKASIDE_LIST>(LookasideList);
  return allocate({EcpType, SizeOfContext, Flags, CleanupCallback, list->L.Tag}, list, EcpContext);
}
VOID NTAPI FsRtlFreeExtraCreateParameter(PVOID EcpContext) {
  Header& header = header_of_ecp(EcpContext);
  if (linked(header)) {
    violation(Rule::Object, nullptr, reinterpret_cast<uint64_t>(EcpContext),
              "Flt.Ecp: an extra create parameter was freed while it is in a list; remove it with "
              "FltRemoveExtraCreateParameter first");
  }
  free_header(header);
}
// Both kinds of list begin alike (GENERAL_LOOKASIDE); an entry is a header and a context.
VOID NTAPI FsRtlInitExtraCreateParameterLookasideList(PVOID Lookaside,
                                                      FSRTL_ECP_LOOKASIDE_FLAGS Flags, SIZE_T Size,
                                                      ULONG Tag) {
  const SIZE_T entry = kContextOffset + Size;
  if ((Flags & FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL) != 0) {
    ExInitializeNPagedLookasideList(static_cast<PNPAGED_LOOKASIDE_LIST>(Lookaside), nullptr,
                                    nullptr, 0, entry, Tag, 0);
  } else {
    ExInitializePagedLookasideList(static_cast<PPAGED_LOOKASIDE_LIST>(Lookaside), nullptr, nullptr,
                                   0, entry, Tag, 0);
  }
}
VOID NTAPI FsRtlDeleteExtraCreateParameterLookasideList(PVOID Lookaside,
                                                        FSRTL_ECP_LOOKASIDE_FLAGS Flags) {
  if ((Flags & FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL) != 0) {
    ExDeleteNPagedLookasideList(static_cast<PNPAGED_LOOKASIDE_LIST>(Lookaside));
  } else {
    ExDeletePagedLookasideList(static_cast<PPAGED_LOOKASIDE_LIST>(Lookaside));
  }
}
NTSTATUS NTAPI FsRtlInsertExtraCreateParameter(PECP_LIST EcpList, PVOID EcpContext) {
  return insert(list_of(EcpList), EcpContext);
}
NTSTATUS NTAPI FsRtlFindExtraCreateParameter(PECP_LIST EcpList, LPCGUID EcpType, PVOID* EcpContext,
                                             ULONG* EcpContextSize) {
  Header* header = find(list_of(EcpList), *EcpType);
  if (header == nullptr) {
    if (EcpContext != nullptr) *EcpContext = nullptr;
    if (EcpContextSize != nullptr) *EcpContextSize = 0;
    return STATUS_NOT_FOUND;
  }
  give(*header, EcpContext, EcpContextSize);
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FsRtlRemoveExtraCreateParameter(PECP_LIST EcpList, LPCGUID EcpType,
                                               PVOID* EcpContext, ULONG* EcpContextSize) {
  Header* header = find(list_of(EcpList), *EcpType);
  if (header == nullptr) return STATUS_NOT_FOUND;
  unlink(*header);
  give(*header, EcpContext, EcpContextSize);
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FsRtlGetNextExtraCreateParameter(PECP_LIST EcpList, PVOID CurrentEcpContext,
                                                LPGUID NextEcpType, PVOID* NextEcpContext,
                                                ULONG* NextEcpContextSize) {
  return next(list_of(EcpList), CurrentEcpContext, NextEcpType, NextEcpContext, NextEcpContextSize);
}
VOID NTAPI FsRtlAcknowledgeEcp(PVOID EcpContext) {
  header_of_ecp(EcpContext).flags |= kAcknowledged;
}
VOID NTAPI FsRtlPrepareToReuseEcp(PVOID EcpContext) {
  header_of_ecp(EcpContext).flags &= ~kAcknowledged;
}
BOOLEAN NTAPI FsRtlIsEcpAcknowledged(PVOID EcpContext) {
  return (header_of_ecp(EcpContext).flags & kAcknowledged) != 0 ? TRUE : FALSE;
}
BOOLEAN NTAPI FsRtlIsEcpFromUserMode(PVOID EcpContext) {
  return (header_of_ecp(EcpContext).flags & kFromUserMode) != 0 ? TRUE : FALSE;
}
NTSTATUS NTAPI FsRtlGetEcpListFromIrp(PIRP Irp, PECP_LIST* EcpList) {
  *EcpList = nullptr;
  const PECP_LIST* slot = slot_of(Irp);
  if (slot == nullptr) return STATUS_INVALID_PARAMETER;
  *EcpList = *slot;
  return STATUS_SUCCESS;
}
NTSTATUS NTAPI FsRtlSetEcpListIntoIrp(PIRP Irp, PECP_LIST EcpList) {
  PECP_LIST* slot = slot_of(Irp);
  if (slot == nullptr) return STATUS_INVALID_PARAMETER_2;
  if (*slot != nullptr) return STATUS_INVALID_PARAMETER_3;
  *slot = EcpList;
  return STATUS_SUCCESS;
}

// ------------------------------------------------------------------ Flt*: the same, for a filter
NTSTATUS NTAPI FltAllocateExtraCreateParameterList(PFLT_FILTER Filter,
                                                   FSRTL_ALLOCATE_ECPLIST_FLAGS Flags,
                                                   PECP_LIST* EcpList) {
  filter_of(Filter);
  return FsRtlAllocateExtraCreateParameterList(Flags, EcpList);
}
VOID NTAPI FltFreeExtraCreateParameterList(PFLT_FILTER Filter, PECP_LIST EcpList) {
  filter_of(Filter);
  free_ecp_list(EcpList);
}
NTSTATUS NTAPI FltAllocateExtraCreateParameter(
    PFLT_FILTER Filter, LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, ULONG PoolTag,
    PVOID* EcpContext) {
  filter_of(Filter);
  return FsRtlAllocateExtraCreateParameter(EcpType, SizeOfContext, Flags, CleanupCallback, PoolTag,
                                           EcpContext);
}
NTSTATUS NTAPI FltAllocateExtraCreateParameterFromLookasideList(
    PFLT_FILTER Filter, LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, PVOID LookasideList,
    PVOID* EcpContext) {
  filter_of(Filter);
  return FsRtlAllocateExtraCreateParameterFromLookasideList(
      EcpType, SizeOfContext, Flags, CleanupCallback, LookasideList, EcpContext);
}
VOID NTAPI FltFreeExtraCreateParameter(PFLT_FILTER Filter, PVOID EcpContext) {
  filter_of(Filter);
  FsRtlFreeExtraCreateParameter(EcpContext);
}
VOID NTAPI FltInitExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside,
                                                    FSRTL_ECP_LOOKASIDE_FLAGS Flags, SIZE_T Size,
                                                    ULONG Tag) {
  filter_of(Filter);
  FsRtlInitExtraCreateParameterLookasideList(Lookaside, Flags, Size, Tag);
}
VOID NTAPI FltDeleteExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside,
                                                      FSRTL_ECP_LOOKASIDE_FLAGS Flags) {
  filter_of(Filter);
  FsRtlDeleteExtraCreateParameterLookasideList(Lookaside, Flags);
}
NTSTATUS NTAPI FltInsertExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList,
                                             PVOID EcpContext) {
  filter_of(Filter);
  return insert(list_of(EcpList), EcpContext);
}
NTSTATUS NTAPI FltFindExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, LPCGUID EcpType,
                                           PVOID* EcpContext, ULONG* EcpContextSize) {
  filter_of(Filter);
  return FsRtlFindExtraCreateParameter(EcpList, EcpType, EcpContext, EcpContextSize);
}
NTSTATUS NTAPI FltRemoveExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, LPCGUID EcpType,
                                             PVOID* EcpContext, ULONG* EcpContextSize) {
  filter_of(Filter);
  return FsRtlRemoveExtraCreateParameter(EcpList, EcpType, EcpContext, EcpContextSize);
}
NTSTATUS NTAPI FltGetNextExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList,
                                              PVOID CurrentEcpContext, LPGUID NextEcpType,
                                              PVOID* NextEcpContext, ULONG* NextEcpContextSize) {
  filter_of(Filter);
  return next(list_of(EcpList), CurrentEcpContext, NextEcpType, NextEcpContext, NextEcpContextSize);
}
VOID NTAPI FltAcknowledgeEcp(PFLT_FILTER Filter, PVOID EcpContext) {
  filter_of(Filter);
  FsRtlAcknowledgeEcp(EcpContext);
}
VOID NTAPI FltPrepareToReuseEcp(PFLT_FILTER Filter, PVOID EcpContext) {
  filter_of(Filter);
  FsRtlPrepareToReuseEcp(EcpContext);
}
BOOLEAN NTAPI FltIsEcpAcknowledged(PFLT_FILTER Filter, PVOID EcpContext) {
  filter_of(Filter);
  return FsRtlIsEcpAcknowledged(EcpContext);
}
BOOLEAN NTAPI FltIsEcpFromUserMode(PFLT_FILTER Filter, PVOID EcpContext) {
  filter_of(Filter);
  return FsRtlIsEcpFromUserMode(EcpContext);
}

// ------------------------------------------------------------------ and of a create in progress
NTSTATUS NTAPI FltGetEcpListFromCallbackData(PFLT_FILTER Filter, PFLT_CALLBACK_DATA CallbackData,
                                             PECP_LIST* EcpList) {
  filter_of(Filter);
  *EcpList = nullptr;
  const CallData& data = call_data(CallbackData);
  if (data.iopb.MajorFunction != IRP_MJ_CREATE || data.request == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  *EcpList = data.request->ecp_list;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltSetEcpListIntoCallbackData(PFLT_FILTER Filter, PFLT_CALLBACK_DATA CallbackData,
                                             PECP_LIST EcpList) {
  filter_of(Filter);
  CallData& data = call_data(CallbackData);
  if (data.iopb.MajorFunction != IRP_MJ_CREATE || data.request == nullptr ||
      (data.data.Flags & FLTFL_CALLBACK_DATA_IRP_OPERATION) == 0) {
    return STATUS_INVALID_PARAMETER_2;
  }
  if (data.request->ecp_list != nullptr) return STATUS_INVALID_PARAMETER_3;
  list_of(EcpList);
  data.request->ecp_list = EcpList;
  if (data.kind == DataKind::Operation) static_cast<Op&>(data).owns_ecp_list = true;
  return STATUS_SUCCESS;
}

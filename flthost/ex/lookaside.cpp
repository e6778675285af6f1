// Lookaside lists. Drivers pop and push inline and call L.Allocate and L.Free on a miss, so those
// must be addresses that driver code can call.
#include <flthost/ex/ex.h>

#include <atomic>
#include <cstring>

#include "ex_internal.h"

// The exported routines have the names of WDK macros.
#undef ExAllocateFromPagedLookasideList
#undef ExFreeToPagedLookasideList

using namespace flthost;

namespace flthost::ex {

namespace {

std::atomic<const void* (*)(const char*)> g_address_of{nullptr};
std::atomic<int64_t> g_lists{0};

template <typename List>
void initialize(List& list, POOL_TYPE type, SIZE_T size, ULONG tag) {
  std::memset(&list, 0, sizeof list);
  InitializeSListHead(&list.ListHead);
  list.Depth = 256;
  list.MaximumDepth = 256;
  list.Type = type;
  list.Tag = tag;
  // An entry holds the list's link while it is free.
  list.Size = static_cast<ULONG>(size < sizeof(SLIST_ENTRY) ? sizeof(SLIST_ENTRY) : size);
  list.ListEntry.Flink = list.ListEntry.Blink = &list.ListEntry;
  g_lists.fetch_add(1);
}

template <typename Routine>
Routine default_routine(const char* name, const void* routine) {
  return reinterpret_cast<Routine>(const_cast<void*>(driver_callable(name, routine)));
}

const void* default_allocate() {
  return driver_callable("ExAllocatePoolWithTag",
                         reinterpret_cast<const void*>(&ExAllocatePoolWithTag));
}
const void* default_free() {
  return driver_callable("ExFreePool", reinterpret_cast<const void*>(&ExFreePool));
}

void initialize_general(GENERAL_LOOKASIDE& list, POOL_TYPE type, PALLOCATE_FUNCTION allocate,
                        PFREE_FUNCTION free, ULONG flags, SIZE_T size, ULONG tag) {
  initialize(list, static_cast<POOL_TYPE>(static_cast<ULONG>(type) | flags), size, tag);
  list.Allocate = allocate != nullptr ? allocate
                                      : default_routine<PALLOCATE_FUNCTION>(
                                            "ExAllocatePoolWithTag",
                                            reinterpret_cast<const void*>(&ExAllocatePoolWithTag));
  list.Free = free != nullptr ? free
                              : default_routine<PFREE_FUNCTION>(
                                    "ExFreePool", reinterpret_cast<const void*>(&ExFreePool));
}

void free_entry(GENERAL_LOOKASIDE& list, PSLIST_ENTRY entry) {
  if (reinterpret_cast<const void*>(list.Free) == default_free()) {
    ExFreePool(entry);
  } else {
    ke::invoke(list.Free, entry);
  }
}

void drain(GENERAL_LOOKASIDE& list) {
  while (PSLIST_ENTRY const entry = ExpInterlockedPopEntrySList(&list.ListHead)) {
    free_entry(list, entry);
  }
}

}  // namespace

void install_routine_address(const void* (*address_of)(const char*)) {
  g_address_of.store(address_of);
}

const void* driver_callable(const char* name, const void* routine) {
  auto* const address_of = g_address_of.load(std::memory_order_relaxed);
  const void* const thunk = address_of != nullptr ? address_of(name) : nullptr;
  return thunk != nullptr ? thunk : routine;
}

uint64_t lookaside_leaks() {
  return static_cast<uint64_t>(g_lists.load());
}

}  // namespace flthost::ex

using namespace flthost::ex;

VOID NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside,
                                           PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free,
                                           ULONG Flags, SIZE_T Size, ULONG Tag, USHORT) {
  initialize_general(Lookaside->L, NonPagedPoolNx, Allocate, Free,
                     Flags & POOL_RAISE_IF_ALLOCATION_FAILURE, Size, Tag);
}

VOID NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside,
                                          PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free,
                                          ULONG Flags, SIZE_T Size, ULONG Tag, USHORT) {
  initialize_general(Lookaside->L, PagedPool, Allocate, Free,
                     Flags & POOL_RAISE_IF_ALLOCATION_FAILURE, Size, Tag);
}

VOID NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside) {
  drain(Lookaside->L);
  g_lists.fetch_sub(1);
}

VOID NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside) {
  drain(Lookaside->L);
  g_lists.fetch_sub(1);
}

PVOID NTAPI ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside) {
  GENERAL_LOOKASIDE& list = Lookaside->L;
  if (PSLIST_ENTRY const entry = ExpInterlockedPopEntrySList(&list.ListHead)) return entry;
  if (reinterpret_cast<const void*>(list.Allocate) == default_allocate()) {
    return ExAllocatePoolWithTag(list.Type, list.Size, list.Tag);
  }
  return ke::invoke(list.Allocate, list.Type, list.Size, list.Tag);
}

VOID NTAPI ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry) {
  GENERAL_LOOKASIDE& list = Lookaside->L;
  auto* const entry = static_cast<PSLIST_ENTRY>(Entry);
  if (ExQueryDepthSList(&list.ListHead) >= list.Depth) {
    free_entry(list, entry);
  } else {
    ExpInterlockedPushEntrySList(&list.ListHead, entry);
  }
}

NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside,
                                           PALLOCATE_FUNCTION_EX Allocate, PFREE_FUNCTION_EX Free,
                                           POOL_TYPE PoolType, ULONG Flags, SIZE_T Size, ULONG Tag,
                                           USHORT Depth) {
  constexpr ULONG kFlags =
      EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL | EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE;
  // What POOL_TYPE knows: paged, cache-aligned, session and no-execute.
  constexpr ULONG kTypes = NonPagedPoolNx | 32 | 7;
  if (Depth != 0) return STATUS_INVALID_PARAMETER_8;
  ULONG wanted = 0;  // a driver's value may be out of the type's range
  std::memcpy(&wanted, &PoolType, sizeof wanted);
  if ((wanted & ~kTypes) != 0) return STATUS_INVALID_PARAMETER_4;
  if ((Flags & ~kFlags) != 0 || Flags == kFlags) return STATUS_INVALID_PARAMETER_5;
  ULONG type = wanted;
  if ((Flags & EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL) != 0) {
    type |= POOL_RAISE_IF_ALLOCATION_FAILURE;
  }
  initialize(Lookaside->L, static_cast<POOL_TYPE>(type), Size, Tag);
  // In this ABI the fourth argument that the default does not know does no harm.
  Lookaside->L.AllocateEx =
      Allocate != nullptr
          ? Allocate
          : default_routine<PALLOCATE_FUNCTION_EX>(
                "ExAllocatePoolWithTag", reinterpret_cast<const void*>(&ExAllocatePoolWithTag));
  Lookaside->L.FreeEx = Free != nullptr
                            ? Free
                            : default_routine<PFREE_FUNCTION_EX>(
                                  "ExFreePool", reinterpret_cast<const void*>(&ExFreePool));
  return STATUS_SUCCESS;
}

VOID NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside) {
  while (PSLIST_ENTRY const entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead)) {
    if (reinterpret_cast<const void*>(Lookaside->L.FreeEx) == default_free()) {
      ExFreePool(entry);
    } else {
      ke::invoke(Lookaside->L.FreeEx, entry, Lookaside);
    }
  }
}

VOID NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside) {
  ExFlushLookasideListEx(Lookaside);
  g_lists.fetch_sub(1);
}

namespace flthost::ex {

ke::ExportTable lookaside_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExInitializeNPagedLookasideList),
      FLTHOST_EXPORT(ExInitializePagedLookasideList),
      FLTHOST_EXPORT(ExDeleteNPagedLookasideList),
      FLTHOST_EXPORT(ExDeletePagedLookasideList),
      FLTHOST_EXPORT(ExAllocateFromPagedLookasideList),
      FLTHOST_EXPORT(ExFreeToPagedLookasideList),
      FLTHOST_EXPORT(ExInitializeLookasideListEx),
      FLTHOST_EXPORT(ExFlushLookasideListEx),
      FLTHOST_EXPORT(ExDeleteLookasideListEx),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex

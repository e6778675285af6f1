// Interlocked singly linked lists. The top bit of the sequence serves as a lock, so that no pop
// reads the link of an entry that another pop has given away and freed.
#include <sched.h>

#include "ke_internal.h"

using namespace flthost;

namespace {

constexpr ULONGLONG kBusy = 1ULL << 63;
constexpr ULONGLONG kDepthMask = 0xffff;

std::atomic_ref<ULONGLONG> word_of(PSLIST_HEADER list) {
  return std::atomic_ref<ULONGLONG>(list->Alignment);
}

ULONGLONG lock_list(PSLIST_HEADER list) {
  for (int spins = 0;; ++spins) {
    const ULONGLONG word = word_of(list).fetch_or(kBusy, std::memory_order_acquire);
    if ((word & kBusy) == 0) return word;
    if (spins > 50) sched_yield();
  }
}

PSLIST_ENTRY first_of(ULONGLONG region) {
  return reinterpret_cast<PSLIST_ENTRY>(region & ~0xfULL);
}

void unlock_list(PSLIST_HEADER list, ULONGLONG word, PSLIST_ENTRY first, ULONGLONG depth) {
  constexpr ULONGLONG kNext = 1ULL << 16;
  std::atomic_ref<ULONGLONG>(list->Region)
      .store(reinterpret_cast<ULONGLONG>(first), std::memory_order_relaxed);
  const ULONGLONG sequence = (word + kNext) & ~kDepthMask & ~kBusy;
  word_of(list).store(sequence | (depth & kDepthMask), std::memory_order_release);
}

}  // namespace

VOID NTAPI InitializeSListHead(PSLIST_HEADER SListHead) {
  SListHead->Alignment = 0;
  SListHead->Region = 0;
}

USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER SListHead) {
  return static_cast<USHORT>(word_of(SListHead).load(std::memory_order_relaxed) & kDepthMask);
}

PSLIST_ENTRY NTAPI FirstEntrySList(const SLIST_HEADER* SListHead) {
  return first_of(std::atomic_ref<ULONGLONG>(const_cast<SLIST_HEADER*>(SListHead)->Region)
                      .load(std::memory_order_relaxed));
}

PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry) {
  if ((reinterpret_cast<ULONG_PTR>(ListEntry) & 0xf) != 0) {
    ke::bugcheck({.code = 0x1E,
                  .parameters = {static_cast<uint32_t>(STATUS_DATATYPE_MISALIGNMENT),
                                 reinterpret_cast<uint64_t>(ListEntry), 0, 0},
                  .reason = "An SLIST entry must be 16-byte aligned; allocate it from pool or "
                            "declare it DECLSPEC_ALIGN(MEMORY_ALLOCATION_ALIGNMENT)."});
  }
  const ULONGLONG word = lock_list(ListHead);
  PSLIST_ENTRY const first = first_of(ListHead->Region);
  ListEntry->Next = first;
  unlock_list(ListHead, word, ListEntry, (word & kDepthMask) + 1);
  return first;
}

PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead) {
  const ULONGLONG word = lock_list(ListHead);
  PSLIST_ENTRY const first = first_of(ListHead->Region);
  if (first == nullptr) {
    word_of(ListHead).store(word, std::memory_order_release);
    return nullptr;
  }
  unlock_list(ListHead, word, first->Next, (word & kDepthMask) - 1);
  return first;
}

PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead) {
  const ULONGLONG word = lock_list(ListHead);
  PSLIST_ENTRY const first = first_of(ListHead->Region);
  unlock_list(ListHead, word, nullptr, 0);
  return first;
}

namespace flthost::ke {

ExportTable slist_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(InitializeSListHead),
      FLTHOST_EXPORT(ExQueryDepthSList),
      FLTHOST_EXPORT(FirstEntrySList),
      FLTHOST_EXPORT(ExpInterlockedPushEntrySList),
      FLTHOST_EXPORT(ExpInterlockedPopEntrySList),
      FLTHOST_EXPORT(ExpInterlockedFlushSList),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ke

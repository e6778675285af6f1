// ExAllocatePool... and ExFreePool... as drivers call them.
#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>

#include <cstring>

#include "ex_internal.h"

using namespace flthost;

namespace {

constexpr ULONG kNoTag = 0x656e6f4e;  // "None"

bool is_paged(ULONG pool_type) {
  return (pool_type & 1) != 0;
}

PVOID allocate(ULONG pool_type, SIZE_T bytes, ULONG tag) {
  const KIRQL irql = ke::current_irql();
  if (bytes == 0) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x0, irql, pool_type, 0},
                  .reason = "A pool allocation of zero bytes; check the length first."});
  }
  if (is_paged(pool_type) && irql > APC_LEVEL) {
    ke::bugcheck({.code = 0xC4,
                  .parameters = {0x1, irql, pool_type, bytes},
                  .reason = "Paged pool is allocated above APC_LEVEL; use nonpaged pool there."});
  }
  return ex::pool_allocate(bytes, tag, is_paged(pool_type), false);
}

PVOID or_raise(PVOID memory, bool raise) {
  if (memory == nullptr && raise) mm::raise_to_driver(STATUS_INSUFFICIENT_RESOURCES);
  return memory;
}

}  // namespace

PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
  const auto type = static_cast<ULONG>(PoolType);
  return or_raise(allocate(type, NumberOfBytes, Tag),
                  (type & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0);
}

PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes) {
  return ExAllocatePoolWithTag(PoolType, NumberOfBytes, kNoTag);
}

PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                          EX_POOL_PRIORITY) {
  return ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
}

PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag) {
  const auto type = static_cast<ULONG>(PoolType);
  return or_raise(allocate(type, NumberOfBytes, Tag),
                  (type & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) == 0);
}

PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes) {
  return ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, kNoTag);
}

PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag) {
  constexpr POOL_FLAGS kKinds = POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED;
  const POOL_FLAGS kind = Flags & kKinds;
  const bool raise = (Flags & POOL_FLAG_RAISE_ON_FAILURE) != 0;
  // Documented: exactly one kind, a tag, and a length, else the call fails.
  if (kind == 0 || (kind & (kind - 1)) != 0 || Tag == 0 || NumberOfBytes == 0) {
    if (raise) mm::raise_to_driver(STATUS_INVALID_PARAMETER);
    return nullptr;
  }
  PVOID const memory = or_raise(
      allocate(kind == POOL_FLAG_PAGED ? PagedPool : NonPagedPoolNx, NumberOfBytes, Tag), raise);
  if (memory != nullptr && (Flags & POOL_FLAG_UNINITIALIZED) == 0) {
    std::memset(memory, 0, NumberOfBytes);
  }
  return memory;
}

// No extended parameter is offered: optional ones are ignored, a required one fails the call. The
// first word of each: the type in its low byte, "optional" in the bit after.
PVOID NTAPI ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag,
                            PCPOOL_EXTENDED_PARAMETER ExtendedParameters,
                            ULONG ExtendedParametersCount) {
  constexpr ULONG64 kPriority = 1;  // a hint only, whether optional or not
  constexpr ULONG64 kOptional = 0x100;
  for (ULONG i = 0; i < ExtendedParametersCount; ++i) {
    ULONG64 kind = 0;
    std::memcpy(&kind, &ExtendedParameters[i], sizeof kind);
    if ((kind & 0xff) != kPriority && (kind & kOptional) == 0) {
      return or_raise(nullptr, (Flags & POOL_FLAG_RAISE_ON_FAILURE) != 0);
    }
  }
  return ExAllocatePool2(Flags, NumberOfBytes, Tag);
}

VOID NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag) {
  ex::pool_free(P, Tag, false);
}
VOID NTAPI ExFreePool(PVOID P) {
  ex::pool_free(P, 0, false);
}
VOID NTAPI ExFreePool2(PVOID P, ULONG Tag, POOL_EXTENDED_PARAMETER*, ULONG) {
  ex::pool_free(P, Tag, false);
}

SIZE_T NTAPI ExQueryPoolBlockSize(PVOID PoolBlock, PBOOLEAN QuotaCharged) {
  *QuotaCharged = FALSE;
  return ex::pool_block_size(PoolBlock);
}

namespace flthost::ex {

ke::ExportTable pool_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExAllocatePoolWithTag),
      FLTHOST_EXPORT(ExAllocatePool),
      FLTHOST_EXPORT(ExAllocatePoolWithTagPriority),
      FLTHOST_EXPORT(ExAllocatePoolWithQuotaTag),
      FLTHOST_EXPORT(ExAllocatePoolWithQuota),
      FLTHOST_EXPORT(ExAllocatePool2),
      FLTHOST_EXPORT(ExAllocatePool3),
      FLTHOST_EXPORT(ExFreePoolWithTag),
      FLTHOST_EXPORT(ExFreePool),
      FLTHOST_EXPORT(ExFreePool2),
      FLTHOST_EXPORT(ExQueryPoolBlockSize),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ex

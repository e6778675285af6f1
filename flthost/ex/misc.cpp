// Interlocked lists, executive timers, time zones and identifiers.
#include <flthost/ex/ex.h>
#include <sys/random.h>
#include <time.h>

#include <atomic>
#include <cstring>
#include <vector>

#include "ex_internal.h"

using namespace flthost;

namespace {

// Legal at any IRQL, as the routines that use it are.
class SpinGuard {
 public:
  explicit SpinGuard(PKSPIN_LOCK lock)
      : lock_(lock),
        old_(ke::raise_irql(ke::current_irql() > DISPATCH_LEVEL ? ke::current_irql()
                                                                : KIRQL{DISPATCH_LEVEL})) {
    ke::acquire_spin_lock(lock_);
  }
  ~SpinGuard() {
    ke::release_spin_lock(lock_);
    ke::lower_irql(old_);
  }
  SpinGuard(const SpinGuard&) = delete;
  SpinGuard& operator=(const SpinGuard&) = delete;

 private:
  PKSPIN_LOCK lock_;
  KIRQL old_;
};

int64_t zone_bias() {
  const time_t now = time(nullptr);
  tm local{};
  localtime_r(&now, &local);
  return static_cast<int64_t>(local.tm_gmtoff) * 10'000'000;
}

}  // namespace

PLIST_ENTRY NTAPI ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
                                              PKSPIN_LOCK Lock) {
  const SpinGuard guard(Lock);
  PLIST_ENTRY const first = IsListEmpty(ListHead) ? nullptr : ListHead->Flink;
  InsertHeadList(ListHead, ListEntry);
  return first;
}

PLIST_ENTRY NTAPI ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
                                              PKSPIN_LOCK Lock) {
  const SpinGuard guard(Lock);
  PLIST_ENTRY const last = IsListEmpty(ListHead) ? nullptr : ListHead->Blink;
  InsertTailList(ListHead, ListEntry);
  return last;
}

PLIST_ENTRY NTAPI ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock) {
  const SpinGuard guard(Lock);
  return IsListEmpty(ListHead) ? nullptr : RemoveHeadList(ListHead);
}

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead,
                                                    PSINGLE_LIST_ENTRY ListEntry,
                                                    PKSPIN_LOCK Lock) {
  const SpinGuard guard(Lock);
  PSINGLE_LIST_ENTRY const first = ListHead->Next;
  ListEntry->Next = first;
  ListHead->Next = ListEntry;
  return first;
}

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock) {
  const SpinGuard guard(Lock);
  PSINGLE_LIST_ENTRY const first = ListHead->Next;
  if (first != nullptr) ListHead->Next = first->Next;
  return first;
}

ULONG NTAPI ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK) {
  return std::atomic_ref<ULONG>(*Addend).fetch_add(Increment);
}

LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment,
                                                 PKSPIN_LOCK) {
  LARGE_INTEGER before;
  before.QuadPart = std::atomic_ref<LONGLONG>(Addend->QuadPart).fetch_add(Increment.QuadPart);
  return before;
}

VOID NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime) {
  LocalTime->QuadPart = SystemTime->QuadPart + zone_bias();
}

VOID NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime) {
  SystemTime->QuadPart = LocalTime->QuadPart - zone_bias();
}

// Random (version 4); unique on every machine, so never RPC_NT_UUID_LOCAL_ONLY.
NTSTATUS NTAPI ExUuidCreate(UUID* Uuid) {
  if (getrandom(Uuid, sizeof *Uuid, 0) != static_cast<ssize_t>(sizeof *Uuid)) return STATUS_RETRY;
  Uuid->Data3 = static_cast<USHORT>((Uuid->Data3 & 0x0fff) | 0x4000);
  Uuid->Data4[0] = static_cast<UCHAR>((Uuid->Data4[0] & 0x3f) | 0x80);
  return STATUS_SUCCESS;
}

KPROCESSOR_MODE NTAPI ExGetPreviousMode() {
  return ke::is_system_thread() ? static_cast<KPROCESSOR_MODE>(KernelMode)
                                : static_cast<KPROCESSOR_MODE>(UserMode);
}

// Handles are not kept in tables of the kernel's layout (no export gives one out): none matches.
BOOLEAN NTAPI ExEnumHandleTable(PHANDLE_TABLE, PEX_ENUM_HANDLE_CALLBACK, PVOID, PHANDLE Handle) {
  if (Handle != nullptr) *Handle = nullptr;
  return FALSE;
}

// ---------------------------------------------------------------- executive timers

struct _EX_TIMER {
  KTIMER timer;  // first: an EX_TIMER can be waited on
  KDPC dpc;
  PEXT_CALLBACK callback;
  PVOID context;
};

namespace {

constexpr uint32_t kTimerTag = 0x6d54'7845;  // "ExTm"

VOID NTAPI timer_dpc(PKDPC, PVOID context, PVOID, PVOID) {
  auto* const timer = static_cast<PEX_TIMER>(context);
  if (timer->callback != nullptr) ke::invoke(timer->callback, timer, timer->context);
}

}  // namespace

PEX_TIMER NTAPI ExAllocateTimer(PEXT_CALLBACK Callback, PVOID CallbackContext, ULONG Attributes) {
  auto* const timer =
      static_cast<PEX_TIMER>(ex::pool_allocate(sizeof(_EX_TIMER), kTimerTag, false, false));
  if (timer == nullptr) return nullptr;
  KeInitializeTimerEx(&timer->timer, (Attributes & EX_TIMER_NOTIFICATION) != 0
                                         ? NotificationTimer
                                         : SynchronizationTimer);
  timer->callback = Callback;
  timer->context = CallbackContext;
  ke::initialize_host_dpc(timer->dpc, timer_dpc, timer);
  return timer;
}

BOOLEAN NTAPI ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period, PEXT_SET_PARAMETERS) {
  LARGE_INTEGER due;
  due.QuadPart = DueTime;
  // Periods are kept in milliseconds, rounded up.
  const auto period = static_cast<uint32_t>((Period + 9'999) / 10'000);
  return ke::set_timer(Timer->timer, ke::deadline_of(&due), period, &Timer->dpc) ? TRUE : FALSE;
}

BOOLEAN NTAPI ExCancelTimer(PEX_TIMER Timer, PEXT_CANCEL_PARAMETERS) {
  return ke::cancel_timer(Timer->timer) ? TRUE : FALSE;
}

BOOLEAN NTAPI ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait,
                            PEXT_DELETE_PARAMETERS Parameters) {
  if (Wait != FALSE && Cancel == FALSE) {
    ke::bugcheck({.code = 0xC7,  // TIMER_OR_DPC_INVALID
                  .parameters = {0, reinterpret_cast<uint64_t>(Timer), 0, 0},
                  .reason = "ExDeleteTimer with Wait but without Cancel; pass TRUE for both."});
  }
  const bool cancelled = ke::cancel_timer(Timer->timer);
  // Whatever is running of it has ended before it is freed, also when the caller doesn't wait.
  if (ke::current_irql() < DISPATCH_LEVEL) ke::flush_dpcs();
  KeRemoveQueueDpc(&Timer->dpc);
  if (Parameters != nullptr && Parameters->DeleteCallback != nullptr) {
    ke::invoke(Parameters->DeleteCallback, Parameters->DeleteContext);
  }
  ex::pool_free(Timer, kTimerTag, false);
  return cancelled ? TRUE : FALSE;
}

namespace flthost::ex {

ke::ExportTable misc_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ExInterlockedInsertHeadList),
      FLTHOST_EXPORT(ExInterlockedInsertTailList),
      FLTHOST_EXPORT(ExInterlockedRemoveHeadList),
      FLTHOST_EXPORT(ExInterlockedPushEntryList),
      FLTHOST_EXPORT(ExInterlockedPopEntryList),
      FLTHOST_EXPORT(ExInterlockedAddUlong),
      FLTHOST_EXPORT(ExInterlockedAddLargeInteger),
      FLTHOST_EXPORT(ExSystemTimeToLocalTime),
      FLTHOST_EXPORT(ExLocalTimeToSystemTime),
      FLTHOST_EXPORT(ExUuidCreate),
      FLTHOST_EXPORT(ExGetPreviousMode),
      FLTHOST_EXPORT(ExEnumHandleTable),
      FLTHOST_EXPORT(ExAllocateTimer),
      FLTHOST_EXPORT(ExSetTimer),
      FLTHOST_EXPORT(ExCancelTimer),
      FLTHOST_EXPORT(ExDeleteTimer),
  };
  return {rows, std::size(rows)};
}

ke::ExportTable exports() {
  static const auto* const all = [] {
    auto* const rows = new std::vector<ke::Export>;
    for (const ke::ExportTable& part :
         {pool_exports(), lookaside_exports(), resource_exports(), mutex_exports(),
          pushlock_exports(), rundown_exports(), work_exports(), misc_exports()}) {
      rows->insert(rows->end(), part.rows, part.rows + part.count);
    }
    return rows;
  }();
  return {all->data(), all->size()};
}

}  // namespace flthost::ex

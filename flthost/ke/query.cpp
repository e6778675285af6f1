// What drivers ask about processors and time, and where a thread may run.
#include <time.h>

#include <vector>

#include "ke_internal.h"

using namespace flthost;

namespace {

// No kernel debugger is attached to this kernel, and it did not start in safe mode. The build is
// that of PsGetVersion, a free one (0xF in the upper four bits).
BOOLEAN debugger_enabled = FALSE;
BOOLEAN debugger_not_present = TRUE;
ULONG safe_boot_mode = 0;
ULONG build_number = 0xF000'0000 | 19045;

KAFFINITY all_processors() {
  const int count = ke::processor_count();
  return count >= 64 ? ~0ULL : (1ULL << count) - 1;
}

int lowest(KAFFINITY mask) {
  return __builtin_ctzll(mask);
}

}  // namespace

extern "C" CCHAR KeNumberProcessors;
CCHAR KeNumberProcessors = 1;

LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency) {
  if (PerformanceFrequency != nullptr) PerformanceFrequency->QuadPart = 10'000'000;
  LARGE_INTEGER now;
  now.QuadPart = ke::interrupt_time();
  return now;
}

ULONG NTAPI KeQueryTimeIncrement() {
  return 156'250;
}

VOID NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime) {
  CurrentTime->QuadPart = ke::system_time();
}

VOID NTAPI KeStallExecutionProcessor(ULONG MicroSeconds) {
  timespec start{};
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &start);
  do {
    __builtin_ia32_pause();
    clock_gettime(CLOCK_MONOTONIC, &now);
  } while ((now.tv_sec - start.tv_sec) * 1'000'000 + (now.tv_nsec - start.tv_nsec) / 1'000 <
           static_cast<int64_t>(MicroSeconds));
}

ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber) {
  const auto index = static_cast<ULONG>(ke::current_processor());
  if (ProcNumber != nullptr) {
    *ProcNumber = PROCESSOR_NUMBER{};
    ProcNumber->Number = static_cast<UCHAR>(index);
  }
  return index;
}

// As a DPC that has run long is told on NT: others wait for this processor.
ULONG NTAPI KeShouldYieldProcessor() {
  return ke::processor_is_wanted() ? 1 : 0;
}

ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors) {
  if (ActiveProcessors != nullptr) *ActiveProcessors = all_processors();
  return static_cast<ULONG>(ke::processor_count());
}

ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber) {
  return GroupNumber == 0 || GroupNumber == ALL_PROCESSOR_GROUPS
             ? static_cast<ULONG>(ke::processor_count())
             : 0;
}

ULONG NTAPI KeQueryMaximumProcessorCount() {
  return static_cast<ULONG>(ke::processor_count());
}

ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber) {
  return KeQueryActiveProcessorCountEx(GroupNumber);
}

KAFFINITY NTAPI KeQueryActiveProcessors() {
  return all_processors();
}
USHORT NTAPI KeQueryActiveGroupCount() {
  return 1;
}
USHORT NTAPI KeQueryMaximumGroupCount() {
  return 1;
}

KAFFINITY NTAPI KeQueryGroupAffinity(USHORT GroupNumber) {
  return GroupNumber == 0 ? all_processors() : 0;
}

NTSTATUS NTAPI KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber) {
  if (ProcIndex >= static_cast<ULONG>(ke::processor_count())) return STATUS_INVALID_PARAMETER;
  *ProcNumber = PROCESSOR_NUMBER{};
  ProcNumber->Number = static_cast<UCHAR>(ProcIndex);
  return STATUS_SUCCESS;
}

ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber) {
  constexpr ULONG kInvalid = 0xffffffff;
  if (ProcNumber->Group != 0 || ProcNumber->Number >= ke::processor_count()) return kInvalid;
  return ProcNumber->Number;
}

KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY Affinity) {
  ke::Thread& thread = ke::current_thread();
  const KAFFINITY usable = Affinity & all_processors();
  if (usable == 0) return 0;
  const KAFFINITY old = thread.affinity;
  thread.affinity = usable;
  // At DISPATCH_LEVEL it moves when the IRQL is lowered, as on NT.
  if (thread.irql < DISPATCH_LEVEL && ((usable >> thread.processor) & 1) == 0) {
    thread.processor = lowest(usable);
  }
  return old == ~0ULL ? 0 : old;
}

VOID NTAPI KeSetSystemAffinityThread(KAFFINITY Affinity) {
  KeSetSystemAffinityThreadEx(Affinity);
}

VOID NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY Affinity) {
  ke::current_thread().affinity = Affinity != 0 ? Affinity & all_processors() : ~0ULL;
}

VOID NTAPI KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity,
                                          PGROUP_AFFINITY PreviousAffinity) {
  const KAFFINITY old = Affinity->Group == 0 ? KeSetSystemAffinityThreadEx(Affinity->Mask) : 0;
  if (PreviousAffinity != nullptr) {
    *PreviousAffinity = GROUP_AFFINITY{};
    PreviousAffinity->Mask = old;
  }
}

VOID NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity) {
  KeRevertToUserAffinityThreadEx(PreviousAffinity->Mask);
}

// Linux keeps every thread's registers, at any IRQL.
NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64, PXSTATE_SAVE) {
  return STATUS_SUCCESS;
}
VOID NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE) {}

namespace flthost::ke {

ExportTable processor_exports() {
  static const Export rows[] = {
      FLTHOST_EXPORT(KeQueryPerformanceCounter),
      FLTHOST_EXPORT(KeQueryTimeIncrement),
      FLTHOST_EXPORT(KeQuerySystemTimePrecise),
      FLTHOST_EXPORT(KeStallExecutionProcessor),
      FLTHOST_EXPORT(KeGetCurrentProcessorNumberEx),
      FLTHOST_EXPORT(KeQueryActiveProcessorCount),
      FLTHOST_EXPORT(KeQueryActiveProcessorCountEx),
      FLTHOST_EXPORT(KeQueryMaximumProcessorCount),
      FLTHOST_EXPORT(KeQueryMaximumProcessorCountEx),
      FLTHOST_EXPORT(KeQueryActiveProcessors),
      FLTHOST_EXPORT(KeQueryActiveGroupCount),
      FLTHOST_EXPORT(KeQueryMaximumGroupCount),
      FLTHOST_EXPORT(KeQueryGroupAffinity),
      FLTHOST_EXPORT(KeGetProcessorNumberFromIndex),
      FLTHOST_EXPORT(KeGetProcessorIndexFromNumber),
      FLTHOST_EXPORT(KeSetSystemAffinityThread),
      FLTHOST_EXPORT(KeSetSystemAffinityThreadEx),
      FLTHOST_EXPORT(KeRevertToUserAffinityThreadEx),
      FLTHOST_EXPORT(KeSetSystemGroupAffinityThread),
      FLTHOST_EXPORT(KeRevertToUserGroupAffinityThread),
      FLTHOST_EXPORT(KeSaveExtendedProcessorState),
      FLTHOST_EXPORT(KeRestoreExtendedProcessorState),
      FLTHOST_EXPORT(KeShouldYieldProcessor),
      {"KeNumberProcessors", &KeNumberProcessors, true},
      {"KdDebuggerEnabled", &debugger_enabled, true},
      {"KdDebuggerNotPresent", &debugger_not_present, true},
      {"InitSafeBootMode", &safe_boot_mode, true},
      {"NtBuildNumber", &build_number, true},
  };
  return {rows, std::size(rows)};
}

ExportTable exports() {
  static const auto* const all = [] {
    auto* const rows = new std::vector<Export>;
    for (const ExportTable& part : {dpc_exports(), event_exports(), wait_exports(), timer_exports(),
                                    queue_exports(), spinlock_exports(), processor_exports(),
                                    region_exports(), slist_exports(), apc_exports()}) {
      rows->insert(rows->end(), part.rows, part.rows + part.count);
    }
    return rows;
  }();
  KeNumberProcessors = static_cast<CCHAR>(processor_count());
  return {all->data(), all->size()};
}

}  // namespace flthost::ke

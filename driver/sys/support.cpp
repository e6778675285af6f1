// Memory, time and threads.
#include "driver.h"

namespace sluice::driver {

Driver g;

_Use_decl_annotations_ void* allocate(uint64_t bytes, PoolTag tag) {
  return ExAllocatePoolWithTag(g.nonpaged, bytes, tag);
}

_Use_decl_annotations_ void release(void* memory, PoolTag tag) {
  if (memory != nullptr) ExFreePoolWithTag(memory, tag);
}

_Use_decl_annotations_ uint64_t counter_now() {
  return static_cast<uint64_t>(KeQueryPerformanceCounter(nullptr).QuadPart);
}

namespace {

// Ticks of the performance counter in units of 1/`per_second` s, without overflow.
uint64_t scale(uint64_t ticks, uint64_t per_second) {
  const uint64_t frequency = static_cast<uint64_t>(g.counter_frequency);
  if (frequency == per_second) return ticks;
  return ticks / frequency * per_second + ticks % frequency * per_second / frequency;
}

}  // namespace

// The system time at load plus the counter since: no read of the shared user page on every event.
_Use_decl_annotations_ int64_t time_now() {
  const int64_t ticks = static_cast<int64_t>(counter_now()) - g.base_counter;
  return g.base_time + static_cast<int64_t>(scale(static_cast<uint64_t>(ticks), 10'000'000));
}

_Use_decl_annotations_ uint64_t nanoseconds_since(uint64_t counter) {
  return scale(counter_now() - counter, 1'000'000'000);
}

_Use_decl_annotations_ SLUICE_PAGED NTSTATUS start_thread(PKSTART_ROUTINE routine, void* context,
                                                          PETHREAD* thread) {
  PAGED_CODE();
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, nullptr, OBJ_KERNEL_HANDLE, nullptr, nullptr);
  HANDLE handle = nullptr;
  NTSTATUS status = PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, nullptr, nullptr,
                                         routine, context);
  if (!NT_SUCCESS(status)) return status;
  void* object = nullptr;
  status =
      ObReferenceObjectByHandle(handle, SYNCHRONIZE, *PsThreadType, KernelMode, &object, nullptr);
  // A kernel handle that was just made can always be referenced; without the object the thread
  // could not be joined.
  NT_ASSERT(NT_SUCCESS(status));
  ZwClose(handle);
  *thread = static_cast<PETHREAD>(object);
  return status;
}

_Use_decl_annotations_ SLUICE_PAGED void join_thread(PETHREAD* thread) {
  PAGED_CODE();
  if (*thread == nullptr) return;
  KeWaitForSingleObject(*thread, Executive, KernelMode, FALSE, nullptr);
  ObDereferenceObject(*thread);
  *thread = nullptr;
}

}  // namespace sluice::driver

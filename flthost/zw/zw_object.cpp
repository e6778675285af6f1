// Objects of any type by handle: what they are, their names, waiting.
#include <flthost/ke/dispatcher.h>
#include <flthost/ob/ob.h>
#include <flthost/zw/information.h>
#include <flthost/zw/zw_rows.h>

#include <algorithm>

namespace flthost::zw {
namespace {

NTSTATUS wait_multiple(const std::vector<void*>& bodies, bool all, bool alertable,
                       PLARGE_INTEGER timeout) {
  std::vector<void*> waitable;
  for (void* const body : bodies) {
    DISPATCHER_HEADER* const header = ob::dispatcher_of(body);
    if (header == nullptr) return STATUS_OBJECT_TYPE_MISMATCH;
    waitable.push_back(header);
  }
  LARGE_INTEGER until{};
  if (timeout != nullptr && !read_from(timeout, &until)) return STATUS_ACCESS_VIOLATION;
  std::vector<KWAIT_BLOCK> blocks(waitable.size());
  return KeWaitForMultipleObjects(static_cast<ULONG>(waitable.size()), waitable.data(),
                                  all ? WaitAll : WaitAny, UserRequest, KernelMode, alertable,
                                  timeout != nullptr ? &until : nullptr, blocks.data());
}

}  // namespace
}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

// The name goes at once, or with the last handle where objects of the type keep it so long.
NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE Handle) {
  void* body = nullptr;
  const NTSTATUS status = ob::reference_handle(Handle, DELETE, nullptr, KernelMode, &body);
  if (!NT_SUCCESS(status)) return status;
  if (ob::is_permanent(body)) {
    ob::make_permanent(body, false);
  } else if (ob::handle_count(body) == 0) {
    ob::remove_name(body);
  }
  ob::dereference(body);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwWaitForMultipleObjects(ULONG HandleCount, PHANDLE Handles, WAIT_TYPE WaitType,
                                        BOOLEAN Alertable, PLARGE_INTEGER Timeout) {
  if (HandleCount == 0 || HandleCount > MAXIMUM_WAIT_OBJECTS) return STATUS_INVALID_PARAMETER_1;
  if (raw(WaitType) > WaitAny) return STATUS_INVALID_PARAMETER_3;
  std::vector<HANDLE> handles(HandleCount);
  if (!mm::guarded_copy(handles.data(), Handles, HandleCount * sizeof(HANDLE))) {
    return STATUS_ACCESS_VIOLATION;
  }
  std::vector<void*> bodies;
  NTSTATUS status = STATUS_SUCCESS;
  for (HANDLE const handle : handles) {
    void* body = nullptr;
    status = ob::reference_handle(handle, SYNCHRONIZE, nullptr, KernelMode, &body);
    if (!NT_SUCCESS(status)) break;
    bodies.push_back(body);
  }
  std::vector<void*> sorted = bodies;
  std::sort(sorted.begin(), sorted.end());
  const bool twice = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  if (NT_SUCCESS(status)) {
    status = twice && WaitType == WaitAll
                 ? STATUS_INVALID_PARAMETER_MIX
                 : wait_multiple(bodies, WaitType == WaitAll, Alertable != FALSE, Timeout);
  }
  for (void* const body : bodies) ob::dereference(body);
  return status;
}

namespace flthost::zw {

void add_object_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(ZwMakeTemporaryObject), FLTHOST_EXPORT(ZwWaitForMultipleObjects)});
}

}  // namespace flthost::zw

// Callbacks on handles to processes, threads and desktops (ObRegisterCallbacks).
//
// The routines run at PASSIVE_LEVEL or APC_LEVEL in the thread that opens the handle, the highest
// altitude first before and last after; an unregistration waits for those that run.
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>

#include <algorithm>
#include <mutex>
#include <string>

#include "ob_internal.h"

using namespace flthost;

namespace flthost::ob {

namespace {

constexpr uint32_t kFilterTag = 0x6c46'624f;  // "ObFl"

struct Operation {
  POBJECT_TYPE type;
  OB_OPERATION operations;
  POB_PRE_OPERATION_CALLBACK pre;
  POB_POST_OPERATION_CALLBACK post;
};

struct Filter {
  std::u16string altitude;
  PVOID context = nullptr;
  std::vector<Operation> operations;
  EX_RUNDOWN_REF running{};
};

std::mutex g_mutex;
std::vector<Filter*>& filters() {  // highest altitude first
  static auto* const all = new std::vector<Filter*>;
  return *all;
}
std::atomic<size_t> g_count{0};

bool is_altitude(std::u16string_view text) {
  size_t points = 0;
  for (const char16_t c : text) {
    if (c == u'.') {
      ++points;
    } else if (c < u'0' || c > u'9') {
      return false;
    }
  }
  return !text.empty() && points <= 1;
}

// As decimal numbers of any length.
int compare_altitudes(std::u16string_view a, std::u16string_view b) {
  const auto split = [](std::u16string_view text) {
    const size_t point = std::min(text.find(u'.'), text.size());
    std::u16string_view whole = text.substr(0, point);
    whole.remove_prefix(std::min(whole.find_first_not_of(u'0'), whole.size()));
    std::u16string_view fraction = text.substr(std::min(point + 1, text.size()));
    fraction = fraction.substr(0, fraction.find_last_not_of(u'0') + 1);
    return std::pair(whole, fraction);
  };
  const auto [a_whole, a_fraction] = split(a);
  const auto [b_whole, b_fraction] = split(b);
  if (a_whole.size() != b_whole.size()) return a_whole.size() < b_whole.size() ? -1 : 1;
  const int whole = a_whole.compare(b_whole);
  return whole != 0 ? whole : a_fraction.compare(b_fraction);
}

bool in_driver(const void* routine) {
  return routine == nullptr || boundary::module_at(reinterpret_cast<uint64_t>(routine)) != nullptr;
}

NTSTATUS read_operations(const OB_CALLBACK_REGISTRATION& from, std::vector<Operation>* to) {
  for (USHORT i = 0; i < from.OperationRegistrationCount; ++i) {
    const OB_OPERATION_REGISTRATION& one = from.OperationRegistration[i];
    constexpr OB_OPERATION kBoth = OB_OPERATION_HANDLE_CREATE | OB_OPERATION_HANDLE_DUPLICATE;
    if (one.ObjectType == nullptr || one.Operations == 0 || (one.Operations & ~kBoth) != 0 ||
        (one.PreOperation == nullptr && one.PostOperation == nullptr)) {
      return STATUS_INVALID_PARAMETER;
    }
    POBJECT_TYPE const type = *one.ObjectType;
    if (type != PsProcessType && type != PsThreadType && type != ExDesktopObjectType) {
      return STATUS_INVALID_PARAMETER;
    }
    if (!in_driver(reinterpret_cast<const void*>(one.PreOperation)) ||
        !in_driver(reinterpret_cast<const void*>(one.PostOperation))) {
      return STATUS_ACCESS_DENIED;  // documented: they must lie in a kernel image
    }
    to->push_back({type, one.Operations, one.PreOperation, one.PostOperation});
  }
  return STATUS_SUCCESS;
}

const Operation* find(const Filter& filter, POBJECT_TYPE type, OB_OPERATION operation) {
  for (const Operation& one : filter.operations) {
    if (one.type == type && (one.operations & operation) != 0) return &one;
  }
  return nullptr;
}

}  // namespace

// What the routines look at lies in pool: they may keep looking at it.
struct HandleFilter::State {
  struct Call {
    Filter* filter;
    const Operation* operation;
    PVOID context;
  };
  std::vector<Call> calls;  // those whose pre routine ran or that have a post routine only
  OB_PRE_OPERATION_INFORMATION pre;
  OB_PRE_OPERATION_PARAMETERS pre_parameters;
  OB_POST_OPERATION_INFORMATION post;
  OB_POST_OPERATION_PARAMETERS post_parameters;
};

HandleFilter::HandleFilter(void* body, OB_OPERATION operation, bool kernel_handle,
                           ACCESS_MASK* access, PEPROCESS source, PEPROCESS target) {
  POBJECT_TYPE const type = type_of(body);
  if (g_count.load(std::memory_order_acquire) == 0 ||
      (type != PsProcessType && type != PsThreadType && type != ExDesktopObjectType)) {
    return;
  }
  state_ = new (ex::allocate_zeroed(sizeof(State), kFilterTag)) State;
  {
    const std::lock_guard guard(g_mutex);
    for (Filter* filter : filters()) {
      const Operation* const found = find(*filter, type, operation);
      if (found != nullptr && ExAcquireRundownProtection(&filter->running)) {
        state_->calls.push_back({filter, found, nullptr});
      }
    }
  }
  OB_PRE_OPERATION_INFORMATION& pre = state_->pre;
  pre.Operation = operation;
  pre.KernelHandle = kernel_handle ? 1 : 0;
  pre.Object = body;
  pre.ObjectType = type;
  pre.Parameters = &state_->pre_parameters;
  auto& create = state_->pre_parameters.CreateHandleInformation;
  create.DesiredAccess = create.OriginalDesiredAccess = *access;
  if (operation == OB_OPERATION_HANDLE_DUPLICATE) {
    state_->pre_parameters.DuplicateHandleInformation.SourceProcess = source;
    state_->pre_parameters.DuplicateHandleInformation.TargetProcess = target;
  }
  for (State::Call& call : state_->calls) {
    if (call.operation->pre == nullptr) continue;
    pre.CallContext = nullptr;
    ke::invoke(call.operation->pre, call.filter->context, &pre);
    call.context = pre.CallContext;
    // Rights can be taken away only, and not from a handle of the kernel's.
    const ACCESS_MASK left = kernel_handle ? *access : *access & create.DesiredAccess;
    create.DesiredAccess = *access = left;
  }
}

void HandleFilter::done(NTSTATUS status, ACCESS_MASK granted) {
  if (state_ == nullptr) return;
  OB_POST_OPERATION_INFORMATION& post = state_->post;
  post.Operation = state_->pre.Operation;
  post.Flags = state_->pre.Flags;
  post.Object = state_->pre.Object;
  post.ObjectType = state_->pre.ObjectType;
  post.ReturnStatus = status;
  post.Parameters = &state_->post_parameters;
  state_->post_parameters.CreateHandleInformation.GrantedAccess = NT_SUCCESS(status) ? granted : 0;
  for (auto call = state_->calls.rbegin(); call != state_->calls.rend(); ++call) {
    if (call->operation->post != nullptr) {
      post.CallContext = call->context;
      ke::invoke(call->operation->post, call->filter->context, &post);
    }
    ExReleaseRundownProtection(&call->filter->running);
  }
  state_->~State();
  ex::free(state_);
  state_ = nullptr;
}

uint64_t handle_filter_leaks(std::string* lines) {
  const size_t count = g_count.load();
  if (count != 0 && lines != nullptr) {
    *lines += std::to_string(count) + " registration(s) of ObRegisterCallbacks not taken back\n";
  }
  return count;
}

}  // namespace flthost::ob

using namespace flthost::ob;

NTSTATUS NTAPI ObRegisterCallbacks(POB_CALLBACK_REGISTRATION CallbackRegistration,
                                   PVOID* RegistrationHandle) {
  *RegistrationHandle = nullptr;
  const OB_CALLBACK_REGISTRATION& from = *CallbackRegistration;
  if (from.Version != OB_FLT_REGISTRATION_VERSION || from.OperationRegistrationCount == 0 ||
      from.Altitude.Buffer == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  auto* const made = new Filter;
  made->altitude.assign(from.Altitude.Buffer, from.Altitude.Length / sizeof(WCHAR));
  made->context = from.RegistrationContext;
  ExInitializeRundownProtection(&made->running);
  NTSTATUS status = is_altitude(made->altitude) ? read_operations(from, &made->operations)
                                                : STATUS_INVALID_PARAMETER;
  if (NT_SUCCESS(status)) {
    const std::lock_guard guard(g_mutex);
    auto at = filters().begin();
    for (; at != filters().end(); ++at) {
      const int order = compare_altitudes((*at)->altitude, made->altitude);
      if (order == 0) status = STATUS_FLT_INSTANCE_ALTITUDE_COLLISION;
      if (order <= 0) break;
    }
    if (NT_SUCCESS(status)) {
      filters().insert(at, made);
      g_count.store(filters().size(), std::memory_order_release);
      *RegistrationHandle = made;
      return STATUS_SUCCESS;
    }
  }
  delete made;
  return status;
}

VOID NTAPI ObUnRegisterCallbacks(PVOID RegistrationHandle) {
  auto* const gone = static_cast<Filter*>(RegistrationHandle);
  {
    const std::lock_guard guard(g_mutex);
    if (std::erase(filters(), gone) == 0) {
      ke::bugcheck({.code = 0xC4,
                    .parameters = {0x1003, reinterpret_cast<uint64_t>(gone), 0, 0},
                    .reason = "ObUnRegisterCallbacks of a handle that is not registered; "
                              "unregister what ObRegisterCallbacks gave, once."});
    }
    g_count.store(filters().size(), std::memory_order_release);
  }
  ExWaitForRundownProtectionRelease(&gone->running);
  delete gone;
}

namespace flthost::ob {

ke::ExportTable filter_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(ObRegisterCallbacks),
      FLTHOST_EXPORT(ObUnRegisterCallbacks),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ob

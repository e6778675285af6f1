#include <flthost/zw/callbacks.h>

#include <flthost/ex/ex.h>
#include <flthost/ob/ob.h>
#include <flthost/zw/altitude.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>
#include <flthost/zw/zw_rows.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace flthost::zw {
namespace {

constexpr uint32_t kNameTag = 0x6e436d43;  // 'CmCn'

struct Callback {
  PEX_CALLBACK_FUNCTION function = nullptr;
  PVOID context = nullptr;
  std::u16string altitude;  // empty: of CmRegisterCallback, below all others
  LONGLONG cookie = 0;
  std::atomic<uint32_t> running{0};
};
using CallbackRef = std::shared_ptr<Callback>;

std::mutex g_lock;
std::atomic<bool> g_any{false};
struct State {
  std::vector<CallbackRef> callbacks;                    // highest altitude first
  std::map<std::pair<void*, LONGLONG>, PVOID> contexts;  // by key object and cookie
  LONGLONG next_cookie = 1;
};
State& state() {
  static auto* const all = new State;
  return *all;
}

// Taken while it runs, so that its driver can't go meanwhile.
class Running {
 public:
  explicit Running(CallbackRef callback) : callback_(std::move(callback)) {}
  ~Running() {
    if (callback_ && callback_->running.fetch_sub(1) == 1) ke::unpark_all(callback_->running);
  }
  Running(Running&& other) noexcept : callback_(std::move(other.callback_)) {}
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  Running& operator=(Running&&) = delete;
  const Callback* operator->() const { return callback_.get(); }

 private:
  CallbackRef callback_;
};

std::vector<Running> all_callbacks() {
  std::vector<Running> taken;
  const std::lock_guard guard(g_lock);
  for (const CallbackRef& one : state().callbacks) {
    one->running.fetch_add(1);
    taken.emplace_back(one);
  }
  return taken;
}

PVOID context_of(void* object, LONGLONG cookie) {
  const std::lock_guard guard(g_lock);
  const auto it = state().contexts.find({object, cookie});
  return it != state().contexts.end() ? it->second : nullptr;
}

NTSTATUS call(const Callback& callback, REG_NOTIFY_CLASS what, void* information) {
  return ke::invoke(callback.function, callback.context,
                    reinterpret_cast<PVOID>(static_cast<uint64_t>(what)), information);
}

void clean_up(const Callback& callback, void* object, PVOID context) {
  REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION information{};
  information.Object = object;
  information.ObjectContext = context;
  call(callback, RegNtCallbackObjectContextCleanup, &information);
}

struct Heard {
  size_t count = 0;  // callbacks whose pre-notification passed
  NTSTATUS status = STATUS_SUCCESS;
};

Heard tell_before(const Notice& notice, const std::vector<Running>& callbacks,
                  std::vector<PVOID>& call_contexts) {
  Heard heard;
  for (; heard.count < callbacks.size(); ++heard.count) {
    const Running& one = callbacks[heard.count];
    *notice.slots.call_context = nullptr;
    *notice.slots.object_context = context_of(notice.object, one->cookie);
    heard.status = call(*one.operator->(), notice.before, notice.information);
    call_contexts.push_back(*notice.slots.call_context);
    if (!NT_SUCCESS(heard.status)) break;
  }
  return heard;
}

NTSTATUS tell_after(const Notice& notice, const std::vector<Running>& callbacks,
                    const std::vector<PVOID>& call_contexts, size_t count, NTSTATUS status) {
  for (size_t i = count; i-- > 0;) {
    const Running& one = callbacks[i];
    void* const object = notice.result == nullptr ? notice.object
                         : NT_SUCCESS(status)     ? *notice.result
                                                  : nullptr;
    *notice.slots.call_context = call_contexts[i];
    REG_POST_OPERATION_INFORMATION information{};
    information.Object = object;
    information.Status = status;
    information.PreInformation = notice.information;
    information.ReturnStatus = status;
    information.CallContext = call_contexts[i];
    information.ObjectContext = context_of(object, one->cookie);
    const NTSTATUS answer = call(*one.operator->(), notice.after, &information);
    if (answer == STATUS_CALLBACK_BYPASS) status = information.ReturnStatus;
  }
  return status;
}

NTSTATUS add(PEX_CALLBACK_FUNCTION function, std::u16string altitude, PVOID context,
             PLARGE_INTEGER cookie) {
  auto callback = std::make_shared<Callback>();
  callback->function = function;
  callback->context = context;
  callback->altitude = std::move(altitude);
  const std::lock_guard guard(g_lock);
  auto& all = state().callbacks;
  auto place = all.begin();
  for (; place != all.end(); ++place) {
    const int order = compare_altitudes((*place)->altitude, callback->altitude);
    if (order == 0 && !callback->altitude.empty()) return STATUS_FLT_INSTANCE_ALTITUDE_COLLISION;
    if (order < 0) break;
  }
  callback->cookie = state().next_cookie++;
  LARGE_INTEGER value{};
  value.QuadPart = callback->cookie;
  if (!write_to(cookie, value)) return STATUS_ACCESS_VIOLATION;
  all.insert(place, std::move(callback));
  g_any.store(true);
  return STATUS_SUCCESS;
}

CallbackRef take_out(LONGLONG cookie) {
  const std::lock_guard guard(g_lock);
  auto& all = state().callbacks;
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const CallbackRef& one) { return one->cookie == cookie; });
  if (it == all.end()) return nullptr;
  CallbackRef found = *it;
  all.erase(it);
  g_any.store(!all.empty());
  return found;
}

// Every context that fits, taken out.
template <typename Wanted>
std::vector<std::pair<std::pair<void*, LONGLONG>, PVOID>> take_contexts(const Wanted& wanted) {
  std::vector<std::pair<std::pair<void*, LONGLONG>, PVOID>> taken;
  const std::lock_guard guard(g_lock);
  auto& all = state().contexts;
  for (auto it = all.begin(); it != all.end();) {
    if (wanted(it->first)) {
      taken.emplace_back(*it);
      it = all.erase(it);
    } else {
      ++it;
    }
  }
  return taken;
}

bool registered(LONGLONG cookie) {
  const std::lock_guard guard(g_lock);
  const auto& all = state().callbacks;
  return std::any_of(all.begin(), all.end(),
                     [&](const CallbackRef& one) { return one->cookie == cookie; });
}

}  // namespace

bool any_callback() {
  return g_any.load(std::memory_order_relaxed);
}

NTSTATUS run_notified(const Notice& notice, const std::function<NTSTATUS()>& operation) {
  if (!any_callback()) return operation();
  const std::vector<Running> callbacks = all_callbacks();
  std::vector<PVOID> call_contexts;
  const Heard heard = tell_before(notice, callbacks, call_contexts);
  NTSTATUS status = heard.status;
  if (heard.count == callbacks.size()) {
    status = operation();
  } else if (status == STATUS_CALLBACK_BYPASS) {
    status = STATUS_SUCCESS;
  }
  return tell_after(notice, callbacks, call_contexts, heard.count, status);
}

void key_object_closed(void* object) {
  REG_KEY_HANDLE_CLOSE_INFORMATION information{};
  information.Object = object;
  notified(RegNtPreKeyHandleClose, RegNtPostKeyHandleClose, information,
           [] { return STATUS_SUCCESS; });
  const auto contexts =
      take_contexts([&](const std::pair<void*, LONGLONG>& at) { return at.first == object; });
  if (contexts.empty()) return;
  for (const Running& one : all_callbacks()) {
    for (const auto& [at, context] : contexts) {
      if (at.second == one->cookie) clean_up(*one.operator->(), object, context);
    }
  }
}

void key_object_gone(void* object) {
  take_contexts([&](const std::pair<void*, LONGLONG>& at) { return at.first == object; });
}

uint64_t callback_leaks() {
  const std::lock_guard guard(g_lock);
  return state().callbacks.size();
}

}  // namespace flthost::zw

using namespace flthost;
using namespace flthost::zw;

NTSTATUS NTAPI CmRegisterCallback(PEX_CALLBACK_FUNCTION Function, PVOID Context,
                                  PLARGE_INTEGER Cookie) {
  return add(Function, {}, Context, Cookie);
}

NTSTATUS NTAPI CmRegisterCallbackEx(PEX_CALLBACK_FUNCTION Function, PCUNICODE_STRING Altitude,
                                    PVOID, PVOID Context, PLARGE_INTEGER Cookie, PVOID Reserved) {
  std::u16string altitude;
  const NTSTATUS status = capture_string(Altitude, &altitude);
  if (!NT_SUCCESS(status)) return status;
  if (Function == nullptr || Reserved != nullptr || !is_altitude(altitude)) {
    return STATUS_INVALID_PARAMETER;
  }
  return add(Function, std::move(altitude), Context, Cookie);
}

// Returns when the callback runs nowhere any more; the contexts it set go back to it.
NTSTATUS NTAPI CmUnRegisterCallback(LARGE_INTEGER Cookie) {
  const CallbackRef callback = take_out(Cookie.QuadPart);
  if (callback == nullptr) return STATUS_INVALID_PARAMETER;
  while (const uint32_t running = callback->running.load()) ke::park(callback->running, running);
  const auto contexts = take_contexts(
      [&](const std::pair<void*, LONGLONG>& at) { return at.second == callback->cookie; });
  for (const auto& [at, context] : contexts) clean_up(*callback, at.first, context);
  return STATUS_SUCCESS;
}

VOID NTAPI CmGetCallbackVersion(PULONG Major, PULONG Minor) {
  if (Major != nullptr) write_to(Major, ULONG{1});
  if (Minor != nullptr) write_to(Minor, ULONG{4});
}

NTSTATUS NTAPI CmSetCallbackObjectContext(PVOID Object, PLARGE_INTEGER Cookie, PVOID NewContext,
                                          PVOID* OldContext) {
  LARGE_INTEGER cookie{};
  if (!read_from(Cookie, &cookie)) return STATUS_INVALID_PARAMETER;
  if (!is_key_object(Object) || !registered(cookie.QuadPart)) return STATUS_INVALID_PARAMETER;
  PVOID old = nullptr;
  {
    const std::lock_guard guard(g_lock);
    PVOID& slot = state().contexts[{Object, cookie.QuadPart}];
    old = slot;
    slot = NewContext;
    if (NewContext == nullptr) state().contexts.erase({Object, cookie.QuadPart});
  }
  if (OldContext != nullptr) write_to(OldContext, old);
  return STATUS_SUCCESS;
}

// The name lives as long as the key object does.
NTSTATUS NTAPI CmCallbackGetKeyObjectID(PLARGE_INTEGER Cookie, PVOID Object, PULONG_PTR ObjectID,
                                        PCUNICODE_STRING* ObjectName) {
  if (Cookie == nullptr || !is_key_object(Object)) return STATUS_INVALID_PARAMETER;
  auto* const object = static_cast<KeyObject*>(Object);
  if (ObjectID != nullptr) *ObjectID = reinterpret_cast<ULONG_PTR>(object->key.get());
  if (ObjectName == nullptr) return STATUS_SUCCESS;
  const std::u16string name = key_path(object->key);
  const std::lock_guard guard(g_lock);
  if (object->name.empty()) {
    object->name = name;
    object->text.Length = static_cast<USHORT>(name.size() * sizeof(char16_t));
    object->text.MaximumLength = object->text.Length;
    object->text.Buffer = reinterpret_cast<PWCH>(object->name.data());
  }
  *ObjectName = &object->text;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI CmCallbackGetKeyObjectIDEx(PLARGE_INTEGER Cookie, PVOID Object, PULONG_PTR ObjectID,
                                          PCUNICODE_STRING* ObjectName, ULONG Flags) {
  if (Cookie == nullptr || Flags != 0 || !is_key_object(Object)) return STATUS_INVALID_PARAMETER;
  const auto* const object = static_cast<const KeyObject*>(Object);
  if (ObjectID != nullptr) *ObjectID = reinterpret_cast<ULONG_PTR>(object->key.get());
  if (ObjectName == nullptr) return STATUS_SUCCESS;
  const std::u16string name = key_path(object->key);
  const size_t bytes = name.size() * sizeof(char16_t);
  auto* const copy =
      static_cast<UNICODE_STRING*>(ex::allocate(sizeof(UNICODE_STRING) + bytes, kNameTag));
  copy->Buffer = reinterpret_cast<PWCH>(copy + 1);
  copy->Length = copy->MaximumLength = static_cast<USHORT>(bytes);
  std::memcpy(copy->Buffer, name.data(), bytes);
  *ObjectName = copy;
  return STATUS_SUCCESS;
}

VOID NTAPI CmCallbackReleaseKeyObjectIDEx(PCUNICODE_STRING ObjectName) {
  if (ObjectName != nullptr) ex::free(const_cast<UNICODE_STRING*>(ObjectName));
}

// There are no transactions.
PVOID NTAPI CmGetBoundTransaction(PLARGE_INTEGER, PVOID) {
  return nullptr;
}

namespace flthost::zw {

void add_callback_rows(Rows& rows) {
  rows.insert(rows.end(),
              {FLTHOST_EXPORT(CmCallbackGetKeyObjectID), FLTHOST_EXPORT(CmCallbackGetKeyObjectIDEx),
               FLTHOST_EXPORT(CmCallbackReleaseKeyObjectIDEx),
               FLTHOST_EXPORT(CmGetBoundTransaction), FLTHOST_EXPORT(CmGetCallbackVersion),
               FLTHOST_EXPORT(CmRegisterCallback), FLTHOST_EXPORT(CmRegisterCallbackEx),
               FLTHOST_EXPORT(CmSetCallbackObjectContext), FLTHOST_EXPORT(CmUnRegisterCallback)});
}

}  // namespace flthost::zw

// Image signatures: nothing here is signed or verified.
#include <flthost/ex/ex.h>
#include <flthost/se/rows.h>
#include <flthost/se/se.h>

#include <algorithm>
#include <mutex>

namespace flthost::se {
namespace {

std::mutex g_lock;
std::vector<void*>& callbacks() {
  static auto* const all = new std::vector<void*>;
  return *all;
}
constexpr uint32_t kTag = 0x76496553;  // 'SeIv'

}  // namespace

uint64_t verification_leaks() {
  const std::lock_guard guard(g_lock);
  return callbacks().size();
}

}  // namespace flthost::se

using namespace flthost;
using namespace flthost::se;

// Registered, and never called: no boot driver is verified while a driver of this host runs.
NTSTATUS NTAPI SeRegisterImageVerificationCallback(
    SE_IMAGE_TYPE ImageType, SE_IMAGE_VERIFICATION_CALLBACK_TYPE CallbackType,
    PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION CallbackFunction, PVOID, PVOID* CallbackHandle) {
  if (ImageType != SeImageTypeDriver || CallbackType != SeImageVerificationCallbackInformational ||
      CallbackFunction == nullptr || CallbackHandle == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  void* const handle = ex::allocate_zeroed(sizeof(void*), kTag);
  const std::lock_guard guard(g_lock);
  callbacks().push_back(handle);
  *CallbackHandle = handle;
  return STATUS_SUCCESS;
}

VOID NTAPI SeUnregisterImageVerificationCallback(PVOID CallbackHandle) {
  {
    const std::lock_guard guard(g_lock);
    if (std::erase(callbacks(), CallbackHandle) == 0) return;
  }
  ex::free(CallbackHandle);
}

// No signing level was ever cached with a file.
NTSTATUS NTAPI SeGetCachedSigningLevel(PFILE_OBJECT, PULONG, PSE_SIGNING_LEVEL, PUCHAR, PULONG,
                                       PULONG) {
  return STATUS_NOT_FOUND;
}

namespace flthost::se {

void add_verification_rows(Rows& rows) {
  rows.insert(rows.end(), {FLTHOST_EXPORT(SeGetCachedSigningLevel),
                           FLTHOST_EXPORT(SeRegisterImageVerificationCallback),
                           FLTHOST_EXPORT(SeUnregisterImageVerificationCallback)});
}

}  // namespace flthost::se

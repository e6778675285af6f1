// Between the files of ob.
#pragma once

#include <flthost/ob/ob.h>

#include <atomic>
#include <iterator>
#include <string>
#include <vector>

struct _OBJECT_TYPE {
  const char16_t* name;
  flthost::ob::TypeCallbacks callbacks;
};

namespace flthost::ob {

constexpr uint32_t kObjectTag = 0x656a'624f;  // "Obje"

struct alignas(16) Header {
  static constexpr uint32_t kMagic = 0x6a62'4f20;
  LIST_ENTRY all;  // of its shard
  POBJECT_TYPE type = nullptr;
  std::atomic<int64_t> references{1};
  std::atomic<int64_t> handles{0};
  std::u16string* name = nullptr;
  std::vector<uint8_t>* security = nullptr;  // self-relative
  uint32_t magic = kMagic;
  std::atomic<bool> permanent{false};
};
static_assert(sizeof(Header) % 16 == 0);

Header& header_of(void* body);
std::u16string name_of(void* body);
uint64_t handle_leaks(std::string* lines);
std::string narrow(std::u16string_view text);

void make_system_callbacks();
uint64_t handle_filter_leaks(std::string* lines);

// Around the making of one handle: runs the callbacks on it, which may take rights from *access.
class HandleFilter {
 public:
  HandleFilter(void* body, OB_OPERATION operation, bool kernel_handle, ACCESS_MASK* access,
               PEPROCESS source = nullptr, PEPROCESS target = nullptr);
  ~HandleFilter() { done(STATUS_UNSUCCESSFUL, 0); }
  HandleFilter(const HandleFilter&) = delete;
  HandleFilter& operator=(const HandleFilter&) = delete;
  void done(NTSTATUS status, ACCESS_MASK granted);

 private:
  struct State;
  State* state_ = nullptr;
};

ke::ExportTable handle_exports();
ke::ExportTable callback_exports();
ke::ExportTable security_exports();
ke::ExportTable filter_exports();

}  // namespace flthost::ob

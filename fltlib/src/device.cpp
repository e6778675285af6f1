// CreateFile, DeviceIoControl, ReadFile and WriteFile on a driver's device: one socket per handle.
#include "device.h"

#include <fltlib/handles.h>
#include <ntstatus.h>

#include <unistd.h>

#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_set>

#include "connection.h"
#include "wire_socket.h"

namespace fltlib {
namespace {

struct Device {
  explicit Device(int socket_fd) : fd(socket_fd) {}
  ~Device() { close(fd); }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  int fd;
  std::mutex lock;  // one request at a time, as on a synchronous handle
  int64_t position = 0;
};

// Ports' handles are told from devices' by these.
struct Devices {
  std::mutex lock;
  std::unordered_set<void*> all;
};
Devices& devices() {
  static Devices all;
  return all;
}
Device* device_of(HANDLE handle) {
  const std::lock_guard guard(devices().lock);
  return devices().all.contains(handle) ? static_cast<Device*>(handle) : nullptr;
}

thread_local DWORD last_error = 0;

constexpr DWORD kFileNotFound = 2, kAccessDenied = 5, kInvalidHandle = 6, kNotSupported = 50,
                kInvalidParameter = 87, kBrokenPipe = 109, kTooLong = 206;

bool fail(DWORD error) {
  last_error = error;
  return false;
}
// The Win32 error of a status, as fltlib's results carry it.
bool fail_with(int32_t status) {
  return fail(static_cast<DWORD>(result_of(status)) & 0xffff);
}

struct Call {
  wire::RequestKind kind;
  uint32_t code = 0;
  const void* input = nullptr;
  uint32_t input_bytes = 0;
  void* output = nullptr;
  uint32_t output_bytes = 0;
  int64_t offset = 0;
};

bool exchange(Device& device, const Call& call, wire::Answer* answer) {
  if (call.input_bytes > wire::kMaxSend || call.output_bytes > wire::kMaxSend) {
    return fail(kInvalidParameter);
  }
  wire::RequestHeader header{};
  header.magic = wire::kMagic;
  header.version = wire::kVersion;
  header.kind = static_cast<uint32_t>(call.kind);
  header.input_bytes = call.input_bytes;
  header.output_room = call.output_bytes;
  header.has_input = call.input != nullptr;
  header.has_output = call.output != nullptr;
  header.code = call.code;
  header.offset = call.offset;
  uint32_t written = 0;
  const bool writes = call.kind == wire::RequestKind::WriteDevice;
  void* const to = writes ? &written : call.output;
  const size_t room = writes ? sizeof written : call.output_bytes;
  if (!wire::send_parts(device.fd, &header, sizeof header, call.input, call.input_bytes, nullptr,
                        0) ||
      !wire::receive_answer(device.fd, answer, to, room, nullptr)) {
    return fail(kBrokenPipe);
  }
  if (writes) answer->output_bytes = written;
  constexpr uint32_t kError = 3;  // severity
  if (static_cast<uint32_t>(answer->status) >> 30 == kError) return fail_with(answer->status);
  // A warning is a failure to Win32, with the data all the same.
  return answer->status >= 0 || fail_with(answer->status);
}

bool transfer(HANDLE handle, const Call& wanted, LPDWORD bytes, LPOVERLAPPED overlapped) {
  if (bytes != nullptr) *bytes = 0;
  Device* const device = device_of(handle);
  if (device == nullptr) return fail(kInvalidHandle);
  if (overlapped != nullptr) return fail(kNotSupported);
  const std::lock_guard guard(device->lock);
  Call call = wanted;
  const bool moves = call.kind != wire::RequestKind::ControlDevice;
  if (moves) call.offset = device->position;
  wire::Answer answer{};
  const bool ok = exchange(*device, call, &answer);
  if (bytes != nullptr) *bytes = answer.output_bytes;
  if (ok && moves) device->position += answer.output_bytes;
  return ok;
}

std::u16string_view view(LPCWSTR text) {
  const auto* const units = reinterpret_cast<const char16_t*>(text);
  return std::u16string_view(units);
}

}  // namespace

bool close_device(HANDLE handle) {
  {
    const std::lock_guard guard(devices().lock);
    if (devices().all.erase(handle) == 0) return false;
  }
  delete static_cast<Device*>(handle);
  return true;
}

namespace {

Device* open_device(std::u16string_view name, DWORD access) {
  constexpr std::u16string_view kPrefix = u"\\\\.\\";
  if (!name.starts_with(kPrefix)) {
    fail(kFileNotFound);
    return nullptr;
  }
  name.remove_prefix(kPrefix.size());
  if (name.empty() || name.size() * 2 > wire::kMaxNameBytes) {
    fail(name.empty() ? kFileNotFound : kTooLong);
    return nullptr;
  }
  const int fd = wire::connect_socket(default_socket_path());
  if (fd < 0) {
    fail(kFileNotFound);
    return nullptr;
  }
  auto device = std::make_unique<Device>(fd);
  wire::RequestHeader header{};
  header.magic = wire::kMagic;
  header.version = wire::kVersion;
  header.kind = static_cast<uint32_t>(wire::RequestKind::OpenDevice);
  header.name_bytes = static_cast<uint32_t>(name.size() * 2);
  header.code = access;
  wire::Answer answer{};
  if (!wire::send_parts(fd, &header, sizeof header, name.data(), header.name_bytes, nullptr, 0) ||
      !wire::receive_answer(fd, &answer, nullptr, 0, nullptr)) {
    fail(kAccessDenied);
    return nullptr;
  }
  if (answer.status < 0) {
    fail_with(answer.status);
    return nullptr;
  }
  return device.release();
}

}  // namespace
}  // namespace fltlib

using namespace fltlib;

extern "C" {

HANDLE CreateFileW(LPCWSTR lpFileName, DWORD dwDesiredAccess, DWORD /*dwShareMode*/,
                   LPSECURITY_ATTRIBUTES /*lpSecurityAttributes*/, DWORD dwCreationDisposition,
                   DWORD /*dwFlagsAndAttributes*/, HANDLE /*hTemplateFile*/) {
  constexpr DWORD kOpenExisting = 3;
  const auto invalid = reinterpret_cast<HANDLE>(static_cast<intptr_t>(-1));
  if (lpFileName == nullptr || dwCreationDisposition != kOpenExisting) {
    fail(kInvalidParameter);
    return invalid;
  }
  Device* const device = open_device(view(lpFileName), dwDesiredAccess);
  if (device == nullptr) return invalid;
  const std::lock_guard guard(devices().lock);
  devices().all.insert(device);
  return device;
}

int DeviceIoControl(HANDLE hDevice, DWORD dwIoControlCode, LPVOID lpInBuffer, DWORD nInBufferSize,
                    LPVOID lpOutBuffer, DWORD nOutBufferSize, LPDWORD lpBytesReturned,
                    LPOVERLAPPED lpOverlapped) {
  Call call{wire::RequestKind::ControlDevice};
  call.code = dwIoControlCode;
  call.input = lpInBuffer;
  call.input_bytes = lpInBuffer != nullptr ? nInBufferSize : 0;
  call.output = lpOutBuffer;
  call.output_bytes = lpOutBuffer != nullptr ? nOutBufferSize : 0;
  return transfer(hDevice, call, lpBytesReturned, lpOverlapped) ? 1 : 0;
}

int ReadFile(HANDLE hFile, LPVOID lpBuffer, DWORD nNumberOfBytesToRead, LPDWORD lpNumberOfBytesRead,
             LPOVERLAPPED lpOverlapped) {
  Call call{wire::RequestKind::ReadDevice};
  call.output = lpBuffer;
  call.output_bytes = nNumberOfBytesToRead;
  return transfer(hFile, call, lpNumberOfBytesRead, lpOverlapped) ? 1 : 0;
}

int WriteFile(HANDLE hFile, LPCVOID lpBuffer, DWORD nNumberOfBytesToWrite,
              LPDWORD lpNumberOfBytesWritten, LPOVERLAPPED lpOverlapped) {
  Call call{wire::RequestKind::WriteDevice};
  call.input = lpBuffer;
  call.input_bytes = nNumberOfBytesToWrite;
  return transfer(hFile, call, lpNumberOfBytesWritten, lpOverlapped) ? 1 : 0;
}

DWORD GetLastError(void) {
  return last_error;
}

}  // extern "C"

// Port over the Filter library. learn.microsoft.com/windows/win32/api/fltuser
#include <sluice/port.h>
#include <sluice/protocol.h>

#if defined(_WIN32)
#include <windows.h>
#endif
#include <fltUser.h>

#if !defined(_WIN32)
// libfltlib has these two beside the Filter functions.
extern "C" {
BOOL CloseHandle(HANDLE handle);
BOOL CancelIoEx(HANDLE handle, LPOVERLAPPED overlapped);
}
#endif

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <thread>

namespace sluice {

namespace {

constexpr HRESULT from_win32(std::uint32_t error) {
  return static_cast<HRESULT>(0x80070000u | error);
}
constexpr HRESULT kFileNotFound = from_win32(2);
constexpr HRESULT kDenied = from_win32(5);
constexpr HRESULT kInvalidHandle = from_win32(6);  // what a port that has ended answers
constexpr HRESULT kOperationAborted = from_win32(995);
constexpr HRESULT kConnectionLimit = from_win32(1238);

static_assert(sizeof(FILTER_MESSAGE_HEADER) == Port::kHeaderBytes);

const WCHAR* wide(const char16_t* text) {
  return reinterpret_cast<const WCHAR*>(text);
}

class FltPort final : public Port {
 public:
  explicit FltPort(HANDLE handle) : handle_(handle) {}
  ~FltPort() override {
    close();
    CloseHandle(handle_);
  }
  FltPort(const FltPort&) = delete;
  FltPort& operator=(const FltPort&) = delete;

  PortStatus get(std::span<std::byte> buffer, std::uint64_t* message_id) override {
    ++waiting_;
    HRESULT result = kOperationAborted;
    auto* header = reinterpret_cast<FILTER_MESSAGE_HEADER*>(buffer.data());
    if (!closed_.load()) {
      result = FilterGetMessage(handle_, header, static_cast<DWORD>(buffer.size()), nullptr);
    }
    --waiting_;
    if (result >= 0) *message_id = header->MessageId;
    return status_of(result);
  }

  PortStatus reply(std::uint64_t message_id, std::span<const std::byte> payload) override {
    struct {
      FILTER_REPLY_HEADER header;
      protocol::Verdict verdict;
    } message{};
    if (payload.size() > sizeof(message.verdict)) return PortStatus::Failed;
    message.header.MessageId = message_id;
    std::memcpy(&message.verdict, payload.data(), payload.size());
    // The size counts what is sent, never the padding behind it, or the driver sees an overflow.
    const auto size = static_cast<DWORD>(sizeof(message.header) + payload.size());
    return status_of(FilterReplyMessage(handle_, &message.header, size));
  }

  PortStatus send(std::span<const std::byte> in, std::span<std::byte> out,
                  std::size_t* returned) override {
    DWORD bytes = 0;
    // Not written to: the declaration has no const.
    void* input = const_cast<std::byte*>(in.data());
    const HRESULT result = FilterSendMessage(handle_, input, static_cast<DWORD>(in.size()),
                                             out.empty() ? nullptr : out.data(),
                                             static_cast<DWORD>(out.size()), &bytes);
    *returned = bytes;
    return status_of(result);
  }

  // CancelIoEx ends the waits of this moment, so it is repeated until nobody is in one.
  void close() override {
    closed_ = true;
    while (waiting_.load() != 0) {
      CancelIoEx(handle_, nullptr);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  std::string dos_name(std::u16string_view device_name) override;

 private:
  PortStatus status_of(HRESULT result) const {
    if (result >= 0) return PortStatus::Ok;
    if (result == kInvalidHandle || closed_.load()) return PortStatus::Disconnected;
    return PortStatus::Failed;
  }

  HANDLE handle_;
  std::atomic<bool> closed_{false};
  std::atomic<int> waiting_{0};
};

std::string to_utf8(std::u16string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::uint32_t code = text[i];
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.size()) {
      code = 0x10000 + ((code - 0xd800) << 10) + (text[++i] - 0xdc00u);
    }
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> lead = {0, 0xc0, 0xe0, 0xf0};
    put(lead[static_cast<std::size_t>(more)] | (code >> (6 * more)));
    for (int left = more - 1; left >= 0; --left) put(0x80 | ((code >> (6 * left)) & 0x3f));
  }
  return out;
}

std::string FltPort::dos_name(std::u16string_view device_name) {
  const std::u16string name(device_name);
  std::array<char16_t, 4096> buffer{};
  const HRESULT result =
      FilterGetDosName(wide(name.c_str()), reinterpret_cast<WCHAR*>(buffer.data()),
                       static_cast<DWORD>(buffer.size()));
  return result >= 0 ? to_utf8(std::u16string_view(buffer.data())) : std::string();
}

}  // namespace

std::unique_ptr<Port> connect_port(std::string* error) {
  HANDLE handle = nullptr;
  const HRESULT result =
      FilterConnectCommunicationPort(wide(protocol::kPortName), 0, nullptr, 0, nullptr, &handle);
  if (result >= 0) return std::make_unique<FltPort>(handle);
  if (result == kFileNotFound) {
    *error =
        "sluice.sys has no port here, no driver has opened \\SluicePort: load sluice.sys first (on "
        "Linux: flthost run, with FLTHOST_SOCKET set to its --socket)";
  } else if (result == kDenied) {
    *error =
        "access to the port of sluice.sys is denied: run as the user who started it, or as "
        "administrator";
  } else if (result == kConnectionLimit) {
    *error = "another service is connected to sluice.sys already: stop it first";
  } else {
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "0x%08x", static_cast<unsigned>(result));
    *error = std::string("can't connect to the port of sluice.sys, error ") + code.data();
  }
  return nullptr;
}

}  // namespace sluice

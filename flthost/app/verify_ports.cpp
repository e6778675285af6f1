// Clients of the driver's communication ports: some answer, some do not, some go while they are
// waited for. They are threads of this process that use libfltlib as any service does.
#include <flthost/app/verify.h>

#include <flthost/port/hostile.h>
#include <flthost/verifier/watch.h>

#include <fltUser.h>
#include <fltlib/handles.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <thread>

namespace flthost::app {
namespace {

HANDLE connect(const std::u16string& port) {
  // What a driver wants at a connect is its own; most want nothing.
  std::array<char, 4096> context{};
  for (const WORD bytes : {WORD{0}, WORD{4}, WORD{8}, WORD{64}, WORD{4096}}) {
    HANDLE handle = nullptr;
    const HRESULT result = FilterConnectCommunicationPort(reinterpret_cast<LPCWSTR>(port.c_str()),
                                                          0, bytes == 0 ? nullptr : context.data(),
                                                          bytes, nullptr, &handle);
    if (result == 0) return handle;
  }
  return nullptr;
}

void send_messages(HANDLE port) {
  alignas(16) std::array<unsigned char, 4160> input{};
  std::array<unsigned char, 256> output{};
  for (const DWORD bytes : {0u, 1u, 4u, 8u, 64u, 4096u}) {
    for (const int fill : {0, 0xff, 1}) {
      std::memset(input.data(), fill, input.size());
      for (const DWORD room : {0u, 64u}) {
        DWORD returned = 0;
        FilterSendMessage(port, bytes == 0 ? nullptr : input.data(), bytes,
                          room == 0 ? nullptr : output.data(), room, &returned);
      }
    }
  }
}

struct Reply {
  FILTER_REPLY_HEADER header;
  std::array<unsigned char, 256> data;
};

// Takes messages until the handle is cancelled; answers when it is told to, with every length.
void serve(HANDLE port, const std::atomic<bool>& answers, std::atomic<bool>* ended) {
  alignas(16) std::array<unsigned char, 65536> buffer;
  auto* const header = reinterpret_cast<PFILTER_MESSAGE_HEADER>(buffer.data());
  constexpr std::array<DWORD, 6> kLengths = {8, 4, 0, 16, 64, 256};
  size_t turn = 0;
  while (!ended->load()) {
    if (FilterGetMessage(port, header, static_cast<DWORD>(buffer.size()), nullptr) != 0) break;
    if (!answers.load() || header->ReplyLength == 0) continue;
    Reply reply{};
    reply.header.MessageId = header->MessageId;
    FilterReplyMessage(
        port, &reply.header,
        static_cast<DWORD>(sizeof(FILTER_REPLY_HEADER)) + kLengths[turn++ % kLengths.size()]);
  }
}

// A client that is there while `work` runs; a silent one goes after a while.
void with_client(const std::u16string& port, bool answers, void (*work)(void*), void* context) {
  const HANDLE handle = connect(port);
  if (handle == nullptr) return work(context);
  send_messages(handle);
  port::hostile_clients = true;
  send_messages(handle);
  port::hostile_clients = false;
  const std::atomic<bool> answering{answers};
  std::atomic<bool> ended{false}, worked{false};
  std::thread server([&] { serve(handle, answering, &ended); });
  std::thread leaver([&] {
    // A service that hangs is killed some time.
    for (int i = 0; i < 30 && !worked.load() && !answers; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    while (answers && !worked.load()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ended = true;
    CancelIoEx(handle, nullptr);
    server.join();
    CloseHandle(handle);
  });
  work(context);
  worked = true;
  leaver.join();
}

}  // namespace

void use_ports(void (*work)(void*), void* context) {
  const std::vector<std::u16string> ports = verifier::created_ports();
  if (ports.empty()) return work(context);
  for (const std::u16string& port : ports) {
    with_client(port, true, work, context);
    with_client(port, false, work, context);
    // Two at once, the first goes first; then one that is there when the driver goes.
    const HANDLE first = connect(port);
    const HANDLE second = connect(port);
    if (first != nullptr) CloseHandle(first);
    if (second != nullptr) CloseHandle(second);
    connect(port);
  }
}

}  // namespace flthost::app

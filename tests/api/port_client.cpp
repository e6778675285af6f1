#include "port_client.h"

#include <fltUser.h>
#include <fltlib/handles.h>

#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

struct Message {
  FILTER_MESSAGE_HEADER header;
  char text[64];
};
struct Reply {
  FILTER_REPLY_HEADER header;
  char text[64];
};

}  // namespace

PortClient::PortClient(const std::string& socket) {
  ::setenv("FLTHOST_SOCKET", socket.c_str(), 1);
  thread_ = std::thread([this] { run(); });
}

PortClient::~PortClient() {
  stop_ = true;
  thread_.join();
}

void PortClient::run() {
  HANDLE port = nullptr;
  // Refused once by the driver.
  while (FilterConnectCommunicationPort(reinterpret_cast<LPCWSTR>(u"\\ApiPort"), 0, nullptr, 0,
                                        nullptr, &port) != 0) {
    if (stop_) return;
    std::this_thread::yield();
  }
  DWORD bytes = 0;
  char hello[] = "client";
  FilterSendMessage(port, hello, sizeof(hello), nullptr, 0, &bytes);
  for (;;) {
    Message message{};
    if (FilterGetMessage(port, &message.header, sizeof(message), nullptr) != 0) break;
    const std::string_view text = message.text;
    if (text == "leave") break;
    if (text != "echo") continue;
    Reply reply{};
    reply.header.MessageId = message.header.MessageId;
    std::memcpy(reply.text, message.text, text.size() + 1);
    FilterReplyMessage(port, &reply.header,
                       static_cast<DWORD>(sizeof(reply.header) + text.size() + 1));
  }
  CloseHandle(port);
}

// The whole way of a message between a driver's calls and libfltlib's, over the real socket and the
// real shared memory, in one process: the "driver" is this test, called through ke::invoke
// directly.
#include <flthost/port/port.h>
#include <flthost/ps/ps.h>
#include <fltlib/handles.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "fake_filter.h"

namespace {

using namespace flthost;

struct Message {
  FILTER_MESSAGE_HEADER header;
  char text[64];
};
struct Reply {
  FILTER_REPLY_HEADER header;
  char text[64];
};
constexpr DWORD kReplyBytes = sizeof(FILTER_REPLY_HEADER) + 64;

// What the driver under test keeps; one at a time.
struct Driver {
  PFLT_PORT server = nullptr;
  PFLT_PORT client = nullptr;
  std::atomic<int> connects{0}, disconnects{0};
  ke::HostEvent disconnected;
} driver;

NTSTATUS NTAPI on_connect(PFLT_PORT port, PVOID, PVOID, ULONG, PVOID* cookie) {
  driver.client = port;
  *cookie = &driver;
  ++driver.connects;
  return STATUS_SUCCESS;
}
void NTAPI on_disconnect(PVOID) {
  FltCloseClientPort(test_filter(), &driver.client);
  ++driver.disconnects;
  driver.disconnected.set();
}
NTSTATUS NTAPI on_message(PVOID, PVOID input, ULONG input_bytes, PVOID output, ULONG output_bytes,
                          PULONG returned) {
  if (input == nullptr || output == nullptr || output_bytes < input_bytes) {
    return STATUS_INVALID_PARAMETER;
  }
  std::memcpy(output, input, input_bytes);
  static_cast<char*>(output)[0] = '!';
  *returned = input_bytes;
  return STATUS_SUCCESS;
}

class Port : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / ("port_test." + std::to_string(getpid()));
    setenv("FLTHOST_SOCKET", path_.c_str(), 1);
    ASSERT_EQ(port::start(path_,
                          [](uint32_t pid) {
                            ps::ProcessInfo info;
                            info.pid = pid;
                            return info;
                          }),
              "");
    driver.client = nullptr;
    driver.connects = driver.disconnects = 0;
    driver.disconnected.reset();
    UNICODE_STRING name = {22, 24, reinterpret_cast<PWCH>(const_cast<char16_t*>(u"\\SomePort01"))};
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof(attributes);
    attributes.ObjectName = &name;
    attributes.Attributes = OBJ_KERNEL_HANDLE;
    ASSERT_EQ(FltCreateCommunicationPort(test_filter(), &driver.server, &attributes, nullptr,
                                         on_connect, on_disconnect, on_message, 1),
              STATUS_SUCCESS);
  }
  void TearDown() override {
    FltCloseCommunicationPort(driver.server);
    port::stop();
    EXPECT_EQ(port::leaks(), "");
    EXPECT_EQ(test_filter_references(), 0);
  }
  HANDLE connect(HRESULT expected = S_OK) {
    HANDLE handle = nullptr;
    EXPECT_EQ(FilterConnectCommunicationPort(reinterpret_cast<LPCWSTR>(u"\\SomePort01"), 0, nullptr,
                                             0, nullptr, &handle),
              expected);
    return handle;
  }
  std::string path_;
};

NTSTATUS send_text(const char* text, char* reply, ULONG* reply_bytes, int64_t timeout_100ns) {
  LARGE_INTEGER timeout;
  timeout.QuadPart = -timeout_100ns;
  return FltSendMessage(test_filter(), &driver.client, const_cast<char*>(text), 64, reply,
                        reply_bytes, timeout_100ns == 0 ? nullptr : &timeout);
}

TEST_F(Port, ReplyReachesTheSender_WithLengthAndStatus) {
  HANDLE handle = connect();
  std::thread service([&] {
    Message message{};
    ASSERT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr), S_OK);
    EXPECT_EQ(message.header.ReplyLength, kReplyBytes);
    EXPECT_STREQ(message.text, "question");
    Reply reply{};
    reply.header.MessageId = message.header.MessageId;
    std::strcpy(reply.text, "answer");
    EXPECT_EQ(FilterReplyMessage(handle, &reply.header, kReplyBytes), S_OK);
    // A second answer finds nobody.
    EXPECT_EQ(FilterReplyMessage(handle, &reply.header, kReplyBytes),
              static_cast<HRESULT>(0x801F0020u));
  });
  char question[64] = "question";
  char answer[64] = {};
  ULONG bytes = sizeof(answer);
  EXPECT_EQ(send_text(question, answer, &bytes, 0), STATUS_SUCCESS);
  EXPECT_STREQ(answer, "answer");
  EXPECT_EQ(bytes, 64u);
  service.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, ReplyLargerThanTheRoom_IsBufferOverflow) {
  HANDLE handle = connect();
  std::thread service([&] {
    Message message{};
    ASSERT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr), S_OK);
    Reply reply{};
    reply.header.MessageId = message.header.MessageId;
    FilterReplyMessage(handle, &reply.header, kReplyBytes);
  });
  char question[64] = "question";
  char answer[32] = {};
  ULONG bytes = sizeof(answer);
  EXPECT_EQ(send_text(question, answer, &bytes, 0), STATUS_BUFFER_OVERFLOW);
  service.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, SendWithoutReply_ReturnsOnlyWhenDelivered) {
  HANDLE handle = connect();
  char text[64] = "event";
  std::atomic<bool> asked{false};
  std::thread sender([&] {
    EXPECT_EQ(send_text(text, nullptr, nullptr, 0), STATUS_SUCCESS);
    EXPECT_TRUE(asked.load());
  });
  Message message{};
  asked = true;
  EXPECT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr), S_OK);
  EXPECT_EQ(message.header.ReplyLength, 0u);
  sender.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, NobodyGetsTheMessage_TimesOutAndTheSlotIsNotLost) {
  HANDLE handle = connect();
  char text[64] = "event";
  for (int i = 0; i < 3; ++i) EXPECT_EQ(send_text(text, nullptr, nullptr, 1), STATUS_TIMEOUT);
  // The cancelled ones are skipped: the next message that somebody waits for arrives.
  std::thread sender([&] { EXPECT_EQ(send_text(text, nullptr, nullptr, 0), STATUS_SUCCESS); });
  Message message{};
  EXPECT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr), S_OK);
  sender.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, ServiceThatHangsWithTheMessage_TimesOut_AndItsLateReplyFindsNoWaiter) {
  HANDLE handle = connect();
  std::atomic<bool> timed_out{false};
  std::thread service([&] {
    Message message{};
    ASSERT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr), S_OK);
    while (!timed_out.load()) std::this_thread::yield();
    Reply reply{};
    reply.header.MessageId = message.header.MessageId;
    EXPECT_EQ(FilterReplyMessage(handle, &reply.header, kReplyBytes),
              static_cast<HRESULT>(0x801F0020u));
  });
  char question[64] = "question";
  char answer[64] = {};
  ULONG bytes = sizeof(answer);
  EXPECT_EQ(send_text(question, answer, &bytes, 500000), STATUS_TIMEOUT);
  timed_out = true;
  service.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, BufferTooSmall_LeavesTheMessage) {
  HANDLE handle = connect();
  char text[64] = "event";
  std::thread sender([&] { EXPECT_EQ(send_text(text, nullptr, nullptr, 0), STATUS_SUCCESS); });
  Message message{};
  HRESULT result;
  do {
    result = FilterGetMessage(handle, &message.header, sizeof(FILTER_MESSAGE_HEADER) + 8, nullptr);
  } while (result == S_OK);
  EXPECT_EQ(result, static_cast<HRESULT>(0x8007007Au));
  EXPECT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr), S_OK);
  sender.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, FilterSendMessage_ReachesTheDriverAndBringsItsOutput) {
  HANDLE handle = connect();
  char input[16] = "hello", output[16] = {};
  DWORD returned = 0;
  EXPECT_EQ(FilterSendMessage(handle, input, 16, output, 16, &returned), S_OK);
  EXPECT_EQ(returned, 16u);
  EXPECT_STREQ(output, "!ello");
  EXPECT_EQ(FilterSendMessage(handle, nullptr, 0, output, 16, &returned),
            static_cast<HRESULT>(0x80070057u));
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, SecondConnection_IsRefused_WhenTheLimitIsOne) {
  HANDLE handle = connect();
  connect(static_cast<HRESULT>(0x800704D6u));
  CloseHandle(handle);
  driver.disconnected.wait();
  EXPECT_EQ(driver.connects, 1);
  EXPECT_EQ(driver.disconnects, 1);
}

TEST_F(Port, UnknownName_IsNotFound) {
  HANDLE handle = nullptr;
  EXPECT_EQ(FilterConnectCommunicationPort(reinterpret_cast<LPCWSTR>(u"\\Other"), 0, nullptr, 0,
                                           nullptr, &handle),
            static_cast<HRESULT>(0x80070002u));
}

TEST_F(Port, DosName_IsAnswered_AndTooSmallABufferSaysSo) {
  port::set_volume_name(u"\\Device\\HarddiskVolume1", u"/home/u/dir");
  char16_t name[64];
  EXPECT_EQ(FilterGetDosName(reinterpret_cast<LPCWSTR>(u"\\Device\\HarddiskVolume1"),
                             reinterpret_cast<LPWSTR>(name), 64),
            S_OK);
  EXPECT_EQ(std::u16string(name), u"/home/u/dir");
  EXPECT_EQ(FilterGetDosName(reinterpret_cast<LPCWSTR>(u"\\Device\\HarddiskVolume1"),
                             reinterpret_cast<LPWSTR>(name), 11),
            static_cast<HRESULT>(0x8007007Au));
}

// The client is another process and is killed while the driver waits for its answer.
TEST_F(Port, KilledService_ReleasesTheWaiterAtOnce) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    execl(PORT_TEST_CLIENT, PORT_TEST_CLIENT, std::to_string(ready[1]).c_str(), nullptr);
    _exit(127);
  }
  close(ready[1]);
  char connected = 0;
  ASSERT_EQ(read(ready[0], &connected, 1), 1);
  ASSERT_EQ(driver.connects.load(), 1);  // orders driver.client before us, where the pipe does not
  std::thread killer([&] {
    char has_message = 0;
    EXPECT_EQ(read(ready[0], &has_message, 1), 1);
    kill(child, SIGKILL);
  });
  char question[64] = "question";
  char answer[64] = {};
  ULONG bytes = sizeof(answer);
  EXPECT_EQ(send_text(question, answer, &bytes, 0), STATUS_PORT_DISCONNECTED);
  killer.join();
  waitpid(child, nullptr, 0);
  driver.disconnected.wait();
  close(ready[0]);
  // And the port takes the next one.
  CloseHandle(connect());
}

TEST_F(Port, DriverThatClosesTheClientPort_EndsTheClientsWaits) {
  HANDLE handle = connect();
  std::thread service([&] {
    Message message{};
    EXPECT_EQ(FilterGetMessage(handle, &message.header, sizeof(message), nullptr),
              static_cast<HRESULT>(0x80070006u));
  });
  PFLT_PORT port = driver.client;
  FltCloseClientPort(test_filter(), &port);
  EXPECT_EQ(port, nullptr);
  service.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

TEST_F(Port, ManySendersAndReceivers_EachGetsItsOwnAnswer) {
  HANDLE handle = connect();
  constexpr int kSenders = 8, kEach = 500;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      Message message{};
      while (FilterGetMessage(handle, &message.header, sizeof(message), nullptr) == S_OK) {
        Reply reply{};
        reply.header.MessageId = message.header.MessageId;
        std::memcpy(reply.text, message.text, 64);
        FilterReplyMessage(handle, &reply.header, kReplyBytes);
      }
    });
  }
  std::vector<std::thread> senders;
  std::atomic<int> right{0};
  for (int s = 0; s < kSenders; ++s) {
    senders.emplace_back([&, s] {
      for (int i = 0; i < kEach; ++i) {
        char text[64] = {}, answer[64] = {};
        std::snprintf(text, sizeof(text), "%d/%d", s, i);
        ULONG bytes = sizeof(answer);
        if (send_text(text, answer, &bytes, 0) == STATUS_SUCCESS &&
            std::strcmp(text, answer) == 0) {
          ++right;
        }
      }
    });
  }
  for (auto& sender : senders) sender.join();
  EXPECT_EQ(right, kSenders * kEach);
  CancelIoEx(handle, nullptr);
  for (auto& thread : threads) thread.join();
  CloseHandle(handle);
  driver.disconnected.wait();
}

}  // namespace

#include "port.h"
#include "hostile.h"

#include <flthost/ex/ex.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>

#include "connection.h"
#include "server.h"

namespace flthost::port {

namespace {

constexpr uint32_t kPortTag = 'troP';

struct Registry {
  std::mutex mutex;
  std::map<PFLT_PORT, std::shared_ptr<ServerPort>> servers;
  std::map<PFLT_PORT, std::shared_ptr<Client>> clients;
  std::map<std::u16string, std::u16string> volume_names;
};
Registry& registry() {
  static Registry instance;
  return instance;
}

// What a PFLT_PORT points at: drivers only carry it around, but it is theirs to see.
PFLT_PORT new_port_object() {
  return static_cast<PFLT_PORT>(ex::allocate(16, kPortTag));
}

std::shared_ptr<Client> client_of(PFLT_PORT* port) {
  const std::lock_guard lock(registry().mutex);
  if (*port == nullptr) return nullptr;
  const auto found = registry().clients.find(*port);
  return found == registry().clients.end() ? nullptr : found->second;
}

bool equal_names(const std::u16string& a, std::u16string_view b, bool ignore_case) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char16_t x, char16_t y) {
    const auto fold = [](char16_t c) {
      return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32) : c;
    };
    return ignore_case ? fold(x) == fold(y) : x == y;
  });
}

// FltSendMessage's Timeout as a deadline of the ke clock. Null and zero are forever.
int64_t deadline_of(PLARGE_INTEGER timeout) {
  if (timeout == nullptr || timeout->QuadPart == 0) return ke::kForever;
  if (timeout->QuadPart < 0) return ke::interrupt_time() - timeout->QuadPart;
  return ke::interrupt_time() + std::max<int64_t>(0, timeout->QuadPart - ke::system_time());
}

}  // namespace

std::shared_ptr<ServerPort> find_server(std::u16string_view name) {
  const std::lock_guard lock(registry().mutex);
  for (auto& [port, server] : registry().servers) {
    if (equal_names(server->name, name, server->ignore_case)) return server;
  }
  return nullptr;
}

bool register_client(const std::shared_ptr<Client>& client) {
  const std::lock_guard lock(registry().mutex);
  if (client->server->closed || client->server->connections >= client->server->max_connections) {
    return false;
  }
  ++client->server->connections;
  client->port = new_port_object();
  registry().clients.emplace(client->port, client);
  return true;
}

void release_connection(ServerPort& server) {
  const std::lock_guard lock(registry().mutex);
  --server.connections;
}

void unregister_client(const std::shared_ptr<Client>& client) {
  const std::lock_guard lock(registry().mutex);
  if (registry().clients.erase(client->port) != 0) ex::free(client->port);
}

void set_volume_name(std::u16string_view device_name, std::u16string_view dos_name) {
  const std::lock_guard lock(registry().mutex);
  registry().volume_names[std::u16string(device_name)] = dos_name;
}

std::u16string volume_name(const std::u16string& device_name) {
  const std::lock_guard lock(registry().mutex);
  const auto found = registry().volume_names.find(device_name);
  return found == registry().volume_names.end() ? std::u16string() : found->second;
}

void disconnect_clients(PFLT_FILTER filter) {
  std::vector<std::shared_ptr<Client>> going;
  {
    const std::lock_guard lock(registry().mutex);
    for (auto& [port, client] : registry().clients) {
      if (client->server->filter == filter) going.push_back(client);
    }
  }
  for (auto& client : going) {
    client->connection->disconnect();
    client->ended.wait();  // its thread has called DisconnectNotify
  }
}

std::string leaks() {
  const std::lock_guard lock(registry().mutex);
  std::string lines;
  for (auto& [port, server] : registry().servers) {
    lines +=
        "server port of " + server->filter_name + " was not closed (FltCloseCommunicationPort)\n";
  }
  return lines;
}

ke::ExportTable exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(FltCreateCommunicationPort),
      FLTHOST_EXPORT(FltCloseCommunicationPort),
      FLTHOST_EXPORT(FltCloseClientPort),
      FLTHOST_EXPORT(FltSendMessage),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::port

using namespace flthost;        // NOLINT: the exports below are ours
using namespace flthost::port;  // NOLINT

extern "C" {

// DDI: fltkernel/nf-fltkernel-fltcreatecommunicationport
NTSTATUS NTAPI FltCreateCommunicationPort(PFLT_FILTER Filter, PFLT_PORT* ServerPort,
                                          POBJECT_ATTRIBUTES ObjectAttributes,
                                          PVOID ServerPortCookie,
                                          PFLT_CONNECT_NOTIFY ConnectNotifyCallback,
                                          PFLT_DISCONNECT_NOTIFY DisconnectNotifyCallback,
                                          PFLT_MESSAGE_NOTIFY MessageNotifyCallback,
                                          LONG MaxConnections) {
  if (ObjectAttributes == nullptr || ObjectAttributes->ObjectName == nullptr ||
      (ObjectAttributes->Attributes & OBJ_KERNEL_HANDLE) == 0 || MaxConnections <= 0 ||
      ConnectNotifyCallback == nullptr || DisconnectNotifyCallback == nullptr) {
    return STATUS_INVALID_PARAMETER;
  }
  if (!flt::reference_filter(Filter)) return STATUS_FLT_DELETING_OBJECT;
  auto server = std::make_shared<port::ServerPort>();
  server->filter = Filter;
  for (const char16_t c : flt::filter_name(Filter)) server->filter_name += static_cast<char>(c);
  const UNICODE_STRING& name = *ObjectAttributes->ObjectName;
  server->name.assign(reinterpret_cast<const char16_t*>(name.Buffer), name.Length / 2);
  server->ignore_case = (ObjectAttributes->Attributes & OBJ_CASE_INSENSITIVE) != 0;
  server->cookie = ServerPortCookie;
  server->connect = ConnectNotifyCallback;
  server->disconnect = DisconnectNotifyCallback;
  server->message = MessageNotifyCallback;
  server->max_connections = MaxConnections;
  const std::lock_guard lock(registry().mutex);
  for (auto& [port, other] : registry().servers) {
    if (equal_names(other->name, server->name, other->ignore_case || server->ignore_case)) {
      flt::dereference_filter(Filter);
      return STATUS_OBJECT_NAME_COLLISION;
    }
  }
  *ServerPort = new_port_object();
  registry().servers.emplace(*ServerPort, server);
  return STATUS_SUCCESS;
}

// Existing connections stay. DDI: fltkernel/nf-fltkernel-fltclosecommunicationport
void NTAPI FltCloseCommunicationPort(PFLT_PORT ServerPort) {
  std::shared_ptr<port::ServerPort> server;
  {
    const std::lock_guard lock(registry().mutex);
    const auto found = registry().servers.find(ServerPort);
    if (found != registry().servers.end()) {
      server = found->second;
      server->closed = true;
      registry().servers.erase(found);
    }
  }
  if (server == nullptr) {
    ke::bugcheck({.code = FLTMGR_FILE_SYSTEM,
                  .parameters = {0x6E, reinterpret_cast<uint64_t>(ServerPort), 0, 0},
                  .reason = "FltCloseCommunicationPort was given a port that is not open: close "
                            "each server port once."});
  }
  ex::free(ServerPort);
  flt::dereference_filter(server->filter);
}

// Sets *ClientPort to null under the lock that FltSendMessage reads it under, so that the two can
// race. DDI: fltkernel/nf-fltkernel-fltcloseclientport
void NTAPI FltCloseClientPort(PFLT_FILTER Filter, PFLT_PORT* ClientPort) {
  (void)Filter;
  client_port_closed = true;
  std::shared_ptr<Client> client;
  {
    const std::lock_guard lock(registry().mutex);
    if (*ClientPort == nullptr) return;
    const auto found = registry().clients.find(*ClientPort);
    *ClientPort = nullptr;
    if (found == registry().clients.end()) return;
    client = found->second;
  }
  client->connection->disconnect();
}

// DDI: fltkernel/nf-fltkernel-fltsendmessage
NTSTATUS NTAPI FltSendMessage(PFLT_FILTER Filter, PFLT_PORT* ClientPort, PVOID SenderBuffer,
                              ULONG SenderBufferLength, PVOID ReplyBuffer, PULONG ReplyLength,
                              PLARGE_INTEGER Timeout) {
  (void)Filter;
  const std::shared_ptr<Client> client = client_of(ClientPort);
  if (client == nullptr) return STATUS_PORT_DISCONNECTED;
  return client->connection->send({static_cast<const std::byte*>(SenderBuffer), SenderBufferLength},
                                  static_cast<std::byte*>(ReplyBuffer),
                                  reinterpret_cast<uint32_t*>(ReplyLength), deadline_of(Timeout));
}

}  // extern "C"

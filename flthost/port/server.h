// Server ports, their clients, and the socket that brings clients.
#pragma once

#include <flthost/ke/ke.h>
#include <flthost/ps/ps.h>

#include <atomic>
#include <memory>
#include <string>

#include "connection.h"

namespace flthost::port {

struct ServerPort {
  PFLT_FILTER filter = nullptr;
  std::string filter_name;
  std::u16string name;
  bool ignore_case = false;
  bool closed = false;  // under the registry's lock, as is `connections`
  int connections = 0;
  int max_connections = 0;
  PVOID cookie = nullptr;
  PFLT_CONNECT_NOTIFY connect = nullptr;
  PFLT_DISCONNECT_NOTIFY disconnect = nullptr;
  PFLT_MESSAGE_NOTIFY message = nullptr;
};

struct Client {
  std::shared_ptr<ServerPort> server;
  std::unique_ptr<Connection> connection;
  PFLT_PORT port = nullptr;
  PVOID cookie = nullptr;  // the driver's ConnectionPortCookie
  ke::HostEvent ended;     // DisconnectNotify has returned
};

std::shared_ptr<ServerPort> find_server(std::u16string_view name);
bool register_client(const std::shared_ptr<Client>& client);  // false: closed or full
// Before DisconnectNotify, so that the driver's next client is not refused for the last one.
void release_connection(ServerPort& server);
void unregister_client(const std::shared_ptr<Client>& client);
// The filter unregisters: its clients are disconnected and their driver told.
void disconnect_clients(PFLT_FILTER filter);
std::u16string volume_name(const std::u16string& device_name);

}  // namespace flthost::port

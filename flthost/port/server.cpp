#include "server.h"

#include <flthost/ex/ex.h>
#include <flthost/io/io.h>
#include <flthost/ke/violation.h>
#include <flthost/mm/mm.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <list>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "hostile.h"
#include "port.h"
#include "process_info.h"

namespace flthost::port {

namespace wire = fltlib::wire;

namespace {

constexpr size_t kMaxRequest =
    sizeof(wire::RequestHeader) + wire::kMaxNameBytes + std::max(wire::kMaxSend, wire::kMaxContext);
constexpr size_t kMaxSockets = 64;

struct Session {
  std::thread thread;
  int socket;
  std::atomic<bool> done{false};
};

struct Listener {
  std::mutex mutex;
  std::string path;
  int socket = -1;
  int stop_event = -1;
  std::thread thread;
  std::list<Session> sessions;
};
Listener& listener() {
  static Listener instance;
  return instance;
}

// One request in a buffer of its own; its parts are inside the bounds it was received with.
struct Incoming {
  std::vector<std::byte> bytes{kMaxRequest};
  wire::RequestHeader header{};
  std::u16string name;
  std::span<std::byte> input;
};

bool receive(int fd, Incoming* request) {
  ssize_t got;
  do {
    got = recv(fd, request->bytes.data(), request->bytes.size(), 0);
  } while (got < 0 && errno == EINTR);
  if (got < static_cast<ssize_t>(sizeof(wire::RequestHeader))) return false;
  std::memcpy(&request->header, request->bytes.data(), sizeof(wire::RequestHeader));
  const wire::RequestHeader& header = request->header;
  const size_t rest = static_cast<size_t>(got) - sizeof(header);
  if (header.magic != wire::kMagic || header.version != wire::kVersion ||
      header.name_bytes > wire::kMaxNameBytes || header.name_bytes % 2 != 0 ||
      header.name_bytes > rest || header.input_bytes != rest - header.name_bytes ||
      header.output_room > wire::kMaxSend) {
    return false;
  }
  const std::byte* name = request->bytes.data() + sizeof(header);
  request->name.resize(header.name_bytes / 2);
  std::memcpy(request->name.data(), name, header.name_bytes);
  request->input = {request->bytes.data() + sizeof(header) + header.name_bytes, header.input_bytes};
  return true;
}

bool answer(int fd, NTSTATUS status, const void* output, size_t bytes, int descriptor = -1) {
  wire::Answer header{wire::kMagic, status, static_cast<uint32_t>(bytes), 0};
  iovec parts[2] = {{&header, sizeof(header)}, {const_cast<void*>(output), bytes}};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = parts;
  message.msg_iovlen = 2;
  if (descriptor >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof(control);
    cmsghdr* c = CMSG_FIRSTHDR(&message);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(c), &descriptor, sizeof(int));
  }
  ssize_t sent;
  do {
    sent = sendmsg(fd, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent >= 0;
}

// Buffers at user addresses, as a driver's MessageNotifyCallback gets them: raw, of the caller.
class UserBuffer {
 public:
  explicit UserBuffer(size_t bytes)
      : bytes_(bytes), address_(bytes != 0 ? mm::allocate_user(bytes) : nullptr) {}
  ~UserBuffer() {
    if (address_ != nullptr) mm::free_user(address_, bytes_);
  }
  UserBuffer(const UserBuffer&) = delete;
  UserBuffer& operator=(const UserBuffer&) = delete;
  void* get() const { return address_; }

 private:
  size_t bytes_;
  void* address_;
};

NTSTATUS connect_client(int fd, const Incoming& request, std::shared_ptr<Client>* result) {
  const std::shared_ptr<ServerPort> server = find_server(request.name);
  if (server == nullptr) return STATUS_OBJECT_NAME_NOT_FOUND;
  ucred peer{};
  socklen_t size = sizeof(peer);
  // FltBuildDefaultSecurityDescriptor: system and administrators. Here: root and the host's own
  // user.
  if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 ||
      (peer.uid != 0 && peer.uid != geteuid())) {
    return STATUS_ACCESS_DENIED;
  }
  auto client = std::make_shared<Client>();
  client->server = server;
  client->connection.reset(Connection::create(fd));
  if (client->connection == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  if (!register_client(client)) return STATUS_CONNECTION_COUNT_LIMIT;
  const UserBuffer context(request.input.size());
  if (context.get() != nullptr) {
    std::memcpy(context.get(), request.input.data(), request.input.size());
  }
  const NTSTATUS status = ke::invoke(server->connect, client->port, server->cookie, context.get(),
                                     static_cast<ULONG>(request.input.size()), &client->cookie);
  if (!NT_SUCCESS(status)) {
    release_connection(*server);
    unregister_client(client);
    return status;
  }
  *result = client;
  return STATUS_SUCCESS;
}

// What another thread of the client may do to its message while the driver has it.
void set_accessible(const UserBuffer& buffer, size_t bytes, bool accessible) {
  if (!hostile_clients.load(std::memory_order_relaxed) || buffer.get() == nullptr) return;
  mprotect(buffer.get(), bytes, accessible ? PROT_READ | PROT_WRITE : PROT_NONE);
}

bool handle_send(int fd, Client& client, const Incoming& request) {
  if (client.server->message == nullptr) return answer(fd, STATUS_INVALID_PARAMETER, nullptr, 0);
  const UserBuffer input(request.header.has_input != 0 ? request.input.size() : 0);
  const UserBuffer output(request.header.has_output != 0 ? request.header.output_room : 0);
  if (input.get() != nullptr) std::memcpy(input.get(), request.input.data(), request.input.size());
  ULONG* returned = static_cast<ULONG*>(ex::allocate(sizeof(ULONG), 'rneL'));
  *returned = 0;
  set_accessible(input, request.input.size(), false);
  const NTSTATUS status =
      ke::invoke(client.server->message, client.cookie, input.get(),
                 static_cast<ULONG>(request.input.size()), output.get(),
                 output.get() != nullptr ? ULONG{request.header.output_room} : ULONG{0}, returned);
  set_accessible(input, request.input.size(), true);
  const ULONG bytes =
      NT_SUCCESS(status) && output.get() != nullptr && *returned <= request.header.output_room
          ? *returned
          : 0;
  ex::free(returned);
  return answer(fd, status, output.get(), bytes);
}

void serve_client(int fd, const std::shared_ptr<Client>& client) {
  answer(fd, STATUS_SUCCESS, nullptr, 0, client->connection->memory_file());
  Incoming request;
  while (receive(fd, &request) &&
         request.header.kind == static_cast<uint32_t>(wire::RequestKind::Send) &&
         handle_send(fd, *client, request)) {
  }
  // First the waiters, then the driver is told: nothing waits for a process that is gone.
  client->connection->disconnect();
  release_connection(*client->server);
  client_port_closed = false;
  ke::invoke(client->server->disconnect, client->cookie);
  if (!client_port_closed) {
    ke::tell_violation({DRIVER_VERIFIER_DETECTED_VIOLATION,
                        {0xF17032, reinterpret_cast<uint64_t>(client->port), 0, 0},
                        "Flt.Port.ClientNotClosed: the disconnect callback did not close the "
                        "client port; call FltCloseClientPort there"});
  }
  unregister_client(client);
  client->ended.set();
}

// ------------------------------------------------------------------ devices of drivers
bool handle_device(int fd, PFILE_OBJECT device, const Incoming& request) {
  const wire::RequestHeader& header = request.header;
  const bool writes = header.kind == static_cast<uint32_t>(wire::RequestKind::WriteDevice);
  const UserBuffer input(request.input.size());
  const UserBuffer output(header.output_room);
  if (input.get() != nullptr) std::memcpy(input.get(), request.input.data(), request.input.size());
  const auto in_bytes = static_cast<ULONG>(request.input.size());
  ULONG_PTR information = 0;
  NTSTATUS status = STATUS_INVALID_PARAMETER;
  if (header.kind == static_cast<uint32_t>(wire::RequestKind::ControlDevice)) {
    status = io::device_control(device, header.code, input.get(), in_bytes, output.get(),
                                header.output_room, &information);
  } else if (header.kind == static_cast<uint32_t>(wire::RequestKind::ReadDevice)) {
    status = io::device_transfer(device, IRP_MJ_READ, output.get(), header.output_room,
                                 header.offset, &information);
  } else if (writes) {
    status = io::device_transfer(device, IRP_MJ_WRITE, input.get(), in_bytes, header.offset,
                                 &information);
  }
  if (NT_ERROR(status)) information = 0;
  if (writes) {
    const auto written = static_cast<uint32_t>(information);
    return answer(fd, status, &written, sizeof written);
  }
  return answer(fd, status, output.get(), std::min<size_t>(information, header.output_room));
}

// Opens by programs: a driver goes only when they have gone, as on NT.
struct DeviceSession {
  int fd;
  PDRIVER_OBJECT driver;
};
struct DeviceSessions {
  std::mutex lock;
  std::list<DeviceSession> all;
  std::atomic<uint32_t> ended{0};
};
DeviceSessions& device_sessions() {
  static DeviceSessions sessions;
  return sessions;
}

// The driver unregisters: the ends of its devices' sessions are waited for.
void disconnect_devices(PDRIVER_OBJECT driver) {
  DeviceSessions& sessions = device_sessions();
  for (;;) {
    const uint32_t ended = sessions.ended.load(std::memory_order_acquire);
    bool some = false;
    {
      const std::lock_guard guard(sessions.lock);
      for (const DeviceSession& one : sessions.all) {
        if (one.driver != driver) continue;
        shutdown(one.fd, SHUT_RDWR);
        some = true;
      }
    }
    if (!some) return;
    ke::park(sessions.ended, ended);
  }
}

void disconnect_all(PFLT_FILTER filter) {
  disconnect_clients(filter);
  disconnect_devices(flt::filter_driver(filter));
}

void serve_device(int fd, const Incoming& open) {
  PFILE_OBJECT device = nullptr;
  const NTSTATUS status = io::open_device(u"\\??\\" + open.name, open.header.code, 0, 0, &device);
  if (device == nullptr) {
    answer(fd, status, nullptr, 0);
    return;
  }
  DeviceSessions& sessions = device_sessions();
  std::list<DeviceSession>::iterator session;
  {
    const std::lock_guard guard(sessions.lock);
    session = sessions.all.insert(sessions.all.end(), {fd, device->DeviceObject->DriverObject});
  }
  answer(fd, status, nullptr, 0);
  Incoming request;
  while (receive(fd, &request) && handle_device(fd, device, request)) {
  }
  io::close_device(device);
  {
    const std::lock_guard guard(sessions.lock);
    sessions.all.erase(session);
  }
  sessions.ended.fetch_add(1, std::memory_order_release);
  ke::unpark_all(sessions.ended);
}

void serve_socket(int fd) {
  Incoming request;
  if (!receive(fd, &request)) {
    close(fd);
    return;
  }
  if (request.header.kind == static_cast<uint32_t>(wire::RequestKind::VolumeName)) {
    const std::u16string name = volume_name(request.name);
    answer(fd, name.empty() ? STATUS_OBJECT_NAME_NOT_FOUND : STATUS_SUCCESS, name.data(),
           name.size() * 2);
    close(fd);
    return;
  }
  const ClientIdentity identity(fd);
  if (request.header.kind == static_cast<uint32_t>(wire::RequestKind::OpenDevice)) {
    serve_device(fd, request);
    close(fd);
    return;
  }
  std::shared_ptr<Client> client;
  const NTSTATUS status = request.header.kind == static_cast<uint32_t>(wire::RequestKind::Connect)
                              ? connect_client(fd, request, &client)
                              : STATUS_INVALID_PARAMETER;
  if (client == nullptr) {
    answer(fd, status, nullptr, 0);
  } else {
    serve_client(fd, client);
  }
  close(fd);
}

void reap(Listener& state, bool all) {
  for (auto session = state.sessions.begin(); session != state.sessions.end();) {
    if (!all && !session->done.load()) {
      ++session;
      continue;
    }
    if (all) shutdown(session->socket, SHUT_RDWR);
    session->thread.join();
    session = state.sessions.erase(session);
  }
}

void listen_loop(Listener& state) {
  for (;;) {
    pollfd fds[2] = {{state.socket, POLLIN, 0}, {state.stop_event, POLLIN, 0}};
    if (poll(fds, 2, -1) < 0 && errno == EINTR) continue;
    if (fds[1].revents != 0) return;
    const int fd = accept4(state.socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0) continue;
    const std::lock_guard lock(state.mutex);
    reap(state, false);
    if (state.sessions.size() >= kMaxSockets) {
      close(fd);
      continue;
    }
    // A descriptor of our own: the session's socket may be closed before it is reaped.
    Session& session = state.sessions.emplace_back();
    session.socket = dup(fd);
    session.thread = std::thread([fd, &session] {
      serve_socket(fd);
      close(session.socket);
      session.done.store(true);
    });
  }
}

}  // namespace

std::string start(const std::string& socket_path, DescribeProcess describe) {
  set_describe_process(describe);
  Listener& state = listener();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path.size() >= sizeof(address.sun_path)) {
    return "port socket path '" + socket_path + "' is longer than " +
           std::to_string(sizeof(address.sun_path) - 1) + " bytes: choose a shorter --socket";
  }
  std::memcpy(address.sun_path, socket_path.data(), socket_path.size());
  const auto failed = [&](const char* what) {
    const std::string reason = std::strerror(errno);
    if (state.socket >= 0) close(state.socket);
    state.socket = -1;
    return std::string("cannot ") + what + " the port socket '" + socket_path + "': " + reason;
  };
  state.socket = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
  if (state.socket < 0) return failed("create");
  // Left over from a host that was killed: nobody listens on it.
  if (connect(state.socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0) {
    errno = EADDRINUSE;
    return failed("listen on");
  }
  unlink(socket_path.c_str());
  const mode_t old = umask(0177);
  const int bound = bind(state.socket, reinterpret_cast<sockaddr*>(&address), sizeof(address));
  umask(old);
  if (bound != 0 || listen(state.socket, 16) != 0) return failed("listen on");
  flt::install_unregister_hook(disconnect_all);
  state.path = socket_path;
  state.stop_event = eventfd(0, EFD_CLOEXEC);
  state.thread = std::thread([&state] { listen_loop(state); });
  return {};
}

void stop() {
  Listener& state = listener();
  if (state.socket < 0) return;
  const uint64_t one = 1;
  if (write(state.stop_event, &one, sizeof(one)) != sizeof(one)) return;
  state.thread.join();
  close(state.socket);
  close(state.stop_event);
  unlink(state.path.c_str());
  state.socket = -1;
  reap(state, true);
}

}  // namespace flthost::port

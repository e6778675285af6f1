#include <flthost/fuse/connector.h>

#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/netlink.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace flthost::fuse {
namespace {

bool subscribe(int socket, proc_cn_mcast_op operation) {
  nlmsghdr header{};
  cn_msg message{};
  alignas(nlmsghdr) std::array<char, sizeof(header) + sizeof(message) + sizeof(operation)> packet;
  header.nlmsg_len = packet.size();
  header.nlmsg_type = NLMSG_DONE;
  header.nlmsg_pid = static_cast<uint32_t>(::getpid());
  message.id.idx = CN_IDX_PROC;
  message.id.val = CN_VAL_PROC;
  message.len = sizeof(operation);
  std::memcpy(packet.data(), &header, sizeof(header));
  std::memcpy(packet.data() + sizeof(header), &message, sizeof(message));
  std::memcpy(packet.data() + sizeof(header) + sizeof(message), &operation, sizeof(operation));
  return ::send(socket, packet.data(), packet.size(), 0) == static_cast<ssize_t>(packet.size());
}

}  // namespace

std::unique_ptr<Connector> Connector::open(Events events, std::string* why) {
  std::unique_ptr<Connector> connector(new Connector);
  connector->events_ = std::move(events);
  connector->socket_ = ::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_CONNECTOR);
  if (connector->socket_ < 0) {
    *why = std::string("no netlink connector: ") + std::strerror(errno);
    return nullptr;
  }
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = CN_IDX_PROC;
  const int room = 4 << 20;
  ::setsockopt(connector->socket_, SOL_SOCKET, SO_RCVBUF, &room, sizeof(room));
  if (::bind(connector->socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0 ||
      !subscribe(connector->socket_, PROC_CN_MCAST_LISTEN)) {
    *why = std::string("the process events connector refused: ") + std::strerror(errno);
    return nullptr;
  }
  connector->stop_ = ::eventfd(0, EFD_CLOEXEC);
  connector->thread_ = std::thread([raw = connector.get()] { raw->run(); });
  return connector;
}

Connector::~Connector() {
  if (thread_.joinable()) {
    const uint64_t one = 1;
    (void)!::write(stop_, &one, sizeof(one));
    thread_.join();
  }
  if (socket_ >= 0) ::close(socket_);
  if (stop_ >= 0) ::close(stop_);
}

uint32_t Connector::parent_of(uint32_t pid) {
  const std::lock_guard lock(mutex_);
  const auto it = parents_.find(pid);
  return it == parents_.end() ? 0 : it->second;
}

bool Connector::descends_from(uint32_t pid, uint32_t ancestor) {
  constexpr int kMaxDepth = 64;
  const std::lock_guard lock(mutex_);
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const auto it = parents_.find(pid);
    if (it == parents_.end()) return false;
    if (it->second == ancestor) return true;
    pid = it->second;
  }
  return false;
}

void Connector::run() {
  // What an exec made can be read only until the next exec of the process: be there at once.
  const sched_param first{.sched_priority = 1};
  ::pthread_setschedparam(::pthread_self(), SCHED_FIFO, &first);
  std::array<pollfd, 2> wait = {pollfd{socket_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
  for (;;) {
    if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR) return;
    if ((wait[1].revents & POLLIN) != 0) return;
    catch_up();
  }
}

bool Connector::catch_up() {
  alignas(nlmsghdr) std::array<char, 8192> buffer;
  const std::lock_guard lock(taking_);
  for (;;) {
    const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0) {
      take(buffer.data(), static_cast<size_t>(got));
    } else if (got < 0 && errno == ENOBUFS) {
      lost_ = true;
    } else if (got == 0 || errno != EINTR) {
      return !lost_;
    }
  }
}

void Connector::take(const char* data, size_t bytes) {
  size_t at = 0;
  while (at + sizeof(nlmsghdr) + sizeof(cn_msg) + sizeof(proc_event) <= bytes) {
    nlmsghdr header;
    std::memcpy(&header, data + at, sizeof(header));
    if (header.nlmsg_len < sizeof(header) || header.nlmsg_len > bytes - at) return;
    proc_event event;
    std::memcpy(&event, data + at + sizeof(nlmsghdr) + sizeof(cn_msg), sizeof(event));
    if (event.what == proc_event::PROC_EVENT_FORK) {
      const auto& fork = event.event_data.fork;
      if (fork.child_pid == fork.child_tgid) {  // a process, not a thread
        events_.forked(static_cast<uint32_t>(fork.child_tgid));
        const std::lock_guard lock(mutex_);
        parents_[static_cast<uint32_t>(fork.child_tgid)] = static_cast<uint32_t>(fork.parent_tgid);
      }
    } else if (event.what == proc_event::PROC_EVENT_EXEC) {
      events_.exec(static_cast<uint32_t>(event.event_data.exec.process_tgid), event.timestamp_ns);
    } else if (event.what == proc_event::PROC_EVENT_EXIT) {
      const auto& exit = event.event_data.exit;
      // Kept a while: a child may ask for the parent of its dead parent.
      const std::lock_guard lock(mutex_);
      if (exit.process_pid == exit.process_tgid && parents_.size() > 65536) {
        parents_.erase(static_cast<uint32_t>(exit.process_tgid));
      }
    }
    at += NLMSG_ALIGN(header.nlmsg_len);
  }
}

}  // namespace flthost::fuse

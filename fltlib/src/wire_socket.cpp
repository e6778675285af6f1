#include "wire_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace fltlib::wire {

int connect_socket(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) return -ENAMETOOLONG;
  std::memcpy(address.sun_path, path.data(), path.size());
  const int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  // Room for the largest message; the kernel's limit may be lower, then sending blocks, no more.
  const int room = static_cast<int>(kMaxSend + kMaxContext);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof(room));
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    const int error = errno;
    close(fd);
    return -error;
  }
  return fd;
}

bool send_parts(int fd, const void* a, size_t a_bytes, const void* b, size_t b_bytes, const void* c,
                size_t c_bytes) {
  iovec parts[3] = {{const_cast<void*>(a), a_bytes},
                    {const_cast<void*>(b), b_bytes},
                    {const_cast<void*>(c), c_bytes}};
  msghdr message{};
  message.msg_iov = parts;
  message.msg_iovlen = 3;
  ssize_t sent;
  do {
    sent = sendmsg(fd, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(a_bytes + b_bytes + c_bytes);
}

bool receive_answer(int fd, Answer* answer, void* output, size_t room, int* descriptor) {
  if (descriptor != nullptr) *descriptor = -1;
  iovec parts[2] = {{answer, sizeof(*answer)}, {output, room}};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
  msghdr message{};
  message.msg_iov = parts;
  message.msg_iovlen = output != nullptr ? 2 : 1;
  message.msg_control = control;
  message.msg_controllen = sizeof(control);
  ssize_t received;
  do {
    received = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
  } while (received < 0 && errno == EINTR);
  if (received < static_cast<ssize_t>(sizeof(*answer)) || answer->magic != kMagic) return false;
  for (cmsghdr* c = CMSG_FIRSTHDR(&message); c != nullptr; c = CMSG_NXTHDR(&message, c)) {
    if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
    int received_fd;
    std::memcpy(&received_fd, CMSG_DATA(c), sizeof(int));
    if (descriptor != nullptr) {
      *descriptor = received_fd;
    } else {
      close(received_fd);
    }
  }
  return static_cast<size_t>(received) - sizeof(*answer) == answer->output_bytes &&
         answer->output_bytes <= room;
}

}  // namespace fltlib::wire

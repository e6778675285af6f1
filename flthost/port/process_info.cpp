#include "process_info.h"

#include <sys/socket.h>

namespace flthost::port {

namespace {
DescribeProcess g_describe = nullptr;
}  // namespace

void set_describe_process(DescribeProcess describe) {
  g_describe = describe;
}

ClientIdentity::ClientIdentity(int socket) {
  ucred peer{};
  socklen_t size = sizeof(peer);
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.pid <= 0) return;
  const ps::ProcessInfo info = g_describe(static_cast<uint32_t>(peer.pid));
  process_ = ps::create_process(info);
  thread_ = ps::reference_thread(process_, info.pid);
  impersonate_.emplace(thread_);
}

ClientIdentity::~ClientIdentity() {
  if (process_ == nullptr) return;
  impersonate_.reset();
  if (thread_ != nullptr) ps::dereference(thread_);
  ps::exit_process(process_);
  ps::dereference(process_);
}

}  // namespace flthost::port

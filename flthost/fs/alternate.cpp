#include <flthost/fs/alternate.h>

#include <sys/mman.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>

namespace flthost::fs {
namespace {

constexpr std::string_view kPrefix = "user.flthost.stream.";

std::string attribute_of(std::string_view name) {
  return std::string(kPrefix) + std::string(name);
}

int read_attribute(Node& base, const std::string& name, std::vector<std::byte>* content) {
  const ProcPath path(base.fd);
  for (;;) {
    const ssize_t size = getxattr(path.text, attribute_of(name).c_str(), nullptr, 0);
    if (size < 0) return errno == ENODATA ? -ENOENT : -errno;
    content->resize(static_cast<size_t>(size));
    const ssize_t got =
        getxattr(path.text, attribute_of(name).c_str(), content->data(), content->size());
    if (got >= 0) {
      content->resize(static_cast<size_t>(got));
      return 0;
    }
    if (errno != ERANGE) return -errno;  // it grew
  }
}

// base.lock held.
int load_stream(Node& base, const std::string& name, bool create, bool* created, NodeRef* stream) {
  std::vector<std::byte> content;
  int error = read_attribute(base, name, &content);
  if (error == -ENOENT && create) {
    const ProcPath path(base.fd);
    if (setxattr(path.text, attribute_of(name).c_str(), "", 0, XATTR_CREATE) != 0) return -errno;
    *created = true;
    error = 0;
  }
  if (error != 0) return error;
  const int fd = memfd_create("flthost-stream", MFD_CLOEXEC);
  if (fd < 0) return -errno;
  error = write_backing(fd, content.data(), content.size(), 0);
  if (error != 0) {
    ::close(fd);
    return error;
  }
  struct stat st{};
  st.st_dev = base.device;
  st.st_ino = base.inode;
  st.st_mode = S_IFREG;
  *stream = std::make_shared<Node>(base.fs, fd, st);
  (*stream)->base = base.shared_from_this();
  (*stream)->name = name;
  base.streams[name] = *stream;
  return 0;
}

}  // namespace

int stream_node(Node& base, const std::string& name, bool create, bool* created, NodeRef* stream) {
  *created = false;
  const std::lock_guard guard(base.lock);
  const auto known = base.streams.find(name);
  *stream = known != base.streams.end() ? known->second.lock() : nullptr;
  if (*stream != nullptr && !(*stream)->gone) return 0;
  return load_stream(base, name, create, created, stream);
}

int store_stream(Node& stream) {
  if (stream.gone) return 0;
  struct stat st{};
  if (fstat(stream.fd, &st) != 0) return -errno;
  std::vector<std::byte> content(static_cast<size_t>(st.st_size));
  const int64_t got = read_backing(stream.fd, content.data(), content.size(), 0);
  if (got < 0) return static_cast<int>(got);
  const ProcPath path(stream.base->fd);
  return setxattr(path.text, attribute_of(stream.name).c_str(), content.data(),
                  static_cast<size_t>(got), 0) == 0
             ? 0
             : -errno;
}

int remove_stream(Node& stream) {
  const ProcPath path(stream.base->fd);
  if (removexattr(path.text, attribute_of(stream.name).c_str()) != 0) return -errno;
  stream.gone = true;
  return 0;
}

std::vector<StreamName> streams_of(Node& base) {
  const ProcPath path(base.fd);
  std::vector<StreamName> streams;
  const ssize_t size = listxattr(path.text, nullptr, 0);
  if (size <= 0) return streams;
  std::string names(static_cast<size_t>(size), '\0');
  const ssize_t got = listxattr(path.text, names.data(), names.size());
  names.resize(got > 0 ? static_cast<size_t>(got) : 0);
  for (size_t at = 0; at < names.size();) {
    const std::string_view name = names.c_str() + at;
    at += name.size() + 1;
    if (!name.starts_with(kPrefix)) continue;
    const ssize_t length = getxattr(path.text, std::string(name).c_str(), nullptr, 0);
    if (length < 0) continue;
    streams.push_back({std::string(name.substr(kPrefix.size())), static_cast<uint64_t>(length)});
  }
  return streams;
}

}  // namespace flthost::fs

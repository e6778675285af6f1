#include "scratch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace sluice::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLock = "/lock";
constexpr std::string_view kPrefix = "sluice-";

// Ours, and nobody of its run lives. One without a lock file is being made at this moment.
bool left_behind(const fs::path& path) {
  struct stat st{};
  if (lstat(path.c_str(), &st) != 0 || !S_ISDIR(st.st_mode) || st.st_uid != geteuid()) return false;
  const FileDescriptor lock(
      open((path.string() + kLock).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  return lock.get() >= 0 && flock(lock.get(), LOCK_EX | LOCK_NB) == 0;
}

void remove_left_behind(const std::string& base) {
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(base, failed)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix) || !left_behind(entry.path())) continue;
    std::error_code ignored;
    fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

ScratchDirectory::ScratchDirectory() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  if (runtime != nullptr && *runtime == '/' && make(runtime)) return;
  make("/tmp");
}

ScratchDirectory::~ScratchDirectory() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

bool ScratchDirectory::make(const std::string& base) {
  remove_left_behind(base);
  std::string name = base + "/" + std::string(kPrefix) + "XXXXXX";
  if (mkdtemp(name.data()) == nullptr) return false;
  // Locked before it has its name, so that nobody finds the one without the other.
  const std::string unnamed = name + kLock + std::string(".new");
  lock_.reset(open(unnamed.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600));
  if (lock_.get() < 0 || flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 ||
      rename(unnamed.c_str(), (name + kLock).c_str()) != 0) {
    std::error_code ignored;
    fs::remove_all(name, ignored);
    return false;
  }
  path_ = name;
  return true;
}

}  // namespace sluice::cli

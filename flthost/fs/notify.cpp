#include <flthost/fs/notify.h>

#include <flthost/fs/local.h>
#include <flthost/fs/names.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace flthost::fs {
namespace {

constexpr size_t kHead = offsetof(FILE_NOTIFY_INFORMATION, FileName);

// The path of parent/name below `directory`; false when it is none of its own (or of its subtree).
bool path_below(LocalFileSystem& fs, const Node& directory, bool subtree, Node& parent,
                std::string_view name, std::u16string* path) {
  *path = to_nt_name(name);
  if (&parent == &directory) return true;
  if (!subtree) return false;
  const std::shared_lock guard(fs.names_lock);
  for (const Node* at = &parent; at != nullptr; at = at->parent.get()) {
    if (at == &directory) return true;
    *path = to_nt_name(at->name) + u"\\" + *path;
  }
  return false;
}

}  // namespace

void Notifier::keep(Watch& watch, ULONG action, std::u16string_view name) {
  const size_t at = (watch.kept.size() + 3) & ~size_t{3};
  const size_t bytes = name.size() * sizeof(WCHAR);
  if (watch.overflow || at + kHead + bytes > watch.room) {
    watch.overflow = true;
    watch.kept.clear();
    return;
  }
  FILE_NOTIFY_INFORMATION info{};
  info.Action = action;
  info.FileNameLength = static_cast<ULONG>(bytes);
  if (!watch.kept.empty()) {
    const auto next = static_cast<ULONG>(at - watch.last);
    std::memcpy(watch.kept.data() + watch.last, &next, sizeof next);
  }
  watch.kept.resize(at + kHead + bytes);
  std::memcpy(watch.kept.data() + at, &info, kHead);
  std::memcpy(watch.kept.data() + at + kHead, name.data(), bytes);
  watch.last = at;
}

// Takes the oldest request when there is something for it.
bool Notifier::give(Watch& watch, std::vector<Ready>* ready) {
  if (watch.requests.empty() || (watch.kept.empty() && !watch.overflow)) return false;
  ready->push_back({watch.requests.front(),
                    watch.overflow ? STATUS_NOTIFY_ENUM_DIR : STATUS_SUCCESS,
                    std::move(watch.kept)});
  watch.requests.pop_front();
  watch.kept.clear();
  watch.overflow = false;
  return true;
}

void Notifier::complete(const std::vector<Ready>& ready) {
  for (const Ready& one : ready) {
    const auto& parameters = one.request->parameters.Parameters.DirectoryControl.NotifyDirectory;
    std::byte* const buffer = buffer_of(parameters.MdlAddress, parameters.DirectoryBuffer);
    NTSTATUS status = one.status;
    size_t bytes = one.answer.size();
    if (status == STATUS_SUCCESS && (buffer == nullptr || bytes > parameters.Length)) {
      status = STATUS_NOTIFY_ENUM_DIR;
    }
    if (status != STATUS_SUCCESS) bytes = 0;
    if (bytes != 0) std::memcpy(buffer, one.answer.data(), bytes);
    io::complete(*one.request, status, bytes);
  }
}

void Notifier::handle(io::Request& request) {
  const PFILE_OBJECT file_object = request.parameters.TargetFileObject;
  const auto& parameters = request.parameters.Parameters.DirectoryControl.NotifyDirectory;
  std::vector<Ready> ready;
  {
    const std::lock_guard guard(lock_);
    auto it = std::ranges::find_if(
        watches_, [&](const Watch& watch) { return watch.file_object == file_object; });
    if (it == watches_.end()) {
      // The first request decides what this open wants to know.
      Watch watch;
      watch.file_object = file_object;
      watch.directory = fcb_of(file_object).node.get();
      watch.filter = parameters.CompletionFilter;
      watch.subtree = (request.parameters.OperationFlags & SL_WATCH_TREE) != 0;
      watch.room = parameters.Length;
      it = watches_.insert(watches_.end(), std::move(watch));
      count_.store(watches_.size(), std::memory_order_release);
    }
    it->requests.push_back(&request);
    give(*it, &ready);
  }
  complete(ready);
}

void Notifier::tell(LocalFileSystem& fs, Node& parent, std::string_view name, Change change) {
  if (count_.load(std::memory_order_acquire) == 0) return;
  std::vector<Ready> ready;
  {
    const std::lock_guard guard(lock_);
    for (Watch& watch : watches_) {
      std::u16string path;
      if ((watch.filter & change.filter) == 0 ||
          !path_below(fs, *watch.directory, watch.subtree, parent, name, &path)) {
        continue;
      }
      keep(watch, change.action, path);
      give(watch, &ready);
    }
  }
  complete(ready);
}

void Notifier::release(PFILE_OBJECT file_object) {
  if (count_.load(std::memory_order_acquire) == 0) return;
  std::deque<io::Request*> gone;
  {
    const std::lock_guard guard(lock_);
    const auto it = std::ranges::find_if(
        watches_, [&](const Watch& watch) { return watch.file_object == file_object; });
    if (it == watches_.end()) return;
    gone.swap(it->requests);
    watches_.erase(it);
    count_.store(watches_.size(), std::memory_order_release);
  }
  for (io::Request* const request : gone) io::complete(*request, STATUS_NOTIFY_CLEANUP, 0);
}

bool Notifier::cancel(io::Request& request) {
  {
    const std::lock_guard guard(lock_);
    const auto holds = [&](Watch& watch) { return std::erase(watch.requests, &request) != 0; };
    if (std::ranges::find_if(watches_, holds) == watches_.end()) return false;
  }
  io::complete(request, STATUS_CANCELLED, 0);
  return true;
}

}  // namespace flthost::fs

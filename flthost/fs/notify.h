// Who wants to be told of changes in a directory (IRP_MN_NOTIFY_CHANGE_DIRECTORY). What changes
// between two requests of an open is kept for its next one, up to that one's buffer.
#pragma once

#include <flthost/io/io.h>

#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace flthost::fs {

class LocalFileSystem;
class Node;

struct Change {
  ULONG filter;  // FILE_NOTIFY_CHANGE_...
  ULONG action;  // FILE_ACTION_...
};

class Notifier {
 public:
  // Keeps the request until something changes; PASSIVE_LEVEL.
  void handle(io::Request& request);
  // parent/name changed. Costs a load when nobody watches. IRQL <= APC_LEVEL, no lock of the file
  // system held.
  void tell(LocalFileSystem& fs, Node& parent, std::string_view name, Change change);
  // A handle of a directory goes: its requests end with STATUS_NOTIFY_CLEANUP.
  void release(PFILE_OBJECT file_object);
  bool cancel(io::Request& request);

 private:
  struct Watch {
    PFILE_OBJECT file_object = nullptr;
    const Node* directory = nullptr;
    ULONG filter = 0;
    bool subtree = false;
    size_t room = 0;  // of its requests
    bool overflow = false;
    std::deque<io::Request*> requests;
    std::vector<std::byte> kept;  // FILE_NOTIFY_INFORMATION, one behind the other
    size_t last = 0;              // where the last one begins
  };
  struct Ready {
    io::Request* request;
    NTSTATUS status;
    std::vector<std::byte> answer;
  };
  static void keep(Watch& watch, ULONG action, std::u16string_view name);
  static bool give(Watch& watch, std::vector<Ready>* ready);
  static void complete(const std::vector<Ready>& ready);

  std::mutex lock_;
  std::vector<Watch> watches_;
  std::atomic<size_t> count_{0};
};

}  // namespace flthost::fs

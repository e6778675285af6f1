// Between section.cpp, views.cpp and what uses them.
#pragma once

#include <flthost/ps/section.h>

#include <atomic>
#include <mutex>
#include <vector>

namespace flthost::ps {

inline constexpr uint64_t kPage = 4096;

// The pages behind one or more section objects: all those of a file's stream share one.
struct ControlArea {
  int fd = -1;                   // memory
  PFILE_OBJECT file = nullptr;   // a reference; null: the paging file
  uint64_t sections = 0;         // under the table's mutex
  std::mutex mutex;              // what follows
  uint64_t bytes = 0;            // of the memory
  std::vector<uint32_t> mapped;  // views of each page: one with none is read again
  std::atomic<uint64_t> views{0}, user_writable{0}, mapped_end{0};
};

struct Section {
  ControlArea* area = nullptr;
  uint64_t size = 0;
  ULONG protection = 0, attributes = 0;
};

struct FileUse {
  uint64_t sections = 0, views = 0, user_writable = 0, mapped_end = 0;
};
FileUse use_of_file(const SECTION_OBJECT_POINTERS* pointers);
const SectionFiles& section_files();
bool extend(ControlArea& area, uint64_t size);  // locked

inline bool is_copy(ULONG protection) {
  return (protection & 0xff) == PAGE_WRITECOPY || (protection & 0xff) == PAGE_EXECUTE_WRITECOPY;
}
inline bool is_writable(ULONG protection) {
  return (protection & 0xff) == PAGE_READWRITE || (protection & 0xff) == PAGE_EXECUTE_READWRITE;
}

}  // namespace flthost::ps

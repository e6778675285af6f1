// What an answered question adds to an open.
//
//   asked_open open DIR COUNT      opens and closes COUNT different files of DIR, each once; prints
//                                  the median in microseconds (the files are made first and left)
//   asked_open answer DIR READY    marks DIR's mount point with FAN_OPEN_PERM, writes a line to the
//                                  file READY, then answers every question with FAN_ALLOW (root
//                                  only)
#include <fcntl.h>
#include <sys/fanotify.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

[[noreturn]] void die(const char* what) {
  std::perror(what);
  std::exit(1);
}

int open_files(const std::string& dir, int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) {
    names.push_back(dir + "/asked-" + std::to_string(i));
    const int fd = open(names.back().c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
    if (fd < 0) die("asked_open: create");
    close(fd);
  }
  std::vector<double> microseconds;
  for (const std::string& name : names) {
    const auto start = std::chrono::steady_clock::now();
    const int fd = open(name.c_str(), O_RDONLY | O_CLOEXEC);
    const auto end = std::chrono::steady_clock::now();
    if (fd < 0) die("asked_open: open");
    close(fd);
    microseconds.push_back(std::chrono::duration<double, std::micro>(end - start).count());
  }
  std::sort(microseconds.begin(), microseconds.end());
  std::printf("%.2f\n", microseconds[microseconds.size() / 2]);
  return 0;
}

int answer(const char* dir, const char* ready) {
  const int group = fanotify_init(FAN_CLASS_CONTENT | FAN_CLOEXEC, O_RDONLY | O_CLOEXEC);
  if (group < 0) die("asked_open: fanotify_init");
  if (fanotify_mark(group, FAN_MARK_ADD, FAN_OPEN_PERM | FAN_EVENT_ON_CHILD, AT_FDCWD, dir) != 0) {
    die("asked_open: fanotify_mark");
  }
  FILE* file = std::fopen(ready, "w");
  if (file == nullptr) die(ready);
  std::fprintf(file, "ready\n");
  std::fclose(file);
  alignas(fanotify_event_metadata) char buffer[8192];
  for (;;) {
    const ssize_t bytes = read(group, buffer, sizeof(buffer));
    if (bytes <= 0) die("asked_open: fanotify read");
    for (ssize_t at = 0; at < bytes;) {
      fanotify_event_metadata event;
      std::memcpy(&event, buffer + at, sizeof(event));
      at += event.event_len;
      const fanotify_response response{event.fd, FAN_ALLOW};
      if (write(group, &response, sizeof(response)) != sizeof(response)) die("asked_open: answer");
      close(event.fd);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "open") == 0) {
    return open_files(argv[2], std::atoi(argv[3]));
  }
  if (argc == 4 && std::strcmp(argv[1], "answer") == 0) return answer(argv[2], argv[3]);
  std::fprintf(stderr, "usage: asked_open open DIR COUNT | asked_open answer DIR READY\n");
  return 2;
}

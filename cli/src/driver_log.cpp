#include "driver_log.h"

#include <sluice/service/summary.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

namespace sluice::cli {

bool DriverLog::open(const std::string& name) {
  file_.reset(::open(name.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600));
  return file_.get() >= 0;
}

void DriverLog::relay() {
  char bytes[4096];
  ssize_t got;
  while ((got = read(file_.get(), bytes, sizeof(bytes))) > 0) {
    partial_.append(bytes, static_cast<std::size_t>(got));
  }
  std::size_t at = 0;
  for (std::size_t end; (end = partial_.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::string line = partial_.substr(at, end - at);
    if (!service::take_last_words(line, &last_words_)) std::fprintf(stderr, "%s\n", line.c_str());
  }
  partial_.erase(0, at);
}

}  // namespace sluice::cli

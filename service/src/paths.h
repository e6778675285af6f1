// NT paths to the system's, with the volumes' names remembered.
#pragma once

#include "platform.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sluice::service {

class Paths {
 public:
  // `ask`: what the system calls a device; asked once for each, and again while it has no answer.
  explicit Paths(DosName ask) : ask_(std::move(ask)) {}

  // Learns names while they can be asked for: at an unload the last events come when the driver's
  // host answers no more questions. Volumes are numbered from 1 on.
  void learn() {
    for (char16_t number = u'1'; number <= u'9'; ++number) {
      if (name_of(std::u16string(u"\\Device\\HarddiskVolume") + number).empty()) return;
    }
  }

  std::string operator()(std::u16string_view nt_path) {
    return system_path(nt_path, [this](std::u16string_view device) { return name_of(device); });
  }

 private:
  std::string name_of(std::u16string_view device) {
    {
      const std::lock_guard lock(mutex_);
      const auto at = names_.find(device);
      if (at != names_.end()) return at->second;
    }
    std::string name = ask_(device);
    // A volume's mount path is written without the slash at its end.
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    if (name.empty()) return name;
    const std::lock_guard lock(mutex_);
    if (names_.size() < kMaxNames) names_.emplace(device, name);
    return name;
  }

  static constexpr std::size_t kMaxNames = 1024;

  DosName ask_;
  std::mutex mutex_;
  std::map<std::u16string, std::string, std::less<>> names_;
};

}  // namespace sluice::service

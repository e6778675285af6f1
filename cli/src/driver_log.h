// What drivers print under the host (DbgPrint), read while it comes: sluice.sys's last words are
// kept, every other line goes to standard error.
#pragma once

#include "child.h"

#include <nlohmann/json.hpp>

#include <string>

namespace sluice::cli {

class DriverLog {
 public:
  // Makes the file. `flthost run --log` appends to it.
  bool open(const std::string& name);
  void relay();
  // Null when the driver said none.
  const nlohmann::json& last_words() const { return last_words_; }

 private:
  FileDescriptor file_;
  std::string partial_;
  nlohmann::json last_words_;
};

}  // namespace sluice::cli

// One directory bare and one filtered; scripts that run in either.
#pragma once

#include "process.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sluice::programs {

class MountTest : public testing::Test {
 protected:
  MountTest();
  void TearDown() override;  // nothing mounted, nothing running

  // `flthost run DRIVER.sys ... -- CMD`, in the filtered directory; what drivers print goes to
  // prints(). An empty driver name: no filter at all.
  std::vector<std::string> flthost(const std::string& driver, const std::vector<std::string>& cmd,
                                   const std::vector<std::string>& options = {}) const;
  e2e::Outcome run_on(const std::string& driver, const std::string& shell_text) const;
  e2e::Outcome run_bare(const std::string& shell_text) const;
  e2e::ChildOptions options(const std::string& directory) const;
  std::string prints() const { return e2e::read_file(scratch_ / "prints"); }
  // What was not returned, of the report; "" when the host wrote none.
  std::string report() const { return e2e::read_file(scratch_ / "report.json"); }

  e2e::Scratch scratch_;
  const std::string mount_;  // filtered for CMD, bare for us
  const std::string bare_;
  const std::string marker_;
};

// Name, type, mode, links, size and SHA-256 of everything below `directory`, as a script that
// prints it for the working directory.
inline constexpr const char* kManifest =
    "find . -mindepth 1 \\( -type d -printf '%y %m %p\\n' -o -printf '%y %m %n %s %l %p\\n' \\) | "
    "LC_ALL=C sort; find . -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum";

bool have(const std::string& tool);  // in PATH

}  // namespace sluice::programs

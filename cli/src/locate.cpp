#include "locate.h"

#include <unistd.h>

#include <filesystem>
#include <initializer_list>

namespace sluice::cli {

namespace fs = std::filesystem;

namespace {

std::string find(const fs::path& base, std::initializer_list<const char*> places, int mode) {
  for (const char* place : places) {
    std::error_code failed;
    const fs::path path = fs::weakly_canonical(base / place, failed);
    if (!failed && fs::is_regular_file(path, failed) && access(path.c_str(), mode) == 0) {
      return path.string();
    }
  }
  return {};
}

}  // namespace

std::string locate(Tools& tools) {
  std::error_code failed;
  const fs::path base = fs::read_symlink("/proc/self/exe", failed).parent_path();
  if (tools.flthost.empty()) {
    tools.flthost = find(
        base,
        {"flthost", "../flthost/flthost", "../flthost/app/flthost", "../libexec/sluice/flthost"},
        X_OK);
    if (tools.flthost.empty()) return "flthost is not beside " + base.string() + "; say --flthost";
  }
  if (tools.sluiced.empty()) {
    tools.sluiced =
        find(base, {"sluiced", "../service/sluiced", "../libexec/sluice/sluiced"}, X_OK);
    if (tools.sluiced.empty()) return "sluiced is not beside " + base.string() + "; say --sluiced";
  }
  if (tools.driver.empty()) {
    tools.driver = find(base,
                        {"sluice.sys", "../driver/sluice.sys", "../driver/sys/sluice.sys",
                         "../lib/sluice/sluice.sys"},
                        R_OK);
    if (tools.driver.empty()) {
      return "sluice.sys is not beside " + base.string() + "; say --driver";
    }
  }
  return {};
}

}  // namespace sluice::cli

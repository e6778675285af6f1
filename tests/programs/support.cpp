#include "support.h"

#include <unistd.h>
#include <filesystem>

namespace sluice::programs {

namespace fs = std::filesystem;

MountTest::MountTest()
    : mount_(scratch_ / "files"),
      bare_(scratch_ / "bare"),
      marker_("SLUICE_PROGRAMS=" + scratch_.path()) {
  for (const std::string& directory : {mount_, bare_}) fs::create_directory(directory);
}

void MountTest::TearDown() {
  EXPECT_FALSE(e2e::is_mounted(mount_));
  for (const pid_t pid : e2e::processes_with(marker_)) {
    ADD_FAILURE() << "still running: " << pid << " "
                  << e2e::read_file("/proc/" + std::to_string(pid) + "/comm");
  }
}

e2e::ChildOptions MountTest::options(const std::string& directory) const {
  e2e::ChildOptions options;
  options.directory = directory;
  // What would make two runs differ, or one depend on who runs it.
  options.environment = {marker_,
                         "LC_ALL=C.UTF-8",
                         "TZ=UTC",
                         "HOME=" + scratch_.path(),
                         "GIT_CONFIG_NOSYSTEM=1",
                         "GIT_AUTHOR_NAME=A",
                         "GIT_AUTHOR_EMAIL=a@example.org",
                         "GIT_COMMITTER_NAME=C",
                         "GIT_COMMITTER_EMAIL=c@example.org",
                         "GIT_AUTHOR_DATE=2020-01-01T00:00:00Z",
                         "GIT_COMMITTER_DATE=2020-01-01T00:00:00Z",
                         "WORKLOAD=" WORKLOAD_EXE};
  return options;
}

std::vector<std::string> MountTest::flthost(const std::string& driver,
                                            const std::vector<std::string>& cmd,
                                            const std::vector<std::string>& more) const {
  std::vector<std::string> words = {FLTHOST_EXE, "run"};
  if (!driver.empty()) words.push_back(std::string(DRIVER_DIR "/") + driver + ".sys");
  for (const char* const word : {"--dir", mount_.c_str(), "--socket"}) words.emplace_back(word);
  words.push_back(scratch_ / "port");
  words.emplace_back("--log");
  words.push_back(scratch_ / "prints");
  words.emplace_back("--report");
  words.push_back(scratch_ / "report.json");
  words.insert(words.end(), more.begin(), more.end());
  words.emplace_back("--");
  words.insert(words.end(), cmd.begin(), cmd.end());
  return words;
}

namespace {
constexpr e2e::Milliseconds kScriptPatience{60'000};
}

e2e::Outcome MountTest::run_on(const std::string& driver, const std::string& shell_text) const {
  return e2e::run(flthost(driver, {"sh", "-ec", shell_text}), options(mount_), kScriptPatience);
}

e2e::Outcome MountTest::run_bare(const std::string& shell_text) const {
  return e2e::run({"sh", "-ec", shell_text}, options(bare_), kScriptPatience);
}

bool have(const std::string& tool) {
  const char* const path = std::getenv("PATH");
  std::string directory;
  for (const char* at = path == nullptr ? "" : path;; ++at) {
    if (*at != ':' && *at != '\0') {
      directory += *at;
      continue;
    }
    if (::access((directory + "/" + tool).c_str(), X_OK) == 0) return true;
    if (*at == '\0') return false;
    directory.clear();
  }
}

}  // namespace sluice::programs

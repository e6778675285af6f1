// Runs the real flthost on scratch directories. FLTHOST_EXE and FILE_TOOL name the programs under
// test.
#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

// What the end of the host does beside threads that can't be stopped first is no race to mend.
#if __has_feature(thread_sanitizer)
#define NOT_UNDER_TSAN(why) GTEST_SKIP() << why
#else
#define NOT_UNDER_TSAN(why) static_cast<void>(0)
#endif

namespace flthost::app::test {

struct Outcome {
  int status = -1;
  std::string out, err;
};

// Runs a program to its end; both outputs are caught. `user` is a uid to become first, or -1.
Outcome run_program(const std::vector<std::string>& words, int user = -1);

// A host that runs until it ends or is ended. What it and its command print is read line by line.
class RunningHost {
 public:
  enum class Output { Standard, Both };
  explicit RunningHost(const std::vector<std::string>& words, Output output = Output::Standard);
  ~RunningHost();
  RunningHost(const RunningHost&) = delete;
  RunningHost& operator=(const RunningHost&) = delete;

  std::string line() const;                           // empty when everybody has closed the output
  bool wait_for_line(const std::string& part) const;  // false at the output's end
  std::string rest() const;
  void signal(int number) const;
  int wait();                                        // its exit status, 128+n for a signal
  bool was_signalled() const { return signalled_; }  // after wait(): the host itself

 private:
  bool signalled_ = false;
  int pid_ = -1;
  int out_ = -1;
};

class MountTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;
  // `script` run by sh with the working directory in the mount.
  Outcome in_mount(const std::string& script, const std::vector<std::string>& options = {},
                   int user = -1);
  std::vector<std::string> host_command(const std::vector<std::string>& options,
                                        const std::vector<std::string>& command) const;
  nlohmann::json report() const;
  std::string content(const std::string& name) const;  // of a file below the mount
  void put(const std::string& name, const std::string& text) const;
  std::string path(const std::string& name) const { return directory_ + "/" + name; }
  bool mounted_here() const;  // seen from outside

  std::string scratch_;    // everything of this test
  std::string directory_;  // what is mounted over
};

}  // namespace flthost::app::test

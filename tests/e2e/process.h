// Child processes for end-to-end tests: started with all of their output read as it comes, waited
// for on what they do (a line, a file, their end), never on time alone. Every wait has a bound,
// after which the test fails with what was seen so far.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::e2e {

using Milliseconds = std::chrono::milliseconds;
inline constexpr Milliseconds kPatience{20'000};

struct ChildOptions {
  std::string directory;                 // working directory; empty: ours
  std::vector<std::string> environment;  // NAME=VALUE beside ours
  bool own_group = false;                // a process group of its own, as a shell gives a job
  bool keep_input = false;               // standard input stays open until close_input()
  int user = -1;                         // uid and gid to become first
};

class Child {
 public:
  explicit Child(std::vector<std::string> words, ChildOptions options = {});
  ~Child();  // kills it when it still runs
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t pid() const;
  std::string out() const;
  std::string err() const;
  void write(std::string_view text);
  void close_input();
  // Until standard output (error) has this text at or behind `from`. The offset behind it, or
  // nothing when the child closed its output or time is up.
  std::optional<std::size_t> wait_out(std::string_view text, std::size_t from = 0);
  std::optional<std::size_t> wait_err(std::string_view text, std::size_t from = 0);
  // Exit status, 128+n after signal n, -1 when it had to be killed because time was up.
  int wait(Milliseconds patience = kPatience);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};
Outcome run(std::vector<std::string> words, ChildOptions options = {},
            Milliseconds patience = kPatience);

// A directory under TMPDIR that goes at the end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view text, unsigned mode = 0644);

// Until `good` says so: asked again whenever something in `directory` changes.
bool wait_directory(const std::string& directory, const std::function<bool()>& good,
                    Milliseconds patience = kPatience);

// Processes whose environment has this NAME=VALUE.
std::vector<pid_t> processes_with(const std::string& variable);
// Until there are none.
bool wait_gone(const std::string& variable, Milliseconds patience = kPatience);
bool is_mounted(const std::string& path);  // for us

}  // namespace sluice::e2e

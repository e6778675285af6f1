#include "mount_fixture.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace flthost::app::test {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

[[noreturn]] void become(const std::vector<std::string>& words, int out, int err, int user) {
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  const int null = ::open("/dev/null", O_RDONLY);
  ::dup2(null, STDIN_FILENO);
  if (user >= 0) {
    const auto id = static_cast<uid_t>(user);
    if (::setgroups(0, nullptr) != 0 || ::setgid(id) != 0 || ::setuid(id) != 0) ::_exit(99);
  }
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(98);
}

}  // namespace

Outcome run_program(const std::vector<std::string>& words, int user) {
  std::array<int, 2> out, err;
  EXPECT_EQ(::pipe2(out.data(), O_CLOEXEC), 0);
  EXPECT_EQ(::pipe2(err.data(), O_CLOEXEC), 0);
  const pid_t pid = ::fork();
  if (pid == 0) become(words, out[1], err[1], user);
  ::close(out[1]);
  ::close(err[1]);
  Outcome outcome;
  std::array<pollfd, 2> wait = {pollfd{out[0], POLLIN, 0}, pollfd{err[0], POLLIN, 0}};
  while (wait[0].fd >= 0 || wait[1].fd >= 0) {
    if (::poll(wait.data(), wait.size(), -1) < 0) continue;
    for (size_t i = 0; i < 2; ++i) {
      if (wait[i].fd < 0 || wait[i].revents == 0) continue;
      std::array<char, 4096> buffer;
      const ssize_t got = ::read(wait[i].fd, buffer.data(), buffer.size());
      if (got > 0) {
        (i == 0 ? outcome.out : outcome.err).append(buffer.data(), static_cast<size_t>(got));
      } else {
        ::close(wait[i].fd);
        wait[i].fd = -1;
      }
    }
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  outcome.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return outcome;
}

RunningHost::RunningHost(const std::vector<std::string>& words, Output output) {
  std::array<int, 2> pipe;
  EXPECT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
  pid_ = ::fork();
  if (pid_ == 0) become(words, pipe[1], output == Output::Both ? pipe[1] : STDERR_FILENO, -1);
  ::close(pipe[1]);
  out_ = pipe[0];
}

RunningHost::~RunningHost() {
  ::close(out_);
}

std::string RunningHost::line() const {
  std::string text;
  char c;
  while (::read(out_, &c, 1) == 1 && c != '\n') text.push_back(c);
  return text;
}

bool RunningHost::wait_for_line(const std::string& part) const {
  for (std::string text = line(); !text.empty(); text = line()) {
    if (text.find(part) != std::string::npos) return true;
  }
  return false;
}

std::string RunningHost::rest() const {
  std::string text;
  std::array<char, 4096> buffer;
  ssize_t got;
  while ((got = ::read(out_, buffer.data(), buffer.size())) > 0) {
    text.append(buffer.data(), static_cast<size_t>(got));
  }
  return text;
}

void RunningHost::signal(int number) const {
  ::kill(pid_, number);
}

int RunningHost::wait() {
  int status = 0;
  ::waitpid(pid_, &status, 0);
  signalled_ = WIFSIGNALED(status);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void MountTest::SetUp() {
  std::string name = std::filesystem::temp_directory_path().string() + "/flthost-mount-XXXXXX";
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  scratch_ = name;
  directory_ = scratch_ + "/dir";
  std::filesystem::create_directory(directory_);
  const Outcome check = run_program({FLTHOST_EXE, "check-host"});
  ASSERT_NE(check.status, 98) << FLTHOST_EXE << " is not there";
  if (check.status != 0) GTEST_SKIP() << "no mount is possible here:\n" << check.out;
}

void MountTest::TearDown() {
  EXPECT_FALSE(mounted_here());
  std::filesystem::remove_all(scratch_);
}

std::vector<std::string> MountTest::host_command(const std::vector<std::string>& options,
                                                 const std::vector<std::string>& command) const {
  std::vector<std::string> words = {FLTHOST_EXE, "run",      "--dir",
                                    directory_,  "--report", scratch_ + "/report.json"};
  words.insert(words.end(), options.begin(), options.end());
  words.emplace_back("--");
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

Outcome MountTest::in_mount(const std::string& script, const std::vector<std::string>& options,
                            int user) {
  const std::string whole = "set -e; cd '" + directory_ + "'; TOOL='" FILE_TOOL "'; " + script;
  return run_program(host_command(options, {"sh", "-c", whole}), user);
}

nlohmann::json MountTest::report() const {
  return nlohmann::json::parse(slurp(scratch_ + "/report.json"), nullptr, false);
}

std::string MountTest::content(const std::string& name) const {
  return slurp(path(name));
}

void MountTest::put(const std::string& name, const std::string& text) const {
  std::ofstream(path(name), std::ios::binary) << text;
}

bool MountTest::mounted_here() const {
  return slurp("/proc/self/mountinfo").find(" " + directory_ + " ") != std::string::npos;
}

}  // namespace flthost::app::test

// The control socket of a running host (fltlib/control.h says how it is spoken), and the commands
// that use it.
#pragma once

#include <flthost/app/host.h>
#include <flthost/app/options.h>

#include <memory>
#include <string>
#include <vector>

namespace flthost::app {

// Takes load, unload, attach, detach and list from root and the host's own user. A command that
// does not end within its deadline is answered with what it waits for, and goes on.
class ControlServer {
 public:
  // Null with one line in `error`. `host` must outlive it.
  static std::unique_ptr<ControlServer> start(const std::string& path, Host& host,
                                              std::string* error);
  ~ControlServer();  // waits for a command that runs
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;

  const std::string& path() const { return path_; }

 private:
  struct State;
  ControlServer() = default;
  std::string path_;
  std::unique_ptr<State> state_;
};

// `flthost load` and its like: prints as fltmc does. 0: done; 1: refused; 125: no answer.
int run_control(const ControlCommand& command);

// As fltmc prints: a head and a line for each. `items` are the structures in hex, as list answers.
std::string filters_table(const std::vector<std::string>& items);
std::string instances_table(const std::vector<std::string>& items,
                            const std::string& volume_directory);
std::string volumes_table(const std::vector<std::string>& items,
                          const std::string& volume_directory);

const char* status_name(NTSTATUS status);  // "STATUS_FLT_DO_NOT_DETACH"; "" when it has none
// What FilterUnload and its like return for it: HRESULT_FROM_NT, with the Filter Manager's own.
uint32_t hresult_of(NTSTATUS status);

}  // namespace flthost::app

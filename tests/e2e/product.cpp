#include "product.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace sluice::e2e {

namespace fs = std::filesystem;

ProductTest::ProductTest()
    : directory_(scratch_ / "files"), marker_("SLUICE_E2E=" + scratch_.path()) {
  for (const char* const name : {"files", "runtime", "services"}) {
    fs::create_directory(scratch_ / name);
  }
  // As tests/e2e's own services would be found: the n-th start leaves the file n.
  write_file(service_script(),
             "#!/bin/sh\ncd " + kept("services") +
                 "\nn=$(($(ls | wc -l) + 1))\necho $$ >../service.tmp\nmv ../service.tmp $n\ncd "
                 "/\nexec " SLUICED_EXE " \"$@\"\n",
             0755);
}

void ProductTest::TearDown() {
  if (std::getenv("SLUICE_E2E_KEEP") != nullptr) {
    fs::copy(scratch_.path(), std::string(std::getenv("SLUICE_E2E_KEEP")),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }
  EXPECT_FALSE(is_mounted(directory_));
  for (const pid_t pid : processes_with(marker_)) {
    ADD_FAILURE() << "still running: " << pid << " "
                  << read_file("/proc/" + std::to_string(pid) + "/comm");
  }
  for (const auto& left : fs::recursive_directory_iterator(scratch_ / "runtime")) {
    // The folder of hosts' control sockets stays; a killed host's is removed by the next one.
    if (left.path().string().starts_with(scratch_ / "runtime/flthost")) continue;
    ADD_FAILURE() << "left behind: " << left.path();
  }
}

ChildOptions ProductTest::options() const {
  ChildOptions options;
  options.directory = directory_;
  options.environment = {marker_, "XDG_RUNTIME_DIR=" + kept("runtime")};
  return options;
}

std::vector<std::string> ProductTest::sluice(const std::vector<std::string>& options,
                                             const std::vector<std::string>& command) const {
  std::vector<std::string> words = {SLUICE_EXE, "run",
                                    "--dir",    directory_,
                                    "--events", kept("events.jsonl"),
                                    "--report", kept("report.json"),
                                    "--quiet"};
  words.insert(words.end(), options.begin(), options.end());
  words.emplace_back("--");
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

std::vector<std::string> ProductTest::flthost(const std::string& driver,
                                              const std::vector<std::string>& command) const {
  std::vector<std::string> words = {FLTHOST_EXE,
                                    "run",
                                    driver,
                                    "--dir",
                                    directory_,
                                    "--report",
                                    kept("report.json"),
                                    "--socket",
                                    kept("runtime/port"),
                                    "--"};
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

Outcome ProductTest::run_sluice(const std::vector<std::string>& options,
                                const std::vector<std::string>& command) const {
  return run(sluice(options, command), this->options());
}

std::string ProductTest::policy(const std::string& text) const {
  write_file(kept("policy.toml"), text);
  return kept("policy.toml");
}

json ProductTest::report() const {
  return json::parse(read_file(kept("report.json")), nullptr, false);
}

std::string ProductTest::service_script() const {
  return kept("sluiced");
}

pid_t ProductTest::wait_service(int n) const {
  const std::string name = kept("services/" + std::to_string(n));
  if (!wait_directory(kept("services"), [&] { return fs::exists(name); })) return -1;
  return std::stoi(read_file(name));
}

std::string ProductTest::port() const {
  for (const auto& run : fs::directory_iterator(kept("runtime"))) {
    const std::string socket = run.path() / "port";
    if (fs::exists(socket)) return socket;
  }
  return {};
}

std::size_t ProductTest::events_size() const {
  std::error_code missing;
  const auto size = fs::file_size(kept("events.jsonl"), missing);
  return missing ? 0 : size;
}

bool ProductTest::wait_event(std::size_t from, const std::function<bool(const json&)>& good) const {
  return wait_directory(scratch_.path(), [&] {
    std::ifstream in(kept("events.jsonl"));
    in.seekg(static_cast<std::streamoff>(from));
    for (std::string line; std::getline(in, line) && !in.eof(); from += line.size() + 1) {
      const json event = json::parse(line, nullptr, false);
      if (!event.is_discarded() && good(event)) return true;
    }
    return false;
  });
}

}  // namespace sluice::e2e

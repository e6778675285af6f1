// A scratch copy of the world for one run of the product: a directory to filter, one for the run's
// files, and proof at the end that nothing stays.
#pragma once

#include "events.h"
#include "process.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sluice::e2e {

class ProductTest : public testing::Test {
 protected:
  ProductTest();
  void TearDown() override;  // nothing mounted, nothing running, no socket

  std::string path(const std::string& name) const { return directory_ + "/" + name; }
  std::string kept(const std::string& name) const { return scratch_ / name; }

  // `sluice run --dir ... --events ... --report ... OPTIONS -- COMMAND`
  std::vector<std::string> sluice(const std::vector<std::string>& options,
                                  const std::vector<std::string>& command) const;
  std::vector<std::string> flthost(const std::string& driver,
                                   const std::vector<std::string>& command) const;
  ChildOptions options() const;  // environment of every process of this test
  Outcome run_sluice(const std::vector<std::string>& options,
                     const std::vector<std::string>& command) const;
  // Writes a policy and gives its path.
  std::string policy(const std::string& text) const;
  json report() const;
  Events events() const { return Events::read({kept("events.jsonl")}); }

  // With --sluiced service_script(): the n-th service (from 1) leaves its pid behind when it
  // starts.
  std::string service_script() const;
  pid_t wait_service(int n) const;
  // The socket of the run that is going on.
  std::string port() const;
  // Until the events file has one that `good` likes behind the first `from` bytes.
  bool wait_event(std::size_t from, const std::function<bool(const json&)>& good) const;
  std::size_t events_size() const;

  Scratch scratch_;
  const std::string directory_;
  const std::string marker_;
};

}  // namespace sluice::e2e

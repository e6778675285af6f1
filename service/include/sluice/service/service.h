// The running service: a connected client, the engine that answers and the recorder that stores.
#pragma once

#include <sluice/client.h>
#include <sluice/service/policy.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>

namespace sluice::service {

struct ServiceConfig {
  std::string policy_file;  // empty: everything is interesting, reported and allowed
  std::string directory;    // what {dir} stands for in the policy
  std::FILE* log = nullptr;
  std::FILE* events = nullptr;
  bool colour = false;
  unsigned threads = 4;
  // Events that arrive within this time of each other are written in the order they happened in.
  std::chrono::milliseconds gather{10};
};

class Service {
 public:
  // Takes the policy (already loaded from config.policy_file) to the driver. Null and one line in
  // `error` when the driver refuses.
  static std::unique_ptr<Service> start(std::unique_ptr<Client> client,
                                        std::shared_ptr<const Policy> policy, ServiceConfig config,
                                        std::string* error);
  ~Service();

  // Reads the policy file again. With an error in it the old policy stays in force. One line for
  // people in either case.
  std::string reload();
  // Asks run() to end; from any thread.
  void request_stop();
  // Until the driver goes or request_stop(). Then records what has arrived.
  void run();
  // Valid after run(): the summary as JSON text; `failed` when events could not be recorded.
  std::string summary() const;
  bool failed() const;

 private:
  class Impl;
  explicit Service(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Rises from one start of the service to the next, and above what the driver has now.
std::uint32_t next_generation(std::uint32_t in_force);

}  // namespace sluice::service

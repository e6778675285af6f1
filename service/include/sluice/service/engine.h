// Decides asks by the policy. Any thread may call any function at any time.
#pragma once

#include <sluice/client.h>
#include <sluice/decode.h>
#include <sluice/service/policy.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::service {

class StreamContents;

// How the engine learns what it can't know from a message.
struct EngineSources {
  // The path of a record or image as policies write it.
  std::function<std::string(std::u16string_view nt_path)> path;
  // A running process: parent and image. False when there is none.
  std::function<bool(std::uint32_t pid, std::uint32_t* parent, std::string* image)> process;
};

class Engine {
 public:
  Engine(EngineSources sources, std::shared_ptr<const Policy> policy, std::uint32_t generation);
  ~Engine();

  // Fills in the answer; `verdict` comes with the ask's default in it.
  void decide(const protocol::AskView& view, protocol::Verdict& verdict);

  // What a recorded event tells: processes that end, streams that are written.
  void note(const protocol::EventRecord& record);

  // From now on. Names of the old policy's rules stay known for events that are under way.
  void replace_policy(std::shared_ptr<const Policy> policy, std::uint32_t generation);

  std::shared_ptr<const Policy> policy() const;
  // What the driver must be told, policy frame first.
  PolicyFrame frame() const;
  // The plan of a process that runs already; plan 0: not interesting.
  ProcessPlan plan_of_running(std::uint32_t pid);

  // "" for rule 0 and for what is not known.
  std::string rule_name(std::uint32_t generation, std::uint32_t rule) const;
  // Image path of a process, "" when it is gone and was never seen.
  std::string image(std::uint32_t pid);

 private:
  struct Process {
    std::uint64_t start = 0;
    std::uint64_t tree = 0;
    SelectorMask mask = 0;
    std::string image;
  };
  struct Snapshot {
    std::shared_ptr<const Policy> policy;
    std::uint32_t generation = 0;
  };
  struct Question;

  Snapshot snapshot() const;
  void note_process_start(const protocol::EventRecord& record);
  void decide_process(const Snapshot& now, const protocol::AskView& view,
                      protocol::Verdict& verdict);
  void decide_create(const Snapshot& now, const protocol::AskView& view,
                     protocol::Verdict& verdict);
  void decide_section(const Snapshot& now, const protocol::AskView& view,
                      protocol::Verdict& verdict);
  void decide_change(const Snapshot& now, const protocol::AskView& view,
                     protocol::Verdict& verdict);
  void decide_data(const Snapshot& now, const protocol::AskView& view, protocol::Verdict& verdict);
  Question question(const Snapshot& now, const protocol::AskView& view);
  // About another path than the record's own.
  Question question(const Snapshot& now, const protocol::AskView& view, std::u16string_view path);

  std::uint64_t make_tree(const Policy& policy, SelectorMask mask, std::uint32_t root) const;
  bool mask_from_tree(const Policy& policy, std::uint64_t tree, SelectorMask* mask) const;
  SelectorMask mask_of(const Policy& policy, std::uint64_t tree, std::uint32_t pid);
  Process resolve(const Policy& policy, std::uint32_t pid, int depth);
  bool lookup(std::uint32_t pid, Process* process) const;

  EngineSources sources_;
  std::unique_ptr<StreamContents> contents_;

  mutable std::mutex mutex_;
  Snapshot current_;
  std::map<std::uint32_t, std::shared_ptr<const Policy>> policies_;  // by generation
  std::unordered_map<std::uint32_t, Process> processes_;             // by pid
};

}  // namespace sluice::service

// A policy: which processes are interesting and what becomes of their operations. The file format
// is docs/POLICY.md's. Immutable once parsed, so any thread may use it.
#pragma once

#include <sluice/protocol.h>
#include <sluice/service/content_window.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sluice::service {

// What a rule can be about. An open implies every operation that it asks access for.
enum class RuleOp : std::uint8_t {
  Open,
  Create,
  Read,
  Write,
  Delete,
  Section,
  Rename,
  Link,
  Count
};

inline constexpr std::array<std::string_view, static_cast<int>(RuleOp::Count)> kRuleOpNames = {
    "open", "create", "read", "write", "delete", "section", "rename", "link"};

constexpr std::uint32_t op_bit(RuleOp op) {
  return 1u << static_cast<int>(op);
}

enum class Action : std::uint8_t { Allow, Deny, Notify };

std::string_view action_name(Action action);

// A set of process selectors, by index.
using SelectorMask = std::uint32_t;
inline constexpr std::size_t kMaxSelectors = 24;  // what fits into a tree's number

struct ProcessSelector {
  std::string name;
  std::vector<std::string> images;
  bool all = false;
  bool children = false;
  std::optional<std::uint32_t> pid;
};

struct ContentRule {
  std::shared_ptr<const BytePattern> pattern;
  bool ask_paging = false;
  bool otherwise_allows = false;  // without the pattern this rule allows; else the next ones decide
};

struct Rule {
  std::string name;
  std::size_t line = 0;
  SelectorMask processes = ~SelectorMask{0};
  std::uint32_t operations = 0;  // op_bit()s
  std::vector<std::string> paths;
  Action action = Action::Allow;
  std::int32_t status = 0;  // NTSTATUS for Deny
  bool report = true;
  std::optional<std::uint32_t> deadline_ms;
  std::optional<protocol::VerdictKind> on_timeout;
  std::optional<ContentRule> content;
};

struct PolicyError {
  std::string file;
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::size_t column = 0;
  std::string message;

  std::string text() const;  // "file:line:column: message"
};

class Policy;
using PolicyResult = std::variant<std::shared_ptr<const Policy>, PolicyError>;

class Policy {
 public:
  struct Data {
    std::uint32_t deadline_ms = 2000;
    std::uint32_t paging_deadline_ms = 500;
    protocol::VerdictKind on_timeout = protocol::VerdictKind::Allow;
    std::vector<ProcessSelector> selectors;
    std::vector<Rule> rules;
    Action default_action = Action::Allow;
    std::int32_t default_status = 0;
  };

  // `directory` is what "{dir}" stands for; a policy that uses it without one is an error.
  static PolicyResult parse(std::string_view text, std::string_view file,
                            std::string_view directory);
  static PolicyResult load(const std::string& file, std::string_view directory);
  // Every process is interesting, everything is reported and allowed.
  static std::shared_ptr<const Policy> report_everything();

  ~Policy();
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;

  const Data& data() const { return data_; }
  const std::vector<Rule>& rules() const { return data_.rules; }

  // Selectors whose image patterns match, plus those for all processes.
  SelectorMask selectors_by_image(std::string_view image) const;
  SelectorMask selectors_by_pid(std::uint32_t pid) const;
  SelectorMask inherited(SelectorMask parent) const { return parent & children_mask_; }
  SelectorMask all_processes() const { return all_mask_; }
  // Changes when the meaning of a mask does.
  std::uint8_t selector_checksum() const { return selector_checksum_; }

  // Indices of the rules whose paths match, in order.
  void rules_for_path(std::string_view path, std::vector<std::uint32_t>* rules) const;

  // The plan of a process with these selectors; 0 when it is not interesting.
  std::uint32_t process_plan(SelectorMask mask) const;
  // Must the driver ask about process starts?
  bool asks_about_processes() const { return asks_about_processes_; }
  // What stands when an open of such a process is not answered.
  protocol::VerdictKind open_on_timeout(SelectorMask mask) const;

 private:
  friend class PolicyParser;
  struct Matcher;

  explicit Policy(Data data);
  // The message of what could not be compiled, empty when all is well.
  std::string compile();
  bool needs_asking(SelectorMask mask) const;

  Data data_;
  SelectorMask all_mask_ = 0;
  SelectorMask children_mask_ = 0;
  SelectorMask by_image_mask_ = 0;
  bool asks_about_processes_ = false;
  std::uint8_t selector_checksum_ = 0;
  std::unique_ptr<Matcher> paths_;
  std::unique_ptr<Matcher> images_;
  std::vector<std::uint32_t> rules_for_any_path_;
};

}  // namespace sluice::service

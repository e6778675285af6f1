#include "glob.h"
#include "ntstatus_names.h"

#include <sluice/service/policy.h>

// Errors come as exceptions, which never leave this file.
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace sluice::service {

using namespace protocol;

namespace {

using Names = std::initializer_list<std::string_view>;

std::string list(const auto& names) {
  std::string text;
  for (const auto& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1] ? 1 : 0)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string suggestion(std::string_view wrong, const auto& allowed) {
  for (const auto& name : allowed) {
    if (edit_distance(wrong, name) <= 2 && name.size() > 2) {
      return " (did you mean " + quoted(name) + "?)";
    }
  }
  return {};
}

std::string type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a number with a fraction";
    case toml::node_type::boolean:
      return "true or false";
    default:
      return "a date or time";
  }
}

struct Failure {
  toml::source_position where;
  std::string message;
};

[[noreturn]] void fail(const toml::source_region& where, std::string message) {
  throw Failure{where.begin, std::move(message)};
}

[[noreturn]] void wrong_type(const toml::node& node, std::string_view key,
                             std::string_view wanted) {
  fail(node.source(), quoted(key) + " must be " + std::string(wanted) + ", not " + type_name(node));
}

// One table of the file: typed access to its keys, with the errors.
class Section {
 public:
  Section(const toml::table& table, std::string name, Names allowed)
      : table_(table), name_(std::move(name)) {
    for (const auto& [key, value] : table) {
      if (std::find(allowed.begin(), allowed.end(), key.str()) != allowed.end()) continue;
      fail(key.source(), "unknown key " + quoted(key.str()) + " in " + name_ +
                             suggestion(key.str(), allowed) + "; allowed here: " + list(allowed));
    }
  }

  const toml::node* find(std::string_view key) const { return table_.get(key); }
  const toml::source_region& source() const { return table_.source(); }
  const std::string& name() const { return name_; }

  const toml::node& require(std::string_view key, std::string_view why) const {
    if (const toml::node* node = find(key)) return *node;
    fail(source(), name_ + " has no " + quoted(key) + ": " + std::string(why));
  }

  std::string string(std::string_view key, const toml::node& node) const {
    if (!node.is_string()) wrong_type(node, key, "a string");
    const std::string text = node.as_string()->get();
    if (text.empty()) fail(node.source(), quoted(key) + " is empty");
    return text;
  }

  std::optional<std::uint32_t> number(std::string_view key, std::int64_t low,
                                      std::int64_t high) const {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const std::string range =
        "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
    if (!node->is_integer()) wrong_type(*node, key, range);
    const std::int64_t value = node->as_integer()->get();
    if (value < low || value > high) {
      fail(node->source(), quoted(key) + " must be " + range + ", not " + std::to_string(value));
    }
    return static_cast<std::uint32_t>(value);
  }

  bool boolean(std::string_view key, bool missing) const {
    const toml::node* node = find(key);
    if (node == nullptr) return missing;
    if (!node->is_boolean()) wrong_type(*node, key, "true or false");
    return node->as_boolean()->get();
  }

  // Which of `allowed` the key says; nullopt when it is not there.
  std::optional<std::size_t> choice(std::string_view key, Names allowed) const {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    return pick(key, *node, allowed);
  }

  std::size_t pick(std::string_view key, const toml::node& node, const auto& allowed) const {
    const std::string text = string(key, node);
    const auto at = std::find(allowed.begin(), allowed.end(), text);
    if (at != allowed.end()) return static_cast<std::size_t>(at - allowed.begin());
    fail(node.source(), "unknown " + std::string(key) + " " + quoted(text) +
                            suggestion(text, allowed) + "; allowed here: " + list(allowed));
  }

  // A string or a list of strings, as nodes, so that each keeps its place.
  std::vector<const toml::node*> strings(std::string_view key) const {
    std::vector<const toml::node*> found;
    const toml::node* node = find(key);
    if (node == nullptr) return found;
    if (node->is_string()) return {node};
    const toml::array* array = node->as_array();
    if (array == nullptr) wrong_type(*node, key, "a string or a list of strings");
    if (array->empty()) fail(node->source(), quoted(key) + " is an empty list; leave it out");
    for (const toml::node& element : *array) {
      if (!element.is_string()) {
        fail(element.source(), quoted(key) + " must list strings, not " + type_name(element));
      }
      found.push_back(&element);
    }
    return found;
  }

 private:
  const toml::table& table_;
  std::string name_;
};

constexpr Names kOnTimeout = {"allow", "deny"};

std::optional<VerdictKind> on_timeout(const Section& section) {
  const auto picked = section.choice("on_timeout", kOnTimeout);
  if (!picked) return std::nullopt;
  return *picked == 0 ? VerdictKind::Allow : VerdictKind::Deny;
}

std::optional<Action> verdict(const Section& section) {
  const auto picked = section.choice("verdict", {"allow", "deny", "notify"});
  if (!picked) return std::nullopt;
  return static_cast<Action>(*picked);
}

std::optional<std::int32_t> deny_status(const Section& section, bool denies) {
  const toml::node* node = section.find("status");
  if (node == nullptr) return std::nullopt;
  if (!denies) fail(node->source(), "\"status\" is what a denial returns; the verdict isn't deny");
  const std::string text = section.string("status", *node);
  if (const auto status = ntstatus_from_name(text)) return status;
  fail(node->source(), "unknown status " + quoted(text) + suggestion(text, ntstatus_names()) +
                           "; allowed here: " + list(ntstatus_names()) +
                           ", or an error code as \"0xC0000022\"");
}

std::string bytes_from_hex(const Section& section, const toml::node& node) {
  const std::string text = section.string("hex", node);
  std::string digits;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n') continue;
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) {
      fail(node.source(),
           "\"hex\" may hold hexadecimal digits and blanks only, as in "
           "\"de ad be ef\"; it holds '" +
               std::string(1, c) + "'");
    }
    digits += c;
  }
  if (digits.empty() || digits.size() % 2 != 0) {
    fail(node.source(), "\"hex\" must hold two digits for each byte, as in \"de ad be ef\"");
  }
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

constexpr std::size_t kMaxPattern = 4096;

ContentRule content_rule(const toml::node& node) {
  if (!node.is_table()) {
    wrong_type(node, "content", "a table, as in { deny_if_contains = \"...\" }");
  }
  const Section section(*node.as_table(), "content", {"deny_if_contains", "hex", "paging"});
  const toml::node* text = section.find("deny_if_contains");
  const toml::node* hex = section.find("hex");
  if ((text == nullptr) == (hex == nullptr)) {
    fail(node.source(), "content needs exactly one of: deny_if_contains, hex");
  }
  std::string bytes =
      text != nullptr ? section.string("deny_if_contains", *text) : bytes_from_hex(section, *hex);
  if (bytes.size() > kMaxPattern) {
    fail(node.source(), "a content pattern has at most " + std::to_string(kMaxPattern) +
                            " bytes; this one has " + std::to_string(bytes.size()));
  }
  ContentRule rule;
  rule.pattern = std::make_shared<BytePattern>(std::move(bytes));
  rule.ask_paging = section.choice("paging", {"scan", "ask"}) == 1;
  return rule;
}

}  // namespace

constexpr Names kTopLevel = {
    "version", "deadline_ms", "paging_deadline_ms", "on_timeout", "process", "rule", "default"};

class PolicyParser {
 public:
  PolicyParser(std::string_view text, std::string_view directory)
      : text_(text), directory_(directory) {}

  std::shared_ptr<const Policy> run(std::string_view file) {
    const toml::table root = toml::parse(text_, file);
    const Section top(root, "the top level", kTopLevel);
    if (root.empty()) {
      fail({{1, 1}, {1, 1}, nullptr},
           "the policy is empty: write version = 1 as the first line; allowed here: " +
               list(kTopLevel));
    }
    const toml::node& version = top.require("version", "write version = 1 as the first line");
    if (!version.is_integer() || version.as_integer()->get() != 1) {
      fail(version.source(), "this program knows version = 1 only");
    }
    data_.deadline_ms = top.number("deadline_ms", 1, 600000).value_or(data_.deadline_ms);
    data_.paging_deadline_ms =
        top.number("paging_deadline_ms", 1, 60000).value_or(data_.paging_deadline_ms);
    data_.on_timeout = on_timeout(top).value_or(data_.on_timeout);
    for (const toml::table* table : tables(top, "process")) process(*table);
    if (data_.selectors.empty()) {
      data_.selectors.push_back({"all", {}, true, true, std::nullopt});
    }
    for (const toml::table* table : tables(top, "rule")) rule(*table);
    if (const toml::node* node = top.find("default")) defaults(*node);
    auto policy = std::shared_ptr<Policy>(new Policy(std::move(data_)));
    if (std::string error = policy->compile(); !error.empty()) fail(root.source(), error);
    return policy;
  }

 private:
  static std::vector<const toml::table*> tables(const Section& top, std::string_view key) {
    std::vector<const toml::table*> found;
    const toml::node* node = top.find(key);
    if (node == nullptr) return found;
    const std::string header = "[[" + std::string(key) + "]]";
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      fail(node->source(), "write " + header + " with double brackets: there can be several");
    }
    for (const toml::node& element : *array) {
      if (!element.is_table()) {
        fail(element.source(), quoted(key) + " must be " + header + " sections");
      }
      found.push_back(element.as_table());
    }
    return found;
  }

  // The glob with {dir} expanded, checked.
  std::string glob(const toml::node& node) const {
    std::string text = node.as_string()->get();
    const bool uses_directory = text.find("{dir}") != std::string::npos;
    if (uses_directory && directory_.empty()) {
      fail(node.source(),
           "\"{dir}\" stands for the filtered directory, and none was given; "
           "say which with --dir");
    }
    if (uses_directory && text.rfind("{dir}", 0) != 0) {
      fail(node.source(), "\"{dir}\" is an absolute path, so it must stand at the beginning");
    }
    if (uses_directory) {
      check_glob(node, "/" + text.substr(5), -4);
      return glob_quote(directory_) + text.substr(5);
    }
    check_glob(node, text, 1);
    return text;
  }

  // `shift`: from an offset in `text` to one in the file, behind the node's column.
  void check_glob(const toml::node& node, const std::string& text, int shift) const {
    const auto error = glob_to_regex(text).error;
    if (!error) return;
    toml::source_position where = node.source().begin;
    // Escapes in the TOML string would shift the place; then point at its beginning.
    if (text.find('\\') == std::string::npos) {
      const int at = static_cast<int>(error->at) + shift;
      if (at > 0) where.column += static_cast<toml::source_index>(at);
    }
    throw Failure{where, "bad pattern " + quoted(node.as_string()->get()) + ": " + error->message};
  }

  void process(const toml::table& table) {
    const Section section(table, "[[process]]", {"name", "image", "children", "pid", "all"});
    ProcessSelector selector;
    const toml::node& name = section.require("name", "rules refer to it by name");
    selector.name = section.string("name", name);
    if (find_selector(selector.name)) {
      fail(name.source(), "there is a process " + quoted(selector.name) + " already");
    }
    if (data_.selectors.size() == kMaxSelectors) {
      fail(section.source(), "a policy has at most " + std::to_string(kMaxSelectors) +
                                 " processes; one can list several images");
    }
    selector.all = section.boolean("all", false);
    selector.children = section.boolean("children", false);
    selector.pid = section.number("pid", 1, 0xffffffffLL);
    for (const toml::node* image : section.strings("image")) {
      const std::string pattern = glob(*image);
      if (pattern == "*" || pattern == "**") {
        selector.all = true;
      } else {
        selector.images.push_back(pattern);
      }
    }
    if (!selector.all && !selector.pid && selector.images.empty()) {
      fail(section.source(), "process " + quoted(selector.name) +
                                 " selects nothing: give it an image, a pid, or all = true");
    }
    data_.selectors.push_back(std::move(selector));
  }

  std::optional<std::size_t> find_selector(std::string_view name) const {
    for (std::size_t i = 0; i < data_.selectors.size(); ++i) {
      if (data_.selectors[i].name == name) return i;
    }
    return std::nullopt;
  }

  SelectorMask processes(const Section& section) const {
    const auto nodes = section.strings("process");
    if (nodes.empty()) return ~SelectorMask{0};
    SelectorMask mask = 0;
    for (const toml::node* node : nodes) {
      const std::string name = section.string("process", *node);
      const auto index = find_selector(name);
      if (!index) {
        std::vector<std::string> names;
        for (const ProcessSelector& selector : data_.selectors) names.push_back(selector.name);
        fail(node->source(), "no [[process]] is named " + quoted(name) + suggestion(name, names) +
                                 "; there are: " + list(names));
      }
      mask |= 1u << *index;
    }
    return mask;
  }

  static std::uint32_t operations(const Section& section, bool content) {
    std::vector<std::string_view> allowed(kRuleOpNames.begin(), kRuleOpNames.end());
    allowed.push_back("all");
    if (!content) {
      const std::string which = "say which the rule is about; allowed here: " + list(allowed);
      const toml::node& node = section.require("operations", which);
      if (node.is_array() && node.as_array()->empty()) {
        fail(node.source(), "\"operations\" is an empty list: " + which);
      }
    }
    const auto nodes = section.strings("operations");
    if (nodes.empty()) return op_bit(RuleOp::Read);
    std::uint32_t mask = 0;
    for (const toml::node* node : nodes) {
      const std::size_t picked = section.pick("operation", *node, allowed);
      const bool all = picked == kRuleOpNames.size();
      mask |= all ? (1u << kRuleOpNames.size()) - 1 : 1u << picked;
      if (content && mask != op_bit(RuleOp::Read)) {
        fail(node->source(),
             "content is decided on reads: a rule with content can only have "
             "operations = [\"read\"]");
      }
    }
    return mask;
  }

  void rule(const toml::table& table) {
    if (const toml::node* paging = table.get("paging")) {
      fail(paging->source(),
           "\"paging\" belongs into content, as in { hex = \"..\", paging = "
           "\"ask\" }");
    }
    const Section section(table, "[[rule]]",
                          {"name", "process", "operations", "paths", "verdict", "status",
                           "deadline_ms", "on_timeout", "content", "report"});
    Rule rule;
    rule.line = table.source().begin.line;
    rule.name = section.string("name", section.require("name", "events and reports call it by it"));
    if (!rule_names_.insert(rule.name).second) {
      fail(section.find("name")->source(), "there is a rule " + quoted(rule.name) + " already");
    }
    const auto action = verdict(section);
    if (const toml::node* node = section.find("content")) {
      rule.content = content_rule(*node);
      rule.content->otherwise_allows = action && *action != Action::Deny;
      rule.action = Action::Deny;
    } else {
      if (!action) section.require("verdict", "one of: allow, deny, notify");
      rule.action = *action;
    }
    rule.processes = processes(section);
    rule.operations = operations(section, rule.content.has_value());
    for (const toml::node* path : section.strings("paths")) rule.paths.push_back(glob(*path));
    rule.status = deny_status(section, rule.action == Action::Deny).value_or(kAccessDenied);
    rule.deadline_ms = section.number("deadline_ms", 1, 600000);
    rule.on_timeout = on_timeout(section);
    rule.report = section.boolean("report", true);
    if (!rule.report && rule.action == Action::Deny) {
      fail(section.find("report")->source(), "a denial is always reported");
    }
    data_.rules.push_back(std::move(rule));
  }

  void defaults(const toml::node& node) {
    if (!node.is_table()) fail(node.source(), "write [default] with single brackets: there is one");
    const Section section(*node.as_table(), "[default]", {"verdict", "status"});
    const auto action = verdict(section);
    if (!action) section.require("verdict", "one of: allow, deny, notify");
    data_.default_action = *action;
    data_.default_status = deny_status(section, *action == Action::Deny).value_or(kAccessDenied);
  }

  std::string_view text_;
  std::string_view directory_;
  Policy::Data data_;
  std::set<std::string> rule_names_;
};

PolicyResult Policy::parse(std::string_view text, std::string_view file,
                           std::string_view directory) {
  const std::string name(file);
  try {
    return PolicyParser(text, directory).run(file);
  } catch (const Failure& failure) {
    return PolicyError{name, failure.where.line, failure.where.column, failure.message};
  } catch (const toml::parse_error& error) {
    const toml::source_position& where = error.source().begin;
    return PolicyError{name, where.line, where.column,
                       "not valid TOML: " + std::string(error.description())};
  }
}

}  // namespace sluice::service

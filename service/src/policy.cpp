#include <sluice/service/policy.h>

#include "glob.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sluice::service {

using namespace protocol;

namespace {

constexpr std::size_t kMaxFileBytes = 16u << 20;

RE2::Options regex_options() {
  RE2::Options options;
  options.set_dot_nl(true);
  options.set_log_errors(false);
  options.set_never_capture(true);
#if defined(_WIN32)
  options.set_case_sensitive(false);
#endif
  return options;
}

bool applies(const Rule& rule, SelectorMask mask) {
  return (rule.processes & mask) != 0;
}

}  // namespace

std::string_view action_name(Action action) {
  switch (action) {
    case Action::Allow:
      return "allow";
    case Action::Deny:
      return "deny";
    case Action::Notify:
      return "notify";
  }
  return "?";
}

std::string PolicyError::text() const {
  std::ostringstream out;
  out << file;
  if (line != 0) out << ':' << line << ':' << column;
  out << ": " << message;
  return out.str();
}

// Many patterns in one automaton, each of them standing for an owner (a rule or a selector).
struct Policy::Matcher {
  Matcher() : set(regex_options(), RE2::UNANCHORED) {}

  // Patterns were checked when they were parsed, so a failure here is one of size.
  bool add(std::string_view glob, std::uint32_t owner) {
    if (set.Add(glob_to_regex(glob).regex, nullptr) < 0) return false;
    owners.push_back(owner);
    return true;
  }

  // Owners of matching patterns; unsorted, may repeat.
  void match(std::string_view text, std::vector<std::uint32_t>* found) const {
    if (owners.empty()) return;
    thread_local std::vector<int> hits;
    hits.clear();
    set.Match(re2::StringPiece(text.data(), text.size()), &hits);
    for (const int hit : hits) found->push_back(owners[static_cast<std::size_t>(hit)]);
  }

  RE2::Set set;
  std::vector<std::uint32_t> owners;
};

Policy::Policy(Data data)
    : data_(std::move(data)),
      paths_(std::make_unique<Matcher>()),
      images_(std::make_unique<Matcher>()) {}

Policy::~Policy() = default;

std::string Policy::compile() {
  std::uint32_t checksum = 0x811c9dc5;  // FNV-1a over what gives a mask its meaning
  const auto mix = [&checksum](std::string_view text) {
    for (const char c : text) checksum = (checksum ^ static_cast<std::uint8_t>(c)) * 0x01000193;
    checksum = (checksum ^ 0xff) * 0x01000193;
  };
  for (std::uint32_t i = 0; i < data_.selectors.size(); ++i) {
    const ProcessSelector& selector = data_.selectors[i];
    mix(selector.name);
    if (selector.all) all_mask_ |= 1u << i;
    if (selector.children) children_mask_ |= 1u << i;
    if (!selector.images.empty()) by_image_mask_ |= 1u << i;
    for (const std::string& image : selector.images) {
      mix(image);
      if (!images_->add(image, i)) return "the image pattern \"" + image + "\" is too big";
    }
  }
  selector_checksum_ = static_cast<std::uint8_t>(checksum ^ (checksum >> 8) ^ (checksum >> 16));
  asks_about_processes_ = (by_image_mask_ & ~all_mask_) != 0 ||
                          std::any_of(data_.selectors.begin(), data_.selectors.end(),
                                      [](const ProcessSelector& s) { return s.pid.has_value(); });
  for (std::uint32_t i = 0; i < data_.rules.size(); ++i) {
    const Rule& rule = data_.rules[i];
    if (rule.paths.empty()) rules_for_any_path_.push_back(i);
    for (const std::string& path : rule.paths) {
      if (!paths_->add(path, i)) return "the path pattern \"" + path + "\" is too big";
    }
  }
  if (!images_->set.Compile() || !paths_->set.Compile()) {
    return "the patterns together are too big to compile";
  }
  return {};
}

std::shared_ptr<const Policy> Policy::report_everything() {
  Data data;
  data.selectors.push_back({"all", {}, true, true, std::nullopt});
  auto policy = std::shared_ptr<Policy>(new Policy(std::move(data)));
  policy->compile();
  return policy;
}

PolicyResult Policy::load(const std::string& file, std::string_view directory) {
  const auto error = [&file](const std::string& message) {
    return PolicyError{file, 1, 1, message + "; a policy is a TOML file (docs/POLICY.md)"};
  };
  std::error_code failed;
  if (std::filesystem::is_directory(file, failed)) return error("this is a directory");
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) return error(std::string("can't read it: ") + std::strerror(errno));
  // A device need not end.
  std::string text(kMaxFileBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return error("can't read it");
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kMaxFileBytes) {
    return error("it has more than " + std::to_string(kMaxFileBytes >> 20) + " MiB");
  }
  return parse(text, file, directory);
}

SelectorMask Policy::selectors_by_image(std::string_view image) const {
  SelectorMask mask = all_mask_;
  thread_local std::vector<std::uint32_t> found;
  found.clear();
  images_->match(image, &found);
  for (const std::uint32_t selector : found) mask |= 1u << selector;
  return mask;
}

SelectorMask Policy::selectors_by_pid(std::uint32_t pid) const {
  SelectorMask mask = 0;
  for (std::uint32_t i = 0; i < data_.selectors.size(); ++i) {
    if (data_.selectors[i].pid == pid) mask |= 1u << i;
  }
  return mask;
}

void Policy::rules_for_path(std::string_view path, std::vector<std::uint32_t>* rules) const {
  *rules = rules_for_any_path_;
  paths_->match(path, rules);
  std::sort(rules->begin(), rules->end());
  rules->erase(std::unique(rules->begin(), rules->end()), rules->end());
}

bool Policy::needs_asking(SelectorMask mask) const {
  if (data_.default_action == Action::Deny) return true;
  return std::any_of(data_.rules.begin(), data_.rules.end(), [mask](const Rule& rule) {
    return applies(rule, mask) && (rule.action != Action::Notify || !rule.report);
  });
}

std::uint32_t Policy::process_plan(SelectorMask mask) const {
  if (mask == 0) return 0;
  std::uint32_t plan = kPlanInteresting | kPlanNotifyAll;
  if (needs_asking(mask)) plan |= kPlanAskCreate | kPlanAskChange;
  // A child may inherit unasked when everything is inherited and no selector could add to it.
  const bool whole = (mask & ~(children_mask_ | all_mask_)) == 0;
  const bool nothing_to_add = (by_image_mask_ & ~mask) == 0;
  if (whole && nothing_to_add) plan |= kPlanInherit;
  return plan;
}

VerdictKind Policy::open_on_timeout(SelectorMask mask) const {
  const bool closed = std::any_of(data_.rules.begin(), data_.rules.end(), [mask](const Rule& rule) {
    return applies(rule, mask) && rule.action == Action::Deny && !rule.content &&
           rule.on_timeout == VerdictKind::Deny;
  });
  return closed ? VerdictKind::Deny : data_.on_timeout;
}

}  // namespace sluice::service

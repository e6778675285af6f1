#include "glob.h"

#include <cstring>
#include <vector>

namespace sluice::service {

namespace {

class Translator {
 public:
  explicit Translator(std::string_view glob) : glob_(glob) {}

  GlobResult run() {
    if (glob_.empty()) return fail(0, "an empty pattern matches nothing");
    if (const auto zero = glob_.find('\0'); zero != std::string_view::npos) {
      return fail(zero, "a path can't contain a zero byte");
    }
    regex_ = glob_.front() == '/' ? "^" : "^(?:.*/)?";
    while (at_ < glob_.size()) {
      if (auto error = step()) return {{}, std::move(error)};
    }
    if (!open_braces_.empty()) return fail(open_braces_.back(), "'{' is never closed by '}'");
    regex_ += '$';
    return {std::move(regex_), std::nullopt};
  }

 private:
  using Error = std::optional<GlobError>;

  static GlobResult fail(std::size_t at, std::string message) {
    return {{}, GlobError{at, std::move(message)}};
  }

  char peek(std::size_t ahead) const {
    return at_ + ahead < glob_.size() ? glob_[at_ + ahead] : '\0';
  }

  void literal(char c) {
    if (std::strchr("\\^$.|?*+()[]{}", c) != nullptr) regex_ += '\\';
    regex_ += c;
  }

  Error step() {
    const char c = glob_[at_];
    switch (c) {
      case '*':
        return star();
      case '?':
        regex_ += "[^/]";
        break;
      case '[':
        return character_class();
      case '{':
        open_braces_.push_back(at_);
        regex_ += "(?:";
        break;
      case ',':
        regex_ += open_braces_.empty() ? "," : "|";
        break;
      case '}':
        if (open_braces_.empty()) return GlobError{at_, "'}' without a '{' before it"};
        open_braces_.pop_back();
        regex_ += ')';
        break;
      case '\\':
        if (at_ + 1 == glob_.size()) {
          return GlobError{at_, "'\\' at the end: write '\\\\' for the character itself"};
        }
        literal(glob_[++at_]);
        break;
      default:
        if (auto error = dot_component()) return error;
        literal(c);
    }
    ++at_;
    return std::nullopt;
  }

  bool starts_component() const { return at_ == 0 || glob_[at_ - 1] == '/'; }

  // "." and ".." never occur in the paths that are matched, so such a pattern can't match.
  Error dot_component() const {
    if (glob_[at_] != '.' || !starts_component()) return std::nullopt;
    const std::size_t length = peek(1) == '.' ? 2 : 1;
    const char after = peek(length);
    if (after != '/' && after != '\0') return std::nullopt;
    return GlobError{at_, "'.' and '..' components never match; write the path without them"};
  }

  Error star() {
    if (peek(1) != '*') {
      regex_ += "[^/]*";
      ++at_;
      return std::nullopt;
    }
    const char after = peek(2);
    const bool ends = after == '\0' || (!open_braces_.empty() && (after == ',' || after == '}'));
    const bool begins = starts_component() ||
                        (!open_braces_.empty() && (glob_[at_ - 1] == '{' || glob_[at_ - 1] == ','));
    if (!begins || (after != '/' && !ends)) {
      return GlobError{at_, "'**' must be a whole path component, as in '/dir/**' or '**/name'"};
    }
    if (ends) {
      regex_ += ".+";
      at_ += 2;
    } else {
      regex_ += "(?:[^/]+/)*";
      at_ += 3;  // the '/' is in the expression
    }
    return std::nullopt;
  }

  static void class_literal(std::string& out, char c) {
    if (std::strchr("\\]^-[", c) != nullptr) out += '\\';
    out += c;
  }

  // A range without '/' in it: a class never matches the separator.
  static void class_range(std::string& out, char low, char high) {
    const auto piece = [&out](char from, char to) {
      if (from > to) return;
      class_literal(out, from);
      out += '-';
      class_literal(out, to);
    };
    if (low <= '/' && '/' <= high) {
      piece(low, '.');
      piece('0', high);
    } else {
      piece(low, high);
    }
  }

  Error character_class() {
    const std::size_t begin = at_;
    std::string members;
    ++at_;
    const bool negated = peek(0) == '!' || peek(0) == '^';
    if (negated) ++at_;
    for (bool first = true;; first = false) {
      char low = peek(0);
      if (at_ >= glob_.size()) return GlobError{begin, "'[' is never closed by ']'"};
      if (low == ']' && !first) break;
      if (low == '[' && (peek(1) == ':' || peek(1) == '.' || peek(1) == '=')) {
        return GlobError{at_, "named classes are not supported; list the characters or ranges"};
      }
      if (low == '/') return GlobError{at_, "a class can't contain '/'"};
      if ((low & 0x80) != 0) return GlobError{at_, "a class can contain ASCII characters only"};
      if (low == '\\' && at_ + 1 < glob_.size()) low = glob_[++at_];
      ++at_;
      if (peek(0) != '-' || peek(1) == ']' || peek(1) == '\0') {
        class_literal(members, low);
        continue;
      }
      ++at_;
      char high = peek(0);
      if (high == '\\' && at_ + 1 < glob_.size()) high = glob_[++at_];
      if (high < low) return GlobError{begin, "a range in the class is upside down"};
      ++at_;
      class_range(members, low, high);
    }
    ++at_;
    if (members.empty()) return GlobError{begin, "the class matches nothing"};
    regex_ += negated ? "[^/" + members + "]" : "[" + members + "]";
    return std::nullopt;
  }

  std::string_view glob_;
  std::size_t at_ = 0;
  std::string regex_;
  std::vector<std::size_t> open_braces_;
};

}  // namespace

GlobResult glob_to_regex(std::string_view glob) {
  return Translator(glob).run();
}

std::string glob_quote(std::string_view literal) {
  std::string glob;
  for (const char c : literal) {
    if (std::strchr("\\*?[]{},", c) != nullptr) glob += '\\';
    glob += c;
  }
  return glob;
}

}  // namespace sluice::service

#include <flthost/inf/lines.h>

#include <algorithm>

namespace flthost::inf {
namespace {

bool is_space(char16_t unit) {
  return unit == u' ' || unit == u'\t';
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// False when it is no UTF-8.
bool decode_utf8(std::span<const uint8_t> bytes, std::u16string* out) {
  for (size_t i = 0; i < bytes.size();) {
    const uint8_t lead = bytes[i];
    const int more = lead < 0x80                   ? 0
                     : lead >= 0xC2 && lead < 0xE0 ? 1
                     : lead >= 0xE0 && lead < 0xF0 ? 2
                     : lead >= 0xF0 && lead < 0xF5 ? 3
                                                   : -1;
    if (more < 0 || i + static_cast<size_t>(more) >= bytes.size()) return false;
    uint32_t code = more == 0 ? lead : lead & (0x3Fu >> more);
    for (int k = 1; k <= more; ++k) {
      const uint8_t next = bytes[i + static_cast<size_t>(k)];
      if ((next & 0xC0) != 0x80) return false;
      code = code << 6 | (next & 0x3Fu);
    }
    i += static_cast<size_t>(more) + 1;
    if (code < 0x10000) {
      out->push_back(static_cast<char16_t>(code));
    } else {
      out->push_back(static_cast<char16_t>(0xD7C0 + (code >> 10)));
      out->push_back(static_cast<char16_t>(0xDC00 + (code & 0x3FF)));
    }
  }
  return true;
}

}  // namespace

std::u16string decode_text(std::span<const uint8_t> bytes) {
  std::u16string text;
  if (bytes.size() >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE) {
    for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
      text.push_back(static_cast<char16_t>(bytes[i] | bytes[i + 1] << 8));
    }
    return text;
  }
  if (bytes.size() >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) {
    bytes = bytes.subspan(3);
  }
  if (decode_utf8(bytes, &text)) return text;
  text.assign(bytes.begin(), bytes.end());  // Latin-1
  return text;
}

// Goes over the text once; a line that ends with a backslash goes on in the next.
class InfParser {
 public:
  InfParser(Inf& inf, std::u16string_view text) : inf_(inf), text_(text) {}

  void run() {
    while (at_ < text_.size()) logical_line();
  }

 private:
  bool at_end() const { return at_ >= text_.size() || text_[at_] == u'\n' || text_[at_] == u'\r'; }
  uint32_t column() const { return static_cast<uint32_t>(at_ - line_start_) + 1; }
  void next_line() {
    while (at_ < text_.size() && text_[at_] != u'\n') ++at_;
    if (at_ < text_.size()) ++at_;
    line_start_ = at_;
    ++line_;
  }
  void skip_spaces() {
    while (!at_end() && is_space(text_[at_])) ++at_;
  }
  // A backslash that nothing but a comment follows.
  bool at_continuation() const {
    if (at_end() || text_[at_] != u'\\') return false;
    size_t i = at_ + 1;
    while (i < text_.size() && is_space(text_[i])) ++i;
    return i >= text_.size() || text_[i] == u'\r' || text_[i] == u'\n' || text_[i] == u';';
  }

  void logical_line() {
    skip_spaces();
    if (at_end() || text_[at_] == u';') return next_line();
    if (text_[at_] == u'[') {
      section_header();
    } else {
      entry();
    }
    next_line();
  }

  void section_header() {
    const uint32_t column_of_bracket = column();
    const size_t start = ++at_;
    while (!at_end() && text_[at_] != u']') ++at_;
    if (at_end()) {
      inf_.complain(line_, column_of_bracket,
                    "the section name has no ']'; write [NAME] on one line");
      return;
    }
    const std::u16string name(trimmed(text_.substr(start, at_ - start)));
    for (size_t i = 0; i < inf_.sections_.size(); ++i) {
      if (same_name(inf_.sections_[i].name, name)) {
        current_ = i;
        return;
      }
    }
    inf_.sections_.push_back({name, {}, line_});
    current_ = inf_.sections_.size() - 1;
  }

  void entry() {
    Line line;
    line.line = line_;
    line.column = column();
    if (current_ == kNone) {
      inf_.complain(line_, column(), "a line before the first [section]; comments begin with ';'");
      return;
    }
    for (;;) {
      Field field = read_field(line);
      line.fields.push_back(std::move(field));
      if (at_end() || text_[at_] != u',') break;
      ++at_;
    }
    // A line of one empty field, "key =", has no value at all.
    if (line.fields.size() == 1 && line.fields[0].text.empty() && !line.fields[0].quoted) {
      line.fields.clear();
    }
    inf_.sections_[current_].lines.push_back(std::move(line));
  }

  // Up to a comma or the line's end; an '=' after the first field makes it the key.
  Field read_field(Line& line) {
    Field field;
    size_t solid = 0;  // length of the text without spaces at its end
    skip_blank();
    field.line = line_;
    field.column = column();
    while (!at_end() && text_[at_] != u',' && text_[at_] != u';') {
      if (at_continuation()) {
        next_line();
        skip_spaces();
        continue;
      }
      const char16_t unit = text_[at_];
      if (unit == u'=' && !line.key && line.fields.empty()) {
        ++at_;
        field.text.resize(solid);
        line.key = std::move(field);
        return read_field(line);
      }
      if (unit == u'"') {
        field.quoted = true;
        quoted(field.text);
        solid = field.text.size();
        continue;
      }
      field.text.push_back(unit);
      if (!is_space(unit)) solid = field.text.size();
      ++at_;
    }
    if (!at_end() && text_[at_] == u';') {
      while (!at_end()) ++at_;
    }
    field.text.resize(solid);
    return field;
  }

  void skip_blank() {
    skip_spaces();
    while (at_continuation()) {
      next_line();
      skip_spaces();
    }
  }

  void quoted(std::u16string& out) {
    const uint32_t line = line_, column_of_quote = column();
    ++at_;
    for (;; ++at_) {
      if (at_end()) {
        inf_.complain(line, column_of_quote, "the string has no closing quote (\") on its line");
        return;
      }
      if (text_[at_] != u'"') {
        out.push_back(text_[at_]);
        continue;
      }
      if (at_ + 1 < text_.size() && text_[at_ + 1] == u'"') {  // "" is one quote
        out.push_back(u'"');
        ++at_;
        continue;
      }
      ++at_;
      return;
    }
  }

  static constexpr size_t kNone = SIZE_MAX;
  Inf& inf_;
  std::u16string_view text_;
  size_t at_ = 0, line_start_ = 0;
  uint32_t line_ = 1;
  size_t current_ = kNone;
};

Inf Inf::parse(std::span<const uint8_t> bytes, const std::string& path) {
  Inf inf;
  inf.path_ = path;
  const std::u16string text = decode_text(bytes);
  InfParser(inf, text).run();
  inf.replace_strings();
  return inf;
}

const InfSection* Inf::section(std::u16string_view name) const {
  for (const InfSection& one : sections_) {
    if (same_name(one.name, name)) return &one;
  }
  return nullptr;
}

const Line* Inf::string_of(std::u16string_view name) const {
  const InfSection* const strings = section(u"Strings");
  if (strings == nullptr) return nullptr;
  for (const Line& line : strings->lines) {
    if (line.key && same_name(line.key->text, name)) return &line;
  }
  return nullptr;
}

// %name% from [Strings]; "%%" is a percent sign; %11% and its like are directories, and stay.
std::u16string Inf::replaced(const Field& field) {
  std::u16string out;
  const std::u16string_view text = field.text;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != u'%') {
      out.push_back(text[i]);
      continue;
    }
    const size_t end = text.find(u'%', i + 1);
    if (end == std::u16string_view::npos) {
      out.append(text.substr(i));
      break;
    }
    const std::u16string_view name = text.substr(i + 1, end - i - 1);
    i = end;
    if (name.empty()) {
      out.push_back(u'%');
      continue;
    }
    const Line* const found = string_of(name);
    if (found != nullptr) {
      if (!found->fields.empty()) out.append(found->fields[0].text);
    } else if (std::ranges::all_of(name, [](char16_t c) { return c >= u'0' && c <= u'9'; })) {
      out.append(u"%").append(name).append(u"%");
    } else if (name.find(u' ') != std::u16string_view::npos || field.quoted) {
      out.append(u"%").append(name).append(u"%");  // as %SystemRoot% in a REG_EXPAND_SZ
    } else {
      complain(field.line, field.column,
               "%" + to_utf8(name) +
                   "% is not in [Strings]; define it there, or write %% for a "
                   "percent sign");
    }
  }
  return out;
}

void Inf::replace_strings() {
  for (InfSection& one : sections_) {
    if (same_name(one.name, u"Strings")) continue;
    for (Line& line : one.lines) {
      if (line.key) line.key->text = replaced(*line.key);
      for (Field& field : line.fields) field.text = replaced(field);
    }
  }
}

}  // namespace flthost::inf

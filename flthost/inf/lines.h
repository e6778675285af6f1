// The text of an .inf as sections of lines: comments, continuation, quotes and %strings% resolved.
#pragma once

#include <flthost/inf/inf.h>

#include <optional>

namespace flthost::inf {

// One comma-separated field, with where it stands.
struct Field {
  std::u16string text;
  uint32_t line = 0, column = 0;
  bool quoted = false;
};
struct Line {
  std::optional<Field> key;  // what stands before '='
  std::vector<Field> fields;
  uint32_t line = 0, column = 0;
};
struct InfSection {
  std::u16string name;
  std::vector<Line> lines;
  uint32_t line = 0;
};

class Inf {
 public:
  static Inf parse(std::span<const uint8_t> bytes, const std::string& path);

  // Every line of the sections of this name; null when there is none. Without case.
  const InfSection* section(std::u16string_view name) const;
  const std::vector<InfSection>& sections() const { return sections_; }
  const std::string& path() const { return path_; }
  std::vector<Problem> problems;
  void complain(uint32_t line, uint32_t column, const std::string& what) {
    problems.push_back({path_, line, column, what});
  }

 private:
  friend class InfParser;
  void replace_strings();
  std::u16string replaced(const Field& field);
  const Line* string_of(std::u16string_view name) const;

  std::string path_;
  std::vector<InfSection> sections_;
};

// The text of a file in any encoding that .inf files have.
std::u16string decode_text(std::span<const uint8_t> bytes);

}  // namespace flthost::inf

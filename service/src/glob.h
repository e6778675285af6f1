// Path patterns: our globs, translated to RE2 expressions.
//
//   *       any characters but '/'              ?       one character but '/'
//   **      as a whole component: any number of components (at the end: everything below)
//   [a-z]   one character of the class, never '/'   [!a-z]  one that is not in it
//   {a,b}   one of the alternatives, may nest    \x      the character x itself
//
// A glob that begins with '/' is matched from the root; any other from any component on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sluice::service {

struct GlobError {
  std::size_t at;  // byte in the glob
  std::string message;
};

// An anchored RE2 expression (dot_nl on) that matches what `glob` matches, or the error.
struct GlobResult {
  std::string regex;
  std::optional<GlobError> error;
};

GlobResult glob_to_regex(std::string_view glob);

// The glob that matches exactly this path.
std::string glob_quote(std::string_view literal);

}  // namespace sluice::service

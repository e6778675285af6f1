#include "glob.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace sluice::service {
namespace {

bool matches(std::string_view glob, std::string_view path) {
  const GlobResult result = glob_to_regex(glob);
  EXPECT_FALSE(result.error) << glob << ": " << result.error->message;
  RE2::Options options;
  options.set_dot_nl(true);
  const RE2 regex(result.regex, options);
  EXPECT_TRUE(regex.ok()) << glob << " -> " << result.regex;
  return RE2::FullMatch(std::string(path), regex);
}

struct Case {
  const char* glob;
  const char* path;
  bool expected;
};

class GlobSemantics : public ::testing::TestWithParam<Case> {};

TEST_P(GlobSemantics, Matches) {
  EXPECT_EQ(matches(GetParam().glob, GetParam().path), GetParam().expected)
      << GetParam().glob << " on " << GetParam().path;
}

INSTANTIATE_TEST_SUITE_P(
    Table, GlobSemantics,
    ::testing::Values(
        Case{"/a/b", "/a/b", true}, Case{"/a/b", "/a/bc", false}, Case{"/a/b", "/x/a/b", false},
        Case{"*.key", "/deep/down/x.key", true}, Case{"*.key", "x.key", true},
        Case{"*.key", "/a.key/b", false}, Case{"*.key", "/x.keys", false},
        Case{"sub/x", "/a/sub/x", true}, Case{"sub/x", "/a/mysub/x", false},
        Case{"**/x", "/a/b/x", true}, Case{"**/x", "/x", true}, Case{"/dir/**", "/dir/a", true},
        Case{"/dir/**", "/dir/a/b/c", true}, Case{"/dir/**", "/dir", false},
        Case{"/dir/**", "/dirx/a", false}, Case{"/a/**/z", "/a/z", true},
        Case{"/a/**/z", "/a/b/c/z", true}, Case{"/a/**/z", "/a/bz", false},
        Case{"/a/*", "/a/b", true}, Case{"/a/*", "/a/b/c", false}, Case{"/a/*", "/a/.hidden", true},
        Case{"/a/?", "/a/b", true}, Case{"/a/?", "/a/", false}, Case{"/a/?", "/a/bb", false},
        Case{"/a?b", "/a/b", false}, Case{"/a?", "/a\xc3\xa9", true}, Case{"/[abc]x", "/bx", true},
        Case{"/[abc]x", "/dx", false}, Case{"/[a-c]x", "/bx", true}, Case{"/[!a-c]x", "/dx", true},
        Case{"/[!a-c]x", "/bx", false}, Case{"/[!a]x", "//x", false},
        Case{"/q[+-9]x", "/q/x", false}, Case{"/q[+-9]x", "/q5x", true},
        Case{"/q[+-9]x", "/q,x", true}, Case{"/[]a]", "/]", true}, Case{"/[a-]", "/-", true},
        Case{"*.{key,pem}", "/a/x.pem", true}, Case{"*.{key,pem}", "/a/x.crt", false},
        Case{"/{a,b{c,d}}/x", "/bd/x", true}, Case{"/{a,b{c,d}}/x", "/b/x", false},
        Case{"/x{,.bak}", "/x", true}, Case{"/x{,.bak}", "/x.bak", true},
        Case{"/{a/**,b}", "/a/1/2", true}, Case{"/a,b", "/a,b", true}, Case{"/a\\*b", "/a*b", true},
        Case{"/a\\*b", "/axb", false}, Case{"/a.b", "/axb", false},
        Case{"/a+(b)|$^", "/a+(b)|$^", true}, Case{"/a/*", "/a/line\nbreak", true},
        Case{"**", "/anything/at/all", true}));

struct Bad {
  const char* glob;
  std::size_t at;
  const char* part;
};

class GlobErrors : public ::testing::TestWithParam<Bad> {};

TEST_P(GlobErrors, SaysWhereAndWhat) {
  const GlobResult result = glob_to_regex(GetParam().glob);
  ASSERT_TRUE(result.error) << GetParam().glob << " -> " << result.regex;
  EXPECT_EQ(result.error->at, GetParam().at) << GetParam().glob;
  EXPECT_NE(result.error->message.find(GetParam().part), std::string::npos)
      << result.error->message;
}

INSTANTIATE_TEST_SUITE_P(
    Table, GlobErrors,
    ::testing::Values(Bad{"", 0, "empty"}, Bad{"/a/[bc", 3, "']'"}, Bad{"/a/{b,c", 3, "'}'"},
                      Bad{"/a}", 2, "'{'"}, Bad{"/a**", 2, "whole path component"},
                      Bad{"/**a", 1, "whole path component"}, Bad{"/a\\", 2, "end"},
                      Bad{"/a/../b", 3, "never match"}, Bad{"/a/./b", 3, "never match"},
                      Bad{"/a/..", 3, "never match"}, Bad{"./a", 0, "never match"},
                      Bad{"/[[:alpha:]]", 2, "named classes"}, Bad{"/[a/b]", 3, "'/'"},
                      Bad{"/[z-a]", 1, "upside down"}));

TEST(Glob, QuotedLiteralMatchesItselfOnly) {
  const std::string odd = "/home/{x}/a*[b]?,\\c";
  EXPECT_TRUE(matches(glob_quote(odd), odd));
  EXPECT_FALSE(matches(glob_quote(odd), "/home/{x}/aZ[b]?,\\c"));
}

}  // namespace
}  // namespace sluice::service

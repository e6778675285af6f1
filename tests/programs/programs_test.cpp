// Every program on every driver: the same as in the bare directory, seen through the driver and,
// where the driver changes no data, from outside as well.
#include "support.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace sluice::programs {
namespace {

struct Program {
  const char* name;
  std::vector<std::string> tools;
};
void PrintTo(const Program& program, std::ostream* out) {
  *out << program.name;
}

using Parameters = std::tuple<const char*, Program>;

class Programs : public MountTest, public testing::WithParamInterface<Parameters> {};

// Two lists side by side would be thousands of lines: what only one of them has.
std::string difference(const std::string& left, const std::string& right) {
  const auto lines = [](const std::string& text) {
    std::vector<std::string> result;
    std::string line;
    for (const char c : text) {
      if (c != '\n') {
        line += c;
        continue;
      }
      result.push_back(line);
      line.clear();
    }
    std::ranges::sort(result);
    return result;
  };
  std::vector<std::string> only;
  const auto a = lines(left);
  const auto b = lines(right);
  std::ranges::set_difference(a, b, std::back_inserter(only));
  std::string text = "only bare:\n";
  for (size_t i = 0; i < std::min<size_t>(only.size(), 20); ++i) text += "  " + only[i] + "\n";
  only.clear();
  std::ranges::set_difference(b, a, std::back_inserter(only));
  text += "only filtered:\n";
  for (size_t i = 0; i < std::min<size_t>(only.size(), 20); ++i) text += "  " + only[i] + "\n";
  return text;
}

TEST_P(Programs, OnTheMount_LeaveWhatTheyLeaveInTheBareDirectory) {
  const std::string driver = std::get<0>(GetParam());
  const Program& program = std::get<1>(GetParam());
  for (const std::string& tool : program.tools) {
    if (!have(tool)) GTEST_SKIP() << tool << " is not installed (tools/setup-debian)";
  }
  const std::string script = ". " SCRIPT_DIR "/" + std::string(program.name) + ".sh; " + kManifest;
  const auto bare = run_bare(script);
  ASSERT_EQ(bare.status, 0) << bare.err;
  const auto filtered = run_on(driver, script);
  ASSERT_EQ(filtered.status, 0) << filtered.err;
  EXPECT_EQ(bare.out, filtered.out) << difference(bare.out, filtered.out);
  EXPECT_EQ(filtered.err.find("flthost:"), std::string::npos) << filtered.err;
  const auto outside = e2e::run({"sh", "-ec", kManifest}, options(mount_));
  const auto outside_bare = e2e::run({"sh", "-ec", kManifest}, options(bare_));
  if (driver == "swapper") {
    EXPECT_NE(outside.out, outside_bare.out) << "nothing was transformed";
  } else {
    EXPECT_EQ(outside.out, outside_bare.out) << difference(outside_bare.out, outside.out);
  }
}

const Program kPrograms[] = {{"git", {"git"}},
                             {"sqlite", {"sqlite3"}},
                             {"build", {"make", "g++"}},
                             {"tar", {"tar", "diff"}},
                             {"mappings", {}},
                             {"stress", {}},
                             {"large", {}},
                             {"many", {}}};

INSTANTIATE_TEST_SUITE_P(Drivers, Programs,
                         testing::Combine(testing::Values("passthrough", "scanner", "swapper",
                                                          "pender", "torture", "simrep", "deletes"),
                                          testing::ValuesIn(kPrograms)),
                         [](const auto& info) {
                           return std::string(std::get<0>(info.param)) + "_" +
                                  std::get<1>(info.param).name;
                         });

}  // namespace
}  // namespace sluice::programs

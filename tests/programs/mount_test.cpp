// The mount itself: who else uses the tree, and how it ends.
#include "support.h"

#include <filesystem>

namespace sluice::programs {
namespace {

class Mount : public MountTest {};

TEST_F(Mount, ProgramsOutside_DoTheSameAtTheSameTime) {
  const std::string script = ". " SCRIPT_DIR "/stress.sh; " + std::string(kManifest);
  const std::string inside = mount_ + "/inside", outside = mount_ + "/outside";
  std::filesystem::create_directory(inside);
  std::filesystem::create_directory(outside);
  const auto bare = run_bare(script);
  e2e::Child filtered(flthost("passthrough", {"sh", "-ec", "cd inside; " + script}),
                      options(mount_));
  const auto raw = e2e::run({"sh", "-ec", script}, options(outside));
  EXPECT_EQ(filtered.wait(e2e::Milliseconds(60'000)), 0) << filtered.err();
  ASSERT_EQ(bare.status, 0) << bare.err;
  EXPECT_EQ(raw.out, bare.out);
  EXPECT_EQ(filtered.out(), bare.out);
}

TEST_F(Mount, HostKilled_GivesErrorsAtOnce_AndTheCommandEnds) {
  e2e::Child host(
      flthost("passthrough", {"sh", "-c",
                              "echo started; read line; cat file; ls; echo >new; echo errors; "
                              "while :; do cat file >/dev/null 2>&1 || exit 7; done"}),
      options(mount_));
  ASSERT_TRUE(host.wait_out("started\n")) << host.err();
  ::kill(host.pid(), SIGKILL);
  EXPECT_EQ(host.wait(), 128 + SIGKILL);
  host.write("go\n");
}

}  // namespace
}  // namespace sluice::programs

// The mount itself: who else uses the tree, and how it ends.
#include "support.h"

#include <chrono>
#include <csignal>
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

TEST_F(Mount, HostKilled_LeavesNobodyHanging) {
  e2e::write_file(mount_ + "/file", "here");
  e2e::Child host(
      flthost(
          "passthrough",
          {"sh", "-c", "cat file; echo started; while cat file >/dev/null; do :; done; exit 7"}),
      options(mount_));
  ASSERT_TRUE(host.wait_out("herestarted\n")) << host.err();
  ::kill(host.pid(), SIGKILL);
  EXPECT_EQ(host.wait(), 128 + SIGKILL);
  // The pipe closes when the last process of the command has ended: by an error of the mount, or
  // with the host.
  const auto before = std::chrono::steady_clock::now();
  EXPECT_FALSE(host.wait_out("what it never says"));
  EXPECT_LT(std::chrono::steady_clock::now() - before, e2e::kPatience) << "it went on";
}

}  // namespace
}  // namespace sluice::programs

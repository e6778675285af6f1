// A companion written against fltUser.h, with its driver, on a real mount.
#include <flthost/app/test/mount_fixture.h>

namespace flthost::app::test {
namespace {

class CompanionTest : public MountTest {
 protected:
  std::vector<std::string> with_port() const { return {"--socket", scratch_ + "/port"}; }
};

TEST_F(CompanionTest, Vet_DeniesWhatTheCompanionDenies) {
  put("open", "fine");
  put("secret", "not for you");
  std::vector<std::string> options = with_port();
  options.insert(options.begin(), VET_SYS);
  const Outcome outcome = in_mount(
      "mkfifo ../said; '" COMPANION
      "' vet > ../said & exec 3< ../said; read line <&3; "
      "echo \"$line\"; cat open; echo; cat secret 2> /dev/null || echo denied; touch the-end; "
      "cat <&3; wait",
      options);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "connected\nfine\ndenied\nasked some, denied 1\n") << outcome.err;
}

TEST_F(CompanionTest, Manage_LoadsAttachesFindsAndUnloads) {
  std::vector<std::string> options = with_port();
  options.insert(options.end(), {"--installed", VET_SYS});
  const Outcome outcome = in_mount("'" COMPANION "' manage", options);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "filters end 0x80070103\n"
            "load 0x00000000\n"
            "load again 0x80070420\n"
            "filter vet instances 1\n"
            "filters end 0x80070103\n"
            "volume \\Device\\HarddiskVolume1 type 2 dos " +
                directory_ +
                "\n"
                "volumes end 0x80070103\n"
                "attach 0x00000000\n"
                "created Second\n"
                "instance vet Instance at 380000 on \\Device\\HarddiskVolume1\n"
                "instance Second at 100 on \\Device\\HarddiskVolume1\n"
                "instances end 0x80070103\n"
                "create 0x00000000\n"
                "information 0x00000000\n"
                "too small 0x8007007a\n"
                "create nobody 0x801f0013\n"
                "instance 0x00000000\n"
                "instance Second at 100 on \\Device\\HarddiskVolume1\n"
                "instance vet Instance at 380000 on \\Device\\HarddiskVolume1\n"
                "volume instances 0x00000000\n"
                "detach 0x00000000\n"
                "detach again 0x801f0015\n"
                "attach again 0x801f0012\n"
                "unload 0x00000000\n"
                "unload again 0x801f0013\n")
      << outcome.err;
}

}  // namespace
}  // namespace flthost::app::test

// What each driver is for, seen from programs.
#include "support.h"

#include <filesystem>

namespace sluice::programs {
namespace {

class Drivers : public MountTest {};

TEST_F(Drivers, Swapper_TransformsWhatIsStored_OnEveryPath) {
  const auto outcome = run_on("swapper", R"(
    seq 1 20000 >written
    printf 'int main(void){return 42;}' >p.c
    cc -o p p.c
    status=0; ./p || status=$?
    test $status = 42
    cmp written - <<END
$(seq 1 20000)
END
    head -c 5000 written >>appended
    head -c 5000 written >>appended
    sha256sum written appended p | cut -c1-64)");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const auto outside =
      e2e::run({"sh", "-ec", "sha256sum written appended p | cut -c1-64"}, options(mount_));
  EXPECT_NE(outcome.out, outside.out);
  EXPECT_NE(e2e::read_file(mount_ + "/p").substr(1, 3), "ELF");
  const auto again = run_on("swapper", "./p || echo $?; sha256sum written appended p | cut -c1-64");
  EXPECT_EQ(again.out, "42\n" + outcome.out) << "whole again through the driver";
  const auto without = run_on("passthrough", "sha256sum written appended p | cut -c1-64");
  EXPECT_EQ(without.out, outside.out);
}

TEST_F(Drivers, Scanner_DeniesByContent_WhereverThePatternLies) {
  const auto outcome = run_on("scanner", R"(
    echo harmless >clean
    cat clean
    { head -c 65530 /dev/zero; printf SCANNER-DENIES-THIS-CONTENT; head -c 99999 /dev/zero; } >bad
    cat bad >/dev/null && exit 9
    ( exec 3<bad ) 2>/dev/null && exit 8
    printf x | dd of=bad bs=1 seek=65540 conv=notrunc 2>/dev/null
    cat bad >/dev/null
    echo again readable)");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "harmless\nagain readable\n");
  EXPECT_NE(outcome.err.find("Permission denied"), std::string::npos) << outcome.err;
  EXPECT_NE(prints().find("pattern at 65530"), std::string::npos) << prints();
}

TEST_F(Drivers, Deletes_TellsEveryWayAFileGoes) {
  const auto outcome = run_on("deletes", R"(
    echo 1 >a; rm a
    echo 2 >b; echo 3 >c; mv b c
    echo 4 >d; exec 3<d; rm d; cat <&3; exec 3<&-
    mkdir e; rmdir e
    echo 5 >f; ln f g; rm f; cat g)");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::string said = prints();
  for (const char* const line :
       {"\\a was deleted", "\\c was replaced", "\\d was deleted", "\\e was deleted"}) {
    EXPECT_NE(said.find(line), std::string::npos) << line << " in " << said;
  }
  EXPECT_EQ(said.find("\\f was deleted"), std::string::npos) << "it has another name: " << said;
}

TEST_F(Drivers, Torture_GetsEveryContextBack) {
  const auto outcome = run_on("torture", "mkdir d && cd d && $WORKLOAD stress 3 800 >/dev/null");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::string said = prints();
  unsigned allocated = 0, cleaned = 0, wrong = 0;
  const size_t at = said.find("torture: allocated");
  ASSERT_NE(at, std::string::npos) << said;
  ASSERT_EQ(std::sscanf(said.c_str() + at, "torture: allocated %u cleaned %u wrong %u", &allocated,
                        &cleaned, &wrong),
            3);
  EXPECT_GT(allocated, 1000u);
  EXPECT_EQ(allocated, cleaned);
  EXPECT_EQ(wrong, 0u) << said;
}

TEST_F(Drivers, Pender_LetsEveryRequestGoOn) {
  const auto outcome = run_on("pender", "seq 1 1000 >f; truncate -s 100 f; wc -c <f");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  unsigned pended = 0, resumed = 0, cancelled = 0;
  ASSERT_EQ(std::sscanf(prints().c_str(), "pender: pended %u resumed %u cancelled %u", &pended,
                        &resumed, &cancelled),
            3)
      << prints();
  EXPECT_GE(pended, 2u) << "a write and the new size";
  EXPECT_EQ(pended, resumed + cancelled);
}

TEST_F(Drivers, Passthrough_SeesEveryOperationComeBack) {
  const auto outcome = run_on("passthrough", "seq 1 1000 >f; cat f >/dev/null; mv f g; ls; rm g");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::string said = prints();
  for (const char* const part :
       {"pre  CREATE", "post CREATE", "pre  WRITE", "post WRITE", "pre  READ",
        "pre  SET_INFORMATION class", "post CLEANUP", "post CLOSE"}) {
    EXPECT_NE(said.find(part), std::string::npos) << part;
  }
  size_t pre = 0, post = 0;
  for (size_t at = 0; (at = said.find("] pre ", at)) != std::string::npos; ++at) ++pre;
  for (size_t at = 0; (at = said.find("] post ", at)) != std::string::npos; ++at) ++post;
  EXPECT_EQ(pre, post);
}

TEST_F(Drivers, Control_AnswersAProgramThroughItsDevice) {
  const auto outcome =
      run_on("control", "echo x >f; cat f >/dev/null; FLTHOST_SOCKET=" + (scratch_ / "port") +
                            " " CONTROL_CLIENT_EXE);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "second open: refused\necho: 6 fedcba\ncounted: 16 1\ntoo small: 0\nunknown: 0\n"
            "reset: 1\nthen: 0 creates, 6 control requests\n");
}

TEST_F(Drivers, Simrep_OpensBelowTheOtherDirectory) {
  for (const char* const name : {"from", "to"}) {
    std::filesystem::create_directory(mount_ + "/" + name);
  }
  const auto outcome = run_on("simrep", R"(
    mkdir from/sub
    echo kept >to/file
    cat from/file
    echo new >from/made
    mkdir from/dir; echo x >from/dir/inner
    mv from/made from/moved
    ls from
    rm from/file)");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "kept\ndir\nfile\nmoved\nsub\n");
  EXPECT_EQ(e2e::read_file(mount_ + "/to/moved"), "new\n");
  EXPECT_EQ(e2e::read_file(mount_ + "/to/dir/inner"), "x\n");
  EXPECT_EQ(e2e::read_file(mount_ + "/from/made"), "");
}

}  // namespace
}  // namespace sluice::programs

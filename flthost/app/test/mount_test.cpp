// Real programs on a mount without drivers: what they write must be in the directory afterwards.
#include "mount_fixture.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace flthost::app::test {
namespace {

std::string pattern(size_t bytes) {
  std::string text(bytes, '\0');
  uint32_t state = 12345;
  for (char& c : text) {
    state = state * 1664525u + 1013904223u;
    c = static_cast<char>(state >> 24);
  }
  return text;
}

#define EXPECT_GOOD(outcome) EXPECT_EQ((outcome).status, 0) << (outcome).out << (outcome).err

TEST_F(MountTest, ProgramsReadAndWriteThroughIt) {
  put("a", "one\ntwo\nthree\n");
  const Outcome outcome = in_mount("cp a b; cat b; grep -c t b; echo four >> b; mv b c; wc -l < c");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "one\ntwo\nthree\n2\n4\n");
  EXPECT_EQ(content("c"), "one\ntwo\nthree\nfour\n");
  EXPECT_FALSE(std::filesystem::exists(path("b")));
}

TEST_F(MountTest, CompilerOutputRunsFromTheMount) {
  put("hello.c", "#include <stdio.h>\nint main(void) { puts(\"hello\"); return 5; }\n");
  const Outcome outcome = in_mount("cc -o hello hello.c; ./hello && exit 1; test $? = 5");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "hello\n");
}

TEST_F(MountTest, SqliteInWalMode_KeepsEveryRow) {
  const Outcome outcome = in_mount(
      "sqlite3 db 'pragma journal_mode=wal; create table t(i integer primary key, s text);'; "
      "for i in 1 2 3 4; do sqlite3 db \"with recursive c(x) as (select 1 union all select x+1 "
      "from c "
      "where x<500) insert into t(s) select hex(randomblob(50)) from c;\" & done; wait; "
      "sqlite3 db '.timeout 5000' 'pragma integrity_check; select count(*) > 0 from t;'");
  EXPECT_GOOD(outcome);
  const Outcome outside = run_program({"sqlite3", path("db"), "pragma integrity_check"});
  EXPECT_EQ(outside.out, "ok\n");
}

TEST_F(MountTest, GitCommitsPacksAndChecks) {
  const Outcome outcome = in_mount(
      "export HOME=$PWD GIT_CONFIG_NOSYSTEM=1; git init -q r; cd r; git config user.email a@b; "
      "git config user.name n; for i in $(seq 50); do echo $i > f$i; done; git add .; git commit "
      "-qm x; "
      "git rm -q f1; git commit -qm y; git gc -q; git fsck; git log --oneline | wc -l");
  EXPECT_GOOD(outcome);
  const Outcome outside =
      run_program({"git", "-c", "safe.directory=*", "-C", path("r"), "fsck", "--strict"});
  EXPECT_EQ(outside.status, 0) << outside.err;
}

TEST_F(MountTest, SharedMappingWrites_ReachTheFile) {
  put("f", std::string(20000, '.'));
  const Outcome outcome =
      in_mount("$TOOL map-write f 5000 mapped; dd if=f bs=1 skip=5000 count=6 2>/dev/null");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "mapped");
  EXPECT_EQ(content("f").substr(5000, 6), "mapped");
  EXPECT_GT(report()["requests"]["WRITE mapped"], 0);
}

TEST_F(MountTest, MappedReadsArePageIns_AndPlainReadsAreNot) {
  put("f", pattern(4 << 20));
  const Outcome outcome =
      in_mount("$TOOL map-sum f > ../map; $TOOL read-sum f > ../read; cmp ../map ../read");
  EXPECT_GOOD(outcome);
  EXPECT_GT(report()["requests"]["READ fault"], 0);
  EXPECT_GT(report()["requests"]["READ cached"], 0);
}

TEST_F(MountTest, UnlinkedOpenFile_StaysUsable) {
  const Outcome outcome =
      in_mount("exec 7<>f; echo gone >&7; rm f; test ! -e f; $TOOL read-at 7 0 4");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "gone");
  EXPECT_FALSE(std::filesystem::exists(path("f")));
}

TEST_F(MountTest, NamesOfAllKinds_AppearBelow) {
  put("f", "x");
  const Outcome outcome = in_mount(
      "ln f hard; ln -s f soft; readlink soft; stat -c %h f; mkdir -p d/e; mv f d/e/g; mkfifo p; "
      "touch 'Foo::Bar.3pm' \"$(printf 'b\\377d')\"; rmdir d 2>/dev/null || echo full; ls | wc -l");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "f\n2\nfull\n6\n");
  EXPECT_EQ(content("d/e/g"), "x");
  EXPECT_TRUE(std::filesystem::is_symlink(path("soft")));
  EXPECT_TRUE(std::filesystem::exists(path("Foo::Bar.3pm")));
  EXPECT_TRUE(std::filesystem::exists(path("b\377d")));
}

TEST_F(MountTest, AppendersAtTheSameTime_LoseNoLine) {
  const Outcome outcome = in_mount(
      "for p in 1 2 3 4; do (for i in $(seq 200); do echo $p-$i >> log; done) & done; wait; "
      "sort -u log | wc -l");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "800\n");
  EXPECT_EQ(std::ranges::count(content("log"), '\n'), 800);
}

TEST_F(MountTest, SizesAndAttributes_AreTheDirectorysOwn) {
  put("f", "0123456789");
  const Outcome outcome = in_mount(
      "truncate -s 5 f; cat f; truncate -s 4096 f; fallocate -l 8192 g; stat -c %s f g; chmod 640 "
      "f; "
      "touch -d @1000000000 f; stat -c '%a %Y' f; > f; stat -c %s f");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "012344096\n8192\n640 1000000000\n0\n");
  struct stat st{};
  ASSERT_EQ(::stat(path("f").c_str(), &st), 0);
  EXPECT_EQ(st.st_mode & 07777, 0640u);
}

TEST_F(MountTest, ExtendedAttributes_RoundTrip) {
  put("f", "x");
  const Outcome outcome = in_mount("$TOOL xattr f user.color blue");
  if (outcome.status == 77) GTEST_SKIP() << "the file system of " << scratch_ << " has no xattrs";
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "user.color=blue\n");
}

TEST_F(MountTest, BigFile_IsTheSameBelow) {
  const std::string text = pattern((24 << 20) + 12345);
  put("f", text);
  const Outcome outcome =
      in_mount("cp f g; cmp f g; dd if=g of=h bs=7777 2>/dev/null; cmp g h; sha256sum < h");
  EXPECT_GOOD(outcome);
  EXPECT_TRUE(content("g") == text);
  EXPECT_TRUE(content("h") == text);
}

TEST_F(MountTest, RandomOperations_GiveWhatAPlainDirectoryGives) {
  const Outcome outcome = in_mount("$TOOL exercise f ../plain 20261 3000; cmp f ../plain");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(run_program({"cmp", path("f"), scratch_ + "/plain"}).status, 0);
}

TEST_F(MountTest, RandomOperations_WithTheKernelsCache) {
  const Outcome outcome = in_mount("$TOOL exercise f ../plain 777 3000; cmp f ../plain",
                                   {"--kernel-cache", "no-context"});
  EXPECT_GOOD(outcome);
  EXPECT_EQ(run_program({"cmp", path("f"), scratch_ + "/plain"}).status, 0);
}

TEST_F(MountTest, CopyFileRangeAndSendfile_GoThroughTheHost) {
  put("f", pattern(300000));
  const Outcome outcome = in_mount("$TOOL copy-range f g; cmp f g; $TOOL sendfile f h; cmp f h");
  EXPECT_GOOD(outcome);
  EXPECT_TRUE(content("g") == content("f"));
}

TEST_F(MountTest, LocksBetweenProcesses_Work) {
  const Outcome outcome = in_mount(
      "touch l; exec 8>l; flock -n 8; flock -n l true && exit 1; flock -u 8; flock -n l echo free");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "free\n");
}

TEST_F(MountTest, ManyFilesInADirectory_AreAllListed) {
  const Outcome outcome =
      in_mount("for i in $(seq 3000); do : > f$i; done; ls | wc -l; ls -l | wc -l");
  EXPECT_GOOD(outcome);
  EXPECT_EQ(outcome.out, "3000\n3001\n");
}

TEST_F(MountTest, ReportIsClean_AfterACleanRun) {
  const Outcome outcome = in_mount("echo x > f; cat f; exit 3");
  EXPECT_EQ(outcome.status, 3);
  const nlohmann::json json = report();
  ASSERT_TRUE(json.is_object());
  EXPECT_EQ(json["exit_status"], 3);
  EXPECT_EQ(json["pool_leaks"], 0);
  EXPECT_TRUE(json["leaks"].empty()) << json["leaks"];
  EXPECT_TRUE(json["bugcheck"].is_null());
  EXPECT_TRUE(json["driver_sha256"].is_null());
}

}  // namespace
}  // namespace flthost::app::test

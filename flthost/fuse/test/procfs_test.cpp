#include <flthost/fuse/procfs.h>

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace flthost::fuse {
namespace {

TEST(ClassifySyscall, BlockedInAFault_IsFault) {
  EXPECT_EQ(classify_syscall("-1 0x7ffc9a0 0x55d0c0\n"), ReadClass::Fault);
}
TEST(ClassifySyscall, Running_IsReadAhead) {
  EXPECT_EQ(classify_syscall("running\n"), ReadClass::ReadAhead);
}
TEST(ClassifySyscall, ThreadGone_IsReadAhead) {
  EXPECT_EQ(classify_syscall(""), ReadClass::ReadAhead);
}
TEST(ClassifySyscall, CopyingCalls_AreCached) {
  EXPECT_EQ(classify_syscall("40 0x1 0x3 0x0 0x7ffff000 0x0 0x0 0x7 0x7\n"), ReadClass::Cached);
  EXPECT_EQ(classify_syscall("275 0x3 0x0 0x5 0x0 0x1000 0x0 0x7 0x7\n"), ReadClass::Cached);
  EXPECT_EQ(classify_syscall("326 0x3 0x0 0x5 0x0 0x1000 0x0 0x7 0x7\n"), ReadClass::Cached);
}
TEST(ClassifySyscall, FaultInsideAnotherCall_IsFault) {
  EXPECT_EQ(classify_syscall("1 0x1 0x7f0000 0x1000 0x0 0x0 0x0 0x7 0x7\n"), ReadClass::Fault);
  EXPECT_EQ(classify_syscall("59 0x1 0x7f0000 0x1000 0x0 0x0 0x0 0x7 0x7\n"), ReadClass::Fault);
}
TEST(ClassifySyscall, WillNeed_IsReadAhead_ButPopulateIsFault) {
  EXPECT_EQ(classify_syscall("187 0x3 0x0 0x1000 0x0 0x0 0x0 0x7 0x7\n"), ReadClass::ReadAhead);
  EXPECT_EQ(classify_syscall("28 0x7f00 0x1000 0x3 0x0 0x0 0x0 0x7 0x7\n"), ReadClass::ReadAhead);
  EXPECT_EQ(classify_syscall("28 0x7f00 0x1000 0x16 0x0 0x0 0x0 0x7 0x7\n"), ReadClass::Fault);
  EXPECT_EQ(classify_syscall("221 0x3 0x0 0x1000 0x3 0x0 0x0 0x7 0x7\n"), ReadClass::ReadAhead);
}

TEST(ParseStat, CommandWithBlanksAndParentheses) {
  const auto stat =
      parse_stat("77 (a (b) c) S 12 77 77 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 20\n");
  ASSERT_TRUE(stat);
  EXPECT_EQ(stat->parent, 12u);
  EXPECT_EQ(stat->state, 'S');
  EXPECT_EQ(stat->start_ticks, 987654u);
}
TEST(ParseStat, OwnStat_AgreesWithTheSystem) {
  const auto stat = parse_stat(read_proc(static_cast<uint32_t>(getpid()), "stat"));
  ASSERT_TRUE(stat);
  EXPECT_EQ(stat->parent, static_cast<uint32_t>(getppid()));
  EXPECT_GT(stat->start_ticks, 0u);
}
TEST(ParseStat, Truncated_GivesNothing) {
  EXPECT_FALSE(parse_stat(""));
  EXPECT_FALSE(parse_stat("77 (a"));
  EXPECT_FALSE(parse_stat("77 (a) S 12 77"));
}

TEST(ParseStatus, PendingKill_IsDying) {
  const char* const alive =
      "Name:\tx\nState:\tS (sleeping)\nTgid:\t5\nPid:\t6\nPPid:\t4\nUid:\t1000\t1000\t1000\t1000\n"
      "SigPnd:\t0000000000000000\nShdPnd:\t0000000000010000\n";
  const char* const killed =
      "Name:\tx\nState:\tD (disk sleep)\nTgid:\t5\nPid:\t6\nPPid:\t4\nUid:\t0\t0\t0\t0\n"
      "SigPnd:\t0000000000000100\nShdPnd:\t0000000000000000\n";
  ASSERT_TRUE(parse_status(alive));
  EXPECT_FALSE(parse_status(alive)->dying);
  EXPECT_EQ(parse_status(alive)->tgid, 5u);
  EXPECT_EQ(parse_status(alive)->uid, 1000u);
  EXPECT_TRUE(parse_status(killed)->dying);
  EXPECT_FALSE(parse_status("Name:\tx\n"));
}

TEST(ParseMaps, UnionOfTheProcessesMappings_GivesTheProtection) {
  const std::string maps =
      "7f00-7f10 r--p 00000000 00:2a 99                         /d/lib.so\n"
      "7f10-7f20 r-xp 00001000 00:2a 99                         /d/lib.so\n"
      "7f20-7f30 rw-s 00000000 00:2a 100                        /d/a b\n"
      "7f30-7f40 rwxs 00000000 00:2b 99                         /other/mount\n"
      "7f40-7f50 rw-p 00000000 00:00 0 \n";
  EXPECT_EQ(parse_maps(maps, 0, 0x2a, 99).protection(), static_cast<ULONG>(PAGE_EXECUTE_READ));
  EXPECT_EQ(parse_maps(maps, 0, 0x2a, 100).protection(), static_cast<ULONG>(PAGE_READWRITE));
  EXPECT_TRUE(parse_maps(maps, 0, 0x2a, 100).shared_write);
  EXPECT_FALSE(parse_maps(maps, 0, 0x2a, 101).any);
  EXPECT_FALSE(parse_maps("garbage\n\n1 2 3", 0, 0x2a, 99).any);
}
TEST(ParseMaps, OwnMapping_IsFoundByDeviceAndInode) {
  char name[] = "/tmp/flthost-maps-XXXXXX";
  const int fd = mkstemp(name);
  ASSERT_GE(fd, 0);
  unlink(name);
  ASSERT_EQ(ftruncate(fd, 4096), 0);
  struct stat st{};
  ASSERT_EQ(fstat(fd, &st), 0);
  void* const mapping = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ASSERT_NE(mapping, MAP_FAILED);
  const MapUse use = parse_maps(read_proc(static_cast<uint32_t>(getpid()), "maps"),
                                major(st.st_dev), minor(st.st_dev), st.st_ino);
  EXPECT_TRUE(use.shared_write);
  munmap(mapping, 4096);
  close(fd);
}

TEST(ImagePath, IsNtStyle_AndDeletedIsTakenOff) {
  EXPECT_EQ(image_path("/usr/bin/cat"), u"\\Device\\LinuxRoot\\usr\\bin\\cat");
  EXPECT_EQ(image_path("/tmp/x (deleted)"), u"\\Device\\LinuxRoot\\tmp\\x");
}
TEST(ToUtf16, InvalidBytes_BecomeReplacementCharacters) {
  EXPECT_EQ(to_utf16("a\xC3\xA4\xF0\x9F\x98\x80"), u"a\u00E4\U0001F600");
  EXPECT_EQ(to_utf16("a\xFF\xC3"), u"a\uFFFD\uFFFD");
  EXPECT_EQ(to_utf16("\xED\xA0\x80"), u"\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(to_utf16("\xC0\x80"), u"\uFFFD\uFFFD");
}

}  // namespace
}  // namespace flthost::fuse

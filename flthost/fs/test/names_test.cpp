#include <flthost/fs/errors.h>
#include <flthost/fs/fs.h>
#include <flthost/fs/names.h>

#include <gtest/gtest.h>

#include <cerrno>
#include <random>

namespace flthost::fs {
namespace {

std::string back(std::u16string_view name) {
  std::string linux_name;
  EXPECT_TRUE(to_linux_name(name, &linux_name));
  return linux_name;
}

TEST(Names, OrdinaryName_IsUnchanged) {
  EXPECT_EQ(to_nt_name("hello world.txt"), u"hello world.txt");
  EXPECT_EQ(to_nt_name("gr\xC3\xBC\xC3\x9F"
                       "e"),
            u"grüße");
  EXPECT_EQ(to_nt_name("\xF0\x9F\x98\x80"), u"\xD83D\xDE00");
}

TEST(Names, Colon_IsNoStreamSeparator) {
  const std::u16string name = to_nt_name("Foo::Bar.3pm");
  EXPECT_EQ(name,
            u"Foo\xF03A\xF03A"
            u"Bar.3pm");
  EXPECT_EQ(back(name), "Foo::Bar.3pm");
}

TEST(Names, ReservedAndControlCharacters_AreEscapedReversibly) {
  const std::string name = "a\\b*c?d\"e<f>g|h\x01i\x1F";
  const std::u16string nt = to_nt_name(name);
  EXPECT_EQ(nt.find_first_of(u"\\*?\"<>|:\x01\x1F"), nt.npos);
  EXPECT_EQ(back(nt), name);
}

TEST(Names, BytesThatAreNoUtf8_ComeBackAsTheyWere) {
  for (const std::string name :
       {"\xFF\xFE", "ok\xC3", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80"}) {
    EXPECT_EQ(back(to_nt_name(name)), name);
  }
}

TEST(Names, PrivateUseCharacterOfTheEscape_DoesNotMeetAnEscapedOne) {
  const std::string escaped_colon = "\xEF\x80\xBA";  // U+F03A itself
  EXPECT_NE(to_nt_name(escaped_colon), to_nt_name(":"));
  EXPECT_EQ(back(to_nt_name(escaped_colon)), escaped_colon);
}

TEST(Names, RandomBytes_ComeBackAsTheyWere) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 5000; ++i) {
    std::string name(1 + random() % 12, 'x');
    for (char& c : name) {
      c = static_cast<char>(random());
      if (c == '/' || c == '\0') c = '.';
    }
    if (name == "." || name == "..") continue;
    ASSERT_EQ(back(to_nt_name(name)), name);
  }
}

TEST(Names, NamesNoLinuxNameCanHave_AreRefused) {
  std::string name;
  for (const std::u16string_view bad :
       {u"", u".", u"..", u"a:b", u"a\\b", u"a/b", u"x\xF02F", u"\xD800", u"\xDC00x", u"\xF000"}) {
    EXPECT_FALSE(to_linux_name(bad, &name));
  }
}

TEST(Errors, ErrnoOfTheBackingFile_ComesOutAsItWentIn) {
  for (const int error :
       {EACCES, EPERM, ENOENT, EEXIST, ENOTDIR, EISDIR, ENOTEMPTY, ENOSPC, EROFS, EXDEV, EMLINK,
        EFBIG, ELOOP, ENAMETOOLONG, EDQUOT, EIO, EOPNOTSUPP, ETXTBSY}) {
    EXPECT_EQ(to_errno(status_of_errno(error)), error);
  }
  EXPECT_EQ(to_errno(STATUS_SUCCESS), 0);
  EXPECT_EQ(to_errno(STATUS_VIRUS_INFECTED), EACCES);
  EXPECT_EQ(to_errno(STATUS_UNSUCCESSFUL), EIO);
}

}  // namespace
}  // namespace flthost::fs

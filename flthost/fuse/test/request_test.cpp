#include <flthost/fuse/server.h>

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace flthost::fuse {
namespace {

struct Message {
  explicit Message(std::string_view bytes) : bytes_(bytes.begin(), bytes.end()) {
    request.argument = reinterpret_cast<const std::byte*>(bytes_.data());
    request.argument_size = bytes_.size();
  }
  std::vector<char> bytes_;
  Request request;
};

TEST(RequestText, StringsAreFoundBehindTheStructure) {
  using namespace std::literals;
  const Message message("12345678from\0to\0"sv);
  EXPECT_EQ(message.request.text(8), "from");
  EXPECT_EQ(message.request.text(8, 1), "to");
  EXPECT_EQ(message.request.text(8, 2), "");
}

TEST(RequestText, UnterminatedOrShortMessages_GiveWhatIsThere) {
  using namespace std::literals;
  EXPECT_EQ(Message("abc"sv).request.text(0), "abc");
  EXPECT_EQ(Message("abc"sv).request.text(0, 1), "");
  EXPECT_EQ(Message("abc"sv).request.text(7), "");
  EXPECT_EQ(Message(""sv).request.text(0), "");
}

TEST(RequestArgument, ShorterThanTheStructure_IsFilledWithZeros) {
  fuse_setattr_in in{};
  in.valid = FATTR_SIZE;
  in.uid = 7;
  const Message message(std::string_view(reinterpret_cast<const char*>(&in), sizeof(in.valid)));
  EXPECT_EQ(message.request.as<fuse_setattr_in>().valid, static_cast<uint32_t>(FATTR_SIZE));
  EXPECT_EQ(message.request.as<fuse_setattr_in>().uid, 0u);
}

TEST(RequestBuffer, DataOfAWrite_StartsOnAPage) {
  EXPECT_EQ((kRequestOffset + sizeof(fuse_in_header) + sizeof(fuse_write_in)) % kPageSize, 0u);
}

TEST(AttributesOf, EveryFieldIsCarried) {
  struct stat st{};
  st.st_ino = 1;
  st.st_size = 5'000'000'000;
  st.st_mode = S_IFREG | 0640;
  st.st_mtim = {7, 8};
  st.st_uid = 1000;
  st.st_nlink = 2;
  const fuse_attr attr = attributes_of(st);
  EXPECT_EQ(attr.size, 5'000'000'000u);
  EXPECT_EQ(attr.mode, static_cast<uint32_t>(S_IFREG | 0640));
  EXPECT_EQ(attr.mtime, 7u);
  EXPECT_EQ(attr.mtimensec, 8u);
  EXPECT_EQ(attr.uid, 1000u);
  EXPECT_EQ(attr.nlink, 2u);
}

}  // namespace
}  // namespace flthost::fuse

#include <sluice/service/content_window.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace sluice::service {
namespace {

using Result = ContentWindow::Result;

std::shared_ptr<const BytePattern> pattern(std::string bytes) {
  return std::make_shared<BytePattern>(std::move(bytes));
}

TEST(ContentWindow, FindsPatternInOneRead) {
  ContentWindow window(pattern("SECRET"), 16);
  EXPECT_EQ(window.feed(0, "nothing here"), Result::Clean);
  EXPECT_EQ(window.feed(100, "a SECRET is here"), Result::Found);
}

TEST(ContentWindow, FindsPatternAcrossTwoReadsInEitherOrder) {
  ContentWindow forwards(pattern("SECRET"), 16);
  EXPECT_EQ(forwards.feed(0, "xxSEC"), Result::Clean);
  EXPECT_EQ(forwards.feed(5, "RETyy"), Result::Found);
  ContentWindow backwards(pattern("SECRET"), 16);
  EXPECT_EQ(backwards.feed(5, "RETyy"), Result::Clean);
  EXPECT_EQ(backwards.feed(0, "xxSEC"), Result::Found);
}

TEST(ContentWindow, ReadsApartAreNotJoined) {
  ContentWindow window(pattern("SECRET"), 16);
  EXPECT_EQ(window.feed(0, "xxSEC"), Result::Clean);
  EXPECT_EQ(window.feed(6, "RETyy"), Result::Clean);
}

TEST(ContentWindow, RewrittenBytesAreForgotten) {
  ContentWindow window(pattern("SECRET"), 16);
  EXPECT_EQ(window.feed(0, "xxSEC"), Result::Clean);
  window.forget(4, 1);
  EXPECT_EQ(window.feed(5, "RETyy"), Result::Clean);
  EXPECT_EQ(window.feed(4, "C"), Result::Found);
}

TEST(ContentWindow, WriteElsewhereDoesNotMakeItForget) {
  ContentWindow window(pattern("SECRET"), 16);
  EXPECT_EQ(window.feed(0, "xxSEC"), Result::Clean);
  window.forget(4096, 4096);
  EXPECT_EQ(window.feed(5, "RET"), Result::Found);
}

TEST(ContentWindow, PieceThatCompletesThePatternIsFoundEachTime) {
  ContentWindow window(pattern("SECRET"), 16);
  EXPECT_EQ(window.feed(0, "xxSEC"), Result::Clean);
  EXPECT_EQ(window.feed(5, "RET"), Result::Found);
  EXPECT_EQ(window.feed(500, "harmless"), Result::Clean);
  EXPECT_EQ(window.feed(5, "RET"), Result::Found);
}

TEST(ContentWindow, TooManyRangesSaysIncompleteAndStaysBounded) {
  ContentWindow window(pattern("KEY"), 4);
  for (std::uint64_t i = 0; i < 4; ++i) EXPECT_EQ(window.feed(i * 10, "..."), Result::Clean);
  EXPECT_EQ(window.feed(40, "..."), Result::Incomplete);
  EXPECT_EQ(window.ranges(), 4U);
}

TEST(ContentWindow, LastByteOfTheOffsetSpaceCanBeForgotten) {
  ContentWindow window(pattern("KEY"), 4);
  EXPECT_EQ(window.feed(0, "KE"), Result::Clean);
  window.forget(0, UINT64_MAX);
  EXPECT_EQ(window.ranges(), 0U);
}

// A file over a small alphabet, so that near misses are common.
std::string random_text(std::mt19937& random, std::size_t size) {
  std::string text(size, 'a');
  for (char& c : text) c = static_cast<char>('a' + random() % 2);
  return text;
}

std::vector<std::pair<std::size_t, std::size_t>> random_cover(std::mt19937& random,
                                                              std::size_t size) {
  std::vector<std::pair<std::size_t, std::size_t>> pieces;
  for (std::size_t at = 0; at < size;) {
    const std::size_t length = std::min<std::size_t>(1 + random() % 9, size - at);
    pieces.emplace_back(at, length);
    at += length;
  }
  for (std::size_t i = 0; i < size / 8; ++i) {  // and some that overlap
    const std::size_t at = random() % size;
    pieces.emplace_back(at, std::min<std::size_t>(1 + random() % 20, size - at));
  }
  std::shuffle(pieces.begin(), pieces.end(), random);
  return pieces;
}

TEST(ContentWindowProperty, AgreesWithSearchOnAnySplitInAnyOrder) {
  int found_count = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    std::mt19937 random(seed);
    const std::string bytes = random_text(random, 1 + random() % 9);
    const std::string text = random_text(random, 1 + random() % 120);
    const bool expected =
        std::search(text.begin(), text.end(), bytes.begin(), bytes.end()) != text.end();
    ContentWindow window(pattern(bytes), 1000);
    bool found = false;
    for (const auto& [at, length] : random_cover(random, text.size())) {
      found |= window.feed(at, std::string_view(text).substr(at, length)) == Result::Found;
    }
    ASSERT_EQ(found, expected) << "seed " << seed;
    found_count += expected ? 1 : 0;
    if (!expected) EXPECT_EQ(window.ranges(), 1U) << "seed " << seed;
  }
  EXPECT_GT(found_count, 300);
  EXPECT_LT(found_count, 2700);
}

TEST(ContentWindowProperty, FoundExactlyWhenThePatternHasArrivedCompletely) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    std::string text(60, '.');
    const std::string bytes = "PATTERN";
    const std::size_t at = random() % (text.size() - bytes.size());
    text.replace(at, bytes.size(), bytes);
    std::vector<std::size_t> order(text.size());
    std::iota(order.begin(), order.end(), 0U);
    if (seed % 3 == 1) std::reverse(order.begin(), order.end());
    if (seed % 3 == 2) std::shuffle(order.begin(), order.end(), random);
    ContentWindow window(pattern(bytes), 1000);
    std::size_t seen = 0;
    for (const std::size_t i : order) {
      if (i >= at && i < at + bytes.size()) ++seen;
      const Result result = window.feed(i, std::string_view(text).substr(i, 1));
      ASSERT_EQ(result == Result::Found, seen == bytes.size()) << "seed " << seed;
      if (result == Result::Found) break;
    }
  }
}

TEST(ContentWindowProperty, AfterWritesNothingIsFoundThatTheFileNeverHeld) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    const std::string bytes = "abba";
    std::string text = random_text(random, 40);
    ContentWindow window(pattern(bytes), 1000);
    bool held = text.find(bytes) != std::string::npos;
    for (int step = 0; step < 60 && !held; ++step) {
      const std::size_t at = random() % text.size();
      const std::size_t length = std::min<std::size_t>(1 + random() % 6, text.size() - at);
      if (random() % 3 == 0) {
        text.replace(at, length, random_text(random, length));
        window.forget(at, length);
        held = text.find(bytes) != std::string::npos;
        continue;
      }
      const Result result = window.feed(at, std::string_view(text).substr(at, length));
      ASSERT_NE(result, Result::Found) << "seed " << seed << " step " << step;
    }
    if (held) {
      EXPECT_EQ(window.feed(0, text), Result::Found) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace sluice::service

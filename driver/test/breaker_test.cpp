#include "breaker.h"

#include <gtest/gtest.h>

namespace sluice::driver {
namespace {

class BreakerTest : public testing::Test {
 protected:
  void open(int64_t now) {
    for (uint32_t i = 0; i < Breaker::kMissesToOpen; ++i) {
      EXPECT_EQ(breaker_.missed(now), i + 1 == Breaker::kMissesToOpen);
    }
  }
  Breaker breaker_{};
};

TEST_F(BreakerTest, Opens_AfterMissesInARow) {
  EXPECT_TRUE(breaker_.admits(0));
  open(1000);
  EXPECT_FALSE(breaker_.admits(1001));
}

TEST_F(BreakerTest, StaysClosed_WhenAnAnswerComesBetween) {
  for (int i = 0; i < 100; ++i) {
    breaker_.missed(0);
    breaker_.answered();
  }
  EXPECT_TRUE(breaker_.admits(1));
}

TEST_F(BreakerTest, LetsOneProbeThrough_PerInterval) {
  open(0);
  const int64_t later = Breaker::kProbeInterval;
  EXPECT_FALSE(breaker_.admits(later - 1));
  EXPECT_TRUE(breaker_.admits(later));
  EXPECT_FALSE(breaker_.admits(later + 1));
  EXPECT_TRUE(breaker_.admits(2 * later + 1));
}

TEST_F(BreakerTest, Closes_WhenTheProbeIsAnswered) {
  open(0);
  ASSERT_TRUE(breaker_.admits(Breaker::kProbeInterval));
  breaker_.answered();
  EXPECT_TRUE(breaker_.admits(Breaker::kProbeInterval + 1));
}

TEST_F(BreakerTest, CountsOneOpening_UntilItCloses) {
  open(0);
  EXPECT_FALSE(breaker_.missed(1));
}

}  // namespace
}  // namespace sluice::driver

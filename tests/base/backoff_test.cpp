// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/backoff.h"

#include <gtest/gtest.h>

namespace framehand::base {
namespace {

TEST(Backoff, DoublesItsCeilingUpToTheCap) {
    Backoff backoff([] { return 0.9999999; });
    for (const int ceiling : {1000, 2000, 4000, 8000, 16'000, 32'000, 60'000, 60'000}) {
        const auto delay = backoff.next();
        EXPECT_LE(delay, Duration{ceiling});
        EXPECT_GT(delay, Duration{ceiling - 2});
    }
}

TEST(Backoff, SpreadsOverTheWholeSpan) {
    double random = 0;
    Backoff backoff([&] { return random; }, Duration{1000}, Duration{1000});
    EXPECT_EQ(backoff.next(), Backoff::kFloor);
    random = 0.5;
    EXPECT_EQ(backoff.next(), Duration{550});
}

TEST(Backoff, BeginsAnewAfterASuccess) {
    Backoff backoff([] { return 0.9999999; });
    for (int i = 0; i < 10; ++i) {
        (void)backoff.next();
    }
    backoff.reset();
    EXPECT_LE(backoff.next(), Duration{1000});
}

TEST(Backoff, ACapBelowTheFirstDelayHolds) {
    Backoff backoff([] { return 0.9999999; }, Duration{1000}, Duration{200});
    EXPECT_LE(backoff.next(), Duration{200});
}

} // namespace
} // namespace framehand::base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/follower_rate.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

constexpr std::int64_t kRate = 1'000'000;

TEST(FollowerRate, FollowsTheLargestRungWhereThatKeepsToItsRate) {
    FollowerRate rate(kRate);
    EXPECT_EQ(rate.next({.seconds = 2, .share = 1, .film_share = 1}), kRate);
    EXPECT_EQ(rate.next({.seconds = 2, .share = 0.5, .film_share = 0.75}), kRate / 2);
    EXPECT_EQ(rate.next({.seconds = 2, .share = 1.4, .film_share = 0.967}), kRate * 7 / 5) << "saved before";
}

TEST(FollowerRate, OverdrawsLessThanTheLargestRung) {
    FollowerRate rate(kRate);
    double spent = 0;
    for (int i = 0; i < 3; ++i) {
        spent += 2.0 * static_cast<double>(rate.next({.seconds = 2, .share = 1.2, .film_share = 1.2}));
    }
    EXPECT_NEAR(spent / 6, 1.095 * kRate, 0.001 * kRate) << "the root of 1.2";
}

TEST(FollowerRate, MakesUpForWhatTheEncoderMisses) {
    FollowerRate rate(kRate);
    const GopStatistics::Cost usual{.seconds = 2, .share = 1, .film_share = 1};
    static_cast<void>(rate.next(usual));
    rate.made(2 * kRate / 8 * 95 / 100);
    EXPECT_NEAR(static_cast<double>(rate.next(usual)), kRate / 0.95, 1);
    rate.made(0);
    EXPECT_NEAR(static_cast<double>(rate.next(usual)), kRate / 0.8, 1) << "but no further than that";
}

TEST(FollowerRate, NeverStarvesAGop) {
    FollowerRate rate(kRate);
    static_cast<void>(rate.next({.seconds = 2, .share = 1.5, .film_share = 1.5}));
    EXPECT_GE(rate.next({.seconds = 2, .share = 1, .film_share = 0.4}), kRate * 6 / 10);
    EXPECT_GE(rate.next({.seconds = 2, .share = 0, .film_share = 0}), kRate / 20);
}

} // namespace
} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace framehand::base {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

WallTime at(sys_days day, milliseconds time) {
    return WallTime{time_point_cast<milliseconds>(day) + time};
}

TEST(Rfc3339, WritesUtcWithMilliseconds) {
    EXPECT_EQ(to_rfc3339(at(2026y / November / 21, 8h + 15min + 30s + 123ms)), "2026-11-21T08:15:30.123Z");
    EXPECT_EQ(to_rfc3339(WallTime{}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(to_rfc3339(at(2000y / February / 29, 23h + 59min + 59s + 999ms)), "2000-02-29T23:59:59.999Z");
}

TEST(Rfc3339, WritesTimesBeforeTheEpoch) {
    EXPECT_EQ(to_rfc3339(WallTime{-1ms}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_rfc3339(at(800y / January / 2, 3h)), "0800-01-02T03:00:00.000Z");
}

TEST(SystemClock, AgreesWithTheOperatingSystem) {
    const SystemClock clock;
    const auto wall_before = floor<milliseconds>(system_clock::now());
    const auto steady_before = floor<milliseconds>(steady_clock::now());
    const auto wall = clock.wall();
    const auto steady = clock.steady();
    EXPECT_LE(steady_before, steady);
    EXPECT_LE(steady, steady_clock::now());
    EXPECT_LE(wall_before, wall);
    EXPECT_LE(wall, system_clock::now());
}

TEST(FakeClock, StandsStillUntilItIsMoved) {
    test::FakeClock clock;
    const auto wall = clock.wall();
    const auto steady = clock.steady();
    EXPECT_EQ(clock.wall(), wall);
    clock.advance(1500ms);
    EXPECT_EQ(clock.wall() - wall, 1500ms);
    EXPECT_EQ(clock.steady() - steady, 1500ms);
    clock.jump_wall(-1h);
    EXPECT_EQ(clock.wall() - wall, 1500ms - 1h);
    EXPECT_EQ(clock.steady() - steady, 1500ms);
}

} // namespace
} // namespace framehand::base

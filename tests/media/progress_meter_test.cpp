// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/progress_meter.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::media {
namespace {

using namespace std::chrono_literals;

class ProgressMeterTest : public testing::Test {
protected:
    test::FakeClock clock;
    std::vector<jobs::TranscodeProgress> told;
    ProgressMeter meter{clock,
                        [this](const jobs::TranscodeProgress& progress) { told.push_back(progress); },
                        {"720p", "360p", "audio"},
                        2,
                        {100}};
};

TEST_F(ProgressMeterTest, TheSlowestTrackDecides) {
    meter.at(0, 80, 2000);
    clock.advance(1s);
    meter.at(1, 20, 500);
    EXPECT_DOUBLE_EQ(told.back().percent, 19);
    EXPECT_EQ(told.back().frames, 500);
    EXPECT_EQ(told.back().rungs, (std::vector<std::string>{"720p", "360p", "audio"}));
}

TEST_F(ProgressMeterTest, TellsAtMostTwiceASecond) {
    for (int i = 1; i <= 100; ++i) {
        clock.advance(10ms);
        meter.at(0, i, i);
        meter.at(1, i, i);
    }
    EXPECT_LE(told.size(), 3U);
    EXPECT_GE(told.size(), 2U);
}

TEST_F(ProgressMeterTest, TellsTheFirstStepAtOnce) {
    meter.at(0, 1, 25);
    EXPECT_DOUBLE_EQ(told.back().percent, 0);
    meter.at(1, 0.04, 1);
    EXPECT_GT(told.back().percent, 0);
    meter.at(1, 1, 25);
    EXPECT_EQ(told.size(), 2U);
}

TEST_F(ProgressMeterTest, MeasuresSpeedOverTheLastFiveSeconds) {
    double media = 0;
    const auto run = [&](double speed, int seconds) {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(1s);
            media += speed;
            meter.at(0, media, static_cast<std::int64_t>(media * 25));
            meter.at(1, media, static_cast<std::int64_t>(media * 25));
        }
    };
    run(0.5, 20);
    run(4, 8);
    clock.advance(1s);
    meter.at(0, media, 0);
    EXPECT_LE(told.back().speed, 4.01);
    EXPECT_GT(told.back().speed, 2.9);
    EXPECT_NEAR(told.back().eta_sec, (100 - told.back().percent / 0.95) / told.back().speed, 0.5);
}

TEST_F(ProgressMeterTest, NeverGoesBackAndLeavesRoomForVerifying) {
    clock.advance(1s);
    meter.at(0, 60, 60);
    meter.at(1, 60, 60);
    clock.advance(1s);
    meter.at(0, 10, 10);
    clock.advance(1s);
    meter.at(1, 500, 500);
    meter.at(0, 500, 500);
    meter.finish();
    double last = 0;
    for (const auto& progress : told) {
        EXPECT_GE(progress.percent, last);
        last = progress.percent;
    }
    EXPECT_DOUBLE_EQ(last, 95);
}

TEST(ProgressMeterWithoutDurationTest, SaysThatTheEndIsUnknown) {
    test::FakeClock clock;
    std::vector<jobs::TranscodeProgress> told;
    ProgressMeter meter(clock, [&](const jobs::TranscodeProgress& p) { told.push_back(p); }, {}, 1, {});
    meter.add_bytes("720p", 700);
    meter.add_bytes("audio", 200);
    meter.add_bytes("720p", 100);
    clock.advance(1s);
    meter.at(0, 5, 100);
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().eta_sec, -1);
    EXPECT_EQ(told.back().percent, 0);
    EXPECT_EQ(told.back().bytes_written, 1000U);
    EXPECT_EQ(told.back().rung_bytes, (std::map<std::string, std::uint64_t>{{"720p", 800}, {"audio", 200}}));
}

TEST(ProgressMeterOfARange, CountsFromItsFirstSegmentToItsLast) {
    test::FakeClock clock;
    double percent = -1;
    double eta_sec = -1;
    ProgressMeter meter(clock,
                        [&](const jobs::TranscodeProgress& progress) {
                            percent = progress.percent;
                            eta_sec = progress.eta_sec;
                        },
                        {"720p"}, 1, {60, 40});
    clock.advance(1s);
    meter.at(0, 45, 125);
    EXPECT_DOUBLE_EQ(percent, 95.0 / 4);
    EXPECT_DOUBLE_EQ(eta_sec, 3);
}

} // namespace
} // namespace framehand::media

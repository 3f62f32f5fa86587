// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/statistics_sharing.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

VideoPlan ladder(Rational rate = {25, 1}) {
    VideoPlan video;
    video.frame_rate = rate;
    video.gop_duration = {2, 1};
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1280, 720}, std::pair{640, 360}}) {
        RungPlan rung;
        rung.width = width;
        rung.height = height;
        rung.encoder = "libx264";
        rung.preset = "veryfast";
        video.rungs.push_back(rung);
    }
    return video;
}

TEST(StatisticsSharing, TheFastX264RungsOfALadderShare) {
    EXPECT_EQ(choose_statistics(ladder()), RateStatistics::Shared);
    EXPECT_EQ(choose_statistics(ladder({60, 1})), RateStatistics::Shared);
}

TEST(StatisticsSharing, OneRungHasNobodyToShareWith) {
    VideoPlan video = ladder();
    video.rungs.resize(1);
    EXPECT_EQ(choose_statistics(video), RateStatistics::Own);
}

TEST(StatisticsSharing, OtherEncodersAndSlowPresetsDoNotShare) {
    VideoPlan hardware = ladder();
    hardware.rungs[1].encoder = "h264_nvenc";
    EXPECT_EQ(choose_statistics(hardware), RateStatistics::Own);
    VideoPlan slow = ladder();
    slow.rungs[0].preset = "medium";
    EXPECT_EQ(choose_statistics(slow), RateStatistics::Own);
}

TEST(StatisticsSharing, RungsThatHoldAQualityLookForThemselves) {
    for (const std::size_t rung : {0U, 2U}) {
        VideoPlan video = ladder();
        video.rungs[rung].rate_control = RateControl::Quality;
        video.rungs[rung].quality = 23;
        EXPECT_EQ(choose_statistics(video), RateStatistics::Own) << rung;
    }
}

TEST(StatisticsSharing, WhatWaitsMustFitIntoMemory) {
    VideoPlan video = ladder();
    std::swap(video.rungs[0], video.rungs[1]);
    EXPECT_EQ(choose_statistics(video), RateStatistics::Shared) << "the second largest waits, wherever it stands";
    video.rungs[0].width = 2560;
    video.rungs[0].height = 1440;
    EXPECT_EQ(choose_statistics(video), RateStatistics::Own) << "66 pictures of 1080p are 205 MB";
    EXPECT_EQ(held_bytes(video, {1920, 1080}), 66U * 1920 * 1080 * 3 / 2);
}

} // namespace
} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/statistics_sharing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using testing::Each;
using testing::ElementsAre;

VideoPlan ladder(Rational rate = {25, 1}) {
    VideoPlan video;
    video.frame_rate = rate;
    video.gop_duration = {2, 1};
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1280, 720}, std::pair{854, 480}}) {
        RungPlan rung;
        rung.width = width;
        rung.height = height;
        rung.encoder = "libx264";
        rung.preset = "veryfast";
        video.rungs.push_back(rung);
    }
    return video;
}

std::vector<RateStatistics> assigned(VideoPlan video) {
    assign_statistics(video);
    std::vector<RateStatistics> statistics;
    for (const RungPlan& rung : video.rungs) {
        statistics.push_back(rung.statistics);
    }
    return statistics;
}

constexpr auto kOwn = RateStatistics::Own;
constexpr auto kLead = RateStatistics::Lead;
constexpr auto kFollow = RateStatistics::Follow;

TEST(StatisticsSharing, TheFastX264RungsOfALadderFollowTheLargest) {
    EXPECT_THAT(assigned(ladder()), ElementsAre(kLead, kFollow, kFollow));
    EXPECT_THAT(assigned(ladder({60, 1})), ElementsAre(kLead, kFollow, kFollow));
}

TEST(StatisticsSharing, TheLargestLeadsWhereverItStands) {
    VideoPlan video = ladder();
    std::swap(video.rungs[0], video.rungs[1]);
    EXPECT_THAT(assigned(video), ElementsAre(kFollow, kLead, kFollow));
}

TEST(StatisticsSharing, RungsFarSmallerLookForThemselves) {
    VideoPlan video = ladder();
    video.rungs[2].width = 640;
    video.rungs[2].height = 360;
    EXPECT_THAT(assigned(video), ElementsAre(kLead, kFollow, kOwn));
    video.rungs.erase(video.rungs.begin() + 1);
    EXPECT_THAT(assigned(video), ElementsAre(kOwn, kOwn)) << "nobody would follow";
}

TEST(StatisticsSharing, RungsThatLookForThemselvesBesideALeadAreToldLess) {
    VideoPlan video = ladder();
    video.rungs[2].width = 640;
    video.rungs[2].height = 360;
    video.rungs[1].bitrate = video.rungs[2].bitrate = 1'000'000;
    EXPECT_EQ(target_rate(video.rungs[2], video), 1'000'000) << "no rung leads";
    assign_statistics(video);
    EXPECT_EQ(target_rate(video.rungs[2], video), 980'000);
    EXPECT_EQ(target_rate(video.rungs[1], video), 1'000'000);
}

TEST(StatisticsSharing, OneRungHasNobodyToShareWith) {
    VideoPlan video = ladder();
    video.rungs.resize(1);
    EXPECT_THAT(assigned(video), ElementsAre(kOwn));
}

TEST(StatisticsSharing, OtherEncodersAndSlowPresetsDoNotShare) {
    VideoPlan hardware = ladder();
    hardware.rungs[1].encoder = "h264_nvenc";
    EXPECT_THAT(assigned(hardware), Each(kOwn));
    VideoPlan slow = ladder();
    slow.rungs[0].preset = "medium";
    EXPECT_THAT(assigned(slow), Each(kOwn));
}

TEST(StatisticsSharing, RungsThatHoldAQualityLookForThemselves) {
    for (const std::size_t rung : {0U, 2U}) {
        VideoPlan video = ladder();
        video.rungs[rung].rate_control = RateControl::Quality;
        video.rungs[rung].quality = 23;
        EXPECT_THAT(assigned(video), Each(kOwn)) << rung;
    }
}

TEST(StatisticsSharing, WhatWaitsMustFitIntoMemory) {
    VideoPlan video = ladder();
    EXPECT_EQ(held_bytes(video, {1920, 1080}), 66U * 1920 * 1080 * 3 / 2);
    video.rungs[2].width = 2560;
    video.rungs[2].height = 1440;
    EXPECT_THAT(assigned(video), Each(kOwn)) << "66 pictures of 1080p are 205 MB";
}

} // namespace
} // namespace framehand::media

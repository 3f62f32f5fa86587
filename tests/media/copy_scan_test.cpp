// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/copy_scan.h"
#include "core/media/inspector.h"
#include "tests/media/h264_source.h"
#include "tests/media/synthetic_source.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace framehand::media {
namespace {

using test::every;
using test::H264Source;
using testing::ElementsAre;
using testing::HasSubstr;

/// A job with one rung of 180p, for which a source of 320x180 fits.
jobs::Job small_job(std::int64_t bitrate = 400'000, double segment_time = 2) {
    jobs::Job job;
    job.outputs.resize(1);
    job.outputs[0].resolution = "180p";
    job.outputs[0].bitrate = bitrate;
    job.outputs[0].dest_path = "film";
    job.hls.segment_time = segment_time;
    return job;
}

class CopyScanTest : public testing::Test {
protected:
    test::TempFolder folder;
    std::filesystem::path file = folder.path() / "source";

    [[nodiscard]] std::optional<CopyFacts> look(const jobs::Job& job = small_job()) {
        auto info = inspect(file, {});
        EXPECT_TRUE(info) << info.error().text();
        const auto looked = look_for_copy(*info, file, job, {});
        EXPECT_TRUE(looked) << looked.error().text();
        return info->video->copy;
    }

    [[nodiscard]] std::optional<CopyFacts> look_at(const H264Source& source, const jobs::Job& job = small_job()) {
        test::write_source(file, source);
        return look(job);
    }

    [[nodiscard]] std::string obstacle_of(const H264Source& source, const jobs::Job& job = small_job()) {
        const auto facts = look_at(source, job);
        return facts ? facts->obstacle : "(nobody looked)";
    }
};

TEST_F(CopyScanTest, TellsWhereTheIdrPicturesAre) {
    const auto facts = look_at({.frames = 120, .idrs = {30, 70}});
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->obstacle, "");
    ASSERT_EQ(facts->gops.size(), 3U);
    const std::int64_t frame = (facts->gops[1].pts - facts->gops[0].pts) / 30;
    EXPECT_EQ(facts->gops[2].pts - facts->gops[0].pts, 70 * frame);
    EXPECT_EQ(facts->last_pts - facts->gops[0].pts, 119 * frame);
    EXPECT_EQ(facts->profile, "high");
    EXPECT_GE(facts->level, 12);
    EXPECT_GE(facts->reordering, 1);
    EXPECT_GT(facts->gops[1].bytes, 1000);
}

TEST_F(CopyScanTest, TakesEveryProfileThatPlayersKnowAndMatroska) {
    for (const auto& [profile, reordering] : {std::pair("baseline", 0), std::pair("main", 1), std::pair("high", 1)}) {
        for (const char* container : {"mp4", "matroska"}) {
            SCOPED_TRACE(std::string(profile) + " in " + container);
            const auto facts = look_at({.container = container, .frames = 60, .idrs = {50}, .profile = profile});
            ASSERT_TRUE(facts);
            EXPECT_EQ(facts->obstacle, "");
            EXPECT_EQ(facts->profile, profile);
            EXPECT_GE(facts->reordering, reordering);
        }
    }
}

TEST_F(CopyScanTest, ColourMayBeLeftToTheRule) {
    EXPECT_EQ(obstacle_of({.frames = 30, .says_color = false}), "");
}

TEST_F(CopyScanTest, RefusesWhatNotEveryPlayerShows) {
    EXPECT_THAT(obstacle_of({.frames = 30, .x264 = "level=5.1"}), HasSubstr("level is higher than 4.2"));
    EXPECT_THAT(obstacle_of({.frames = 30, .x264 = "interlaced=1"}),
                testing::AnyOf(HasSubstr("interlaced"), "(nobody looked)"));
    EXPECT_THAT(obstacle_of({.frames = 30, .x264 = "fake-interlaced=1"}), HasSubstr("interlaced"));
    EXPECT_THAT(obstacle_of({.frames = 30, .carries_captions = true}), HasSubstr("closed captions"));
}

TEST_F(CopyScanTest, RefusesParameterSetsBetweenThePictures) {
    EXPECT_THAT(obstacle_of({.frames = 60, .idrs = {50}, .x264 = "repeat-headers=1"}),
                HasSubstr("parameter sets are also between"));
}

TEST_F(CopyScanTest, RefusesKeyFramesThatAreNoIdrPictures) {
    EXPECT_THAT(obstacle_of({.frames = 120, .idrs = {}, .x264 = "keyint=25:min-keyint=25:open-gop=1"}),
                HasSubstr("further apart"));
}

TEST_F(CopyScanTest, RefusesIdrPicturesThatAreTooFarApart) {
    EXPECT_THAT(obstacle_of({.frames = 150, .idrs = {70}}), HasSubstr("further apart"));
    EXPECT_EQ(obstacle_of({.frames = 150, .idrs = {62, 124}}), "") << "2.48 s is half a second over the target";
    EXPECT_EQ(obstacle_of({.frames = 150, .idrs = {70}}, small_job(400'000, 3)), "");
}

TEST_F(CopyScanTest, RefusesAStreamThatBeginsElsewhere) {
    EXPECT_THAT(obstacle_of({.container = "matroska", .frames = 120, .idrs = {50, 100}, .from_packet = 10}),
                HasSubstr("does not begin with an IDR picture"));
    EXPECT_THAT(obstacle_of({.frames = 120, .idrs = {50, 100}, .first_number = -10}), HasSubstr("edit list"));
}

TEST_F(CopyScanTest, RefusesATimingThatIsNotConstantToTheEnd) {
    EXPECT_THAT(obstacle_of({.container = "matroska", .frames = 400, .idrs = every(50, 400), .late_from = 350}),
                HasSubstr("frame rate varies"));
}

TEST_F(CopyScanTest, RefusesABitRateFarAboveTheRungs) {
    EXPECT_THAT(obstacle_of({.frames = 100}, small_job(100'000)),
                testing::AnyOf(HasSubstr("bit rate"), "(nobody looked)"));
    EXPECT_THAT(obstacle_of({.container = "matroska", .frames = 100}, small_job(100'000)), HasSubstr("bit rate"));
}

TEST_F(CopyScanTest, RefusesDamage) {
    test::write_source(file, H264Source{.frames = 100});
    test::break_packet(file, 60);
    EXPECT_THAT(look()->obstacle, HasSubstr("damaged"));
}

TEST_F(CopyScanTest, LooksAtNothingThatTheHeadersRuleOut) {
    EXPECT_FALSE(look_at({.frames = 30, .ten_bits = true}));
    EXPECT_FALSE(look_at({.frames = 30, .aspect_num = 4, .aspect_den = 3}));
    EXPECT_FALSE(look_at({.frames = 60, .rate = 100}));
    EXPECT_FALSE(look_at({.container = "matroska", .frames = 100, .late_from = 50}));

    jobs::Job forbidden = small_job();
    forbidden.video_copy = jobs::VideoCopy::Never;
    EXPECT_FALSE(look_at({.frames = 30}, forbidden));
    jobs::Job other_size = small_job();
    other_size.outputs[0].resolution = "90p";
    EXPECT_FALSE(look(other_size));
    jobs::Job named_encoder = small_job();
    named_encoder.outputs[0].codec = "libx264";
    EXPECT_FALSE(look(named_encoder));
    jobs::Job transport = small_job();
    transport.hls.segment_format = jobs::SegmentFormat::MpegTs;
    EXPECT_FALSE(look(transport));
    EXPECT_TRUE(look(small_job()));

    test::write_source(file,
                       test::SyntheticSource{.width = 320, .height = 180, .times_ms = test::regular_times(30, 25)});
    EXPECT_FALSE(look()) << "MPEG-4 Visual";
}

TEST_F(CopyScanTest, CancellingReachesIntoTheReading) {
    test::write_source(file, H264Source{.frames = 100});
    auto info = inspect(file, {});
    ASSERT_TRUE(info);
    base::CancelSource source;
    int told = 0;
    const auto looked = look_for_copy(*info, file, small_job(), source.token(), [&](double) {
        ++told;
        source.cancel();
    });
    ASSERT_FALSE(looked);
    EXPECT_EQ(looked.error().code, base::ErrorCode::Cancelled);
    EXPECT_LT(told, 50);
}

TEST_F(CopyScanTest, TellsHowFarItIs) {
    test::write_source(file, H264Source{.frames = 100});
    auto info = inspect(file, {});
    ASSERT_TRUE(info);
    std::vector<double> told;
    ASSERT_TRUE(look_for_copy(*info, file, small_job(), {}, [&](double fraction) { told.push_back(fraction); }));
    ASSERT_GT(told.size(), 50U);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_LE(told.back(), 1);
    EXPECT_GT(told.back(), 0.5);
}

} // namespace
} // namespace framehand::media

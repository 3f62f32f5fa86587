// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/copy_choice.h"
#include "core/media/planner.h"
#include "core/media/statistics_sharing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace framehand::media {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::int64_t kTick = 12800; // of the source, a second

/// 1080p25 of `seconds`, whose packets were looked at: IDR pictures at these seconds, this many kbit/s between them.
MediaInfo full_hd(const std::vector<double>& idrs, double seconds, double kbit = 4000) {
    MediaInfo info;
    info.duration_sec = seconds;
    VideoStreamInfo& video = info.video.emplace();
    video.codec = "h264";
    video.width = 1920;
    video.height = 1080;
    video.frame_rate = {25, 1};
    video.time_base = {1, kTick};
    video.pixel_format = "yuv420p";
    video.color = {"bt709", "bt709", "bt709", ColorRange::Limited};
    video.duration_sec = seconds;
    CopyFacts& facts = video.copy.emplace();
    facts.profile = "main";
    facts.level = 40;
    facts.reordering = 2;
    constexpr std::int64_t kStart = 512; // the source does not begin at 0
    for (std::size_t i = 0; i < idrs.size(); ++i) {
        const double end = i + 1 < idrs.size() ? idrs[i + 1] : seconds;
        facts.gops.push_back({kStart + std::llround(idrs[i] * kTick), std::llround((end - idrs[i]) * kbit * 125)});
    }
    facts.last_pts = kStart + std::llround((seconds - 0.04) * kTick);
    return info;
}

std::vector<double> regular(double distance, double seconds) {
    std::vector<double> idrs;
    for (double at = 0; at < seconds; at += distance) {
        idrs.push_back(at);
    }
    return idrs;
}

jobs::Job ladder(std::int64_t top = 5'000'000) {
    jobs::Job job;
    for (const auto& [resolution, bitrate] : {std::pair<const char*, std::int64_t>("720p", 2'800'000),
                                              std::pair<const char*, std::int64_t>("1080p", top)}) {
        jobs::OutputRequest output;
        output.resolution = resolution;
        output.bitrate = bitrate;
        output.dest_path = std::string("film/") + resolution;
        job.outputs.push_back(output);
    }
    return job;
}

Plan plan_of(const MediaInfo& info, const jobs::Job& job = ladder(), int threads = 2) {
    auto plan = make_plan(info, job, {}, threads);
    EXPECT_TRUE(plan) << (plan ? "" : plan.error().text());
    return plan ? *plan : Plan{};
}

/// Seconds at which the plan's segments begin.
std::vector<double> starts_of(const Plan& plan) {
    std::vector<double> starts;
    for (const std::int64_t start : plan.video->segment_starts) {
        starts.push_back(to_seconds(start, plan.video->timescale));
    }
    return starts;
}

TEST(CopyChoiceTest, CopiesTheRungThatTheSourceIs) {
    const Plan plan = plan_of(full_hd(regular(2, 60), 60));
    const RungPlan& copied = plan.video->rungs[1];
    EXPECT_EQ(copied.source, RungSource::Copy);
    EXPECT_EQ(copied.encoder, "copy");
    EXPECT_EQ(copied.profile, "main");
    EXPECT_EQ(copied.level, 40);
    EXPECT_EQ(copied.reordering, 2);
    EXPECT_EQ(copied.preset, "");
    EXPECT_NEAR(static_cast<double>(copied.bitrate), 4e6, 1e4) << "what it is, not what was asked for";
    EXPECT_EQ(plan.video->rungs[0].source, RungSource::Encode);
    EXPECT_FALSE(has_lead(*plan.video)) << "one rung is left to encode";
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("1080p is copied")));
    const base::Json json = plan_to_json(plan);
    EXPECT_EQ(json["video"]["rungs"][1]["source"], "copy");
    EXPECT_EQ(json["video"]["rungs"][0]["source"], "encode");
}

TEST(CopyChoiceTest, AGridThatIsRegularAnywayStaysWhatItIs) {
    for (const double distance : {0.4, 1.0, 2.0, 3.0, 6.0}) {
        const Plan plan = plan_of(full_hd(regular(distance, 60), 60));
        EXPECT_EQ(plan.video->rungs[1].source, RungSource::Copy) << distance;
        EXPECT_THAT(plan.video->segment_starts, IsEmpty()) << distance;
        EXPECT_EQ(expected_segments(plan), 10) << distance;
    }
}

TEST(CopyChoiceTest, CutsAtTheIdrPictureNearestToTheNominalLength) {
    EXPECT_THAT(starts_of(plan_of(full_hd(regular(4, 30), 30))), ElementsAre(0, 4, 8, 12, 16, 20, 24));
    EXPECT_THAT(starts_of(plan_of(full_hd({0, 2, 5.6, 6.4, 11, 12.8, 18.8}, 24))), ElementsAre(0, 6.4, 12.8, 18.8));
    const Plan plan = plan_of(full_hd({0, 5, 6.48, 12.96}, 19));
    EXPECT_THAT(starts_of(plan), ElementsAre(0, 6.48, 12.96)) << "half a second over the target is fine";
    EXPECT_EQ(expected_segments(plan), 3);
    EXPECT_DOUBLE_EQ(segment_start_sec(plan, 1), 6.48);
    EXPECT_DOUBLE_EQ(segment_start_sec(plan, 3), 19);
}

TEST(CopyChoiceTest, TheFilmsEndIsACutToo) {
    EXPECT_THAT(starts_of(plan_of(full_hd({0, 4, 8}, 10.2))), ElementsAre(0, 4));
}

TEST(CopyChoiceTest, ASegmentOfOnePictureIsNotCutInMidFilm) {
    const Plan plan = plan_of(full_hd({0, 0.04, 6.6}, 12));
    EXPECT_EQ(plan.video->rungs[1].source, RungSource::Encode);
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("further apart")));
}

TEST(CopyChoiceTest, IdrPicturesTooFarApartForbidIt) {
    const Plan plan = plan_of(full_hd({0, 4, 10.6}, 15));
    EXPECT_EQ(plan.video->rungs[1].source, RungSource::Encode);
    EXPECT_THAT(plan.video->segment_starts, IsEmpty());
    EXPECT_THAT(plan.notes, ElementsAre("1080p is encoded, although the source has its codec and size: some of its IDR "
                                        "pictures are further apart than a segment of 6.0 s may last"));
    EXPECT_TRUE(has_lead(*plan.video));
}

TEST(CopyChoiceTest, WhatThePacketsSaidIsPassedOn) {
    MediaInfo info = full_hd({0}, 4);
    info.video->copy->obstacle = "its dog ate it";
    EXPECT_THAT(plan_of(info).notes,
                ElementsAre("1080p is encoded, although the source has its codec and size: its dog ate it"));
}

TEST(CopyChoiceTest, WithoutALookThereIsNoCopyAndNoWordOfIt) {
    MediaInfo info = full_hd({0}, 4);
    info.video->copy.reset();
    const Plan plan = plan_of(info);
    EXPECT_FALSE(copies(plan));
    EXPECT_THAT(plan.notes, IsEmpty());
}

TEST(CopyChoiceTest, HeadersAloneMayForbidIt) {
    const auto note = [](auto change) {
        MediaInfo info = full_hd(regular(2, 20), 20);
        change(*info.video);
        const Plan plan = plan_of(info);
        EXPECT_FALSE(copies(plan));
        return plan.notes.empty() ? "" : plan.notes.back();
    };
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.pixel_format = "yuv420p10le"; }), HasSubstr("8-bit 4:2:0"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.pixel_format = "yuvj420p"; }), HasSubstr("8-bit 4:2:0"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.color.range = ColorRange::Full; }), HasSubstr("limited range"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.hdr = HdrKind::Hlg; }), HasSubstr("HDR"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.color.matrix = "bt2020nc"; }), HasSubstr("colour"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.field_order = FieldOrder::TopFirst; }), HasSubstr("interlaced"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.orientation = Orientation::Rotate180; }), HasSubstr("upright"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.timing = FrameTiming::Variable; }), HasSubstr("frame rate varies"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.frame_rate = {100, 1}; }), HasSubstr("more than 60"));
    EXPECT_THAT(note([](VideoStreamInfo& v) { v.bitrate = 7'600'000; }), HasSubstr("7600k is more than 1.5 times"));
}

TEST(CopyChoiceTest, OtherCodecsAndSizesAreNoWordWorth) {
    const auto notes = [](auto change) {
        MediaInfo info = full_hd(regular(2, 20), 20);
        jobs::Job job = ladder();
        change(*info.video, job);
        const Plan plan = plan_of(info, job);
        EXPECT_FALSE(copies(plan));
        return plan.notes;
    };
    EXPECT_THAT(notes([](VideoStreamInfo& v, jobs::Job&) { v.codec = "hevc"; }), IsEmpty());
    EXPECT_THAT(notes([](VideoStreamInfo&, jobs::Job& job) { job.outputs.pop_back(); }), IsEmpty());
    EXPECT_THAT(notes([](VideoStreamInfo&, jobs::Job& job) { job.outputs[1].codec = "libx264"; }), IsEmpty());
    EXPECT_THAT(notes([](VideoStreamInfo&, jobs::Job& job) { job.video_copy = jobs::VideoCopy::Never; }), IsEmpty());
    EXPECT_THAT(notes([](VideoStreamInfo&, jobs::Job& job) { job.hls.segment_format = jobs::SegmentFormat::MpegTs; }),
                ElementsAre(HasSubstr("fMP4")));
}

TEST(CopyChoiceTest, TheBitRateMustFitTheRung) {
    EXPECT_TRUE(copies(plan_of(full_hd(regular(2, 20), 20, 4000), ladder(2'700'000))));
    const Plan plan = plan_of(full_hd(regular(2, 20), 20, 4000), ladder(2'600'000));
    EXPECT_FALSE(copies(plan));
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("4000k is more than 1.5 times the rung's")));
}

TEST(CopyChoiceTest, PeaksAboveTwiceTheAverageForbidIt) {
    MediaInfo info = full_hd(regular(2, 60), 60, 1000);
    for (std::size_t gop = 3; gop < 6; ++gop) {
        info.video->copy->gops[gop].bytes *= 4;
    }
    const Plan plan = plan_of(info);
    EXPECT_FALSE(copies(plan));
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("peaks of 4000k")));
}

TEST(CopyChoiceTest, OfTwoRungsOfOneSizeTheBetterIsCopied) {
    jobs::Job job = ladder();
    job.outputs.push_back(job.outputs[1]);
    job.outputs.back().bitrate = 6'000'000;
    const Plan plan = plan_of(full_hd(regular(2, 20), 20), job);
    EXPECT_EQ(plan.video->rungs[1].source, RungSource::Encode);
    EXPECT_EQ(plan.video->rungs[2].source, RungSource::Copy);
}

TEST(CopyChoiceTest, ARungThatIsNotEnlargedIsCopiedToo) {
    jobs::Job job = ladder();
    job.outputs[1].resolution = "2160p";
    EXPECT_TRUE(copies(plan_of(full_hd(regular(2, 20), 20), job)));
}

TEST(CopyChoiceTest, ThreadsGoToTheLargestRungThatIsEncoded) {
    const Plan plan = plan_of(full_hd(regular(2, 20), 20), ladder(), 8);
    EXPECT_EQ(plan.video->rungs[0].threads, 5);
    EXPECT_EQ(plan.video->rungs[1].threads, 1);
}

} // namespace
} // namespace framehand::media

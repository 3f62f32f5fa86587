// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/planner.h"
#include "core/media/statistics_sharing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

MediaInfo full_hd() {
    MediaInfo info;
    info.duration_sec = 60;
    info.video.emplace();
    info.video->codec = "h264";
    info.video->width = 1920;
    info.video->height = 1080;
    info.video->frame_rate = {25, 1};
    info.video->time_base = {1, 12800};
    info.video->pixel_format = "yuv420p";
    info.video->color = {"bt709", "bt709", "bt709", ColorRange::Limited};
    info.video->field_order = FieldOrder::Progressive;
    info.audio.resize(1);
    info.audio[0].index = 1;
    info.audio[0].codec = "aac";
    info.audio[0].channels = 6;
    info.audio[0].sample_rate = 48000;
    info.audio[0].language = "deu";
    return info;
}

jobs::Job ladder(const std::vector<std::string>& resolutions) {
    jobs::Job job;
    for (const std::string& resolution : resolutions) {
        jobs::OutputRequest output;
        output.resolution = resolution;
        output.bitrate = 2'000'000;
        output.dest_path = "film/" + resolution;
        job.outputs.push_back(output);
    }
    return job;
}

Plan plan_of(const MediaInfo& info, const jobs::Job& job, int threads = 2, const jobs::Capabilities& machine = {}) {
    auto plan = make_plan(info, job, machine, threads);
    EXPECT_TRUE(plan) << (plan ? "" : plan.error().text());
    return plan ? *plan : Plan{};
}

jobs::EncoderCapability encoder(const std::string& name, const std::string& vendor, bool works, double fps) {
    return {.name = name,
            .codec = "h264",
            .vendor = vendor,
            .works = works,
            .reason = works ? "" : "no such device",
            .max_width = 4096,
            .max_height = 4096,
            .fps_720p = fps};
}

TEST(PlannerTest, PlansALadderInTheJobsOrder) {
    const Plan plan = plan_of(full_hd(), ladder({"480p", "1080p"}));
    ASSERT_TRUE(plan.video);
    ASSERT_EQ(plan.video->rungs.size(), 2U);
    EXPECT_EQ(plan.video->rungs[0].name, "480p");
    EXPECT_EQ(plan.video->rungs[0].width, 854);
    EXPECT_EQ(plan.video->rungs[1].height, 1080);
    EXPECT_EQ(plan.video->rungs[1].level, 40);
    EXPECT_EQ(plan.video->rungs[1].encoder, "libx264");
    EXPECT_EQ(plan.video->rungs[1].bitrate, 2'000'000);
    EXPECT_THAT(plan.video->steps, IsEmpty());
    EXPECT_THAT(plan.notes, IsEmpty());
}

TEST(PlannerTest, GopsAreWholeFramesAndDivideSegments) {
    MediaInfo info = full_hd();
    info.video->frame_rate = {30000, 1001};
    const Plan plan = plan_of(info, ladder({"720p"}));
    EXPECT_EQ(plan.video->gop_frames, 60);
    EXPECT_EQ(plan.video->gops_per_segment, 3);
    EXPECT_EQ(plan.video->gop_duration, (Rational{1001, 500}));
    EXPECT_EQ(plan.segment_duration, (Rational{3003, 500})); // 6.006 s
    EXPECT_EQ(plan.video->timescale, 30000);
}

TEST(PlannerTest, KeyFramesAreAtMostTwoSecondsApartForAnySegmentTime) {
    for (const double segment : {1.0, 2.0, 3.0, 4.5, 5.0, 7.0, 10.0, 60.0}) {
        jobs::Job job = ladder({"720p"});
        job.hls.segment_time = segment;
        const Plan plan = plan_of(full_hd(), job);
        EXPECT_LE(plan.video->gop_duration.value(), 2.0 + 1.0 / 25) << segment;
        EXPECT_NEAR(plan.segment_duration.value(), segment, plan.video->gops_per_segment * 0.5 / 25 + 1e-9) << segment;
    }
}

TEST(PlannerTest, SaysThatItDoesNotEnlarge) {
    const Plan plan = plan_of(full_hd(), ladder({"2160p", "1080p"}));
    EXPECT_EQ(plan.video->rungs[0].width, 1920);
    EXPECT_EQ(plan.video->rungs[1].width, 1920);
    EXPECT_THAT(plan.notes, ElementsAre(HasSubstr("2160p was asked for; the source shows 1920x1080")));
}

TEST(PlannerTest, HalvesFrameRatesAboveSixty) {
    MediaInfo info = full_hd();
    info.video->frame_rate = {120000, 1001};
    const Plan plan = plan_of(info, ladder({"720p"}));
    EXPECT_EQ(plan.video->keep_every, 2);
    EXPECT_EQ(plan.video->frame_rate, (Rational{60000, 1001}));
    EXPECT_THAT(plan.video->steps, ElementsAre(ConversionStep::DropFrames));
}

TEST(PlannerTest, KeepsSixtyAsItIs) {
    MediaInfo info = full_hd();
    info.video->frame_rate = {60, 1};
    EXPECT_EQ(plan_of(info, ladder({"720p"})).video->keep_every, 1);
}

TEST(PlannerTest, NamesEveryConversion) {
    MediaInfo info = full_hd();
    info.video->width = 721;
    info.video->height = 577;
    info.video->sample_aspect = {64, 45};
    info.video->orientation = Orientation::Rotate90;
    info.video->pixel_format = "yuv422p10le";
    info.video->bit_depth = 10;
    info.video->field_order = FieldOrder::TopFirst;
    info.video->hdr = HdrKind::Pq;
    info.video->color = {"bt2020", "smpte2084", "bt2020nc", ColorRange::Full};
    const Plan plan = plan_of(info, ladder({"360p"}));
    EXPECT_THAT(plan.video->steps,
                ElementsAre(ConversionStep::Deinterlace, ConversionStep::Rotate, ConversionStep::SquarePixels,
                            ConversionStep::EvenSize, ConversionStep::ToneMap, ConversionStep::LimitRange,
                            ConversionStep::To8Bit, ConversionStep::To420));
    EXPECT_EQ(plan.video->output_color, (ColorTags{"bt709", "bt709", "bt709", ColorRange::Limited}));
}

TEST(PlannerTest, TakesTheBestEncoderThatWorks) {
    jobs::Capabilities machine;
    machine.encoders = {encoder("libx264", "", true, 300), encoder("h264_qsv", "intel", true, 500),
                        encoder("h264_nvenc", "nvidia", false, 0)};
    EXPECT_EQ(plan_of(full_hd(), ladder({"720p"}), 2, machine).video->rungs[0].encoder, "h264_qsv");
}

TEST(PlannerTest, FallsBackFromANamedEncoderAndSaysWhy) {
    jobs::Capabilities machine;
    machine.encoders = {encoder("libx264", "", true, 300), encoder("h264_nvenc", "nvidia", false, 0)};
    jobs::Job job = ladder({"720p"});
    job.outputs[0].codec = "h264_nvenc";
    const Plan plan = plan_of(full_hd(), job, 2, machine);
    EXPECT_EQ(plan.video->rungs[0].encoder, "libx264");
    EXPECT_THAT(plan.notes, Contains(HasSubstr("h264_nvenc was asked for but does not work here (no such device)")));
}

TEST(PlannerTest, HoldsAQualityWhereOneIsAskedFor) {
    jobs::Job job = ladder({"720p", "480p"});
    job.outputs[0].quality = 21;
    const Plan plan = plan_of(full_hd(), job);
    const RungPlan& rung = plan.video->rungs[0];
    EXPECT_EQ(rung.rate_control, RateControl::Quality);
    EXPECT_EQ(rung.quality, 21);
    EXPECT_EQ(rung.maxrate, 2'200'000) << "the cap";
    EXPECT_EQ(plan.video->rungs[1].rate_control, RateControl::Bitrate);
    EXPECT_FALSE(has_lead(*plan.video));
    EXPECT_EQ(plan_of(full_hd(), ladder({"720p", "480p"})).video->rungs[0].statistics, RateStatistics::Lead);
    const base::Json rungs = plan_to_json(plan)["video"]["rungs"];
    EXPECT_EQ(rungs[0]["quality"], 21);
    EXPECT_TRUE(rungs[1]["quality"].is_null());
}

TEST(PlannerTest, AHardwareEncoderKeepsToTheBitRateAndSaysSo) {
    jobs::Capabilities machine;
    machine.encoders = {encoder("libx264", "", true, 300), encoder("h264_qsv", "intel", true, 500)};
    jobs::Job job = ladder({"720p"});
    job.outputs[0].quality = 21;
    const Plan plan = plan_of(full_hd(), job, 2, machine);
    EXPECT_EQ(plan.video->rungs[0].encoder, "h264_qsv");
    EXPECT_EQ(plan.video->rungs[0].rate_control, RateControl::Bitrate);
    EXPECT_THAT(plan.notes, Contains("720p: quality 21 was asked for; h264_qsv is only driven by bit rate, so it is "
                                     "made at 2000k a second"));
}

TEST(PlannerTest, RefusesACodecByItsField) {
    jobs::Job job = ladder({"720p", "480p"});
    job.outputs[1].codec = "vp9";
    const auto plan = make_plan(full_hd(), job, {}, 2);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(plan.error().message, HasSubstr("outputs[1].codec"));
}

TEST(PlannerTest, RefusesAnAudioCodecAndABadSegmentTime) {
    jobs::Job job = ladder({"720p"});
    job.audio = jobs::AudioRequest{"opus", 96000};
    EXPECT_EQ(make_plan(full_hd(), job, {}, 2).error().code, base::ErrorCode::Unsupported);
    job = ladder({"720p"});
    job.hls.segment_time = 0.5;
    EXPECT_THAT(make_plan(full_hd(), job, {}, 2).error().message, HasSubstr("hls_settings.segment_time"));
}

TEST(PlannerTest, TakesEveryAudioTrackTheDefaultFirst) {
    MediaInfo info = full_hd();
    info.audio.push_back(info.audio[0]);
    info.audio[1].index = 2;
    info.audio[1].is_default = true;
    info.audio[1].sample_rate = 44100;
    info.audio[1].language = "eng";
    const Plan plan = plan_of(info, ladder({"720p"}));
    ASSERT_EQ(plan.audio.size(), 2U);
    EXPECT_EQ(plan.audio[0].stream_index, 2);
    EXPECT_EQ(plan.audio[0].sample_rate, 44100);
    EXPECT_EQ(plan.audio[0].channels, 2);
    EXPECT_EQ(plan.audio[0].language, "en");
    EXPECT_EQ(plan.audio[0].folder, "") << "the default track lies in the folder itself";
    EXPECT_EQ(plan.audio[1].stream_index, 1);
    EXPECT_EQ(plan.audio[1].language, "de");
    EXPECT_EQ(plan.audio[1].folder, "2-de");
    EXPECT_THAT(plan.notes, IsEmpty());
}

TEST(PlannerTest, ResamplesUnusualRates) {
    MediaInfo info = full_hd();
    info.audio[0].sample_rate = 22050;
    EXPECT_EQ(plan_of(info, ladder({"720p"})).audio[0].sample_rate, 48000);
}

TEST(PlannerTest, MakesAudioOnlyAndVideoOnlyPackages) {
    MediaInfo info = full_hd();
    info.video.reset();
    const Plan audio_only = plan_of(info, ladder({"720p"}));
    EXPECT_FALSE(audio_only.video);
    EXPECT_EQ(audio_only.audio.size(), 1U);
    EXPECT_EQ(audio_only.segment_duration, (Rational{6, 1}));

    info = full_hd();
    info.audio.clear();
    const Plan video_only = plan_of(info, ladder({"720p"}));
    EXPECT_THAT(video_only.audio, IsEmpty());
    EXPECT_FALSE(make_plan(MediaInfo{}, ladder({"720p"}), {}, 2));
}

TEST(PlannerTest, GivesTheTopRungItsShareOfTheCores) {
    const Plan one = plan_of(full_hd(), ladder({"480p", "1080p"}), 1);
    EXPECT_EQ(one.video->rungs[1].threads, 1);
    const Plan few = plan_of(full_hd(), ladder({"480p", "1080p"}), 2);
    EXPECT_EQ(few.video->rungs[1].statistics, RateStatistics::Lead);
    EXPECT_EQ(few.video->rungs[1].threads, 2);
    EXPECT_EQ(few.video->decoder_threads, 1);
    const Plan many = plan_of(full_hd(), ladder({"480p", "1080p"}), 8);
    EXPECT_EQ(many.video->rungs[0].threads, 1);
    EXPECT_EQ(many.video->rungs[1].threads, 6);
    EXPECT_EQ(many.video->decoder_threads, 4);
    const Plan alone = plan_of(full_hd(), ladder({"1080p"}), 2);
    EXPECT_EQ(alone.video->rungs[0].threads, 1) << "nothing to share";
}

TEST(PlannerTest, VariableTimingKeepsTheSourcesTicks) {
    MediaInfo info = full_hd();
    info.video->timing = FrameTiming::Variable;
    info.video->time_base = {1, 15360};
    const Plan plan = plan_of(info, ladder({"720p"}));
    EXPECT_EQ(plan.video->timescale, 15360);
    EXPECT_EQ(plan.video->gop_frames, 0);
    EXPECT_EQ(plan.video->gop_duration, (Rational{2, 1}));
    info.video->time_base = {1, 1000};
    EXPECT_EQ(plan_of(info, ladder({"720p"})).video->timescale, 90000);
}

TEST(PlannerTest, PrintsWhatItDecided) {
    const base::Json json = plan_to_json(plan_of(full_hd(), ladder({"720p"})));
    EXPECT_EQ(json["video"]["rungs"][0]["width"], 1280);
    EXPECT_EQ(json["video"]["gop_sec"], "2");
    EXPECT_EQ(json["audio"][0]["language"], "de");
    EXPECT_EQ(json["segment_format"], "fmp4");
}

} // namespace
} // namespace framehand::media

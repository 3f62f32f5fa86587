// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/ladder_builder.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

LadderRequest request() {
    LadderRequest made;
    made.source = "films/heat.mkv";
    made.output_dir = "hls/heat";
    return made;
}

std::string error_of(const LadderRequest& wrong) {
    const auto job = build_ladder(wrong);
    return job ? "(no error)" : job.error().text();
}

TEST(LadderBuilder, MakesOneOutputARungBelowTheOutputFolder) {
    const auto job = build_ladder(request());
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->input.source_url, "films/heat.mkv");
    EXPECT_EQ(job->input.format, "mkv");
    EXPECT_EQ(job->movie_id, "heat");
    ASSERT_EQ(job->outputs.size(), 3U);
    EXPECT_EQ(job->outputs[0].dest_path, "hls/heat/1080p");
    EXPECT_EQ(job->outputs[2].dest_path, "hls/heat/480p");
    EXPECT_EQ(job->outputs[1].bitrate, jobs::default_bitrate(720));
    EXPECT_EQ(job->hls.segment_time, 6);
    EXPECT_FALSE(job->audio);
}

TEST(LadderBuilder, PutsASingleRungIntoTheOutputFolderItself) {
    LadderRequest one = request();
    one.rungs = "720p";
    EXPECT_EQ(build_ladder(one)->outputs[0].dest_path, "hls/heat");
    one.output_dir = "";
    EXPECT_EQ(build_ladder(one)->outputs[0].dest_path, ".");
}

TEST(LadderBuilder, PutsRungsIntoTheRootForAnEmptyOutputFolder) {
    LadderRequest root = request();
    root.output_dir = "";
    EXPECT_EQ(build_ladder(root)->outputs[0].dest_path, "1080p");
}

TEST(LadderBuilder, ReadsCodecsInAnyOrderWithTheBitRate) {
    LadderRequest rungs = request();
    rungs.rungs = "720p,720p:hevc,720p:av1:900k,480p:600k:hevc";
    const auto job = build_ladder(rungs);
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->outputs[0].codec, "h264");
    EXPECT_EQ(job->outputs[1].codec, "hevc");
    EXPECT_EQ(job->outputs[1].dest_path, "hls/heat/720p-hevc");
    EXPECT_LT(job->outputs[1].bitrate, job->outputs[0].bitrate);
    EXPECT_EQ(job->outputs[2].codec, "av1");
    EXPECT_EQ(job->outputs[2].bitrate, 900'000);
    EXPECT_EQ(job->outputs[3].bitrate, 600'000);
    for (const char* const wrong : {"720p:hevc,720p:hevc:1M", "720p:vp9", "720p:1M:2M", "720p:", "720p:hevc:"}) {
        rungs.rungs = wrong;
        EXPECT_FALSE(build_ladder(rungs)) << wrong;
    }
}

TEST(LadderBuilder, HoldsAQualityInEveryRung) {
    LadderRequest quality = request();
    EXPECT_FALSE(build_ladder(quality)->outputs[0].quality);
    quality.rungs = "720p:2500k,480p:av1";
    quality.quality = 23;
    const auto job = build_ladder(quality);
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->outputs[0].quality, 23);
    EXPECT_EQ(job->outputs[0].bitrate, 2'500'000);
    EXPECT_EQ(job->outputs[1].quality, 23);
    quality.quality = 60;
    EXPECT_EQ(error_of(quality), "--quality: must be from 1 (best) to 51 for h264");
    quality.rungs = "480p:av1";
    EXPECT_TRUE(build_ladder(quality));
    quality.quality = 0;
    EXPECT_TRUE(error_of(quality).starts_with("--quality: ")) << error_of(quality);
}

TEST(LadderBuilder, ReadsAQualityOfARung) {
    LadderRequest quality = request();
    quality.quality = 22;
    quality.rungs = "1080p,720p:q24:2M,720p:hevc:q26,480p:900k:av1:q35";
    const auto job = build_ladder(quality);
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->outputs[0].quality, 22);
    EXPECT_EQ(job->outputs[1].quality, 24);
    EXPECT_EQ(job->outputs[1].bitrate, 2'000'000);
    EXPECT_EQ(job->outputs[2].quality, 26);
    EXPECT_EQ(job->outputs[3].quality, 35);
    EXPECT_EQ(job->outputs[3].bitrate, 900'000);
    for (const char* const wrong : {"720p:q0", "720p:q52", "720p:q", "720p:qq", "720p:q24k", "720p:q20:q21"}) {
        quality.rungs = wrong;
        EXPECT_TRUE(error_of(quality).starts_with("--rungs: ")) << wrong << " -> " << error_of(quality);
    }
}

TEST(LadderBuilder, ReadsWhatElseIsToBeMade) {
    LadderRequest more = request();
    more.deliver = "dash, mp4";
    EXPECT_EQ(build_ladder(more)->deliverables, (std::set{jobs::Deliverable::Dash, jobs::Deliverable::Mp4}));
    more.deliver = "hls";
    EXPECT_TRUE(build_ladder(more)->deliverables.empty());
    more.deliver = "avi";
    EXPECT_EQ(error_of(more), "--deliver: \"avi\" is none of hls, dash, mp4 and mkv");
    more.deliver = "mkv";
    more.segment_format = "ts";
    EXPECT_NE(error_of(more).find("--segment-format ts"), std::string::npos);
}

TEST(LadderBuilder, ReadsBitRatesSizesAndSpaces) {
    LadderRequest rungs = request();
    rungs.rungs = " 1280X720 , 480P:900k,4k:12M";
    const auto job = build_ladder(rungs);
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->outputs[0].resolution, "1280x720");
    EXPECT_EQ(job->outputs[0].bitrate, jobs::default_bitrate(720));
    EXPECT_EQ(job->outputs[1].resolution, "480p");
    EXPECT_EQ(job->outputs[1].bitrate, 900'000);
    EXPECT_EQ(job->outputs[2].bitrate, 12'000'000);
}

TEST(LadderBuilder, TakesSegmentAndAudioSettings) {
    LadderRequest other = request();
    other.segment_time = 4.5;
    other.segment_format = "ts";
    other.audio_bitrate = "192k";
    const auto job = build_ladder(other);
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->hls.segment_time, 4.5);
    EXPECT_EQ(job->hls.segment_format, jobs::SegmentFormat::MpegTs);
    ASSERT_TRUE(job->audio);
    EXPECT_EQ(job->audio->bitrate, 192'000);
}

TEST(LadderBuilder, KeepsSurroundWhereItIsAskedFor) {
    LadderRequest keep = request();
    keep.surround = "keep";
    const auto job = build_ladder(keep);
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->audio, (jobs::AudioRequest{"aac", 128'000, jobs::SurroundAudio::Keep}));
    keep.surround = "atmos";
    EXPECT_TRUE(error_of(keep).starts_with("--surround: ")) << error_of(keep);
}

TEST(LadderBuilder, ForbidsCopiesWhereThatIsAskedFor) {
    EXPECT_EQ(build_ladder(request())->video_copy, jobs::VideoCopy::WhereItFits);
    LadderRequest never = request();
    never.video_copy = "never";
    EXPECT_EQ(build_ladder(never)->video_copy, jobs::VideoCopy::Never);
    never.video_copy = "sometimes";
    EXPECT_TRUE(error_of(never).starts_with("--video-copy: ")) << error_of(never);
}

TEST(LadderBuilder, NamesTheFlagOfEachMistake) {
    for (const char* rungs : {"", ",", "720p,", "720", "huge", "720p:fast", "720p:1", "720p:1G", "720p,720P"}) {
        LadderRequest wrong = request();
        wrong.rungs = rungs;
        EXPECT_TRUE(error_of(wrong).starts_with("--rungs: ")) << rungs << " -> " << error_of(wrong);
        EXPECT_EQ(build_ladder(wrong).error().code, base::ErrorCode::InvalidArgument) << rungs;
    }
    LadderRequest time = request();
    time.segment_time = 0.5;
    EXPECT_TRUE(error_of(time).starts_with("--segment-time: ")) << error_of(time);
    LadderRequest format = request();
    format.segment_format = "webm";
    EXPECT_EQ(error_of(format), "--segment-format: must be fmp4 or ts, not \"webm\"");
    LadderRequest audio = request();
    audio.audio_bitrate = "1M";
    EXPECT_TRUE(error_of(audio).starts_with("--audio-bitrate: ")) << error_of(audio);
}

TEST(LadderBuilder, RefusesMoreRungsThanAJobMayHave) {
    LadderRequest many = request();
    many.rungs = "100p";
    for (int height = 101; height < 117; ++height) {
        many.rungs += "," + std::to_string(height) + "p";
    }
    EXPECT_TRUE(error_of(many).starts_with("--rungs: ")) << error_of(many);
}

} // namespace
} // namespace framehand::cli

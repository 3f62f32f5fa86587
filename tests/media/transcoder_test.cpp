// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/transcode_fixture.h"
#include "tests/support/fault_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace framehand::media {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

using TranscoderTest = TranscodeFixture;

TEST_F(TranscoderTest, MakesALadderWithAudioInWhichEveryFrameIsPresentOnce) {
    prepare({.width = 320, .height = 180, .times_ms = test::regular_times(130, 25), .audio_ms = 5200}, {"180p", "90p"});
    const TranscodeOutput output = make_good_package();
    ASSERT_EQ(output.renditions.size(), 3U);
    EXPECT_EQ(output.renditions[0].frames, 130);
    EXPECT_EQ(output.renditions[1].frames, 130);
    EXPECT_EQ(output.renditions[1].width, 160);
    EXPECT_EQ(output.renditions[2].name, "audio");
    EXPECT_EQ(output.renditions[2].frames, (5200 * 48 + 1024 + 1023) / 1024);
    EXPECT_DOUBLE_EQ(output.duration_sec, 5.2);
    EXPECT_EQ(files_on_disk(), std::set<std::string>(output.files.begin(), output.files.end()));
    const std::string media = text_of("180p-0/v-0123456789ab/playlist.m3u8");
    EXPECT_THAT(media, HasSubstr("#EXTINF:2.000000,\n00000.m4s\n#EXTINF:2.000000,\n00001.m4s\n#EXTINF:1.200000,\n"));
    EXPECT_THAT(text_of("180p-0/playlist.m3u8"), HasSubstr("\nv-0123456789ab/00000.m4s\n"));
}

TEST_F(TranscoderTest, MakesTransportStreamSegments) {
    prepare({.times_ms = test::regular_times(110, 25), .audio_ms = 4400}, {"90p", "48p"}, jobs::SegmentFormat::MpegTs);
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[0].frames, 110);
    EXPECT_THAT(output.files, Contains("90p-0/v-0123456789ab/00002.ts"));
    EXPECT_THAT(text_of("90p-0/v-0123456789ab/playlist.m3u8"), Not(HasSubstr("EXT-X-MAP")));
}

TEST_F(TranscoderTest, KeepsVariableTimestamps) {
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, at = 0; i < 90; ++i, at += i % 5 == 0 ? 170 : 40) {
        times.push_back(at);
    }
    prepare({.times_ms = times}, {"90p"});
    ASSERT_EQ(plan.video->timing, FrameTiming::Variable);
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[0].frames, 90);
    EXPECT_NEAR(output.duration_sec, static_cast<double>(times.back()) / 1000 + 0.066, 0.11);
}

TEST_F(TranscoderTest, PadsShortAudioAndCutsLongAudioToTheVideo) {
    prepare({.times_ms = test::regular_times(75, 25), .audio_ms = 1000, .audio_start_ms = 500}, {"90p"});
    EXPECT_EQ(make_good_package().renditions[1].frames, (3000 * 48 + 1024 + 1023) / 1024);
}

TEST_F(TranscoderTest, CutsLongAudioToTheVideo) {
    prepare({.times_ms = test::regular_times(75, 25), .audio_ms = 9000}, {"90p"});
    EXPECT_EQ(make_good_package().renditions[1].frames, (3000 * 48 + 1024 + 1023) / 1024);
}

TEST_F(TranscoderTest, MakesAVideoWithoutAudio) {
    prepare({.times_ms = test::regular_times(30, 25)}, {"90p"});
    EXPECT_EQ(make_good_package().renditions.size(), 1U);
    EXPECT_THAT(text_of("index.m3u8"), Not(HasSubstr("EXT-X-MEDIA")));
}

TEST_F(TranscoderTest, MakesAnAudioOnlyPackage) {
    prepare({.container = "wav", .audio_ms = 7000}, {"90p"});
    const TranscodeOutput output = make_good_package();
    ASSERT_EQ(output.renditions.size(), 1U);
    EXPECT_DOUBLE_EQ(output.duration_sec, 7);
    EXPECT_THAT(text_of("audio/v-0123456789ab/playlist.m3u8"), HasSubstr("00003.m4s"));
    EXPECT_THAT(output.notes, Contains(HasSubstr("no video")));
}

TEST_F(TranscoderTest, MakesEvenSquarePixelsOfOddOnes) {
    prepare({.width = 161,
             .height = 121,
             .times_ms = test::regular_times(20, 25),
             .sample_aspect_num = 4,
             .sample_aspect_den = 3},
            {"240p", "60p"});
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[0].width, 214);
    EXPECT_EQ(output.renditions[0].height, 120);
    EXPECT_THAT(output.notes, Contains(HasSubstr("never enlarged")));
}

TEST_F(TranscoderTest, MakesOneFrame) {
    prepare({.times_ms = {0}}, {"90p"});
    EXPECT_EQ(make_good_package().renditions[0].frames, 1);
}

TEST_F(TranscoderTest, ConvertsRealClips) {
    const std::filesystem::path media = FRAMEHAND_TEST_MEDIA;
    prepare(media / "odd-321x241-vp9.mp4", {"240p", "120p"});
    EXPECT_EQ(make_good_package().renditions[1].frames, 25);
}

TEST_F(TranscoderTest, ToneMapsARealHdrClip) {
    const std::filesystem::path media = FRAMEHAND_TEST_MEDIA;
    prepare(media / "bt2020-10bit-240p.mp4", {"240p"});
    EXPECT_EQ(plan.video->hdr, HdrKind::Pq);
    EXPECT_EQ(make_good_package().renditions[0].frames, 60);
}

TEST_F(TranscoderTest, FallsBackWhenAnEncoderDoesNotOpen) {
    prepare({.times_ms = test::regular_times(20, 25)}, {"90p"});
    plan.video->rungs[0].encoder = "h264_nobody_has_this";
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[0].encoder, "libx264");
    EXPECT_THAT(output.notes, Contains(HasSubstr("h264_nobody_has_this")));
}

TEST_F(TranscoderTest, ReportsRisingProgress) {
    prepare({.times_ms = test::regular_times(60, 25)}, {"90p"});
    double last = 0;
    std::uint64_t bytes = 0;
    const auto made = Transcoder(disk, clock)
                          .run(spec, plan,
                               [&](const jobs::TranscodeProgress& progress) {
                                   EXPECT_GE(progress.percent, last);
                                   EXPECT_LE(progress.percent, 95);
                                   last = progress.percent;
                                   bytes = progress.bytes_written;
                               },
                               {});
    ASSERT_TRUE(made);
    EXPECT_DOUBLE_EQ(last, 95);
    EXPECT_EQ(bytes, made->renditions[0].bytes);
}

class TruncatedSourceTest : public TranscoderTest, public testing::WithParamInterface<const char*> {};

TEST_P(TruncatedSourceTest, IsRefused) {
    test::write_source(folder.path() / "whole", {.container = GetParam(), .times_ms = test::regular_times(500, 25)});
    const std::string whole = folder.read("whole");
    folder.write("cut", whole.substr(0, whole.size() / 3));
    prepare(folder.path() / "cut", {"90p"});
    const auto made = run();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::CorruptData);
    EXPECT_THAT(made.error().message, HasSubstr("damaged or incomplete"));
}

INSTANTIATE_TEST_SUITE_P(Containers, TruncatedSourceTest, testing::Values("avi", "matroska"));

TEST_F(TranscoderTest, ASourceThatChangedSinceThePlanIsRefused) {
    prepare({.times_ms = test::regular_times(20, 25), .audio_ms = 800}, {"90p"});
    plan.audio[0].stream_index = 7;
    EXPECT_EQ(run().error().code, base::ErrorCode::CorruptData);
}

TEST_F(TranscoderTest, AFullDiskEndsTheRunWithItsReason) {
    prepare({.times_ms = test::regular_times(100, 25), .audio_ms = 4000}, {"90p", "48p"});
    test::FaultFileSystem faulty;
    faulty.put_directory(spec.package_dir);
    faulty.fail({.call = 8, .code = base::ErrorCode::NoSpace, .until = test::FaultFileSystem::Until::Lifted});
    const auto made = Transcoder(faulty, clock).run(spec, plan, {}, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::NoSpace);
    for (const auto& [path, content] : faulty.files(spec.package_dir)) {
        EXPECT_THAT(path, Not(HasSubstr("index.m3u8")));
    }
}

TEST_F(TranscoderTest, CancellingStopsItInTheMiddle) {
    prepare({.width = 640, .height = 360, .times_ms = test::regular_times(400, 25), .audio_ms = 16000}, {"360p"});
    base::CancelSource cancel;
    const auto made = Transcoder(disk, clock)
                          .run(
                              spec, plan, [&](const jobs::TranscodeProgress&) { cancel.cancel(); }, cancel.token());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "package/index.m3u8"));
}

} // namespace
} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoder_choice.h"
#include "tests/media/transcode_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

namespace framehand::media {
namespace {

using testing::Contains;
using testing::HasSubstr;

class CodecLadderTest : public TranscodeFixture {
protected:
    /// Frames and times must be those of an uninterrupted run; bytes of init segments too.
    void lose_segment_and_go_on() {
        const TranscodeOutput whole = make_good_package();
        const std::string init = text_of("v-0123456789ab/init.mp4");
        const std::string playlist = text_of("v-0123456789ab/playlist.m3u8");
        std::filesystem::remove(std::filesystem::path(spec.package_dir) / "v-0123456789ab/00001.m4s");
        const TranscodeOutput again = make_good_package();
        EXPECT_THAT(again.notes, Contains(HasSubstr("went on with number 1")));
        EXPECT_EQ(again.renditions[0].frames, whole.renditions[0].frames);
        EXPECT_EQ(text_of("v-0123456789ab/init.mp4"), init);
        EXPECT_EQ(text_of("v-0123456789ab/playlist.m3u8"), playlist);
    }
};

TEST_F(CodecLadderTest, MixesAllCodecsInOnePackage) {
    prepare({.width = 320, .height = 180, .times_ms = test::regular_times(130, 25), .audio_ms = 5200},
            {"180p av1", "180p hevc", "90p av1", "180p", "90p hevc", "90p"});
    const TranscodeOutput output = make_good_package();
    ASSERT_EQ(output.renditions.size(), 7U);
    EXPECT_THAT(output.renditions[0].codecs, HasSubstr("av01.0.00M.08"));
    EXPECT_THAT(output.renditions[1].codecs, HasSubstr("hvc1.1.6.L60.90"));
    EXPECT_THAT(output.renditions[3].codecs, HasSubstr("avc1.64"));
    EXPECT_EQ(output.renditions[0].encoder, "libsvtav1");
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(output.renditions[i].frames, 130);
    }
    const std::string index = text_of("index.m3u8");
    const auto first = [&](const char* codec) {
        return index.find("CODECS=\"" + std::string(codec), index.find("STREAM-INF"));
    };
    EXPECT_LT(first("avc1"), first("hvc1"));
    EXPECT_LT(first("hvc1"), first("av01"));
    EXPECT_LT(index.rfind("AUDIO=\"audio\",CLOSED-CAPTIONS=NONE\n90p-5"), index.find("hvc1"));
}

TEST_F(CodecLadderTest, HevcCanBeTheOnlyCodec) {
    prepare({.times_ms = test::regular_times(60, 25)}, {"90p hevc"});
    EXPECT_EQ(make_good_package().renditions[0].frames, 60);
}

TEST_F(CodecLadderTest, HevcGoesOnWhereARunStopped) {
    prepare({.times_ms = test::regular_times(130, 25)}, {"90p hevc"});
    lose_segment_and_go_on();
}

TEST_F(CodecLadderTest, Av1GoesOnWhereARunStopped) {
    prepare({.times_ms = test::regular_times(130, 25)}, {"90p av1"});
    lose_segment_and_go_on();
}

/// SVT-AV1 only counts its key frames.
TEST_F(CodecLadderTest, Av1KeepsVariableTimestampsAndHasItsKeyFramesOnTheGrid) {
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, at = 0; i < 90; ++i, at += i % 5 == 0 ? 170 : 40) {
        times.push_back(at);
    }
    prepare({.times_ms = times}, {"90p", "90p av1", "90p hevc"});
    ASSERT_EQ(plan.video->timing, FrameTiming::Variable);
    const TranscodeOutput output = make_good_package();
    for (const jobs::RenditionFacts& facts : output.renditions) {
        EXPECT_EQ(facts.frames, 90);
    }
    EXPECT_EQ(text_of("90p-1/v-0123456789ab/playlist.m3u8"), text_of("90p-0/v-0123456789ab/playlist.m3u8"));
}

/// The grid goes by time: pictures that are missing shift the count.
TEST_F(CodecLadderTest, Av1FollowsAGridThatItsCountDoesNot) {
    std::vector<std::int64_t> times = test::regular_times(330, 25);
    for (const int lost : {20, 99, 100, 130, 150}) {
        times.erase(times.begin() + lost);
    }
    prepare({.times_ms = times}, {"90p", "90p av1"});
    ASSERT_EQ(plan.video->timing, FrameTiming::Constant);
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[1].frames, 325);
}

TEST_F(CodecLadderTest, MakesASinglePictureInEachCodec) {
    prepare({.times_ms = {0}}, {"90p", "90p hevc", "90p av1"});
    for (const jobs::RenditionFacts& facts : make_good_package().renditions) {
        EXPECT_EQ(facts.frames, 1);
    }
}

TEST_F(CodecLadderTest, ConvertsARealClip) {
    const std::filesystem::path media = FRAMEHAND_TEST_MEDIA;
    prepare(media / "phone-240p-vfr.mp4", {"240p hevc", "240p av1"});
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[0].frames, output.renditions[1].frames);
}

TEST_F(CodecLadderTest, AHardwareEncoderThatDoesNotOpenIsReplacedByTheSameCodec) {
    prepare({.times_ms = test::regular_times(20, 25)}, {"90p hevc"});
    plan.video->rungs[0].encoder = "hevc_nobody_has_this";
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(output.renditions[0].encoder, "libx265");
    EXPECT_THAT(output.notes, Contains(HasSubstr("libx265 is used")));
}

TEST_F(CodecLadderTest, OnlyH264GoesIntoTransportStreams) {
    prepare({.times_ms = test::regular_times(20, 25)}, {"90p"});
    auto info = inspect(spec.input_path, {});
    ASSERT_TRUE(info);
    spec.job.hls.segment_format = jobs::SegmentFormat::MpegTs;
    for (const char* const codec : {"hevc", "av1", "libx265"}) {
        spec.job.outputs[0].codec = codec;
        const auto made = make_plan(*info, spec.job, {}, 2);
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, base::ErrorCode::Unsupported);
        EXPECT_THAT(made.error().message, HasSubstr("outputs[0].codec: \"" + std::string(codec) + "\""));
        EXPECT_THAT(made.error().message, HasSubstr("fMP4 segments only"));
    }
}

} // namespace
} // namespace framehand::media

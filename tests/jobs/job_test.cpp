// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace framehand::jobs {
namespace {

TEST(ParseResolution, ReadsHeightsBoxesAndNames) {
    struct Case {
        std::string_view text;
        int width;
        int height;
    };

    for (const auto& [text, width, height] : std::vector<Case>{{"720p", 0, 720},
                                                               {"16p", 0, 16},
                                                               {"8192p", 0, 8192},
                                                               {"1280x720", 1280, 720},
                                                               {"720X1280", 720, 1280},
                                                               {"4k", 0, 2160},
                                                               {"4K", 0, 2160},
                                                               {"8k", 0, 4320}}) {
        const auto resolution = parse_resolution(text);
        ASSERT_TRUE(resolution.has_value()) << text;
        EXPECT_EQ(resolution->width, width) << text;
        EXPECT_EQ(resolution->height, height) << text;
    }
}

TEST(ParseResolution, RefusesEverythingElseByName) {
    for (const std::string_view text :
         {"", "p", "x", "720", "15p", "8193p", "-720p", "+720p", "720pp", "720 p", " 720p", "1280x", "x720",
          "1280x720x1", "1280x15", "99999999999p", "2k", "1280*720"}) {
        const auto resolution = parse_resolution(text);
        ASSERT_FALSE(resolution.has_value()) << text;
        EXPECT_EQ(resolution.error().code, base::ErrorCode::InvalidArgument);
        EXPECT_TRUE(resolution.error().message.starts_with("\"" + std::string(text) + "\" "));
    }
}

TEST(ParseResolution, QuotesNoEndlessTextInARefusal) {
    const auto refused = parse_resolution(std::string(100'000, 'x'));
    ASSERT_FALSE(refused);
    EXPECT_LT(refused.error().text().size(), 200U);
}

TEST(DefaultBitrate, NeverFallsWithTheHeight) {
    std::int64_t before = 0;
    for (const int height : {16, 144, 240, 360, 480, 540, 720, 1080, 1440, 2160, 4320, 8192}) {
        EXPECT_GE(default_bitrate(height), before) << height;
        before = default_bitrate(height);
    }
    EXPECT_EQ(default_bitrate(1080), 5'500'000);
    EXPECT_EQ(default_bitrate(1079), default_bitrate(720));
}

TEST(DefaultBitrate, IsLowerForCodecsThatNeedLess) {
    EXPECT_EQ(default_bitrate(1080, "hevc"), 3'300'000);
    EXPECT_EQ(default_bitrate(1080, "libx265"), default_bitrate(1080, "hevc_nvenc"));
    EXPECT_EQ(default_bitrate(1080, "libsvtav1"), 2'750'000);
    EXPECT_EQ(default_bitrate(1080, "libx264"), default_bitrate(1080));
}

TEST(EffectiveAudio, TakesTheJobsThenTheFirstOutputsThenTheDefault) {
    Job job;
    job.outputs.resize(3);
    EXPECT_EQ(job.effective_audio(), (AudioRequest{"aac", 128'000}));

    job.outputs[1].audio_bitrate = 96'000;
    job.outputs[2].audio_bitrate = 64'000;
    EXPECT_EQ(job.effective_audio(), (AudioRequest{"aac", 96'000}));

    job.outputs[0].audio_codec = "opus";
    EXPECT_EQ(job.effective_audio(), (AudioRequest{"opus", 128'000}));

    job.audio = AudioRequest{"aac", 192'000};
    EXPECT_EQ(job.effective_audio(), (AudioRequest{"aac", 192'000}));
}

} // namespace
} // namespace framehand::jobs

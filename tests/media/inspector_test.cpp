// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/media/inspector.h"
#include "tests/media/synthetic_source.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using testing::HasSubstr;

class InspectorTest : public testing::Test {
protected:
    test::TempFolder folder;

    [[nodiscard]] base::Result<MediaInfo> inspect_source(const test::SyntheticSource& source) const {
        test::write_source(folder.path() / "source", source);
        return inspect(folder.path() / "source", {});
    }

    [[nodiscard]] base::Error refusal(const std::string& content) const {
        folder.write("source", content);
        auto info = inspect(folder.path() / "source", {});
        EXPECT_FALSE(info);
        return info ? base::Error{} : info.error();
    }
};

TEST_F(InspectorTest, DescribesVideoAndAudio) {
    const auto info = inspect_source({.times_ms = test::regular_times(60, 30000.0 / 1001),
                                      .audio_ms = 2000,
                                      .sample_aspect_num = 4,
                                      .sample_aspect_den = 3});
    ASSERT_TRUE(info) << info.error().text();
    ASSERT_TRUE(info->video);
    EXPECT_EQ(info->video->codec, "mpeg4");
    EXPECT_EQ(info->video->width, 160);
    EXPECT_EQ(info->video->height, 90);
    EXPECT_EQ(info->video->timing, FrameTiming::Constant);
    EXPECT_EQ(info->video->frame_rate, (Rational{30000, 1001}));
    EXPECT_EQ(info->video->sample_aspect, (Rational{4, 3}));
    EXPECT_EQ(info->video->pixel_format, "yuv420p");
    ASSERT_EQ(info->audio.size(), 1U);
    EXPECT_EQ(info->audio[0].language, "eng");
    EXPECT_EQ(info->audio[0].channels, 1);
    EXPECT_NEAR(info->duration_sec, 2.0, 0.05);
    EXPECT_GT(info->bytes, 0U);
    EXPECT_EQ(to_json(*info)["video"]["frame_rate"], "30000/1001");
}

TEST_F(InspectorTest, SeesVariableTiming) {
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, at = 0; i < 60; ++i, at += i % 4 == 0 ? 90 : 30) {
        times.push_back(at);
    }
    const auto info = inspect_source({.times_ms = times});
    ASSERT_TRUE(info);
    EXPECT_EQ(info->video->timing, FrameTiming::Variable);
}

TEST_F(InspectorTest, ACoverPictureIsNotVideo) {
    const auto info = inspect_source({.container = "aiff", .times_ms = {0}, .audio_ms = 500, .cover_picture = true});
    ASSERT_TRUE(info) << info.error().text();
    EXPECT_FALSE(info->video);
    EXPECT_EQ(info->audio.size(), 1U);
    ASSERT_EQ(info->ignored.size(), 1U);
    EXPECT_EQ(info->ignored[0].kind, "picture");
}

TEST_F(InspectorTest, DescribesAudioAlone) {
    const auto info = inspect_source({.container = "wav", .audio_ms = 500});
    ASSERT_TRUE(info) << info.error().text();
    EXPECT_FALSE(info->video);
    EXPECT_EQ(info->audio.size(), 1U);
}

TEST_F(InspectorTest, RefusesWhatIsNotMedia) {
    EXPECT_THAT(refusal("just a text\n").message, HasSubstr("not a media file that libav knows"));
    EXPECT_THAT(refusal("").message, HasSubstr("not a media file that libav knows"));
    EXPECT_THAT(refusal(std::string(100000, '\0')).message, HasSubstr("not a media file that libav knows"));
}

TEST_F(InspectorTest, NeverFollowsAPlaylistOrScript) {
    test::write_source(folder.path() / "real.mkv", {.times_ms = test::regular_times(30, 25)});
    const std::string target = (folder.path() / "real.mkv").string();
    EXPECT_EQ(refusal("ffconcat version 1.0\nfile '" + target + "'\n").code, base::ErrorCode::Unsupported);
    EXPECT_EQ(refusal("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + target + "\n#EXT-X-ENDLIST\n").code,
              base::ErrorCode::Unsupported);
    EXPECT_EQ(refusal("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n").code,
              base::ErrorCode::Unsupported);
}

TEST_F(InspectorTest, SaysThatAListIsNoVideo) {
    const auto list = refusal("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1/a.ts\n#EXT-X-ENDLIST\n");
    EXPECT_THAT(list.message, HasSubstr("a list of other files or addresses (hls) is not a video"));
    EXPECT_THAT(list.message, HasSubstr((folder.path() / "source").string()));
    EXPECT_THAT(refusal("ffconcat version 1.0\nfile a.mkv\n").message, HasSubstr("(concat) is not a video"));
    EXPECT_THAT(refusal("<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
                        "profiles=\"urn:mpeg:dash:profile:isoff-on-demand:2011\"></MPD>\n")
                    .code,
                base::ErrorCode::Unsupported);
}

TEST_F(InspectorTest, SaysThatATextOrAPictureIsNoVideo) {
    EXPECT_THAT(refusal("1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nyou\n").message,
                HasSubstr("a text (srt) is not a video"));
    EXPECT_THAT(
        refusal(std::string("\x89PNG\r\n\x1a\n", 8) + std::string("\0\0\0\rIHDR", 8) + std::string(100, 'x')).message,
        HasSubstr("a still picture (png_pipe) is not a video"));
}

TEST_F(InspectorTest, RefusesAPictureLargerThanTheLimit) {
    test::write_source(folder.path() / "source", {.times_ms = test::regular_times(10, 25)}); // 160x90
    jobs::TranscodeLimits limits;
    limits.max_pixels = 160 * 90;
    EXPECT_TRUE(inspect(folder.path() / "source", {}, limits));
    limits.max_pixels -= 1;
    const auto refused = inspect(folder.path() / "source", {}, limits);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(refused.error().message, HasSubstr("160x90; at most 14399 pixels are read (max_source_pixels)"));
    EXPECT_THAT(refused.error().message, HasSubstr((folder.path() / "source").string()));
}

TEST_F(InspectorTest, RefusesAFilmLongerThanTheLimit) {
    test::write_source(folder.path() / "source", {.times_ms = test::regular_times(50, 25)}); // two seconds
    jobs::TranscodeLimits limits;
    limits.max_duration = base::Duration{3'000};
    EXPECT_TRUE(inspect(folder.path() / "source", {}, limits));
    limits.max_duration = base::Duration{1'000};
    const auto refused = inspect(folder.path() / "source", {}, limits);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("lasts 2 s; at most 1 s are read (max_source_duration)"));
}

TEST_F(InspectorTest, NamesAMissingFileAndAFolder) {
    const auto missing = inspect(folder.path() / "nowhere.mkv", {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, base::ErrorCode::NotFound);
    EXPECT_THAT(missing.error().message, HasSubstr("input file does not exist: " + folder.path().string()));
    EXPECT_EQ(inspect(folder.path(), {}).error().code, base::ErrorCode::InvalidArgument);
}

TEST_F(InspectorTest, TakesANameThatLooksLikeAnAddressForAFile) {
    std::filesystem::current_path(folder.path());
    test::write_source(folder.path() / "http:evil.mkv", {.times_ms = test::regular_times(10, 25)});
    EXPECT_TRUE(inspect("http:evil.mkv", {}));
}

TEST_F(InspectorTest, StopsWhenCancelled) {
    test::write_source(folder.path() / "source", {.times_ms = test::regular_times(30, 25)});
    base::CancelSource cancel;
    cancel.cancel();
    EXPECT_EQ(inspect(folder.path() / "source", cancel.token()).error().code, base::ErrorCode::Cancelled);
}

TEST_F(InspectorTest, DamageIsAnErrorOrAnAnswerButNeverACrash) {
    test::write_source(folder.path() / "source", {.times_ms = test::regular_times(20, 25), .audio_ms = 800});
    const std::string good = folder.read("source");
    for (std::size_t i = 0; i < 60; ++i) {
        std::string bad = good.substr(0, good.size() - i * good.size() / 70);
        for (std::size_t k = 0; k < 8; ++k) {
            bad[(i * 7919 + k * 104729) % bad.size()] = static_cast<char>(i * 31 + k);
        }
        folder.write("bad", bad);
        const auto info = inspect(folder.path() / "bad", {});
        EXPECT_TRUE(info || !info.error().message.empty());
    }
}

} // namespace
} // namespace framehand::media

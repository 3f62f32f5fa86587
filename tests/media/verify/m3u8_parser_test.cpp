// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/m3u8_parser.h"

#include <gtest/gtest.h>

#include <string>

namespace framehand::media::verify {
namespace {

const std::string kMedia = "#EXTM3U\n"
                           "#EXT-X-VERSION:7\n"
                           "#EXT-X-TARGETDURATION:6\n"
                           "#EXT-X-PLAYLIST-TYPE:VOD\n"
                           "#EXT-X-MAP:URI=\"init.mp4\"\n"
                           "#EXTINF:6.006,\n"
                           "00000.m4s\n"
                           "#EXTINF:1.5,\n"
                           "00001.m4s\n"
                           "#EXT-X-ENDLIST\n";

TEST(M3u8Parser, ReadsAMediaPlaylist) {
    const auto media = M3u8Parser::parse_media(kMedia);
    ASSERT_TRUE(media) << media.error().text();
    EXPECT_EQ(media->version, 7U);
    EXPECT_EQ(media->target_duration, 6U);
    EXPECT_EQ(media->type, "VOD");
    EXPECT_EQ(media->map_uri, "init.mp4");
    EXPECT_TRUE(media->has_endlist);
    ASSERT_EQ(media->segments.size(), 2U);
    EXPECT_EQ(media->segments[1].uri, "00001.m4s");
    EXPECT_DOUBLE_EQ(media->duration(), 7.506);
}

TEST(M3u8Parser, ReadsLinesThatEndWithCarriageReturns) {
    std::string text = kMedia;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) {
        text.insert(at, "\r");
    }
    const auto media = M3u8Parser::parse_media(text);
    ASSERT_TRUE(media) << media.error().text();
    EXPECT_EQ(media->segments[0].uri, "00000.m4s");
}

TEST(M3u8Parser, LetsAByteRangeGoOnWhereTheOneBeforeEnded) {
    const auto media = M3u8Parser::parse_media("#EXTM3U\n#EXTINF:2,\n#EXT-X-BYTERANGE:100@50\na\n"
                                               "#EXTINF:2,\n#EXT-X-BYTERANGE:30\na\n");
    ASSERT_TRUE(media) << media.error().text();
    EXPECT_EQ(media->segments[1].range->offset, 150U);
    EXPECT_EQ(media->segments[1].range->length, 30U);
}

struct BadPlaylist {
    const char* name;
    std::string text;
    const char* said;
};

class M3u8ParserRefuses : public testing::TestWithParam<BadPlaylist> {};

TEST_P(M3u8ParserRefuses, AndSaysTheLine) {
    const auto media = M3u8Parser::parse_media(GetParam().text);
    ASSERT_FALSE(media);
    EXPECT_EQ(media.error().code, base::ErrorCode::CorruptData);
    EXPECT_NE(media.error().text().find(GetParam().said), std::string::npos) << media.error().text();
}

INSTANTIATE_TEST_SUITE_P(
    Bad, M3u8ParserRefuses,
    testing::Values(BadPlaylist{"empty", "", "empty"}, BadPlaylist{"no_header", "#EXT-X-VERSION:7\n", "line 1"},
                    BadPlaylist{"byte_order_mark", "\xEF\xBB\xBF#EXTM3U\n", "line 1"},
                    BadPlaylist{"segment_without_extinf", "#EXTM3U\na.ts\n", "line 2: a segment without EXTINF"},
                    BadPlaylist{"extinf_not_a_number", "#EXTM3U\n#EXTINF:nan,\na.ts\n", "line 2: EXTINF"},
                    BadPlaylist{"extinf_without_comma", "#EXTM3U\n#EXTINF:5\na.ts\n", "line 2: EXTINF"},
                    BadPlaylist{"extinf_twice", "#EXTM3U\n#EXTINF:5,\n#EXTINF:5,\na.ts\n", "line 3: EXTINF"},
                    BadPlaylist{"ends_after_extinf", "#EXTM3U\n#EXTINF:5,\n", "ends after EXTINF"},
                    BadPlaylist{"tag_twice", "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-VERSION:7\n",
                                "line 3: #EXT-X-VERSION stands twice"},
                    BadPlaylist{"negative_target", "#EXTM3U\n#EXT-X-TARGETDURATION:-6\n", "line 2"},
                    BadPlaylist{"map_without_uri", "#EXTM3U\n#EXT-X-MAP:BYTERANGE=\"1@0\"\n", "line 2"},
                    BadPlaylist{"range_overflow", "#EXTM3U\n#EXTINF:1,\n#EXT-X-BYTERANGE:9@18446744073709551610\na\n",
                                "line 4"},
                    BadPlaylist{"range_of_nothing", "#EXTM3U\n#EXTINF:1,\n#EXT-X-BYTERANGE:9\na\n", "line 4"},
                    BadPlaylist{"stream_inf", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n", "line 2"},
                    BadPlaylist{"control_character", std::string("#EXTM3U\n#EXTINF:1,\na\x01.ts\n"), "line 3"},
                    BadPlaylist{"encrypted", "#EXTM3U\n#EXT-X-KEY:METHOD=NONE\n", "line 2"}),
    [](const auto& bad) { return std::string(bad.param.name); });

TEST(M3u8Parser, ReadsAMultivariantPlaylist) {
    const auto playlist = M3u8Parser::parse_multivariant(
        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"und\",URI=\"audio/p.m3u8\"\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=900,AVERAGE-BANDWIDTH=800,CODECS=\"avc1.64001f, mp4a.40.2\",RESOLUTION=640x360,"
        "FRAME-RATE=25.000,AUDIO=\"a\"\nv/p.m3u8\n"
        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=100,CODECS=\"avc1.64001f\",RESOLUTION=640x360,URI=\"v/i.m3u8\"\n");
    ASSERT_TRUE(playlist) << playlist.error().text();
    ASSERT_EQ(playlist->variants.size(), 1U);
    const VariantStream& variant = playlist->variants.front();
    EXPECT_EQ(variant.uri, "v/p.m3u8");
    EXPECT_EQ(variant.bandwidth, 900U);
    EXPECT_EQ(variant.average_bandwidth, 800U);
    EXPECT_EQ(variant.codecs, (std::vector<std::string>{"avc1.64001f", "mp4a.40.2"}));
    EXPECT_EQ(variant.resolution, (Resolution{640, 360}));
    EXPECT_EQ(variant.frame_rate, 25.0);
    EXPECT_EQ(variant.audio_group, "a");
    ASSERT_EQ(playlist->renditions.size(), 1U);
    EXPECT_EQ(playlist->renditions.front().uri, "audio/p.m3u8");
    ASSERT_EQ(playlist->iframe_streams.size(), 1U);
    EXPECT_EQ(playlist->iframe_streams.front().uri, "v/i.m3u8");
    EXPECT_TRUE(playlist->independent_segments);
}

TEST(M3u8Parser, RefusesVariantsThatCannotBeTrue) {
    for (const char* const body :
         {"#EXT-X-STREAM-INF:CODECS=\"x\"\na\n", "#EXT-X-STREAM-INF:BANDWIDTH=0\na\n",
          "#EXT-X-STREAM-INF:BANDWIDTH=1\n", "#EXT-X-STREAM-INF:BANDWIDTH=1\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n", "a\n",
          "#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=640\na\n",
          "#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=640x99999999\na\n",
          "#EXT-X-STREAM-INF:BANDWIDTH=1,FRAME-RATE=fast\na\n", "#EXT-X-MEDIA:TYPE=AUDIO\n",
          "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1\n", "#EXTINF:1,\na\n"}) {
        EXPECT_FALSE(M3u8Parser::parse_multivariant(std::string("#EXTM3U\n") + body)) << body;
    }
}

} // namespace
} // namespace framehand::media::verify

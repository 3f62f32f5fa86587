// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/content_type.h"
#include "core/s3/uri.h"

#include <gtest/gtest.h>

namespace framehand::s3 {
namespace {

TEST(Uri, SortsAQueryByWhatIsSent) {
    EXPECT_EQ(encode_query({{"uploadId", "x/y"}, {"partNumber", "1"}}), "partNumber=1&uploadId=x%2Fy");
    EXPECT_EQ(encode_query({{"uploads", ""}}), "uploads=");
}

TEST(Uri, HidesWhatMayBeSecret) {
    const auto url = parse_http_url("HTTPS://me:word@Host:443/film%20a.mkv?X-Amz-Signature=abc#top");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->shown(), "https://host/film%20a.mkv");
    EXPECT_TRUE(url->has_user);
    EXPECT_TRUE(url->has_query);
}

TEST(Uri, RefusesWhatIsNotHttp) {
    for (const char* url : {"ftp://a/b", "file:///etc/passwd", "//a/b", "http://", "http://:80/", "http://a b/", "",
                            "http://a:80:80/", "http://a:b/", "http://[::1/", "http://::1/"}) {
        const auto parsed = parse_http_url(url);
        ASSERT_FALSE(parsed) << url;
        EXPECT_EQ(parsed.error().code, base::ErrorCode::InvalidArgument);
    }
}

TEST(Uri, TakesAnObjectsKeyVerbatim) {
    const auto name = parse_s3_url("s3://films/a%20b/c d?e.mkv");
    ASSERT_TRUE(name);
    EXPECT_EQ(*name, (ObjectName{"films", "a%20b/c d?e.mkv"}));
    EXPECT_EQ(name->shown(), "s3://films/a%20b/c d?e.mkv");
    for (const char* url : {"s3://films", "s3://films/", "s3:///a", "s3://Films/a", "http://films/a"}) {
        EXPECT_FALSE(parse_s3_url(url)) << url;
    }
}

TEST(ContentType, KnowsEveryArtifact) {
    EXPECT_EQ(content_type_of("a/index.m3u8"), "application/vnd.apple.mpegurl");
    EXPECT_EQ(content_type_of("manifest.mpd"), "application/dash+xml");
    EXPECT_EQ(content_type_of("00000.ts"), "video/mp2t");
    EXPECT_EQ(content_type_of("00000.m4s"), "video/iso.segment");
    EXPECT_EQ(content_type_of("FILM.MP4"), "video/mp4");
    EXPECT_EQ(content_type_of("film.mkv"), "video/x-matroska");
    EXPECT_EQ(content_type_of("00000.vtt"), "text/vtt");
    EXPECT_EQ(content_type_of("p.jpg"), "image/jpeg");
    EXPECT_EQ(content_type_of("p.json"), "application/json");
    EXPECT_EQ(content_type_of("m3u8"), "application/octet-stream");
}

TEST(Uri, KeepsAPortThatIsNotTheSchemesOwn) {
    EXPECT_EQ(parse_http_url("http://store:9000/a")->shown(), "http://store:9000/a");
    EXPECT_EQ(parse_http_url("https://[::1]:443/a")->shown(), "https://[::1]/a");
}

} // namespace
} // namespace framehand::s3

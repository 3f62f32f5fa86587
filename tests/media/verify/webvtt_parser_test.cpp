// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/webvtt_parser.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace framehand::media::verify {
namespace {

const std::string kHead = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n";

std::string error_of(const std::string& text) {
    const auto segment = WebVttParser::parse(text);
    return segment ? "" : segment.error().text();
}

TEST(WebVttParser, ReadsMapAndCues) {
    const auto segment = WebVttParser::parse(kHead + "NOTE made by hand\nfor a test\n\n"
                                                     "1\n00:00:01.500 --> 00:00:02.000 line:90% align:start\nHello\n"
                                                     "two lines\n\n"
                                                     "00:03.000 --> 01:00:00.250\nB\xC3\xA4r\n");
    ASSERT_TRUE(segment) << segment.error().text();
    EXPECT_EQ(segment->map, (TimestampMap{900'000, 0}));
    ASSERT_EQ(segment->cues.size(), 2U);
    EXPECT_EQ(segment->cues[0].start_ms, 1500);
    EXPECT_EQ(segment->cues[0].end_ms, 2000);
    EXPECT_EQ(segment->cues[1].start_ms, 3000);
    EXPECT_EQ(segment->cues[1].end_ms, 3'600'250);
}

TEST(WebVttParser, ReadsASegmentWithoutCues) {
    const auto segment = WebVttParser::parse(kHead);
    ASSERT_TRUE(segment) << segment.error().text();
    EXPECT_TRUE(segment->cues.empty());
}

TEST(WebVttParser, ReadsTheMapInEitherOrderAndAllLineEnds) {
    const auto segment =
        WebVttParser::parse("\xEF\xBB\xBFWEBVTT - a "
                            "title\r\nX-TIMESTAMP-MAP=LOCAL:00:00:10.000,MPEGTS:1\r\n\r\n00:01.000 --> 00:02.000\r\nx");
    ASSERT_TRUE(segment) << segment.error().text();
    EXPECT_EQ(segment->map, (TimestampMap{1, 10'000}));
    EXPECT_EQ(segment->cues.size(), 1U);
}

TEST(WebVttParser, RefusesAFileWithoutItsHeader) {
    EXPECT_NE(error_of("").find("empty"), std::string::npos);
    EXPECT_NE(error_of("WEBVTTX\n\n").find("line 1: the first line"), std::string::npos);
    EXPECT_NE(error_of("1\n00:01.000 --> 00:02.000\nx\n").find("line 1"), std::string::npos);
    EXPECT_NE(error_of("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n").find("X-TIMESTAMP-MAP is missing"), std::string::npos);
}

TEST(WebVttParser, RefusesMapsThatNameNoTime) {
    for (const char* const map :
         {"MPEGTS:900000", "LOCAL:00:00:00.000", "MPEGTS:-1,LOCAL:00:00:00.000", "MPEGTS:8589934592,LOCAL:00:00:00.000",
          "MPEGTS:1,MPEGTS:2,LOCAL:00:00:00.000", "MPEGTS:1,LOCAL:0", "MPEGTS:1,LOCAL:00:00:00.000,X:1", ""}) {
        EXPECT_NE(error_of(std::string("WEBVTT\nX-TIMESTAMP-MAP=") + map + "\n\n").find("line 2: X-TIMESTAMP-MAP"),
                  std::string::npos)
            << map;
    }
    const std::string line = "X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n";
    EXPECT_NE(error_of("WEBVTT\n" + line + line).find("line 3: X-TIMESTAMP-MAP stands twice"), std::string::npos);
}

TEST(WebVttParser, RefusesBrokenCues) {
    const std::string good = "00:01.000 --> 00:02.000\nx\n\n";
    for (const char* const cue :
         {"00:01.000 --> 00:01.000\nx\n", "00:02.000 --> 00:01.000\nx\n", "0:01.000 --> 00:02.000\nx\n",
          "00:01,000 --> 00:02.000\nx\n", "00:61.000 --> 00:62.000\nx\n", "00:01.000-->00:02.000\nx\n",
          "00:01.000 --> 00:02.000 colour:red\nx\n", "00:01.000 --> 00:02.000\n\n", "00:01.000 --> 00:02.000", "id\n",
          "id\nsecond id\n", "00:01.000 --> 00:02.000\nx\n00:03.000 --> 00:04.000\ny\n", "00:00.500 --> 00:02.000\nx\n",
          "STYLE\n::cue{}\n\n"}) {
        EXPECT_NE(error_of(kHead + good + cue), "") << cue;
    }
    EXPECT_EQ(error_of(kHead + "STYLE\n::cue{}\n\n" + good), "");
}

TEST(WebVttParser, RefusesBytesThatAreNotUtf8) {
    for (const char* const text : {"\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80"}) {
        EXPECT_NE(error_of(kHead + "00:01.000 --> 00:02.000\n" + text + "\n").find("UTF-8"), std::string::npos);
    }
}

TEST(WebVttParser, SurvivesSeededDamage) {
    const std::string whole =
        kHead + "1\n00:00:01.500 --> 00:00:02.000 line:90%\nHello\n\n00:03.000 --> 00:04.000\nx\n";
    std::mt19937 random(20261121);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text = whole;
        for (int i = 0; i < 3; ++i) {
            text[random() % text.size()] = static_cast<char>(random());
        }
        const auto segment =
            WebVttParser::parse(text.substr(0, random() % 4 == 0 ? random() % text.size() : text.size()));
        refused += segment ? 0 : 1;
        for (const WebVttCue& cue : segment ? segment->cues : std::vector<WebVttCue>{}) {
            ASSERT_LT(cue.start_ms, cue.end_ms);
        }
    }
    EXPECT_GT(refused, 10'000);
}

} // namespace
} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/playlist_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace framehand::media {
namespace {

using testing::HasSubstr;
using testing::Not;

RenditionRecord ntsc(int segments) {
    RenditionRecord record;
    record.codecs = "avc1.64001f";
    record.timescale = 30000;
    record.init_file = "init.mp4";
    for (int i = 0; i < segments; ++i) {
        SegmentRecord segment;
        segment.file = std::to_string(i) + ".m4s";
        segment.start = std::int64_t{i} * 180 * 1001;
        segment.end = segment.start + 180 * 1001;
        segment.bytes = 1000;
        segment.iframes = {{segment.start, 28, 100}, {segment.start + 90 * 1001, 500, 60}};
        record.segments.push_back(segment);
    }
    return record;
}

double sum_of_extinf(const std::string& playlist) {
    double sum = 0;
    std::istringstream lines(playlist);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#EXTINF:")) {
            sum += std::stod(line.substr(8));
        }
    }
    return sum;
}

VariantEntry variant(const std::string& name, std::int64_t average) {
    VariantEntry entry;
    entry.uri = name + "/playlist.m3u8";
    entry.iframe_uri = name + "/iframes.m3u8";
    entry.codecs = "avc1.640028";
    entry.width = 1920;
    entry.height = 1080;
    entry.frame_rate = {30000, 1001};
    entry.peak = average + 1000;
    entry.average = average;
    return entry;
}

AudioEntry track(const std::string& folder, const std::string& name, const std::string& language, int channels = 2) {
    AudioEntry entry;
    entry.uri = folder + "/playlist.m3u8";
    entry.codecs = "mp4a.40.2";
    entry.name = name;
    entry.language = language;
    entry.channels = channels;
    entry.peak = 65'000 * channels;
    entry.average = 64'000 * channels;
    return entry;
}

TextEntry subtitles(const std::string& folder, const std::string& name, const std::string& language) {
    TextEntry entry;
    entry.uri = folder + "/playlist.m3u8";
    entry.name = name;
    entry.language = language;
    entry.peak = 900;
    entry.average = 300;
    return entry;
}

TEST(PlaylistWriterTest, WritesAMediaPlaylistToTheLetter) {
    EXPECT_EQ(media_playlist(ntsc(2), 6, ""), "#EXTM3U\n"
                                              "#EXT-X-VERSION:7\n"
                                              "#EXT-X-TARGETDURATION:6\n"
                                              "#EXT-X-MEDIA-SEQUENCE:0\n"
                                              "#EXT-X-PLAYLIST-TYPE:VOD\n"
                                              "#EXT-X-INDEPENDENT-SEGMENTS\n"
                                              "#EXT-X-MAP:URI=\"init.mp4\"\n"
                                              "#EXTINF:6.006000,\n0.m4s\n"
                                              "#EXTINF:6.006000,\n1.m4s\n"
                                              "#EXT-X-ENDLIST\n");
}

TEST(PlaylistWriterTest, TheStablePlaylistPointsIntoTheVersionFolder) {
    const std::string text = media_playlist(ntsc(1), 6, "v-0123456789ab/");
    EXPECT_THAT(text, HasSubstr("URI=\"v-0123456789ab/init.mp4\""));
    EXPECT_THAT(text, HasSubstr("\nv-0123456789ab/0.m4s\n"));
}

TEST(PlaylistWriterTest, RoundingDoesNotAddUp) {
    RenditionRecord record;
    record.timescale = 44100;
    for (int i = 0; i < 3000; ++i) {
        SegmentRecord segment;
        segment.start = std::int64_t{i} * 258 * 1024;
        segment.end = segment.start + 258 * 1024;
        record.segments.push_back(segment);
    }
    EXPECT_NEAR(sum_of_extinf(media_playlist(record, 6, "")), 3000.0 * 258 * 1024 / 44100, 1e-6);
}

TEST(PlaylistWriterTest, TransportStreamsHaveNoMap) {
    RenditionRecord record = ntsc(1);
    record.init_file.clear();
    EXPECT_THAT(media_playlist(record, 6, ""), Not(HasSubstr("EXT-X-MAP")));
}

TEST(PlaylistWriterTest, IFramesPointAtTheirBytes) {
    const std::string text = iframe_playlist(ntsc(1));
    EXPECT_THAT(text, HasSubstr("#EXT-X-I-FRAMES-ONLY\n"));
    EXPECT_THAT(text, HasSubstr("#EXTINF:3.003000,\n#EXT-X-BYTERANGE:100@28\n0.m4s\n"
                                "#EXTINF:3.003000,\n#EXT-X-BYTERANGE:60@500\n0.m4s\n#EXT-X-ENDLIST\n"));
    EXPECT_NEAR(sum_of_extinf(iframe_playlist(ntsc(5))), 5 * 6.006, 1e-6);
}

TEST(PlaylistWriterTest, ListsTheVariantNearestToTwoMegabitsFirstAndTheOthersFalling) {
    const std::string text = multivariant_playlist(
        {variant("480p", 1'500'000), variant("1080p", 5'000'000), variant("360p", 700'000), variant("720p", 3'000'000)},
        {}, {});
    const auto at = [&](const std::string& name) { return text.find("\n" + name + "/playlist.m3u8"); };
    EXPECT_LT(at("480p"), at("1080p"));
    EXPECT_LT(at("1080p"), at("720p"));
    EXPECT_LT(at("720p"), at("360p"));
    EXPECT_NE(at("360p"), std::string::npos);
}

TEST(PlaylistWriterTest, AddsTheAudioToEachVariantsBandwidth) {
    const std::string text =
        multivariant_playlist({variant("a", 1'000'000)}, {{"audio", {track("audio", "English", "en")}}}, {});
    EXPECT_THAT(text, HasSubstr("#EXT-X-STREAM-INF:BANDWIDTH=1131000,AVERAGE-BANDWIDTH=1128000,"
                                "CODECS=\"avc1.640028,mp4a.40.2\",RESOLUTION=1920x1080,FRAME-RATE=29.970,"
                                "VIDEO-RANGE=SDR,AUDIO=\"audio\",CLOSED-CAPTIONS=NONE\na/playlist.m3u8\n"));
    EXPECT_THAT(text, HasSubstr("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"English\",LANGUAGE=\"en\","
                                "DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"audio/playlist.m3u8\"\n"));
}

TEST(PlaylistWriterTest, ATitleCannotBreakOutOfItsQuotes) {
    const AudioEntry evil = track("a", "Say \"hi\"\n#EXT-X-ENDLIST", "und");
    const std::string text = multivariant_playlist({variant("a", 1)}, {{"audio", {evil}}}, {});
    EXPECT_THAT(text, HasSubstr("NAME=\"Say 'hi' #EXT-X-ENDLIST\","));
    EXPECT_THAT(text, Not(HasSubstr("\n#EXT-X-ENDLIST")));
}

TEST(PlaylistWriterTest, ListsEveryAudioTrackTheFirstAsTheDefault) {
    const std::string text = multivariant_playlist(
        {variant("a", 1'000'000)},
        {{"audio", {track("a1", "English", "en"), track("a2", "Deutsch", "de"), track("a3", "Kommentar", "de")}}}, {});
    EXPECT_THAT(text, HasSubstr("NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,"));
    EXPECT_THAT(text, HasSubstr("NAME=\"Deutsch\",LANGUAGE=\"de\",DEFAULT=NO,AUTOSELECT=YES,"));
    EXPECT_THAT(text, HasSubstr("NAME=\"Kommentar\",LANGUAGE=\"de\",DEFAULT=NO,AUTOSELECT=NO,"))
        << "a player cannot tell it from the one above";
}

TEST(PlaylistWriterTest, AnAudioDescriptionSaysSo) {
    AudioEntry described = track("a2", "English (2)", "en");
    described.describes_video = true;
    const std::string text =
        multivariant_playlist({variant("a", 1'000'000)}, {{"audio", {track("a1", "English", "en"), described}}}, {});
    EXPECT_THAT(text, HasSubstr("NAME=\"English (2)\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=YES,"
                                "CHARACTERISTICS=\"public.accessibility.describes-video\",CHANNELS=\"2\""));
}

TEST(PlaylistWriterTest, EachVariantIsListedForEachAudioGroupTheFirstGroupFirst) {
    const AudioGroup stereo{"audio", {track("a1", "English", "en")}};
    const AudioGroup surround{"surround", {track("a51", "English", "en", 6)}};
    const std::string text =
        multivariant_playlist({variant("big", 5'000'000), variant("mid", 2'000'000)}, {stereo, surround}, {});
    const auto at = [&](const std::string& rates) { return text.find("#EXT-X-STREAM-INF:BANDWIDTH=" + rates); };
    const std::vector<std::size_t> places = {
        at("2131000,AVERAGE-BANDWIDTH=2128000"), at("5131000,AVERAGE-BANDWIDTH=5128000"),
        at("2391000,AVERAGE-BANDWIDTH=2384000"), at("5391000,AVERAGE-BANDWIDTH=5384000")};
    EXPECT_TRUE(std::ranges::is_sorted(places)) << text;
    EXPECT_NE(places.back(), std::string::npos) << text;
    EXPECT_THAT(text, HasSubstr("GROUP-ID=\"surround\",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,"
                                "CHANNELS=\"6\",URI=\"a51/playlist.m3u8\""));
    const auto count = [&](const std::string& what) {
        std::size_t found = 0;
        for (auto i = text.find(what); i != std::string::npos; i = text.find(what, i + 1)) {
            ++found;
        }
        return found;
    };
    EXPECT_EQ(count("AUDIO=\"surround\""), 2U);
    EXPECT_EQ(count("#EXT-X-I-FRAME-STREAM-INF"), 2U) << "pictures alone have no sound to choose";
}

TEST(PlaylistWriterTest, SubtitlesAreAGroupOfEachVariantAndCountInItsBandwidth) {
    TextEntry forced = subtitles("s2", "English (2)", "en");
    forced.forced = true;
    TextEntry heard = subtitles("s3", "English (SDH)", "en");
    heard.hearing_impaired = true;
    heard.is_default = true;
    const std::string text =
        multivariant_playlist({variant("a", 1'000'000)}, {{"audio", {track("a1", "English", "en")}}},
                              {subtitles("s1", "English", "en"), forced, heard});
    EXPECT_THAT(text, HasSubstr("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subtitles\",NAME=\"English\",LANGUAGE=\"en\","
                                "DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"s1/playlist.m3u8\"\n"));
    EXPECT_THAT(text, HasSubstr("NAME=\"English (2)\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=YES,FORCED=YES,URI="));
    EXPECT_THAT(text, HasSubstr("NAME=\"English (SDH)\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,FORCED=NO,"
                                "CHARACTERISTICS=\"public.accessibility.transcribes-spoken-dialog,"
                                "public.accessibility.describes-music-and-sound\",URI=\"s3/playlist.m3u8\"\n"));
    EXPECT_THAT(text, HasSubstr("#EXT-X-STREAM-INF:BANDWIDTH=1131900,AVERAGE-BANDWIDTH=1128300,"));
    EXPECT_THAT(text, HasSubstr(",AUDIO=\"audio\",SUBTITLES=\"subtitles\",CLOSED-CAPTIONS=NONE\n"));
}

TEST(PlaylistWriterTest, SeveralAudioTracksAloneAreAVariantWithAGroup) {
    const std::string text =
        multivariant_playlist({}, {{"audio", {track("a1", "English", "en"), track("a2", "Deutsch", "de")}}}, {});
    EXPECT_THAT(text, HasSubstr("NAME=\"Deutsch\",LANGUAGE=\"de\",DEFAULT=NO,"));
    EXPECT_THAT(text, HasSubstr("#EXT-X-STREAM-INF:BANDWIDTH=130000,AVERAGE-BANDWIDTH=128000,CODECS=\"mp4a.40.2\","
                                "AUDIO=\"audio\"\na1/playlist.m3u8\n"));
}

TEST(PlaylistWriterTest, AudioAloneIsAVariant) {
    const std::string text = multivariant_playlist({}, {{"audio", {track("audio/v", "Audio", "und")}}}, {});
    EXPECT_THAT(text, HasSubstr("#EXT-X-STREAM-INF:BANDWIDTH=130000,AVERAGE-BANDWIDTH=128000,CODECS=\"mp4a.40.2\"\n"
                                "audio/v/playlist.m3u8\n"));
    EXPECT_THAT(text, Not(HasSubstr("RESOLUTION")));
}

} // namespace
} // namespace framehand::media

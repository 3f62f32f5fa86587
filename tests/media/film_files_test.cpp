// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av.h"
#include "core/media/film_text.h"
#include "tests/media/transcode_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class FilmFilesTest : public TranscodeFixture {
protected:
    void ask_for(const std::set<jobs::Deliverable>& deliverables) { spec.job.deliverables = deliverables; }

    [[nodiscard]] UniqueInputContext open(const std::string& file) const {
        AVFormatContext* raw = nullptr;
        const std::string path = spec.package_dir + "/" + file;
        EXPECT_GE(avformat_open_input(&raw, path.c_str(), nullptr, nullptr), 0) << path;
        UniqueInputContext film(raw);
        // How long a file lasts is known to libav only then, in its newer versions.
        EXPECT_TRUE(film && avformat_find_stream_info(film.get(), nullptr) >= 0) << path;
        return film;
    }
};

TEST_F(FilmFilesTest, Mp4AndMatroskaHoldTheLargestRungAndAllSound) {
    ask_for({jobs::Deliverable::Mp4, jobs::Deliverable::Mkv});
    prepare({.width = 320, .height = 180, .times_ms = test::regular_times(130, 25), .audio_ms = 5200},
            {"90p", "180p", "180p hevc"});
    const TranscodeOutput output = make_good_package(); // the verifier decodes both
    EXPECT_EQ(files_on_disk(), std::set<std::string>(output.files.begin(), output.files.end()));
    for (const char* const file : {"180p-1/v-0123456789ab/film.mp4", "180p-1/v-0123456789ab/film.mkv"}) {
        EXPECT_THAT(output.files, Contains(file));
        const UniqueInputContext film = open(file);
        ASSERT_TRUE(film);
        ASSERT_EQ(film->nb_streams, 2U);
        EXPECT_EQ(film->streams[0]->codecpar->height, 180);
        EXPECT_NEAR(static_cast<double>(film->duration) / AV_TIME_BASE, 5.2, 0.03);
    }
}

TEST_F(FilmFilesTest, TheJobChoosesTheRung) {
    ask_for({jobs::Deliverable::Mp4});
    spec.job.file_output = 1;
    prepare({.times_ms = test::regular_times(60, 25)}, {"90p", "90p hevc"});
    EXPECT_THAT(make_good_package().files, Contains("90p-1/v-0123456789ab/film.mp4"));
}

TEST_F(FilmFilesTest, Av1AndVariableTimestampsKeepTheirTimes) {
    ask_for({jobs::Deliverable::Mp4, jobs::Deliverable::Mkv});
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, at = 0; i < 90; ++i, at += i % 5 == 0 ? 170 : 40) {
        times.push_back(at);
    }
    prepare({.times_ms = times}, {"90p av1"});
    make_good_package();
}

TEST_F(FilmFilesTest, ARealClipStaysInStep) {
    ask_for({jobs::Deliverable::Mp4, jobs::Deliverable::Mkv});
    const std::filesystem::path media = FRAMEHAND_TEST_MEDIA;
    prepare(media / "phone-240p-vfr.mp4", {"240p"});
    const TranscodeOutput output = make_good_package();
    EXPECT_THAT(output.files, Contains("v-0123456789ab/film.mkv"));
}

TEST_F(FilmFilesTest, SoundAloneIsAFileToo) {
    ask_for({jobs::Deliverable::Mp4, jobs::Deliverable::Mkv});
    prepare({.container = "wav", .audio_ms = 7000}, {"90p"});
    EXPECT_THAT(make_good_package().files, Contains("audio/v-0123456789ab/film.mp4"));
}

TEST_F(FilmFilesTest, NoneIsMadeUnlessAskedFor) {
    prepare({.times_ms = test::regular_times(30, 25)}, {"90p"});
    EXPECT_THAT(make_good_package().files, Not(Contains("v-0123456789ab/film.mp4")));
}

TEST_F(FilmFilesTest, ADamagedFileIsFound) {
    ask_for({jobs::Deliverable::Mp4});
    prepare({.times_ms = test::regular_times(130, 25), .audio_ms = 5200}, {"90p"});
    make_good_package();
    const std::string name = "v-0123456789ab/film.mp4";
    const std::string whole = text_of(name);
    const auto is_found = [&](const std::string& content) {
        folder.write("package/" + name, content);
        const auto report = verify::verify_package(spec.package_dir, "index.m3u8", {}, {}, {});
        return report && !report->check(verify::CheckId::SingleFiles).passed();
    };
    EXPECT_FALSE(is_found(whole));
    EXPECT_TRUE(is_found(""));
    EXPECT_TRUE(is_found(whole.substr(0, whole.size() - 500)));
    std::string moved = whole;
    const std::size_t index = moved.find("moov");
    ASSERT_NE(index, std::string::npos);
    moved.replace(index, 4, "free");
    EXPECT_TRUE(is_found(moved));
    std::string flipped = whole;
    for (std::size_t i = flipped.find("mdat") + 40; i < flipped.size(); i += 97) {
        flipped[i] = static_cast<char>(flipped[i] ^ 0x5a);
    }
    EXPECT_TRUE(is_found(flipped));
}

TEST(FilmTextTest, SubRipKeepsBasicTagsAndNoEscapes) {
    EXPECT_THAT(subrip_cues({{0, 1000, "<i>a</i> &lt;b&gt; &amp; <c.red>d</c>"}}),
                ElementsAre(TextCue{0, 1000, "<i>a</i> <b> & d"}));
}

TEST(FilmTextTest, TimedTextShowsOverlappingCuesTogether) {
    EXPECT_THAT(timed_text_cues({{0, 2000, "<b>one</b>"}, {1000, 3000, "two"}, {5000, 6000, "three"}}),
                ElementsAre(TextCue{0, 1000, "one"}, TextCue{1000, 2000, "one\ntwo"}, TextCue{2000, 3000, "two"},
                            TextCue{5000, 6000, "three"}));
    EXPECT_TRUE(timed_text_cues({}).empty());
}

} // namespace
} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/assemble.h"
#include "core/media/copy_scan.h"
#include "core/media/copy_track.h"
#include "core/media/demuxer.h"
#include "core/media/rendition_folders.h"
#include "core/media/segment_input.h"
#include "tests/media/h264_source.h"
#include "tests/media/transcode_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace framehand::media {
namespace {

using test::H264Source;
using testing::Contains;
using testing::HasSubstr;

/// IDR pictures in places that no grid has, and audio.
const H264Source kIrregular{.container = "matroska",
                            .frames = 190,
                            .idrs = {33, 60, 85, 100, 105, 150, 181},
                            .bitrate = 250'000,
                            .audio_ms = 7600};

/// Jobs whose rung "180p" is the source.
class CopyTrackTest : public TranscodeFixture {
protected:
    void prepare_copy(const H264Source& source, const std::vector<std::string>& rungs) {
        file = folder.path() / "source";
        test::write_source(file, source);
        prepare(file, rungs);
        auto info = inspect(file, {});
        ASSERT_TRUE(info) << info.error().text();
        ASSERT_TRUE(look_for_copy(*info, file, spec.job, {}));
        auto made = make_plan(*info, spec.job, {}, 2);
        ASSERT_TRUE(made) << made.error().text();
        plan = *made;
        ASSERT_TRUE(copies(plan)) << testing::PrintToString(plan.notes);
    }

    struct Picture {
        std::int64_t pts = 0;
        std::string bytes;
        bool is_key = false;
        bool operator==(const Picture&) const = default;
    };

    /// What the finished segments of a rung hold, in decode order; times in ticks from 0.
    [[nodiscard]] std::vector<Picture> pictures_of(std::size_t rung) {
        std::vector<Picture> pictures;
        auto journal = SegmentJournal::open(disk, spec.package_dir, SegmentJournal::Access::Read);
        EXPECT_TRUE(journal) << journal.error().text();
        const FinishedRendition finished = (*journal)->finished(rung_rendition(rung));
        const auto record = finished.record();
        EXPECT_TRUE(record) << record.error().text();
        auto input = SegmentInput::open(std::filesystem::path(spec.package_dir) / finished.folder, *record);
        EXPECT_TRUE(input) << input.error().text();
        std::int64_t decoded = INT64_MIN;
        while (input) {
            auto packet = (*input)->next();
            EXPECT_TRUE(packet);
            if (!packet || !*packet) {
                break;
            }
            EXPECT_GT((*packet)->dts, decoded);
            EXPECT_LE((*packet)->dts, (*packet)->pts);
            decoded = (*packet)->dts;
            pictures.push_back(
                {(*packet)->pts,
                 {reinterpret_cast<const char*>((*packet)->data), static_cast<std::size_t>((*packet)->size)},
                 ((*packet)->flags & AV_PKT_FLAG_KEY) != 0});
        }
        return pictures;
    }

    /// The source's compressed pictures, in decode order.
    [[nodiscard]] std::vector<std::string> source_pictures() {
        std::vector<std::string> pictures;
        Plan video_only;
        video_only.video = plan.video;
        auto demuxer = Demuxer::open(file, video_only, {});
        EXPECT_TRUE(demuxer);
        EXPECT_TRUE(demuxer->run([&](UniquePacket packet) -> base::Result<bool> {
            pictures.emplace_back(reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size));
            return true;
        }));
        return pictures;
    }

    [[nodiscard]] static std::vector<std::string> bytes_of(const std::vector<Picture>& pictures) {
        std::vector<std::string> bytes;
        for (const Picture& picture : pictures) {
            bytes.push_back(picture.bytes);
        }
        return bytes;
    }

    [[nodiscard]] static std::set<std::int64_t> times_of(const std::vector<Picture>& pictures) {
        std::set<std::int64_t> times;
        for (const Picture& picture : pictures) {
            times.insert(picture.pts);
        }
        return times;
    }

    [[nodiscard]] std::vector<std::string> journal_lines() const {
        std::vector<std::string> lines;
        std::ifstream journal(std::filesystem::path(spec.package_dir) / SegmentJournal::kFileName);
        for (std::string line; std::getline(journal, line);) {
            lines.push_back(line);
        }
        return lines;
    }

    std::filesystem::path file;
};

TEST_F(CopyTrackTest, TheCodedPicturesAreTheSourcesByteForByte) {
    prepare_copy({.frames = 190}, {"180p", "90p"});
    const TranscodeOutput output = make_good_package();
    const std::vector<Picture> copied = pictures_of(0);
    EXPECT_EQ(bytes_of(copied), source_pictures());
    EXPECT_EQ(times_of(copied), times_of(pictures_of(1)));
    EXPECT_EQ(times_of(copied).size(), 190U);
    EXPECT_EQ(output.renditions[0].encoder, "copy");
    EXPECT_EQ(output.renditions[0].frames, 190);
    EXPECT_THAT(text_of("index.m3u8"), HasSubstr("VALUE=\"180p-0/v-0123456789ab/playlist.m3u8\""));
}

TEST_F(CopyTrackTest, WhereEveryRungIsCopiedTheDecodedPicturesAreShown) {
    prepare_copy({.frames = 60}, {"180p"});
    spec.preview = jobs::Preview::Newest;
    std::vector<jobs::TranscodePreview> told;
    const auto made = Transcoder(disk, clock, [&](const jobs::TranscodePreview& preview) {
                          told.push_back(preview);
                      }).run(spec, plan, {}, {});
    ASSERT_TRUE(made) << made.error().text();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().jpeg.substr(0, 4), "/9j/") << "how every JPEG begins";
}

TEST_F(CopyTrackTest, OtherRungsFollowIrregularIdrPictures) {
    prepare_copy(kIrregular, {"180p", "90p", "60p"});
    ASSERT_FALSE(plan.video->segment_starts.empty());
    make_good_package();
    EXPECT_EQ(bytes_of(pictures_of(0)), source_pictures());
    EXPECT_EQ(times_of(pictures_of(0)), times_of(pictures_of(1)));
    EXPECT_EQ(times_of(pictures_of(0)), times_of(pictures_of(2)));
    std::set<std::int64_t> keys;
    for (const Picture& picture : pictures_of(1)) {
        if (picture.is_key) {
            keys.insert(picture.pts);
        }
    }
    for (const std::int64_t start : plan.video->segment_starts) {
        EXPECT_TRUE(keys.contains(start)) << start;
    }
}

TEST_F(CopyTrackTest, EveryReorderingDepthKeepsDecodeTimesInOrder) {
    for (const char* x264 : {"bframes=0", "bframes=1", "bframes=3:b-pyramid=normal:b-adapt=0"}) {
        SCOPED_TRACE(x264);
        spec = {};
        std::filesystem::remove_all(folder.path() / "package");
        prepare_copy({.frames = 120, .idrs = {45, 90}, .x264 = x264}, {"180p", "90p"});
        make_good_package();
        EXPECT_EQ(bytes_of(pictures_of(0)), source_pictures());
    }
}

TEST_F(CopyTrackTest, AJobWhoseOnlyRungIsCopiedStillDecodes) {
    prepare_copy({.frames = 100}, {"180p"});
    make_good_package();
    EXPECT_EQ(bytes_of(pictures_of(0)), source_pictures());
    test::damage_picture(file, 60);
    spec.package_dir = (folder.path() / "other").string();
    std::filesystem::create_directories(spec.package_dir);
    const auto made = run();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(made.error().message, HasSubstr("cannot be copied"));
}

TEST_F(CopyTrackTest, ColourThatOnlyTheRuleKnowsIsInTheSampleEntry) {
    prepare_copy({.frames = 60, .says_color = false}, {"180p", "90p"});
    EXPECT_EQ(plan.video->output_color.matrix, "smpte170m");
    make_good_package();
}

TEST_F(CopyTrackTest, GoesOnFromEveryLineOfTheJournalAsIfNothingHadHappened) {
    prepare_copy(kIrregular, {"180p", "90p"});
    make_good_package();
    const std::vector<Picture> copied = pictures_of(0);
    const std::vector<Picture> encoded = pictures_of(1);
    const std::string playlist = text_of("180p-0/playlist.m3u8");
    const std::vector<std::string> lines = journal_lines();
    for (std::size_t kept = 1; kept < lines.size(); ++kept) {
        SCOPED_TRACE("a kill after line " + std::to_string(kept));
        std::ofstream journal(std::filesystem::path(spec.package_dir) / SegmentJournal::kFileName, std::ios::trunc);
        for (std::size_t i = 0; i < kept; ++i) {
            journal << lines[i] << '\n';
        }
        journal.close();
        const auto made = run();
        ASSERT_TRUE(made) << made.error().text();
        EXPECT_EQ(pictures_of(0), copied);
        EXPECT_EQ(times_of(pictures_of(1)), times_of(encoded));
        EXPECT_EQ(text_of("180p-0/playlist.m3u8"), playlist);
    }
    make_good_package();
}

TEST_F(CopyTrackTest, RangesAssembleToTheWholeFilm) {
    prepare_copy(kIrregular, {"180p", "90p"});
    make_good_package();
    const std::vector<Picture> copied = pictures_of(0);
    const std::vector<Picture> encoded = pictures_of(1);
    const std::int64_t count = expected_segments(plan);
    ASSERT_GE(count, 4);
    std::vector<std::string> parts;
    for (const auto& [first, last] :
         {std::pair<std::int64_t, std::int64_t>(2, 2), std::pair<std::int64_t, std::int64_t>(0, 1),
          std::pair<std::int64_t, std::int64_t>(3, jobs::SegmentRange::kToTheEnd)}) {
        parts.push_back((folder.path() / ("part-" + std::to_string(first))).string());
        std::filesystem::create_directories(parts.back());
        spec.package_dir = parts.back();
        spec.segments = jobs::SegmentRange{first, last};
        const auto made = run();
        ASSERT_TRUE(made) << made.error().text();
    }
    spec.package_dir = (folder.path() / "assembled").string();
    std::filesystem::create_directories(spec.package_dir);
    spec.segments.reset();
    spec.parts = parts;
    const auto output = assemble(disk, spec, plan, {}, {});
    ASSERT_TRUE(output) << output.error().text();
    EXPECT_EQ(pictures_of(0), copied);
    EXPECT_EQ(times_of(pictures_of(1)), times_of(encoded));
    const auto report = verify::verify_package(spec.package_dir, "index.m3u8", {}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok()) << base::dump_json(report->to_json());
}

TEST_F(CopyTrackTest, SingleFilesAndDashAreMadeOfACopyToo) {
    file = folder.path() / "source";
    spec.job.deliverables = {jobs::Deliverable::Dash, jobs::Deliverable::Mp4, jobs::Deliverable::Mkv};
    prepare_copy(kIrregular, {"180p", "90p"});
    EXPECT_THAT(make_good_package().files, Contains(HasSubstr("film.mp4")));
}

TEST_F(CopyTrackTest, ASourceThatChangedSinceThePlanIsRefused) {
    prepare_copy({.frames = 100}, {"180p", "90p"});
    test::break_packet(file, 60);
    const auto made = run();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::Unsupported);
}

TEST_F(CopyTrackTest, CancellingEndsIt) {
    prepare_copy({.frames = 190}, {"180p", "90p"});
    base::CancelSource source;
    source.cancel();
    const auto made = run(source.token());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::Cancelled);
}

} // namespace
} // namespace framehand::media

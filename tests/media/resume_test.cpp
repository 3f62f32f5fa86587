// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/assemble.h"
#include "core/media/rendition_folders.h"
#include "tests/media/transcode_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <utility>

namespace framehand::media {
namespace {

using testing::Each;
using testing::HasSubstr;

/// Four segments of two seconds in two rungs, and audio; key frames of the source are where it likes.
class ResumeTest : public TranscodeFixture {
protected:
    void SetUp() override {
        prepare({.width = 320, .height = 180, .times_ms = test::regular_times(190, 25), .audio_ms = 7600},
                {"180p", "90p"});
    }

    /// What every segment of every rendition shows, and what precedes them.
    using Facts = std::map<std::string, std::vector<std::string>>;

    [[nodiscard]] Facts facts() {
        Facts facts;
        auto journal = SegmentJournal::open(disk, spec.package_dir);
        EXPECT_TRUE(journal) << journal.error().text();
        for (const RenditionFolder& rendition : rendition_folders(plan, spec.layout)) {
            const FinishedRendition finished = (*journal)->finished(rendition.name);
            std::vector<std::string>& lines = facts[rendition.name];
            lines.push_back(finished.init_sha256);
            for (const auto& [number, segment] : finished.segments) {
                lines.push_back(std::to_string(number) + ": " + std::to_string(segment.start) + " to " +
                                std::to_string(segment.end) + ", " + std::to_string(segment.packets) + " packets, " +
                                std::to_string(segment.iframes.size()) + " IDR");
            }
        }
        return facts;
    }

    static constexpr std::int64_t kToTheEnd = jobs::SegmentRange::kToTheEnd;

    /// Of the folder that the spec names, its journal too.
    [[nodiscard]] std::set<std::string> all_files() const {
        std::set<std::string> files = files_on_disk();
        files.insert(SegmentJournal::kFileName);
        return files;
    }

    /// Why a range into the folder of the spec was refused.
    [[nodiscard]] std::string refusal(jobs::SegmentRange range) {
        spec.segments = range;
        const auto made = run();
        EXPECT_FALSE(made);
        if (made) {
            return "(made)";
        }
        EXPECT_EQ(made.error().code, base::ErrorCode::InvalidArgument);
        return made.error().message;
    }

    [[nodiscard]] std::filesystem::path journal_file() const {
        return std::filesystem::path(spec.package_dir) / SegmentJournal::kFileName;
    }

    [[nodiscard]] std::vector<std::string> journal_lines() const {
        std::vector<std::string> lines;
        std::ifstream file(journal_file());
        for (std::string line; std::getline(file, line);) {
            lines.push_back(line);
        }
        return lines;
    }
};

TEST_F(ResumeTest, GoesOnFromEveryLineOfTheJournalAsIfNothingHadHappened) {
    make_good_package();
    const Facts whole = facts();
    const std::vector<std::string> lines = journal_lines();
    ASSERT_GT(lines.size(), 12U);
    for (std::size_t kept = 1; kept < lines.size(); ++kept) {
        SCOPED_TRACE("a kill after line " + std::to_string(kept));
        std::ofstream file(journal_file(), std::ios::trunc);
        for (std::size_t i = 0; i < kept; ++i) {
            file << lines[i] << '\n';
        }
        file << lines[kept].substr(0, lines[kept].size() / 2); // the line that was being written
        file.close();
        make_good_package();
        EXPECT_EQ(facts(), whole);
    }
}

TEST_F(ResumeTest, AFurtherAudioTrackInTheDefaultOnesFolderIsKeptToo) {
    AudioPlan further = plan.audio.front();
    further.folder = "2-de";
    further.language = "de";
    further.name = "Deutsch";
    plan.audio.push_back(further);
    make_good_package();
    const Facts whole = facts();
    const std::vector<std::string> lines = journal_lines();
    for (const std::size_t kept : {lines.size() / 2, lines.size() - 1, lines.size()}) {
        SCOPED_TRACE("a kill after line " + std::to_string(kept));
        std::ofstream file(journal_file(), std::ios::trunc);
        for (std::size_t i = 0; i < kept; ++i) {
            file << lines[i] << '\n';
        }
        file.close();
        make_good_package();
        EXPECT_EQ(facts(), whole);
    }
}

TEST_F(ResumeTest, ADamagedSegmentIsMadeAgainAlone) {
    make_good_package();
    const Facts whole = facts();
    const std::filesystem::path rung = std::filesystem::path(spec.package_dir) / "180p-0/v-0123456789ab";
    const auto before = std::filesystem::last_write_time(rung / "00000.m4s");
    const auto smaller =
        std::filesystem::last_write_time(std::filesystem::path(spec.package_dir) / "90p-1/v-0123456789ab/00002.m4s");
    std::ofstream(rung / "00002.m4s", std::ios::app) << "damage";
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(facts(), whole);
    EXPECT_EQ(std::filesystem::last_write_time(rung / "00000.m4s"), before);
    EXPECT_EQ(
        std::filesystem::last_write_time(std::filesystem::path(spec.package_dir) / "90p-1/v-0123456789ab/00002.m4s"),
        smaller);
    EXPECT_THAT(output.notes, testing::Contains(HasSubstr("went on with number 2")));
}

TEST_F(ResumeTest, SegmentsMissingHereAndThereAreMadeAgain) {
    make_good_package();
    const Facts whole = facts();
    const std::filesystem::path package = spec.package_dir;
    for (const char* missing : {"180p-0/v-0123456789ab/00001.m4s", "180p-0/v-0123456789ab/00003.m4s",
                                "90p-1/v-0123456789ab/00000.m4s", "90p-1/v-0123456789ab/00002.m4s"}) {
        std::filesystem::remove(package / missing);
    }
    make_good_package();
    EXPECT_EQ(facts(), whole);
}

TEST_F(ResumeTest, AnotherPlanStartsOver) {
    make_good_package();
    plan.video->rungs[0].bitrate = 200'000;
    const TranscodeOutput output = make_good_package();
    EXPECT_THAT(output.notes, Each(testing::Not(HasSubstr("earlier run"))));
}

TEST_F(ResumeTest, AJournalThatIsNoneStartsOver) {
    std::ofstream(journal_file()) << "{\"is\":\"segment\",\"rendition\":\"../../x\"}\n";
    make_good_package();
}

TEST_F(ResumeTest, RangesAssembleToTheWholeFilm) {
    make_good_package();
    const Facts whole = facts();
    const std::string assembled = spec.package_dir;
    std::filesystem::remove_all(assembled);
    std::filesystem::create_directories(assembled);
    std::vector<std::string> parts;
    for (const auto& [first, last] :
         {std::pair<std::int64_t, std::int64_t>{2, 2}, std::pair<std::int64_t, std::int64_t>{0, 1},
          std::pair{std::int64_t{3}, kToTheEnd}}) {
        parts.push_back((folder.path() / ("part-" + std::to_string(first))).string());
        std::filesystem::create_directories(parts.back());
        spec.package_dir = parts.back();
        spec.segments = jobs::SegmentRange{first, last};
        const auto made = run();
        ASSERT_TRUE(made) << made.error().text();
        EXPECT_EQ(made->segments, (jobs::SegmentRange{first, last == kToTheEnd ? 3 : last}));
        EXPECT_EQ(std::set<std::string>(made->files.begin(), made->files.end()), all_files());
    }
    spec.package_dir = assembled;
    spec.segments.reset();
    spec.parts = parts;
    std::vector<double> percents;
    const auto output = assemble(
        disk, spec, plan, [&](const jobs::TranscodeProgress& progress) { percents.push_back(progress.percent); }, {});
    ASSERT_TRUE(output) << output.error().text();
    EXPECT_EQ(facts(), whole);
    EXPECT_TRUE(std::ranges::is_sorted(percents));
    EXPECT_EQ(percents.back(), 95);
    const auto report = verify::verify_package(spec.package_dir, "index.m3u8", {}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok()) << base::dump_json(report->to_json());
    EXPECT_EQ(text_of("180p-0/playlist.m3u8").find("DISCONTINUITY"), std::string::npos);

    std::filesystem::remove_all(assembled);
    std::filesystem::create_directories(assembled);
    spec.parts.erase(spec.parts.begin());
    const auto incomplete = assemble(disk, spec, plan, {}, {});
    ASSERT_FALSE(incomplete);
    EXPECT_EQ(incomplete.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_THAT(incomplete.error().message, HasSubstr("00001.m4s"));
}

TEST_F(ResumeTest, AFolderCollectsSeveralRanges) {
    make_good_package();
    const Facts whole = facts();
    std::filesystem::remove_all(spec.package_dir);
    const std::string part = (folder.path() / "part").string();
    std::filesystem::create_directories(part);
    const std::string assembled = std::exchange(spec.package_dir, part);
    for (const jobs::SegmentRange range :
         {jobs::SegmentRange{3, 3}, jobs::SegmentRange{0, 0}, jobs::SegmentRange{1, 2}}) {
        spec.segments = range;
        const auto made = run();
        ASSERT_TRUE(made) << made.error().text();
        EXPECT_EQ(made->segments, range);
        EXPECT_EQ(std::set<std::string>(made->files.begin(), made->files.end()), all_files());
    }
    spec.segments.reset();
    spec.parts = {part};
    spec.package_dir = assembled;
    std::filesystem::create_directories(assembled);
    const auto output = assemble(disk, spec, plan, {}, {});
    ASSERT_TRUE(output) << output.error().text();
    EXPECT_EQ(facts(), whole);
}

TEST_F(ResumeTest, AWholeRunFillsWhatRangesLeftOut) {
    make_good_package();
    const Facts whole = facts();
    std::filesystem::remove_all(spec.package_dir);
    std::filesystem::create_directories(spec.package_dir);
    spec.segments = jobs::SegmentRange{3};
    ASSERT_TRUE(run());
    spec.segments.reset();
    make_good_package();
    EXPECT_EQ(facts(), whole);
}

TEST_F(ResumeTest, ARangeBeyondTheFilmIsRefusedBeforeAnythingIsWritten) {
    EXPECT_THAT(refusal({4, 4}), HasSubstr("the range 4 goes beyond the film's end: it has 4, 0-3"));
    EXPECT_THAT(refusal({2, 9}), HasSubstr("2-9"));
    EXPECT_THAT(refusal({7, kToTheEnd}), HasSubstr("7-"));
    EXPECT_TRUE(std::filesystem::is_empty(spec.package_dir));
}

TEST_F(ResumeTest, AFilmThatEndsBeforeTheRangeIsSaid) {
    plan.source_duration_sec = 0; // nobody knew before
    EXPECT_EQ(refusal({5, 6}), "segments: the film ends before segment 5");
}

TEST_F(ResumeTest, ARangeNeverTakesThePlaceOfAnotherJobsSegments) {
    spec.segments = jobs::SegmentRange{0, 0};
    ASSERT_TRUE(run());
    const std::vector<std::string> lines = journal_lines();
    plan.video->rungs[0].bitrate = 200'000;
    EXPECT_THAT(refusal({1, 1}), HasSubstr("were made with other options"));
    EXPECT_EQ(journal_lines(), lines);
}

TEST_F(ResumeTest, APartIsOnlyRead) {
    spec.segments = jobs::SegmentRange{0, kToTheEnd};
    ASSERT_TRUE(run());
    std::ofstream(journal_file(), std::ios::app) << R"({"is":"segm)"; // what a kill leaves
    const auto before = std::filesystem::file_size(journal_file());
    spec.parts = {spec.package_dir};
    spec.segments.reset();
    spec.package_dir = (folder.path() / "package").string() + "-assembled";
    std::filesystem::create_directories(spec.package_dir);
    const auto output = assemble(disk, spec, plan, {}, {});
    ASSERT_TRUE(output) << output.error().text();
    EXPECT_EQ(std::filesystem::file_size(std::filesystem::path(spec.parts[0]) / SegmentJournal::kFileName), before);
}

} // namespace
} // namespace framehand::media

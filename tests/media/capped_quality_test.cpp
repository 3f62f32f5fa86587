// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/assemble.h"
#include "core/media/rendition_folders.h"
#include "core/media/statistics_sharing.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/package_reader.h"
#include "tests/media/transcode_fixture.h"

#include <gtest/gtest.h>

#include <cmath>

namespace framehand::media {
namespace {

constexpr int kEasy = 6; // noise: a bit rate is spent on it, a usual quality leaves it out
constexpr int kMedium = 40;
constexpr int kHard = 200;

class CappedQualityTest : public TranscodeFixture {
protected:
    /// A job for noise of this strength, 160x90 at 25 frames a second; each rung holds `quality` if it is one.
    void prepare_noise(int noise, int frames, const std::vector<std::string>& rungs, std::optional<int> quality,
                       double segment_time = 6) {
        test::write_source(folder.path() / "source", {.times_ms = test::regular_times(frames, 25), .noise = noise});
        spec.job.outputs.clear();
        prepare(folder.path() / "source", rungs, jobs::SegmentFormat::Fmp4, segment_time);
        hold(quality);
    }

    /// Plans anew.
    void hold(std::optional<int> quality) {
        for (jobs::OutputRequest& output : spec.job.outputs) {
            output.quality = quality;
        }
        auto info = inspect(spec.input_path, {});
        ASSERT_TRUE(info) << info.error().text();
        auto made = make_plan(*info, spec.job, {}, 2);
        ASSERT_TRUE(made) << made.error().text();
        plan = *made;
    }

    /// The verifier's measure of what BANDWIDTH declares, of the only rung.
    [[nodiscard]] double peak() {
        make_good_package();
        const auto files = verify::PackageFiles::open(spec.package_dir);
        EXPECT_TRUE(files);
        verify::VerifyReport report;
        const auto package = verify::PackageReader(*files, report, {}).read("index.m3u8", [](double) {});
        EXPECT_TRUE(package && package->reference() != nullptr);
        return package && package->reference() != nullptr ? package->reference()->peak_bandwidth() : 0;
    }

    /// Bytes of the segments of the first rung in the folder of the spec.
    [[nodiscard]] std::uint64_t segment_bytes() {
        auto journal = SegmentJournal::open(disk, spec.package_dir);
        EXPECT_TRUE(journal);
        std::uint64_t bytes = 0;
        for (const auto& [number, segment] : (*journal)->finished(rung_rendition(0)).segments) {
            bytes += segment.bytes;
        }
        return bytes;
    }

    void in_folder(const std::string& name, std::optional<jobs::SegmentRange> segments) {
        spec.package_dir = (folder.path() / name).string();
        spec.segments = segments;
        std::filesystem::create_directories(spec.package_dir);
        const auto made = run();
        ASSERT_TRUE(made) << made.error().text();
    }
};

struct Codec {
    std::string name;
    std::string rung;
    int quality;
};

class CappedQualityOfCodecTest : public CappedQualityTest, public testing::WithParamInterface<Codec> {};

TEST_P(CappedQualityOfCodecTest, EasyPicturesCostFarLessThanTheCap) {
    prepare_noise(kEasy, 150, {GetParam().rung}, GetParam().quality);
    EXPECT_LT(peak(), static_cast<double>(plan.video->rungs[0].maxrate) / 4);
}

TEST_P(CappedQualityOfCodecTest, HardPicturesStayWithinTheCap) {
    prepare_noise(kHard, 450, {GetParam().rung}, GetParam().quality);
    const auto cap = static_cast<double>(plan.video->rungs[0].maxrate);
    const double measured = peak();
    EXPECT_LE(measured, cap);
    EXPECT_GT(measured, cap / 3) << "the cap is there to be used";
}

TEST_P(CappedQualityOfCodecTest, TwoRangesCostWhatTheWholeFilmDoes) {
    prepare_noise(kMedium, 200, {GetParam().rung}, GetParam().quality, 2);
    spec.job.outputs[0].bitrate = 4'000'000; // out of the way
    hold(GetParam().quality);
    const std::string assembled = spec.package_dir;
    in_folder("whole", {});
    const auto whole = static_cast<double>(segment_bytes());
    double parts = 0;
    for (const jobs::SegmentRange range :
         {jobs::SegmentRange{0, 1}, jobs::SegmentRange{2, jobs::SegmentRange::kToTheEnd}}) {
        in_folder("part" + std::to_string(range.first), range);
        parts += static_cast<double>(segment_bytes());
        spec.parts.push_back(spec.package_dir);
    }
    EXPECT_NEAR(parts / whole, 1, 0.03);
    spec.package_dir = assembled;
    spec.segments.reset();
    const auto output = assemble(disk, spec, plan, {}, {});
    ASSERT_TRUE(output) << output.error().text();
    const auto report = verify::verify_package(spec.package_dir, "index.m3u8", {}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok()) << base::dump_json(report->to_json());
}

INSTANTIATE_TEST_SUITE_P(Codecs, CappedQualityOfCodecTest,
                         testing::Values(Codec{"H264", "90p", 23}, Codec{"Hevc", "90p hevc", 26},
                                         Codec{"Av1", "90p av1", 35}),
                         [](const auto& codec) { return codec.param.name; });

TEST_F(CappedQualityTest, ABitRateIsSpentOnTheSameEasyPictures) {
    prepare_noise(kEasy, 150, {"90p"}, {});
    EXPECT_GT(peak(), static_cast<double>(plan.video->rungs[0].bitrate) / 2);
}

/// Each rung's encoder looks for itself, so that their last pictures are coded at different places.
TEST_F(CappedQualityTest, ALadderOfVariableTimestampsAndAllCodecsKeepsEveryPromise) {
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, at = 0; i < 92; ++i, at += i % 5 == 0 ? 170 : 40) {
        times.push_back(at);
    }
    test::write_source(folder.path() / "source",
                       {.width = 320, .height = 180, .times_ms = times, .audio_ms = 6000, .noise = kMedium});
    prepare(folder.path() / "source", {"180p", "90p", "90p hevc", "90p av1"});
    hold(30);
    ASSERT_FALSE(has_lead(*plan.video));
    for (const jobs::RenditionFacts& facts : make_good_package().renditions) {
        EXPECT_TRUE(facts.encoder == "aac" || facts.frames == 92) << facts.encoder;
    }
}

/// The box of the average bit rate could only say the cap.
TEST_F(CappedQualityTest, TheInitSegmentNamesNoBitRate) {
    prepare_noise(kEasy, 50, {"90p"}, 23);
    make_good_package();
    EXPECT_EQ(text_of("v-0123456789ab/init.mp4").find("btrt"), std::string::npos);
    hold({});
    make_good_package();
    EXPECT_NE(text_of("v-0123456789ab/init.mp4").find("btrt"), std::string::npos);
}

TEST_F(CappedQualityTest, AnotherQualityStartsOver) {
    prepare_noise(kMedium, 100, {"90p"}, 23, 2);
    make_good_package();
    const std::uint64_t better = segment_bytes();
    hold(35);
    for (const std::string& note : make_good_package().notes) {
        EXPECT_EQ(note.find("earlier run"), std::string::npos) << note;
    }
    EXPECT_LT(segment_bytes(), better);
}

} // namespace
} // namespace framehand::media

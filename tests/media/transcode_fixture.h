// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/media/inspector.h"
#include "core/media/planner.h"
#include "core/media/segment_journal.h"
#include "core/media/transcoder.h"
#include "core/media/verify/package_verifier.h"
#include "tests/media/synthetic_source.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace framehand::media {

/// A job for a video that the test makes, run into a package folder of its own.
class TranscodeFixture : public testing::Test {
protected:
    test::TempFolder folder;
    const test::Disk disk;
    base::SystemClock clock;
    jobs::TranscodeSpec spec;
    Plan plan;

    /// A job for `source` with these rungs ("180p", "180p hevc"); the plan is made.
    void prepare(const std::filesystem::path& source, const std::vector<std::string>& rungs,
                 jobs::SegmentFormat format = jobs::SegmentFormat::Fmp4, double segment_time = 2) {
        spec.job.hls.segment_format = format;
        spec.job.hls.segment_time = segment_time;
        for (const std::string& asked : rungs) {
            const std::string rung = asked.substr(0, asked.find(' '));
            jobs::OutputRequest output;
            output.resolution = rung;
            output.codec = rung == asked ? output.codec : asked.substr(rung.size() + 1);
            output.bitrate = 300'000;
            output.dest_path = "film/" + rung + "-" + std::to_string(spec.job.outputs.size());
            spec.job.outputs.push_back(output);
        }
        spec.input_path = source.string();
        spec.package_dir = (folder.path() / "package").string();
        std::filesystem::create_directories(spec.package_dir);
        auto layout = jobs::make_layout(spec.job, "0123456789ab");
        ASSERT_TRUE(layout) << layout.error().text();
        spec.layout = *layout;
        auto info = inspect(source, {});
        ASSERT_TRUE(info) << info.error().text();
        auto made = make_plan(*info, spec.job, {}, 2);
        ASSERT_TRUE(made) << made.error().text();
        plan = *made;
    }

    void prepare(const test::SyntheticSource& source, const std::vector<std::string>& rungs,
                 jobs::SegmentFormat format = jobs::SegmentFormat::Fmp4, double segment_time = 2) {
        test::write_source(folder.path() / "source", source);
        prepare(folder.path() / "source", rungs, format, segment_time);
    }

    [[nodiscard]] base::Result<TranscodeOutput> run(const base::CancelToken& cancel = {}) {
        return Transcoder(disk, clock).run(spec, plan, {}, cancel);
    }

    /// Runs, and has the package read back by the verifier.
    TranscodeOutput make_good_package() {
        auto made = run();
        EXPECT_TRUE(made) << made.error().text();
        const auto report = verify::verify_package(spec.package_dir, "index.m3u8", {}, {}, {});
        EXPECT_TRUE(report);
        if (report) {
            EXPECT_TRUE(report->ok()) << base::dump_json(report->to_json());
        }
        return made ? *made : TranscodeOutput{};
    }

    [[nodiscard]] std::string text_of(const std::string& path) const { return folder.read("package/" + path); }

    /// Of the package: the journal beside them is none.
    [[nodiscard]] std::set<std::string> files_on_disk() const {
        std::set<std::string> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(spec.package_dir)) {
            if (entry.is_regular_file() && entry.path().filename() != SegmentJournal::kFileName) {
                files.insert(std::filesystem::relative(entry.path(), spec.package_dir).generic_string());
            }
        }
        return files;
    }
};

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/media/copy_scan.h"
#include "core/media/inspector.h"
#include "core/media/planner.h"
#include "core/media/transcoder.h"
#include "core/media/verify/package_verifier.h"
#include "tests/media/h264_source.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace framehand::media::verify {
namespace {

/// A package whose rung "180p" is the source, with IDR pictures 2.48 s apart, beside one that is encoded.
class CopiedPackageTest : public testing::Test {
protected:
    void SetUp() override {
        const std::filesystem::path source = folder.path() / "source.mp4";
        test::write_source(source, {.frames = 150, .idrs = {62, 124}});
        jobs::TranscodeSpec spec;
        for (const char* rung : {"180p", "90p"}) {
            jobs::OutputRequest output;
            output.resolution = rung;
            output.bitrate = 300'000;
            output.dest_path = std::string("film/") + rung;
            spec.job.outputs.push_back(output);
        }
        spec.job.hls.segment_time = 2;
        spec.input_path = source.string();
        spec.package_dir = package.string();
        spec.layout = jobs::make_layout(spec.job, "0123456789ab").value();
        std::filesystem::create_directories(package);
        auto info = inspect(source, {});
        ASSERT_TRUE(info) << info.error().text();
        ASSERT_TRUE(look_for_copy(*info, source, spec.job, {}));
        const auto plan = make_plan(*info, spec.job, {}, 2);
        ASSERT_TRUE(plan) << plan.error().text();
        ASSERT_TRUE(copies(*plan));
        const test::Disk disk;
        const base::SystemClock clock;
        const auto made = Transcoder(disk, clock).run(spec, *plan, {}, {});
        ASSERT_TRUE(made) << made.error().text();
    }

    void replace_in_multivariant(const std::string& what, const std::string& by) {
        std::string text = folder.read("package/index.m3u8");
        const std::size_t at = text.find(what);
        ASSERT_NE(at, std::string::npos) << text;
        std::ofstream(package / "index.m3u8", std::ios::trunc) << text.replace(at, what.size(), by);
    }

    /// The findings of one check, as "file: problem" lines.
    [[nodiscard]] std::string found(CheckId id) {
        const auto report = verify_package(package, "index.m3u8", {}, {}, {});
        EXPECT_TRUE(report) << report.error().text();
        std::string text;
        for (const Check& check : report->checks()) {
            for (const Finding& finding : check.findings) {
                text += check.id == id ? finding.file + ": " + finding.problem + "\n" : "";
            }
        }
        return text;
    }

    test::TempFolder folder;
    const std::filesystem::path package = folder.path() / "package";
    const std::string declared = "#EXT-X-SESSION-DATA:DATA-ID=\"org.framehand.copied\",VALUE=\"180p/"
                                 "v-0123456789ab/playlist.m3u8\"\n";
};

TEST_F(CopiedPackageTest, ACopyMayHaveItsIdrPicturesWhereTheSourceHasThem) {
    const auto report = verify_package(package, "index.m3u8", {}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok()) << base::dump_json(report->to_json());
}

TEST_F(CopiedPackageTest, WhatIsNotSaidToBeACopyMayNot) {
    replace_in_multivariant(declared, "");
    EXPECT_NE(found(CheckId::Keyframes).find("180p/"), std::string::npos);
    EXPECT_NE(found(CheckId::Alignment).find("IDR pictures"), std::string::npos);
}

TEST_F(CopiedPackageTest, TheOtherRungsAreNotExcused) {
    replace_in_multivariant("VALUE=\"180p/", "VALUE=\"90p/");
    const std::string keyframes = found(CheckId::Keyframes);
    EXPECT_NE(keyframes.find("180p/"), std::string::npos);
    EXPECT_EQ(keyframes.find("90p/"), std::string::npos);
}

TEST_F(CopiedPackageTest, ACopyThatIsNoVariantIsFound) {
    replace_in_multivariant("VALUE=\"180p/", "VALUE=\"181p/");
    EXPECT_NE(found(CheckId::References).find("181p/"), std::string::npos);
}

} // namespace
} // namespace framehand::media::verify

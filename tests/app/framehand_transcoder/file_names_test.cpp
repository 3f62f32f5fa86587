// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/file_job.h"
#include "app/framehand_transcoder/pipeline_job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::transcoder {
namespace {

std::string result_for(const std::string& path) {
    jobs::Job job;
    job.file = jobs::FileTarget{path, ""};
    return result_name(job);
}

TEST(FileNames, APipelinesResultHasTheExtensionOfItsTarget) {
    EXPECT_EQ(result_for("a/b/film.mp4"), "result.mp4");
    EXPECT_EQ(result_for("s3://bucket/key.tar.h264"), "result.h264");
    EXPECT_EQ(result_for("a.b/film"), "result");
    EXPECT_EQ(result_for(".hidden"), "result");
    EXPECT_EQ(result_for("film."), "result");
    EXPECT_EQ(result_for("film.mp4/.."), "result");
    EXPECT_EQ(result_for("film.a b"), "result");
    EXPECT_EQ(result_name(jobs::Job{}), "result");
}

TEST(FileNames, OneFileIsMadeOfAPackageWithNothingElse) {
    jobs::TranscodeSpec spec;
    spec.job.work = jobs::Work::File;
    spec.job.outputs.emplace_back();
    spec.job.outputs[0].resolution = "720p";
    spec.job.outputs[0].bitrate = 1'000'000;
    spec.job.deliverables = {jobs::Deliverable::Dash};
    spec.job.hls.segment_format = jobs::SegmentFormat::MpegTs;
    spec.layout = jobs::make_layout(spec.job, "0123456789ab").value();
    const auto package = package_of_file(spec);
    ASSERT_TRUE(package) << package.error().text();
    EXPECT_THAT(package->job.deliverables, testing::ElementsAre(jobs::Deliverable::Mp4));
    EXPECT_EQ(package->job.hls.segment_format, jobs::SegmentFormat::Fmp4);
    EXPECT_TRUE(package->layout.dash.empty());
    EXPECT_EQ(film_name(package->job), "film.mp4");
    spec.job.file = jobs::FileTarget{"a", "mkv"};
    EXPECT_EQ(film_name(package_of_file(spec)->job), "film.mkv");
    spec.job.file->container = "exe";
    EXPECT_THAT(package_of_file(spec).error().message, testing::HasSubstr("file.container: \"exe\""));
    spec.job.file.reset();
    spec.segments = jobs::SegmentRange{0, 1};
    EXPECT_THAT(package_of_file(spec).error().message, testing::HasSubstr("segments: "));
}

} // namespace
} // namespace framehand::transcoder

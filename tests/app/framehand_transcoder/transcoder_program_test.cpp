// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "tests/app/framehand_transcoder/transcoder_program.h"
#include "tests/platform/this_system.h"

#include <gmock/gmock.h>

namespace framehand::transcoder {
namespace {

TEST_F(TranscoderProgram, MakesAVerifiedPackageAndTellsEveryFileOfIt) {
    start({QStringLiteral("run")});
    const jobs::TranscodeSpec spec = spec_for(m_sample);
    send(spec);
    EXPECT_EQ(end(), 0) << m_process.readAllStandardError().toStdString();
    const auto told = events();
    ASSERT_GE(told.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<jobs::TranscodePlanned>(told.front()));
    ASSERT_TRUE(std::holds_alternative<jobs::TranscodeDone>(told.back()));
    const jobs::PackageManifest& manifest = std::get<jobs::TranscodeDone>(told.back()).manifest;
    EXPECT_EQ(manifest.layout, spec.layout);
    std::size_t on_disk = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(spec.package_dir)) {
        on_disk += entry.is_regular_file() ? 1 : 0;
    }
    EXPECT_EQ(manifest.files.size() + 1, on_disk) << "the journal of the segments is no part of the package";
    for (const jobs::PackageFile& file : manifest.files) {
        EXPECT_EQ(file.sha256, base::sha256_hex(m_folder.read("package/" + file.path))) << file.path;
    }
    double before = 0;
    for (const jobs::TranscodeEvent& event : told) {
        if (const auto* progress = std::get_if<jobs::TranscodeProgress>(&event)) {
            EXPECT_GE(progress->percent, before);
            before = progress->percent;
        }
    }

    m_process.closeWriteChannel();
    start({QStringLiteral("verify"), QString::fromStdString(spec.package_dir)});
    EXPECT_EQ(end(), 0);
    std::filesystem::remove(std::filesystem::path(spec.package_dir) / "v-0123456789ab/00000.m4s");
    start({QStringLiteral("verify"), QString::fromStdString(spec.package_dir), QStringLiteral("--json")});
    EXPECT_EQ(end(), 1);
    EXPECT_NE(m_process.readAllStandardOutput().indexOf("leads to no file"), -1);
}

TEST_F(TranscoderProgram, MakesRangesAndAssemblesThem) {
    jobs::TranscodeSpec spec = spec_for(FRAMEHAND_TEST_MEDIA "/phone-240p-vfr.mp4");
    const std::string package = spec.package_dir;
    std::vector<std::string> parts;
    for (const jobs::SegmentRange range : {jobs::SegmentRange{1}, jobs::SegmentRange{0, 0}}) {
        spec.package_dir = (m_folder.path() / ("part-" + to_string(range))).string();
        std::filesystem::create_directories(spec.package_dir);
        spec.segments = range;
        const jobs::PackageManifest manifest = manifest_of(spec);
        ASSERT_TRUE(manifest.segments);
        EXPECT_EQ(manifest.segments->first, range.first);
        std::size_t on_disk = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(spec.package_dir)) {
            on_disk += entry.is_regular_file() ? 1 : 0;
            EXPECT_NE(entry.path().extension(), ".m3u8");
        }
        EXPECT_EQ(manifest.files.size(), on_disk);
        parts.push_back(spec.package_dir);
    }
    spec.segments.reset();
    spec.package_dir = package;
    const jobs::PackageManifest whole = manifest_of(spec);
    std::filesystem::remove_all(package);
    std::filesystem::create_directories(package);
    spec.parts = parts;
    const jobs::PackageManifest assembled = manifest_of(spec);
    EXPECT_FALSE(assembled.segments);
    EXPECT_EQ(assembled.duration_sec, whole.duration_sec);
    ASSERT_EQ(assembled.renditions.size(), whole.renditions.size());
    for (std::size_t i = 0; i < whole.renditions.size(); ++i) {
        EXPECT_EQ(assembled.renditions[i].frames, whole.renditions[i].frames) << whole.renditions[i].name;
    }
    EXPECT_EQ(assembled.files.size(), whole.files.size());
}

TEST_F(TranscoderProgram, SaysWhyPartsDoNotMakeAPackage) {
    jobs::TranscodeSpec spec = spec_for(m_sample);
    const std::string package = spec.package_dir;
    spec.package_dir = (m_folder.path() / "part").string();
    std::filesystem::create_directories(spec.package_dir);
    spec.segments = jobs::SegmentRange{0};
    EXPECT_TRUE(manifest_of(spec).segments);
    spec.parts = {spec.package_dir};
    spec.segments.reset();
    spec.package_dir = package;

    jobs::TranscodeSpec other = spec;
    other.input_path = FRAMEHAND_TEST_MEDIA "/bt2020-10bit-240p.mp4";
    EXPECT_THAT(failure_of(other).message, testing::HasSubstr("of another video"));
    other = spec;
    other.job.outputs[0].bitrate = 500'000;
    EXPECT_THAT(failure_of(other).message, testing::HasSubstr("with other options"));
    other = spec;
    other.parts = {(m_folder.path() / "elsewhere").string()};
    EXPECT_THAT(failure_of(other).message, testing::HasSubstr("elsewhere"));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(spec.parts[0])) {
        if (entry.path().filename() == "00000.m4s") {
            std::filesystem::resize_file(entry.path(), 100);
        }
    }
    const base::Error damaged = failure_of(spec);
    EXPECT_EQ(damaged.code, base::ErrorCode::CorruptData);
    EXPECT_THAT(damaged.message, testing::HasSubstr("the segment is damaged: "));
}

TEST_F(TranscoderProgram, RefusesARangeThatTheFilmDoesNotHave) {
    jobs::TranscodeSpec spec = spec_for(m_sample);
    spec.segments = jobs::SegmentRange{500, 501};
    const base::Error beyond = failure_of(spec);
    EXPECT_EQ(beyond.code, base::ErrorCode::InvalidArgument);
    EXPECT_THAT(beyond.message, testing::HasSubstr("500-501 goes beyond the film's end"));
    EXPECT_TRUE(std::filesystem::is_empty(spec.package_dir));

    spec.segments = jobs::SegmentRange{0, 0};
    spec.job.hls.segment_format = jobs::SegmentFormat::MpegTs;
    EXPECT_THAT(failure_of(spec).message, testing::HasSubstr("transport streams"));
    EXPECT_TRUE(std::filesystem::is_empty(spec.package_dir));
}

TEST_F(TranscoderProgram, EndsAtOnceWhenItsParentIsGone) {
    start({QStringLiteral("run")});
    send(spec_for(m_sample));
    m_process.closeWriteChannel();
    EXPECT_EQ(end(), 3);
}

TEST_F(TranscoderProgram, SaysWhichFieldOfTheSpecIsWrong) {
    start({QStringLiteral("run")});
    m_process.write("{\"job\":{}}\n");
    EXPECT_EQ(end(), 2);
    const auto told = events();
    ASSERT_EQ(told.size(), 1U);
    const auto& failed = std::get<jobs::TranscodeFailed>(told.front());
    EXPECT_EQ(failed.error.code, base::ErrorCode::InvalidArgument);
    EXPECT_NE(failed.error.message.find("job spec: "), std::string::npos) << failed.error.message;
}

TEST_F(TranscoderProgram, SaysThatTheInputDoesNotExist) {
    start({QStringLiteral("run")});
    send(spec_for("/nowhere/a.mkv"));
    EXPECT_EQ(end(), 1);
    const auto told = events();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(std::get<jobs::TranscodeFailed>(told.front()).error.code, base::ErrorCode::NotFound);
}

TEST_F(TranscoderProgram, WorksBehindAllWallsThatThisSystemHas) {
    start({QStringLiteral("run")});
    send(spec_for(m_sample));
    EXPECT_EQ(end(), 0);
    const QByteArray said = m_process.readAllStandardError();
    EXPECT_NE(said.indexOf("walled off"), -1) << said.toStdString();
    for (const std::string& wall : test::make_sandbox()->available().walls) {
        EXPECT_NE(said.indexOf(QByteArray::fromStdString(wall)), -1) << wall;
    }
}

TEST_F(TranscoderProgram, MakesTheSamePackageWithAndWithoutWalls) {
    std::vector<std::string> sums;
    for (const auto confinement : {jobs::Confinement::Sandbox, jobs::Confinement::None}) {
        jobs::TranscodeSpec spec = spec_for(m_sample);
        spec.confinement = confinement;
        start({QStringLiteral("run")});
        send(spec);
        ASSERT_EQ(end(), 0) << m_process.readAllStandardError().toStdString();
        const auto told = events();
        ASSERT_FALSE(told.empty());
        ASSERT_TRUE(std::holds_alternative<jobs::TranscodeDone>(told.back()));
        std::string all;
        for (const auto& file : std::get<jobs::TranscodeDone>(told.back()).manifest.files) {
            all += file.path + " " + file.sha256 + "\n";
        }
        sums.push_back(all);
        std::filesystem::remove_all(spec.package_dir);
    }
    EXPECT_EQ(sums[0], sums[1]);
}

TEST_F(TranscoderProgram, FailsWithTheCauseWhenItsMemoryIsOut) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "shadow memory counts as memory";
#endif
    jobs::TranscodeSpec spec = spec_for(FRAMEHAND_TEST_MEDIA "/bt2020-10bit-240p.mp4");
    spec.limits.memory_bytes = 90'000'000;
    start({QStringLiteral("run")});
    send(spec);
    EXPECT_EQ(end(), 1);
    const auto told = events();
    ASSERT_FALSE(told.empty());
    ASSERT_TRUE(std::holds_alternative<jobs::TranscodeFailed>(told.back()));
    const base::Error& error = std::get<jobs::TranscodeFailed>(told.back()).error;
    EXPECT_NE(error.message.find("memory is out; its limit is 90.0 MB"), std::string::npos) << error.text();
}

TEST_F(TranscoderProgram, KeepsToTheLimitsOfItsSpec) {
    jobs::TranscodeSpec spec = spec_for(m_sample);
    spec.limits.max_pixels = 1000;
    start({QStringLiteral("run")});
    send(spec);
    EXPECT_EQ(end(), 1);
    const auto told = events();
    ASSERT_FALSE(told.empty());
    EXPECT_NE(std::get<jobs::TranscodeFailed>(told.back()).error.message.find("max_source_pixels"), std::string::npos);
}

TEST_F(TranscoderProgram, PlansWithoutWritingAnything) {
    start({QStringLiteral("plan")});
    const jobs::TranscodeSpec spec = spec_for(m_sample);
    send(spec);
    EXPECT_EQ(end(), 0);
    EXPECT_TRUE(base::parse_json(m_process.readAllStandardOutput().toStdString(), "plan"));
    EXPECT_TRUE(std::filesystem::is_empty(spec.package_dir));
}

TEST_F(TranscoderProgram, RefusesWrongUsage) {
    start({QStringLiteral("dance")});
    EXPECT_EQ(end(), 2);
    start({QStringLiteral("verify")});
    EXPECT_EQ(end(), 2);
    start({QStringLiteral("inspect"), QStringLiteral("/nowhere.mp4")});
    EXPECT_EQ(end(), 1);
    start({QStringLiteral("--version")});
    EXPECT_EQ(end(), 0);
    EXPECT_NE(m_process.readAllStandardOutput().indexOf("libavcodec"), -1);
}

} // namespace
} // namespace framehand::transcoder

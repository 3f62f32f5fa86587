// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/jobs/pipeline_failure.h"
#include "tests/app/framehand_transcoder/transcoder_program.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace framehand::transcoder {
namespace {

using testing::HasSubstr;

/// The real program with work that is not a package, as the daemon runs it.
class WorksProgram : public TranscoderProgram {
protected:
    [[nodiscard]] jobs::TranscodeSpec spec_of(jobs::Work work, const std::string& input) const {
        jobs::TranscodeSpec spec = spec_for(input);
        spec.job.work = work;
        if (work != jobs::Work::File) {
            spec.job.outputs.clear();
        }
        spec.layout = jobs::make_layout(spec.job, "0123456789ab").value();
        return spec;
    }

    [[nodiscard]] jobs::TranscodeSpec file_spec(const std::string& input, const std::string& container) const {
        jobs::TranscodeSpec spec = spec_of(jobs::Work::File, input);
        spec.job.file = jobs::FileTarget{"films/a." + container, container};
        return spec;
    }

    [[nodiscard]] jobs::TranscodeSpec pipeline_spec(const std::string& options) const {
        jobs::TranscodeSpec spec = spec_of(jobs::Work::Pipeline, m_phone);
        spec.job.file = jobs::FileTarget{"films/a.webm", ""};
        spec.job.pipeline = options;
        return spec;
    }

    void expect_the_only_file(const jobs::PackageManifest& manifest, const std::string& name) const {
        ASSERT_EQ(manifest.files.size(), 1U);
        EXPECT_EQ(manifest.files.front().path, name);
        const std::string bytes = m_folder.read("package/" + name);
        EXPECT_EQ(manifest.files.front().bytes, bytes.size());
        EXPECT_EQ(manifest.files.front().sha256, base::sha256_hex(bytes));
    }

    const std::string m_phone = FRAMEHAND_TEST_MEDIA "/phone-240p-vfr.mp4";
};

TEST_F(WorksProgram, MakesOneFileAndDeliversNothingElse) {
    for (const std::string container : {"mp4", "mkv"}) {
        jobs::TranscodeSpec spec = file_spec(m_phone, container);
        spec.job.outputs[0].resolution = "160x120";
        const jobs::PackageManifest manifest = manifest_of(spec);
        expect_the_only_file(manifest, "film." + container);
        EXPECT_NEAR(manifest.duration_sec, 15.5, 0.1);
        ASSERT_EQ(manifest.renditions.size(), 2U);
        EXPECT_EQ(manifest.renditions[0].width, 160);
        EXPECT_EQ(manifest.renditions[0].frames, 932);

        const auto again = manifest_of(spec);
        expect_the_only_file(again, "film." + container);
        EXPECT_EQ(again.files, manifest.files) << "the segments of the first run are there";
        EXPECT_EQ(manifest_of(spec_of(jobs::Work::Check, spec.package_dir + "/film." + container)).files.size(), 0U);
        std::filesystem::remove_all(spec.package_dir);
    }
}

TEST_F(WorksProgram, NeverEnlargesAFileOfTheSourcesSize) {
    jobs::TranscodeSpec spec = file_spec(m_sample, "mp4");
    spec.job.outputs[0].resolution = "8k";
    const jobs::PackageManifest manifest = manifest_of(spec);
    expect_the_only_file(manifest, "film.mp4");
    EXPECT_EQ(manifest.renditions.at(0).width, 320) << "even, and no larger than the source";
}

TEST_F(WorksProgram, PassesAGoodVideoAndMakesNothingOfIt) {
    for (const jobs::Work work : {jobs::Work::Check, jobs::Work::Replace}) {
        jobs::TranscodeSpec spec = spec_of(work, m_phone);
        spec.job.file = jobs::FileTarget{"films/a.mp4", ""};
        start({QStringLiteral("run")});
        send(spec);
        EXPECT_EQ(end(), 0) << m_process.readAllStandardError().toStdString();
        const auto told = events();
        ASSERT_TRUE(std::holds_alternative<jobs::TranscodeDone>(told.back()));
        const auto& manifest = std::get<jobs::TranscodeDone>(told.back()).manifest;
        EXPECT_TRUE(manifest.files.empty());
        EXPECT_NEAR(manifest.duration_sec, 15.5, 0.1);
        const auto* progress = std::get_if<jobs::TranscodeProgress>(&told.front());
        ASSERT_NE(progress, nullptr);
        EXPECT_EQ(progress->phase, jobs::TranscodeProgress::Phase::Verify);
        EXPECT_TRUE(std::filesystem::is_empty(spec.package_dir));
    }
}

TEST_F(WorksProgram, SaysWhatIsWrongWithABadVideo) {
    std::ifstream stream(m_phone, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    m_folder.write("cut.mp4", bytes.substr(0, bytes.size() * 6 / 10));
    const base::Error cut = failure_of(spec_of(jobs::Work::Check, (m_folder.path() / "cut.mp4").string()));
    EXPECT_EQ(cut.code, base::ErrorCode::CorruptData);
    EXPECT_THAT(cut.message, HasSubstr("the file is cut off"));

    std::string flipped = bytes;
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 2000; ++i) {
        flipped[i] = static_cast<char>(~flipped[i]);
    }
    m_folder.write("flipped.mp4", flipped);
    const base::Error damaged = failure_of(spec_of(jobs::Work::Check, (m_folder.path() / "flipped.mp4").string()));
    EXPECT_EQ(damaged.code, base::ErrorCode::CorruptData);
    EXPECT_THAT(damaged.message, HasSubstr("cannot be decoded at "));

    jobs::TranscodeSpec limited = spec_of(jobs::Work::Check, m_phone);
    limited.limits.max_pixels = 1000;
    EXPECT_THAT(failure_of(limited).message, HasSubstr("max_source_pixels"));
    EXPECT_EQ(failure_of(spec_of(jobs::Work::Check, "/nowhere.mp4")).code, base::ErrorCode::NotFound);
}

TEST_F(WorksProgram, HasNoPlanForWorkThatMakesNoRenditions) {
    start({QStringLiteral("plan")});
    send(spec_of(jobs::Work::Check, m_phone));
    EXPECT_EQ(end(), 1);
}

#ifdef FRAMEHAND_HAS_GSTREAMER

TEST_F(WorksProgram, RunsAPipelineBehindTheWalls) {
    const jobs::PackageManifest manifest = manifest_of(pipeline_spec(
        "filesrc location={{input_file}} ! decodebin name=d "
        "d. ! queue ! videoconvert ! videoscale ! video/x-raw,width=64,height=48 ! vp8enc deadline=1 ! mux. "
        "d. ! queue ! audioconvert ! audioresample ! vorbisenc ! mux. "
        "webmmux name=mux ! {{progress}} ! filesink location={{output_file}}"));
    expect_the_only_file(manifest, "result.webm");
    EXPECT_NEAR(manifest.duration_sec, 15.5, 0.2);
    EXPECT_TRUE(
        manifest_of(spec_of(jobs::Work::Check, (m_folder.path() / "package/result.webm").string())).files.empty());
}

TEST_F(WorksProgram, TellsInWhichStepAPipelineFailed) {
    const base::Error refused =
        failure_of(pipeline_spec("filesrc location={{input_file}} ! filesink location=/etc/passwd"));
    EXPECT_THAT(refused.message, HasSubstr("transcode_options: the element filesink is not allowed"));
    EXPECT_EQ(jobs::pipeline_failure_in(refused.text()), jobs::PipelineFailure::Parse);
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path() / "package"));

    jobs::TranscodeSpec spec = pipeline_spec("videoconvert ! x264enc");
    spec.input_path = "/nowhere.mp4";
    EXPECT_EQ(jobs::pipeline_failure_in(failure_of(spec).text()), jobs::PipelineFailure::Play);
    m_folder.write("noise", std::string(50'000, 'x'));
    spec.input_path = (m_folder.path() / "noise").string();
    EXPECT_EQ(jobs::pipeline_failure_in(failure_of(spec).text()), jobs::PipelineFailure::MidTranscode);
}

TEST_F(WorksProgram, KeepsWhatElementsPrintOutOfItsEvents) {
    const jobs::PackageManifest manifest =
        manifest_of(pipeline_spec("filesrc location={{input_file}} num-buffers=3 ! fakesink dump=true "
                                  "filesrc location={{input_file}} ! progressreport silent=false update-freq=1 ! "
                                  "filesink location={{output_file}}"));
    expect_the_only_file(manifest, "result.webm");
}

TEST_F(WorksProgram, EndsAPipelineAtOnceWhenItsParentIsGone) {
    start({QStringLiteral("run")});
    send(pipeline_spec("identity sync=true ! videoconvert ! x264enc"));
    m_process.closeWriteChannel();
    EXPECT_EQ(end(), 3);
}

#endif

} // namespace
} // namespace framehand::transcoder

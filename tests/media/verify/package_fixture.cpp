// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/package_fixture.h"

#include "tests/media/synthetic_source.h"
#include "tests/media/verify/made_package.h"

namespace framehand::test {

namespace verify = media::verify;

void PackageFixture::make(PackageForm form) {
    write_source(m_folder.path() / "source", {.times_ms = regular_times(kFrames, 25), .audio_ms = 5200});
    jobs::TranscodeSpec spec;
    spec.job.hls.segment_format = form == PackageForm::Fmp4 ? jobs::SegmentFormat::Fmp4 : jobs::SegmentFormat::MpegTs;
    spec.job.hls.segment_time = 2;
    for (const char* const rung : {"90p", "46p"}) {
        jobs::OutputRequest output;
        output.resolution = rung;
        output.bitrate = 300'000;
        output.dest_path = std::string("film/") + (spec.job.outputs.empty() ? "a" : "b");
        spec.job.outputs.push_back(output);
    }
    spec.input_path = (m_folder.path() / "source").string();
    spec.package_dir = (m_folder.path() / "package").string();
    make_package(spec, "0123456789ab");
}

void PackageFixture::replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = read(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from << " is not in " << file << ":\n" << text;
    write(file, text.replace(at, from.size(), to));
}

void PackageFixture::replace_in_both(const std::string& rung, const std::string& from, const std::string& to) const {
    replace(rung + kVersion + "playlist.m3u8", from, to);
    replace(rung + "/playlist.m3u8", from, to);
}

void PackageFixture::swap(const std::string& one, const std::string& other) const {
    const std::string content = read(one);
    write(one, read(other));
    write(other, content);
}

verify::VerifyReport PackageFixture::verify(verify::VerifyLevel level, verify::SourceExpectation source) const {
    verify::VerifyOptions options;
    options.level = level;
    options.source = source;
    options.threads = 2;
    auto report = verify::verify_package(m_folder.path() / "package", "index.m3u8", options, {}, {});
    EXPECT_TRUE(report) << report.error().text();
    return report ? *report : verify::VerifyReport();
}

void PackageFixture::expect_found(verify::CheckId check, const std::string& file, const std::string& words) const {
    expect_found(verify(verify::VerifyLevel::Fast), check, file, words);
}

void PackageFixture::expect_found(const verify::VerifyReport& report, verify::CheckId check, const std::string& file,
                                  const std::string& words) const {
    EXPECT_FALSE(report.ok());
    for (const verify::Finding& finding : report.check(check).findings) {
        if (finding.file == file && finding.problem.find(words) != std::string::npos) {
            return;
        }
    }
    ADD_FAILURE() << "no finding of " << verify::to_string(check) << " in " << file << " that says \"" << words
                  << "\":\n"
                  << report.to_json().dump(2);
}

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/wreck.h"

#include "tests/media/verify/clip.h"
#include "tests/media/verify/made_package.h"

namespace framehand::test {

namespace verify = media::verify;

namespace {

constexpr double kClipSeconds = 10;

struct SoundPackage {
    explicit SoundPackage(PackageForm form) { make(form); }

    void make(PackageForm form) {
        const std::filesystem::path clip = folder.path() / "clip.mp4";
        cut_clip(std::filesystem::path(FRAMEHAND_TEST_MEDIA) / "phone-240p-vfr.mp4", clip, kClipSeconds);
        jobs::TranscodeSpec spec;
        spec.job.hls.segment_format =
            form == PackageForm::Fmp4 ? jobs::SegmentFormat::Fmp4 : jobs::SegmentFormat::MpegTs;
        spec.job.hls.segment_time = 4;
        if (form == PackageForm::Fmp4) {
            spec.job.deliverables = {jobs::Deliverable::Dash};
        }
        for (const char* const rung : {"240p", "120p"}) {
            jobs::OutputRequest output;
            output.resolution = rung;
            output.bitrate = spec.job.outputs.empty() ? 400'000 : 150'000;
            output.dest_path = std::string("film/") + (spec.job.outputs.empty() ? "a" : "b");
            spec.job.outputs.push_back(output);
        }
        spec.input_path = clip.string();
        spec.package_dir = (folder.path() / "package").string();
        make_package(spec, Wreck::kVersion.substr(2));
    }

    TempFolder folder;
};

const SoundPackage& sound_package(PackageForm form) {
    if (form == PackageForm::Fmp4) {
        static const SoundPackage kFmp4(PackageForm::Fmp4);
        return kFmp4;
    }
    static const SoundPackage kTs(PackageForm::MpegTs);
    return kTs;
}

/// Where the value of an attribute stands in the first line that begins with the tag.
std::pair<std::size_t, std::size_t> find_attribute(const std::string& text, const std::string& tag,
                                                   const std::string& attribute) {
    const std::size_t line = text.find("#" + tag + ":");
    const std::size_t end_of_line = text.find('\n', line);
    std::size_t at = text.find(attribute + "=", line);
    while (at < end_of_line && text[at - 1] != ':' && text[at - 1] != ',') {
        at = text.find(attribute + "=", at + 1);
    }
    EXPECT_LT(at, end_of_line) << attribute << " is not in " << tag << ":\n" << text;
    const std::size_t begin = at + attribute.size() + 1;
    const std::size_t end = text[begin] == '"' ? text.find('"', begin + 1) + 1 : text.find_first_of(",\n", begin);
    return {begin, end};
}

} // namespace

Wreck::Wreck(PackageForm form) {
    // Not with copy_options::recursive: libstdc++ 12 takes all folders of Windows for one.
    const auto sound = sound_package(form).folder.path() / "package";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(sound)) {
        const auto copy = m_folder.path() / entry.path().lexically_relative(sound);
        if (entry.is_directory()) {
            std::filesystem::create_directory(copy);
        } else {
            std::filesystem::copy_file(entry.path(), copy);
        }
    }
}

std::filesystem::path Wreck::source(PackageForm form) {
    return sound_package(form).folder.path() / "clip.mp4";
}

void Wreck::remove(const std::string& file) const {
    ASSERT_TRUE(std::filesystem::remove(path(file))) << file;
}

void Wreck::copy(const std::string& from, const std::string& to) const {
    write(to, read(from));
}

void Wreck::replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = read(file);
    const std::size_t found = text.find(from);
    ASSERT_NE(found, std::string::npos) << from << " is not in " << file << ":\n" << text;
    write(file, text.replace(found, from.size(), to));
}

void Wreck::replace_in_both(const std::string& rung, const std::string& from, const std::string& to) const {
    replace(at(rung, "playlist.m3u8"), from, to);
    replace(rung + "/playlist.m3u8", from, to);
}

void Wreck::change(const std::string& file, const std::function<std::string(std::string)>& change) const {
    const std::string before = read(file);
    const std::string after = change(before);
    ASSERT_NE(before, after) << file;
    write(file, after);
}

void Wreck::set_attribute(const std::string& tag, const std::string& attribute, const std::string& value) const {
    std::string text = read(kTop);
    const auto [begin, end] = find_attribute(text, tag, attribute);
    ASSERT_NE(text.substr(begin, end - begin), value);
    write(kTop, text.replace(begin, end - begin, value));
}

std::string Wreck::attribute(const std::string& tag, const std::string& attribute) const {
    const std::string text = read(kTop);
    const auto [begin, end] = find_attribute(text, tag, attribute);
    return text.substr(begin, end - begin);
}

verify::VerifyReport Wreck::verify(verify::VerifyLevel level, verify::SourceExpectation source) const {
    verify::VerifyOptions options;
    options.level = level;
    options.source = std::move(source);
    options.threads = 2;
    auto report = verify::verify_package(m_folder.path(), kTop, options, {}, {});
    EXPECT_TRUE(report) << report.error().text();
    return report ? *report : verify::VerifyReport();
}

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/verify_verb.h"

#include "app/framehand_transcoder/walls.h"
#include "core/media/inspector.h"
#include "core/media/verify/package_verifier.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <ostream>
#include <system_error>

namespace framehand::transcoder {

namespace {

namespace verify = media::verify;

constexpr const char* kDefaultPlaylist = "index.m3u8";
constexpr double kMaxFrameRate = 60.5;

/// What a package of this source must hold. Containers count frames roughly and hide some by edit lists, so the range
/// is generous; the exact count is checked among the renditions.
verify::SourceExpectation expectation_of(const media::MediaInfo& info) {
    verify::SourceExpectation expectation;
    expectation.audio = info.audio.empty() ? verify::AudioPresence::Absent : verify::AudioPresence::Present;
    const double duration = info.video && info.video->duration_sec > 0 ? info.video->duration_sec : info.duration_sec;
    if (duration > 0) {
        expectation.duration_sec = duration;
        expectation.duration_tolerance_sec = std::max(0.5, duration * 0.01);
    }
    if (info.video) {
        expectation.min_frames = 1;
        const double rate = info.video->frame_rate.value();
        if (rate > 0 && rate <= kMaxFrameRate && duration > 0 && info.video->timing == media::FrameTiming::Constant) {
            const double frames = rate * duration;
            const double slack = std::max(3.0, frames * 0.01);
            expectation.min_frames = std::max<std::int64_t>(1, std::llround(frames - slack));
            // Deinterlacing may make one frame of each field.
            expectation.max_frames = std::llround(2 * (frames + slack));
        }
    }
    return expectation;
}

void print_for_people(const verify::VerifyReport& report, std::ostream& output) {
    for (const verify::Check& check : report.checks()) {
        output << (check.passed() ? "ok      " : "FAILED  ") << verify::to_string(check.id) << ": "
               << verify::promise_of(check.id) << '\n';
        for (const verify::Finding& finding : check.findings) {
            output << "        " << finding.file << ": " << finding.problem << '\n';
        }
        if (check.more > 0) {
            output << "        and " << check.more << " more\n";
        }
    }
}

} // namespace

CLI::App* VerifyVerb::declare(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("verify", "Check a finished package against everything that it promises");
    verb->add_option("package", m_package, "The package's folder, or its multivariant playlist")->required();
    verb->add_option("--level", m_level, "full decodes everything, fast the first picture of each segment")
        ->check(CLI::IsMember({"fast", "full"}))
        ->capture_default_str();
    verb->add_option("--source", m_source, "The video that it was made from, to compare with");
    verb->add_flag("--json", m_json, "Print the report as JSON");
    return verb;
}

base::Result<ExitCode> VerifyVerb::run(const Services& services) {
    verify::VerifyOptions options;
    options.level = m_level == "fast" ? verify::VerifyLevel::Fast : verify::VerifyLevel::Full;
    options.threads = services.cores;
    const std::filesystem::path package(m_package);
    std::error_code error;
    const bool is_playlist = package.extension() == ".m3u8" && !std::filesystem::is_directory(package, error);
    const std::filesystem::path parent = package.has_parent_path() ? package.parent_path() : ".";
    FH_TRY(wall_off_reader(services, {is_playlist ? parent : package, m_source}));
    if (!m_source.empty()) {
        FH_ASSIGN(const media::MediaInfo info, media::inspect(m_source, {}));
        options.source = expectation_of(info);
    }
    FH_ASSIGN(const verify::VerifyReport report,
              verify::verify_package(is_playlist ? parent : package,
                                     is_playlist ? package.filename().string() : kDefaultPlaylist, options, {}, {}));
    if (m_json) {
        services.output << base::dump_json(report.to_json()) << '\n';
    } else {
        print_for_people(report, services.output);
    }
    return report.ok() ? ExitCode::Ok : ExitCode::Failed;
}

} // namespace framehand::transcoder

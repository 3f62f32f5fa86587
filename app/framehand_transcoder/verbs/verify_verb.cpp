// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/verify_verb.h"

#include "app/framehand_transcoder/walls.h"
#include "core/media/verify/package_verifier.h"
#include "core/media/verify/source_expectation.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <ostream>
#include <system_error>

namespace framehand::transcoder {

namespace {

namespace verify = media::verify;

constexpr const char* kDefaultPlaylist = "index.m3u8";

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
        FH_ASSIGN(options.source, verify::expect_from_source(m_source, options.level, options.threads, {}));
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

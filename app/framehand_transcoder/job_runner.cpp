// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/job_runner.h"

#include "app/framehand_transcoder/file_job.h"
#include "app/framehand_transcoder/spec_input.h"
#include "app/framehand_transcoder/timed_inspection.h"
#include "core/media/assemble.h"
#include "core/media/copy_scan.h"
#include "core/media/planner.h"
#include "core/media/run_preparation.h"
#include "core/media/verify/package_verifier.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace framehand::transcoder {

namespace {

// Shares of the percent that a job shows; transcoding has 0 to 95.
constexpr double kLooked = 1; // before it begins
constexpr double kVerifyBegins = 95;
constexpr double kHashBegins = 99;
constexpr double kEnd = 100;

} // namespace

base::Result<jobs::PackageManifest> JobRunner::run() {
    FH_ASSIGN(media::MediaInfo info, inspect_within(m_spec.limits, m_source));
    FH_ASSIGN(const media::Plan plan, choose_plan(info));
    auto output = make_verified(plan);
    const bool is_whole = !m_spec.segments && m_spec.parts.empty();
    if (!output && output.error().code == base::ErrorCode::Unsupported && media::copies(plan) && is_whole) {
        m_services.logger.warning("the video cannot be copied; it is encoded", {{"reason", output.error().text()}});
        info.video->copy = media::CopyFacts();
        info.video->copy->obstacle = output.error().text();
        FH_ASSIGN(const media::Plan encoded, plan_for(info));
        output = make_verified(encoded);
    }
    if (!output) {
        return output.error();
    }
    if (m_spec.job.work == jobs::Work::File) {
        FH_TRY(keep_film(*output));
    }
    return hash(*output);
}

base::Result<media::Plan> JobRunner::choose_plan(media::MediaInfo& info) {
    FH_ASSIGN(media::Plan encoded, plan_for(info));
    const std::filesystem::path begun = m_spec.parts.empty() ? m_spec.package_dir : m_spec.parts.front();
    if (media::holds_segments(m_services.file_system, begun, m_source, encoded)) {
        return encoded; // an earlier run found that nothing can be copied
    }
    const base::CancelToken never; // the parent ends the process
    FH_TRY(media::look_for_copy(info, m_source, m_spec.job, never, [this](double fraction) {
        jobs::TranscodeProgress progress;
        progress.percent = fraction * kLooked;
        m_services.events.progress(std::move(progress));
    }));
    return plan_for(info);
}

base::Result<media::Plan> JobRunner::plan_for(const media::MediaInfo& info) const {
    return media::make_plan(info, m_spec.job, m_spec.capabilities, threads_of(m_spec, m_services.cores));
}

base::Result<media::TranscodeOutput> JobRunner::make_verified(const media::Plan& plan) {
    m_services.events.write(jobs::TranscodePlanned{media::plan_to_json(plan)});
    FH_ASSIGN(media::TranscodeOutput output, make(plan));
    if (m_spec.segments) {
        return output;
    }
    if (auto sound = verify(output, plan); !sound) {
        const bool may_be_the_copy = sound.error().code == base::ErrorCode::CorruptData && media::copies(plan);
        return may_be_the_copy ? base::fail(base::ErrorCode::Unsupported,
                                            "the source cannot be copied: the package would break its promises",
                                            sound.error().cause)
                               : sound.error();
    }
    return output;
}

base::Result<media::TranscodeOutput> JobRunner::make(const media::Plan& plan) {
    const base::CancelToken never; // the parent ends the process
    const auto report = [this](const jobs::TranscodeProgress& progress) { m_services.events.progress(progress); };
    if (!m_spec.parts.empty()) {
        return media::assemble(m_services.file_system, m_spec, plan, report, never, m_ranges);
    }
    const auto show = [this](const jobs::TranscodePreview& preview) { m_services.events.write(preview); };
    return media::Transcoder(m_services.file_system, m_services.clock, show, m_ranges).run(m_spec, plan, report, never);
}

base::Status JobRunner::verify(const media::TranscodeOutput& output, const media::Plan& plan) {
    report_verify(kVerifyBegins);
    media::verify::VerifyOptions options;
    options.level = media::verify::VerifyLevel::Full;
    options.threads = threads_of(m_spec, m_services.cores);
    if (m_spec.job.work == jobs::Work::File) {
        options.decoded = media::verify::DecodedParts::SingleFiles;
    }
    options.source.audio =
        !plan.audio.empty() ? media::verify::AudioPresence::Present : media::verify::AudioPresence::Absent;
    if (plan.video) {
        // All rungs show the frames of one decoder; what it counted must be in each package again.
        options.source.min_frames = output.renditions.empty() ? 1 : output.renditions.front().frames;
        options.source.max_frames = options.source.min_frames;
    }
    FH_ASSIGN(const media::verify::VerifyReport report,
              media::verify::verify_package(m_spec.package_dir, m_spec.layout.multivariant, options, {},
                                            [this](double fraction) {
                                                report_verify(kVerifyBegins + fraction * (kHashBegins - kVerifyBegins));
                                            }));
    if (report.ok()) {
        return {};
    }
    for (const media::verify::Check& check : report.checks()) {
        for (const media::verify::Finding& finding : check.findings) {
            m_services.logger.error("the finished package breaks a promise",
                                    {{"check", std::string(media::verify::to_string(check.id))},
                                     {"file", finding.file},
                                     {"problem", finding.problem}});
        }
    }
    return base::fail(base::ErrorCode::CorruptData, "the finished package breaks its promises", report.first_problem());
}

base::Status JobRunner::keep_film(media::TranscodeOutput& output) const {
    const std::string name = film_name(m_spec.job);
    const auto film = std::ranges::find_if(output.files, [&](const std::string& file) { return file.ends_with(name); });
    if (film == output.files.end()) {
        return base::fail(base::ErrorCode::Internal, "the finished package has no " + name);
    }
    const std::filesystem::path root = m_spec.package_dir;
    FH_TRY(m_services.file_system.rename(root / *film, root / name));
    FH_TRY(m_services.file_system.sync_directory(root));
    output.files = {name};
    return {};
}

base::Result<jobs::PackageManifest> JobRunner::hash(const media::TranscodeOutput& output) {
    jobs::PackageManifest manifest;
    manifest.layout = m_spec.layout;
    manifest.segments = output.segments;
    manifest.duration_sec = output.duration_sec;
    manifest.renditions = output.renditions;
    manifest.notes = output.notes;
    for (const std::string& file : output.files) {
        const auto hashed = m_services.file_system.hash_file(std::filesystem::path(m_spec.package_dir) / file, {});
        if (!hashed) {
            return hashed.error().wrapped("the finished package cannot be read back");
        }
        manifest.files.push_back({file, hashed->bytes, hashed->sha256});
        report_verify(kHashBegins + (kEnd - kHashBegins) * static_cast<double>(manifest.files.size()) /
                                        static_cast<double>(output.files.size()));
    }
    return manifest;
}

void JobRunner::report_verify(double percent) {
    jobs::TranscodeProgress progress = m_services.events.last_progress();
    progress.phase = jobs::TranscodeProgress::Phase::Verify;
    progress.percent = percent;
    m_services.events.progress(std::move(progress));
}

} // namespace framehand::transcoder

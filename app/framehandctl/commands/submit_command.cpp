// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/submit_command.h"

#include "app/framehandctl/background_work.h"
#include "app/framehandctl/display_width.h"
#include "app/framehandctl/growing_file.h"
#include "app/framehandctl/job_watcher.h"
#include "app/framehandctl/nas_root_finder.h"
#include "app/framehandctl/own_transcoder.h"
#include "app/framehandctl/plan_printer.h"
#include "app/framehandctl/play_hint.h"
#include "app/framehandctl/polled_progress.h"
#include "core/base/whole_path.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

namespace {

using base::ErrorCode;
using base::fail;

base::Json body_of(const jobs::Job& job, int priority) {
    base::Json body = jobs::to_json(job);
    body.erase("job_id"); // the orchestrator gives it
    body["priority"] = priority;
    return body;
}

} // namespace

std::string_view SubmitCommand::description() const {
    return "Turn a video into an HLS package on the NAS";
}

std::string_view SubmitCommand::examples() const {
    return R"(A video that is not on the NAS is copied into framehand-inbox/ there first. The package is <output>/index.m3u8.
With --wait the exit code is 0 when the package is in place and 1 when the job failed; Ctrl-C leaves the job running.

Examples:
  framehandctl submit /mnt/nas/films/heat.mkv --wait
  framehandctl submit heat.mkv --output hls/heat --rungs 1080p,720p:2500k,480p
  framehandctl submit /mnt/nas/films/heat.mkv --dry-run)";
}

void SubmitCommand::add_options(CLI::App& app) {
    app.add_option("VIDEO", m_video, "The video, on the NAS or anywhere else")->required();
    app.add_option("--output", m_output, "Folder of the package on the NAS (default: hls/<name of the video>)")
        ->type_name("DIR");
    m_ladder.add_to(app);
    app.add_option("--priority", m_priority, "Jobs with a higher one go first (default: 0)")->type_name("N");
    app.add_flag("--dry-run", m_dry_run, "Say what would be made, and do nothing");
    app.add_flag("--wait", m_wait, "Show the progress until the job ends");
}

base::Result<std::string> SubmitCommand::output_below(const std::filesystem::path& root, const Context& context) const {
    if (m_output.empty()) {
        return "hls/" + std::filesystem::path(m_video).stem().string();
    }
    const std::filesystem::path output(m_output);
    if (!base::is_absolute(output)) {
        const std::string folder = output.lexically_normal().generic_string();
        return folder == "." ? std::string() : folder;
    }
    const std::filesystem::path wanted = context.absolute(m_output);
    if (wanted == root) {
        return std::string();
    }
    std::optional<std::string> relative = relative_to(wanted, root);
    if (!relative) {
        return fail(ErrorCode::InvalidArgument, "--output: " + m_output + " is not below the NAS folder " +
                                                    root.string() + "; give a folder in it, such as hls/film");
    }
    return *relative;
}

base::Status SubmitCommand::check_output(const std::string& output) const {
    FH_ASSIGN(const jobs::Job job, m_ladder.job("video", output));
    if (const auto layout = jobs::make_layout(job, new_package_id()); !layout) {
        return fail(ErrorCode::InvalidArgument,
                    "--output: \"" + output +
                        "\" cannot be used; give a folder on the NAS, "
                        "such as hls/film",
                    layout.error().text());
    }
    return {};
}

base::Result<NasVideo> SubmitCommand::bring_video(Context& context, const std::filesystem::path& root) {
    const Services& services = context.services();
    ProgressReporter reporter(context.console());
    GrowingFile copy(services.files);
    const PolledProgress progress(services.timers, reporter, "copying to the NAS", [&copy] { return copy.percent(); });
    NasVideoImporter importer(services.files, root);
    const std::filesystem::path video = context.absolute(m_video);
    auto brought = run_in_background<NasVideo>(services.background, services.interrupted, [&] {
        return importer.import(
            video,
            [&copy](const std::filesystem::path& temporary, std::uint64_t bytes) { copy.begin(temporary, bytes); },
            services.interrupted);
    });
    if (brought && brought->way == NasVideo::Way::Copied) {
        context.console().note("copied to the NAS: " + brought->relative);
    } else if (brought && brought->way == NasVideo::Way::Reused) {
        context.console().note("already on the NAS: " + brought->relative);
    }
    return brought;
}

base::Result<ExitCode> SubmitCommand::run(Context& context) {
    FH_TRY(m_ladder.check());
    FH_ASSIGN(const std::filesystem::path root, find_nas_root(context));
    FH_ASSIGN(const std::string output, output_below(root, context));
    FH_TRY(check_output(output));
    FH_ASSIGN(OrchestratorClient orchestrator, context.orchestrator());
    // Before a large file is copied for nobody.
    FH_TRY(orchestrator.get("/healthz"));

    if (m_dry_run) {
        const auto relative = relative_to(context.absolute(m_video), root);
        if (!relative) {
            return fail(ErrorCode::InvalidArgument,
                        "--dry-run works with videos on the NAS; for this one use: framehandctl plan " +
                            shell_word(m_video));
        }
        FH_ASSIGN(const jobs::Job job, m_ladder.job(*relative, output));
        return dry_run(context, orchestrator, body_of(job, m_priority));
    }
    FH_ASSIGN(const NasVideo video, bring_video(context, root));
    FH_ASSIGN(const jobs::Job job, m_ladder.job(video.relative, output));
    FH_ASSIGN(const base::Json answer, orchestrator.post("/api/v1/jobs", body_of(job, m_priority)));
    FH_ASSIGN(const JobView view, job_view_from_json(answer));
    if (m_wait) {
        context.console().note("job " + view.job_id);
        return wait_for(context, orchestrator, view.job_id, root);
    }
    context.console().line("job " + view.job_id + " is queued; follow it with: framehandctl job " + view.job_id);
    context.console().json(answer);
    return ExitCode::Ok;
}

base::Result<ExitCode> SubmitCommand::dry_run(Context& context, OrchestratorClient& orchestrator,
                                              const base::Json& body) {
    base::Json request = body;
    request["dry_run"] = true;
    FH_ASSIGN(const base::Json answer, orchestrator.post("/api/v1/jobs", request));
    for (const std::string& line :
         plan_lines(answer.is_object() && answer.contains("plan") ? answer["plan"] : answer)) {
        context.console().line(line);
    }
    context.console().json(answer);
    return ExitCode::Ok;
}

base::Result<ExitCode> SubmitCommand::wait_for(Context& context, OrchestratorClient& orchestrator,
                                               const std::string& job_id, const std::filesystem::path& root) {
    Console& console = context.console();
    const Services& services = context.services();
    ProgressReporter reporter(console);
    JobWatcher watcher(orchestrator, services.timers, services.clock, JobWatcher::Options());
    auto end =
        watcher.watch(job_id, services.interrupted, [&reporter](const ProgressView& view) { reporter.show(view); });
    if (!end) {
        return end.error().code == ErrorCode::Cancelled
                   ? fail(ErrorCode::Cancelled,
                          "no longer waiting; the job goes on. Follow it with: framehandctl job " + job_id +
                              "; stop it with: framehandctl cancel " + job_id)
                   : end.error();
    }
    base::Json last = end->job;
    last["event"] = "end";
    if (end->view.state == jobs::JobState::Completed) {
        const std::filesystem::path index = root / std::filesystem::path(end->view.manifest_url).relative_path();
        for (const std::string& note : end->view.notes) {
            console.note("note: " + printable(note));
        }
        for (const std::string& line : play_hint(index)) {
            console.line(line);
        }
        last["index"] = index.string();
        console.json(last);
        return ExitCode::Ok;
    }
    console.json(last);
    if (end->view.state == jobs::JobState::Cancelled) {
        return fail(ErrorCode::Cancelled, "the job was cancelled: " + job_id);
    }
    std::string message = "the job failed: " + job_id;
    for (const std::string& cause : causes_of(end->view)) {
        message += "\n  " + printable(cause);
    }
    return fail(ErrorCode::Internal, message + "\nAfter the cause is mended: framehandctl retry " + job_id);
}

} // namespace framehand::cli

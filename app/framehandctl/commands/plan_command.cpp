// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/plan_command.h"

#include "app/framehandctl/own_transcoder.h"
#include "app/framehandctl/plan_printer.h"
#include "core/worker/allowed_capabilities.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view PlanCommand::description() const {
    return "How a video would be turned into a package, on this machine";
}

std::string_view PlanCommand::examples() const {
    return R"(Nothing is written and no daemon is needed.

Examples:
  framehandctl plan heat.mkv
  framehandctl plan heat.mkv --rungs 2160p,1080p --json)";
}

void PlanCommand::add_options(CLI::App& app) {
    app.add_option("VIDEO", m_video, "The video")->required();
    m_ladder.add_to(app);
}

base::Result<ExitCode> PlanCommand::run(Context& context) {
    FH_ASSIGN(jobs::Job job, m_ladder.job(m_video, "package"));
    job.job_id = "plan";
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    const auto video = context.services().files.canonical(context.absolute(m_video));
    if (!video) {
        return base::fail(base::ErrorCode::NotFound, "video does not exist: " + m_video);
    }
    FH_ASSIGN(OwnTranscoder transcoder, OwnTranscoder::locate(context));
    FH_ASSIGN(jobs::Capabilities measured, transcoder.capabilities(worker::CapabilityUse::CachedIfValid));
    auto capabilities = worker::allowed_capabilities(std::move(measured), loaded->settings.encoders);
    FH_ASSIGN(const jobs::TranscodeSpec spec,
              make_spec(std::move(job), *video, std::move(capabilities), loaded->settings.threads));
    const auto plan = transcoder.plan(spec);
    if (!plan) {
        return context.report_failure(plan.error());
    }
    for (const std::string& line : plan_lines(*plan)) {
        context.console().line(line);
    }
    context.console().json(*plan);
    return ExitCode::Ok;
}

} // namespace framehand::cli

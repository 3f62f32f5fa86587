// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/transcode_command.h"

#include "app/framehandctl/one_off_transcode.h"
#include "app/framehandctl/own_transcoder.h"
#include "app/framehandctl/play_hint.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view TranscodeCommand::description() const {
    return "Turn one video into a package in a folder, without any daemon";
}

std::string_view TranscodeCommand::examples() const {
    return R"(The package is DIR/index.m3u8. It appears there only when it is complete and verified; Ctrl-C leaves nothing.

Examples:
  framehandctl transcode heat.mkv ./heat-hls
  framehandctl transcode heat.mkv ./heat-hls --rungs 720p --segment-format ts)";
}

void TranscodeCommand::add_options(CLI::App& app) {
    app.add_option("VIDEO", m_video, "The video")->required();
    app.add_option("DIR", m_dir, "Folder of the package; made if it is missing")->required();
    m_ladder.add_to(app);
}

base::Result<ExitCode> TranscodeCommand::run(Context& context) {
    FH_ASSIGN(jobs::Job job, m_ladder.job(m_video, ""));
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    const auto video = context.services().files.canonical(context.absolute(m_video));
    if (!video) {
        return base::fail(base::ErrorCode::NotFound, "video does not exist: " + m_video);
    }
    const std::filesystem::path dir = context.absolute(m_dir);
    job.job_id = "transcode " + dir.string();
    FH_ASSIGN(OwnTranscoder transcoder, OwnTranscoder::locate(context));
    FH_ASSIGN(jobs::Capabilities capabilities, transcoder.capabilities(worker::CapabilityUse::CachedIfValid));
    FH_ASSIGN(jobs::TranscodeSpec spec,
              make_spec(std::move(job), *video, std::move(capabilities), loaded->settings.threads));

    OneOffTranscode work(context, transcoder.program(), loaded->settings, dir);
    const auto outcome = work.run(std::move(spec));
    if (!outcome) {
        return context.report_failure(outcome.error());
    }
    Console& console = context.console();
    for (const std::string& note : outcome->manifest.notes) {
        console.note("note: " + note);
    }
    for (const std::string& line : play_hint(outcome->index)) {
        console.line(line);
    }
    console.json(base::Json{{"event", "end"},
                            {"state", "COMPLETED"},
                            {"index", outcome->index.string()},
                            {"bytes", outcome->manifest.total_bytes()},
                            {"notes", outcome->manifest.notes}});
    return ExitCode::Ok;
}

} // namespace framehand::cli

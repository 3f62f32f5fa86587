// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/doctor_command.h"

#include "app/framehandctl/background_work.h"
#include "app/framehandctl/disk_doctor.h"
#include "app/framehandctl/local_daemon.h"
#include "app/framehandctl/nas_root_finder.h"
#include "app/framehandctl/orchestrator_client.h"
#include "app/framehandctl/own_transcoder.h"
#include "app/framehandctl/sandbox_doctor.h"
#include "app/framehandctl/status_text.h"

namespace framehand::cli {

namespace {

Diagnosis examine_settings(Context& context) {
    const auto loaded = context.settings();
    if (!loaded) {
        return {"settings", Health::Fail, loaded.error().text(), "correct that, then run framehandctl doctor again"};
    }
    const settings::LoadedSettings& settings = **loaded;
    return {"settings", settings.warnings.empty() ? Health::Ok : Health::Warn,
            settings.config_exists ? settings.config_path.string()
                                   : "no settings file, defaults apply (" + settings.config_path.string() + ")",
            settings.warnings.empty() ? "" : settings.warnings.front()};
}

Diagnosis examine_orchestrator(Context& context, const settings::Settings& settings) {
    OrchestratorClient orchestrator(context.services().http, settings.orchestrator_url, context.services().interrupted);
    const auto health = orchestrator.get("/healthz");
    if (!health) {
        return {"orchestrator", Health::Fail, health.error().text(),
                "start it there, or correct the address: framehandctl config set orchestrator_url "
                "http://server:8787"};
    }
    return {"orchestrator", Health::Ok, orchestrator_line(*health, orchestrator.url()), ""};
}

Diagnosis examine_daemon(Context& context) {
    const auto daemon = connect_to_daemon(context);
    if (!daemon) {
        return {"daemon", Health::Warn, "no framehandd of yours is running here",
                "start it with \"framehandd worker\" if this machine is to do jobs"};
    }
    return {"daemon", Health::Ok, "framehandd " + daemon->daemon_version() + " is running", ""};
}

Diagnosis examine_encoders(Context& context) {
    auto transcoder = OwnTranscoder::locate(context);
    auto capabilities = transcoder ? transcoder->capabilities(worker::CapabilityUse::CachedIfValid)
                                   : base::Result<jobs::Capabilities>(transcoder.error());
    if (!capabilities) {
        return {"encoders", Health::Fail, capabilities.error().text(), "see what framehandctl probe --refresh says"};
    }
    const auto working = capabilities->working_video_encoders();
    if (working.empty()) {
        return {"encoders", Health::Fail, "no video encoder works",
                "install FFmpeg's libraries with libx264; framehandctl probe gives the reasons"};
    }
    std::string names;
    for (const std::string& name : working) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return {"encoders", Health::Ok, names + "; up to " + capabilities->max_resolution(), ""};
}

} // namespace

std::string_view DoctorCommand::description() const {
    return "Check everything that Framehand needs; says what to do";
}

std::string_view DoctorCommand::examples() const {
    return R"(Exit code 1 if a check fails. A warning is no failure.

Examples:
  framehandctl doctor
  framehandctl doctor --nas-mount-path /mnt/nas --json)";
}

void DoctorCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> DoctorCommand::run(Context& context) {
    DoctorReport report;
    report.add(examine_settings(context));
    if (const auto loaded = context.settings()) {
        settings::Settings settings = (*loaded)->settings;
        settings.nas_mount_path = find_nas_root(context).value_or(std::filesystem::path());
        const Services& services = context.services();
        report.add(examine_orchestrator(context, settings));
        report.add(examine_daemon(context));
        FH_ASSIGN(std::vector<Diagnosis> disks,
                  run_in_background<std::vector<Diagnosis>>(
                      services.background, services.interrupted, [&]() -> base::Result<std::vector<Diagnosis>> {
                          std::vector<Diagnosis> found = examine_nas(services.files, settings.nas_mount_path);
                          for (Diagnosis& one : examine_space(services.files, settings)) {
                              found.push_back(std::move(one));
                          }
                          return found;
                      }));
        report.add(std::move(disks));
        report.add(examine_encoders(context));
        report.add(examine_sandbox(services.sandbox.available(), settings.transcode_sandbox));
    }
    for (const std::string& line : report.lines()) {
        context.console().line(line);
    }
    context.console().json(report.to_json());
    return report.failed() ? ExitCode::Failed : ExitCode::Ok;
}

} // namespace framehand::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/doctor_command.h"

#include "app/framehandctl/background_work.h"
#include "app/framehandctl/doctor_report.h"
#include "app/framehandctl/local_daemon.h"
#include "app/framehandctl/nas_root_finder.h"
#include "app/framehandctl/own_transcoder.h"
#include "core/doctor/disk_doctor.h"
#include "core/doctor/encoder_doctor.h"
#include "core/doctor/orchestrator_doctor.h"
#include "core/doctor/sandbox_doctor.h"
#include "core/doctor/settings_doctor.h"

#include <algorithm>
#include <iterator>

namespace framehand::cli {

namespace {

using doctor::Diagnoses;
using doctor::Diagnosis;
using doctor::Health;

Diagnosis settings_diagnosis(Context& context) {
    const auto loaded = context.settings();
    return loaded ? doctor::examine_settings(**loaded) : doctor::examine_settings(loaded.error());
}

Diagnosis orchestrator_diagnosis(const Services& services, const std::string& url) {
    return doctor::examine_orchestrator(
        await<ports::HttpResponse>(
            services.interrupted,
            [&](auto done) { return services.http.send(doctor::health_question(url), std::move(done)); }),
        url);
}

/// Nothing where the orchestrator has nothing against this PC.
base::Result<std::optional<Diagnosis>> access_diagnosis(Context& context, const std::string& url) {
    FH_ASSIGN(ports::HttpClient* const http, context.http());
    return doctor::examine_access(await<ports::HttpResponse>(context.services().interrupted,
                                                             [&](auto done) {
                                                                 return http->send(doctor::access_question(url),
                                                                                   std::move(done));
                                                             }),
                                  url);
}

Diagnosis daemon_diagnosis(Context& context) {
    const auto daemon = connect_to_daemon(context);
    if (!daemon) {
        return {"daemon", Health::Warn, "no framehandd of yours is running here",
                "start it with \"framehandd worker\" if this machine is to do jobs"};
    }
    return {"daemon", Health::Ok, "framehandd " + daemon->daemon_version() + " is running", ""};
}

Diagnosis encoders_diagnosis(Context& context) {
    auto transcoder = OwnTranscoder::locate(context);
    return doctor::examine_encoders(transcoder ? transcoder->capabilities(worker::CapabilityUse::CachedIfValid)
                                               : base::Result<jobs::Capabilities>(transcoder.error()));
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
    Diagnoses found{settings_diagnosis(context)};
    if (const auto loaded = context.settings()) {
        settings::Settings settings = (*loaded)->settings;
        settings.nas_mount_path = find_nas_root(context).value_or(std::filesystem::path());
        const Services& services = context.services();
        found.push_back(orchestrator_diagnosis(services, settings.orchestrator_url));
        if (const auto access = access_diagnosis(context, settings.orchestrator_url); !access) {
            found.push_back({"orchestrator", Health::Fail, access.error().text(), "", {}});
        } else if (*access) {
            found.push_back(**access);
        }
        found.push_back(daemon_diagnosis(context));
        FH_ASSIGN(
            Diagnoses disks,
            run_in_background<Diagnoses>(services.background, services.interrupted, [&]() -> base::Result<Diagnoses> {
                Diagnoses both = doctor::examine_nas(services.files, settings.nas_mount_path);
                std::ranges::move(doctor::examine_space(services.files, settings), std::back_inserter(both));
                return both;
            }));
        std::ranges::move(disks, std::back_inserter(found));
        found.push_back(encoders_diagnosis(context));
        found.push_back(doctor::examine_sandbox(services.sandbox.available(), settings.transcode_sandbox));
    }
    for (const std::string& line : lines_of(found)) {
        context.console().line(line);
    }
    context.console().json(doctor::to_json(found));
    return doctor::failed(found) ? ExitCode::Failed : ExitCode::Ok;
}

} // namespace framehand::cli

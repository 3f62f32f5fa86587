// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/service_report.h"

#include <filesystem>
#include <utility>

namespace framehand::daemon {

namespace {

std::string with_reason(std::string what, const std::string& reason) {
    return reason.empty() ? what : what + ": " + reason;
}

std::string job_line(const worker::WorkerState& state) {
    const auto name = state.job ? std::filesystem::path(state.job->input).filename().string() : std::string("a job");
    switch (state.phase) {
    case worker::WorkerPhase::Transcoding:
        return "transcoding " + name +
               (state.job ? ", " + std::to_string(static_cast<int>(state.job->percent)) + " %" : "");
    case worker::WorkerPhase::Committing:
        return "copying " + name + " to the share";
    case worker::WorkerPhase::Reporting:
        return "reporting the end of " + name;
    default:
        return "preparing " + name;
    }
}

} // namespace

std::string activity_line(const worker::WorkerState& state) {
    switch (state.phase) {
    case worker::WorkerPhase::Starting:
        return "starting";
    case worker::WorkerPhase::Connecting:
        return with_reason("connecting to the orchestrator", state.reason);
    case worker::WorkerPhase::Idle:
        return "waiting for jobs";
    case worker::WorkerPhase::NotReady:
        return with_reason("cannot take jobs", state.reason);
    case worker::WorkerPhase::Paused:
        return state.pause ? with_reason("paused", worker::sentence(state.pause->pause)) : "paused";
    case worker::WorkerPhase::Preparing:
    case worker::WorkerPhase::Transcoding:
    case worker::WorkerPhase::Committing:
    case worker::WorkerPhase::Reporting:
        return job_line(state);
    case worker::WorkerPhase::Stopped:
        return "stopped";
    }
    return "stopped";
}

void ServiceReport::started() {
    m_supervisor.ready();
    live();
}

void ServiceReport::failed(const base::Error& error) {
    does(error.text());
}

void ServiceReport::does(std::string line) {
    if (line != m_said) {
        m_said = std::move(line);
        m_supervisor.say(m_said);
    }
}

void ServiceReport::stopping() {
    m_next.reset();
    m_supervisor.stopping();
}

void ServiceReport::live() {
    if (const auto patience = m_supervisor.patience()) {
        m_supervisor.alive();
        m_next = m_timers.after(*patience / 2, [this] { live(); });
    }
}

} // namespace framehand::daemon

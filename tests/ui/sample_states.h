// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshot.h"

#include <QDateTime>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace framehand::test {

/// The state of a daemon that works, as the local API tells it.
[[nodiscard]] inline base::Json working_state() {
    return base::Json::parse(R"({
        "mode": "all", "version": "0.1.0", "worker_id": "pc-1", "orchestrator_url": "http://127.0.0.1:8787",
        "nas_mount_path": "/mnt/nas",
        "worker": {
            "phase": "transcoding", "since": "2026-11-21T10:00:00.000Z", "reason": "",
            "job": {"job_id": "j1", "movie_id": "m1", "input": "movies/Sintel.mkv",
                    "started_at": "2026-11-21T10:00:00.000Z", "percent": 43.9, "fps": 87.2, "speed": 3.63,
                    "eta_sec": 240, "bytes_written": 1000, "rungs": ["1080p", "720p"]},
            "pause": null, "orchestrator_reachable": true, "last_error": "", "last_error_at": null,
            "jobs_completed": 2, "jobs_failed": 1, "ignore_in_use_until": null}})");
}

/// The same, standing still for the cause of this id.
[[nodiscard]] inline base::Json paused_state(const std::string& id, double hold_sec = 0,
                                             const std::string& detail = {}) {
    auto state = working_state();
    state["worker"]["phase"] = "paused";
    state["worker"]["pause"] = {{"reason", id},
                                {"reasons",
                                 {{{"id", id},
                                   {"sentence", "the daemon's sentence"},
                                   {"goes_on", "when it says so"},
                                   {"detail", detail},
                                   {"until", nullptr},
                                   {"hold_sec", hold_sec}}}},
                                {"since", "2026-11-21T10:00:00.000Z"},
                                {"until", nullptr},
                                {"after_job", false},
                                {"released", ""}};
    return state;
}

[[nodiscard]] inline base::Json idle_state() {
    auto state = working_state();
    state["worker"]["phase"] = "idle";
    state["worker"]["job"] = nullptr;
    return state;
}

[[nodiscard]] inline ui::Snapshot with_phase(const std::string& phase) {
    auto state = working_state();
    state["worker"]["phase"] = phase;
    return ui::snapshot_of(state);
}

[[nodiscard]] inline QDateTime noon() {
    return {QDate(2026, 11, 21), QTime(12, 0)};
}

} // namespace framehand::test

// What googletest prints of a QString that is not as expected.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshot.h"

#include "ui/json_view.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace framehand::ui {

namespace {

using base::Json;
using json_view::count;
using json_view::member;
using json_view::number;
using json_view::object;
using json_view::printable;
using json_view::text;
using json_view::time;
using json_view::truth;

Phase phase_of(const QString& name) {
    struct Row {
        std::string_view name;
        Phase phase;
    };

    constexpr Row kRows[] = {
        {"starting", Phase::Starting},       {"connecting", Phase::Connecting}, {"idle", Phase::Idle},
        {"not_ready", Phase::NotReady},      {"paused", Phase::Paused},         {"preparing", Phase::Preparing},
        {"transcoding", Phase::Transcoding}, {"committing", Phase::Committing}, {"reporting", Phase::Reporting},
        {"stopped", Phase::Stopped},
    };
    const auto* const row = std::ranges::find(kRows, name.toStdString(), &Row::name);
    return row == std::end(kRows) ? Phase::Unknown : row->phase;
}

JobView job_of(const Json& json) {
    JobView job;
    job.id = text(json, "job_id");
    job.path = text(json, "input");
    job.title = title_of(job.path);
    job.percent = std::clamp(number(json, "percent", 0), 0.0, 100.0);
    job.fps = std::max(0.0, number(json, "fps", 0));
    job.speed = std::max(0.0, number(json, "speed", 0));
    job.eta_sec = number(json, "eta_sec", -1);
    if (const auto* rungs = member(json, "rungs"); rungs != nullptr && rungs->is_array()) {
        for (const auto& rung : *rungs) {
            if (rung.is_string()) {
                job.rungs.append(printable(QString::fromStdString(rung.get<std::string>())));
            }
        }
    }
    if (const auto* bytes = object(json, "rung_bytes")) {
        for (const auto& rung : std::as_const(job.rungs)) {
            job.rung_bytes.push_back(count(*bytes, rung.toStdString().c_str()));
        }
    }
    return job;
}

PauseView pause_of(const Json& json) {
    PauseView pause;
    pause.until = time(json, "until");
    pause.after_job = truth(json, "after_job");
    const auto heaviest = text(json, "reason");
    pause.by_owner = heaviest == QLatin1String("by_you") || heaviest == QLatin1String("after_job");
    if (const auto* reasons = member(json, "reasons"); reasons != nullptr && reasons->is_array()) {
        for (const auto& reason : *reasons) {
            if (reason.is_object()) {
                pause.causes.push_back({text(reason, "id"), text(reason, "detail"), text(reason, "sentence"),
                                        text(reason, "goes_on"), time(reason, "until"), number(reason, "hold_sec", 0)});
            }
        }
    }
    return pause;
}

} // namespace

QString title_of(const QString& path) {
    const QString clean = printable(path);
    const QString name = clean.mid(clean.lastIndexOf(QLatin1Char('/')) + 1);
    const auto dot = name.lastIndexOf(QLatin1Char('.'));
    // "film.mkv" has an ending; ".mkv" and "Mr. Robot" have none.
    const bool ending = dot > 0 && name.size() - dot <= 6 && !name.mid(dot).contains(QLatin1Char(' '));
    const QString title = (ending ? name.left(dot) : name).trimmed();
    return title.isEmpty() ? clean : title;
}

Snapshot snapshot_of(const Json& state) {
    Snapshot snapshot;
    snapshot.link = Link::Online;
    snapshot.orchestrator_url = text(state, "orchestrator_url");
    snapshot.settings_problem = text(state, "settings_problem");
    if (const auto* measuring = object(state, "measuring")) {
        snapshot.measuring = MeasuringView{text(*measuring, "encoder"),
                                           static_cast<int>(std::min<std::uint64_t>(count(*measuring, "done"), 10'000)),
                                           static_cast<int>(std::min<std::uint64_t>(count(*measuring, "of"), 10'000))};
    }
    const Json* worker = object(state, "worker");
    if (worker == nullptr) {
        return snapshot;
    }
    snapshot.phase = phase_of(text(*worker, "phase"));
    snapshot.reason = text(*worker, "reason");
    snapshot.orchestrator_reachable = truth(*worker, "orchestrator_reachable");
    if (const auto* job = object(*worker, "job")) {
        snapshot.job = job_of(*job);
    }
    if (const auto* pause = object(*worker, "pause")) {
        snapshot.pause = pause_of(*pause);
    }
    if (const auto* usage = object(*worker, "usage")) {
        const auto* gpu = member(*usage, "gpu_percent");
        snapshot.usage = UsageView{std::max(0.0, number(*usage, "cpu_percent", 0)), count(*usage, "memory_bytes"),
                                   gpu != nullptr && gpu->is_number() ? number(*usage, "gpu_percent", 0) : -1};
    }
    snapshot.ignore_in_use_until = time(*worker, "ignore_in_use_until");
    snapshot.last_error = text(*worker, "last_error");
    snapshot.jobs_completed = count(*worker, "jobs_completed");
    snapshot.jobs_failed = count(*worker, "jobs_failed");
    return snapshot;
}

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/status_text.h"

#include "app/framehandctl/display_width.h"
#include "app/framehandctl/progress_bar.h"

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <iterator>
#include <map>

namespace framehand::cli {

namespace {

const base::Json* object_member(const base::Json& json, const char* key) {
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_object() ? &*found : nullptr;
}

std::string text(const base::Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? printable(found->get<std::string>()) : std::string();
}

double number(const base::Json& json, const char* key, double fallback) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number() ? found->get<double>() : fallback;
}

std::string sentence_of(const std::string& phase) {
    static const std::map<std::string, std::string> kSentences{
        {"starting", "starting"},
        {"connecting", "connecting to the orchestrator"},
        {"idle", "waiting for a job"},
        {"not_ready", "cannot take jobs now"},
        {"paused", "paused"},
        {"preparing", "preparing a job"},
        {"transcoding", "transcoding"},
        {"committing", "copying a package to the NAS"},
        {"reporting", "reporting the end of a job"},
        {"stopped", "stopped"},
    };
    const auto found = kSentences.find(phase);
    return found == kSentences.end() ? phase : found->second;
}

/// In the time of this place.
std::string time_of_day(const std::string& rfc3339) {
    const auto time = QDateTime::fromString(QString::fromStdString(rfc3339), Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString() : rfc3339;
}

/// The causes of a pause, heaviest first; none from a daemon that does not tell them.
std::vector<base::Json> causes_of(const base::Json& pause) {
    std::vector<base::Json> causes;
    const auto reasons = pause.find("reasons");
    if (reasons != pause.end() && reasons->is_array()) {
        std::ranges::copy_if(*reasons, std::back_inserter(causes), &base::Json::is_object);
    }
    return causes;
}

/// "paused by you (until 2026-11-21 14:30)", "paused: on battery; keyboard or mouse in use (goes on after 5 min without
/// input)".
std::string pause_text(const base::Json& pause) {
    const std::string until = text(pause, "until");
    std::string sentences;
    std::string goes_on;
    for (const auto& cause : causes_of(pause)) {
        sentences += (sentences.empty() ? "" : "; ") + text(cause, "sentence");
        if (goes_on.empty() && text(cause, "until").empty()) {
            goes_on = text(cause, "goes_on");
        }
    }
    if (sentences.empty()) {
        sentences = text(pause, "reason") == "by_you" ? "paused by you" : "paused";
    } else if (!sentences.starts_with("paused")) {
        sentences = "paused: " + sentences;
    }
    if (!until.empty()) {
        return sentences + " (until " + time_of_day(until) + ")";
    }
    return sentences +
           (goes_on.empty() || goes_on == "once resumed" ? " (until resumed)" : " (goes on " + goes_on + ")");
}

/// What the worker does now, and what it will do then.
std::vector<std::string> worker_lines(const base::Json& worker) {
    const std::string phase = text(worker, "phase");
    const std::string reason = text(worker, "reason");
    const std::string now = "worker: " + sentence_of(phase) + (reason.empty() ? "" : ": " + reason);
    const base::Json* pause = object_member(worker, "pause");
    if (pause == nullptr) {
        return {now};
    }
    if (phase != "paused") {
        return {now, "  then " + pause_text(*pause)};
    }
    std::vector<std::string> lines{"worker: " + pause_text(*pause)};
    if (const std::string released = text(*pause, "released"); !released.empty()) {
        lines.push_back("  the transcoder was ended to give back its memory (" + released +
                        "); it will go on with what it has finished");
    }
    return lines;
}

} // namespace

std::vector<std::string> daemon_lines(const base::Json& answer) {
    const base::Json* inner = object_member(answer, "state");
    const base::Json& state = inner != nullptr ? *inner : answer;
    const base::Json* nested = object_member(state, "worker");
    const base::Json& worker = nested != nullptr ? *nested : state;
    if (!worker.is_object() || !worker.contains("phase")) {
        return {"daemon: running, without a worker"};
    }
    std::vector<std::string> lines = worker_lines(worker);
    if (const base::Json* job = object_member(worker, "job")) {
        ProgressView view{"", number(*job, "percent", -1), number(*job, "fps", 0), number(*job, "speed", 0),
                          number(*job, "eta_sec", -1)};
        lines.push_back("  job " + text(*job, "job_id") + ", " + text(*job, "input"));
        lines.push_back("  " + progress_text(view));
    }
    const auto count = [&worker](const char* key) {
        return std::to_string(static_cast<std::int64_t>(number(worker, key, 0)));
    };
    lines.push_back("  jobs since its start: " + count("jobs_completed") + " completed, " + count("jobs_failed") +
                    " failed");
    if (const std::string error = text(worker, "last_error"); !error.empty()) {
        lines.push_back("  last error: " + error);
    }
    return lines;
}

} // namespace framehand::cli

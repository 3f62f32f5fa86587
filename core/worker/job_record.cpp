// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_record.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

namespace {

std::optional<int> attempt_in(base::JsonReader& reader) {
    const auto attempt = reader.integer_or("attempt", -1);
    return attempt < 0 ? std::nullopt : std::optional(static_cast<int>(attempt));
}

} // namespace

base::Json to_json(const JobRecord& record) {
    base::Json json{{"version", 1},
                    {"job", jobs::to_json(record.job)},
                    {"phase", record.phase == JobRecord::Phase::Commit ? "commit" : "transcode"},
                    {"started_at_ms", record.started_at.time_since_epoch().count()},
                    {"starts", record.starts}};
    if (!record.package_id.empty()) {
        json["package_id"] = record.package_id;
    }
    if (record.attempt) {
        json["attempt"] = *record.attempt;
    }
    if (record.input_bytes > 0) {
        json["input_bytes"] = record.input_bytes;
    }
    if (record.manifest) {
        json["manifest"] = jobs::to_json(*record.manifest);
    }
    return json;
}

base::Result<JobRecord> job_record_from_json(const base::Json& json) {
    base::JsonReader reader(json, "");
    if (const auto version = reader.integer_or("version", 0); version != 1) {
        reader.reject("version", "is not known to this program");
    }
    const base::Json* job = reader.required_object("job");
    const base::Json* manifest = reader.optional_object("manifest");
    const auto phase = reader.required_string("phase");
    JobRecord record;
    record.started_at = base::WallTime{base::Duration{reader.integer_or("started_at_ms", 0)}};
    record.package_id = reader.string_or("package_id", "");
    record.attempt = attempt_in(reader);
    record.input_bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("input_bytes", 0)));
    record.starts = static_cast<int>(reader.integer_or("starts", 1));
    if (phase == "commit") {
        record.phase = JobRecord::Phase::Commit;
        if (manifest == nullptr) {
            reader.reject("manifest", "is missing");
        }
    } else if (phase != "transcode") {
        reader.reject("phase", "must be \"transcode\" or \"commit\"");
    }
    FH_TRY(reader.status());
    FH_ASSIGN(record.job, jobs::job_from_json(*job));
    if (manifest != nullptr) {
        FH_ASSIGN(auto parsed, jobs::manifest_from_json(*manifest));
        record.manifest = std::move(parsed);
    }
    return record;
}

base::Json to_json(const sources::JobOutcome& outcome) {
    base::Json json{{"job_id", outcome.job_id}, {"total_time_ms", outcome.total_time_ms}};
    if (outcome.completed()) {
        json["manifest_url"] = *outcome.manifest_url;
    } else {
        json["error_message"] = outcome.error_message;
    }
    if (outcome.attempt) {
        json["attempt"] = *outcome.attempt;
    }
    if (!outcome.notes.empty()) {
        json["notes"] = outcome.notes;
    }
    return json;
}

base::Result<sources::JobOutcome> outcome_from_json(const base::Json& json) {
    base::JsonReader reader(json, "");
    sources::JobOutcome outcome;
    outcome.job_id = reader.required_string("job_id");
    outcome.attempt = attempt_in(reader);
    outcome.manifest_url = reader.optional_string("manifest_url");
    outcome.error_message = reader.string_or("error_message", "");
    outcome.total_time_ms = reader.integer_or("total_time_ms", 0);
    outcome.notes = reader.strings_or_empty("notes");
    if (outcome.job_id.empty()) {
        reader.reject("job_id", "must not be empty");
    }
    FH_TRY(reader.status());
    return outcome;
}

} // namespace framehand::worker

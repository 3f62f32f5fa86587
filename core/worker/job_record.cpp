// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_record.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace framehand::worker {

namespace {

/// All but the id of the job, which stands elsewhere. What is missing was written when there was one source only.
sources::Lease lease_in(base::JsonReader& reader) {
    sources::Lease lease;
    lease.source = reader.string_or("source", lease.source);
    lease.ticket = reader.string_or("ticket", "");
    if (const auto attempt = reader.integer_or("attempt", -1); attempt >= 0) {
        lease.attempt = static_cast<int>(attempt);
    }
    return lease;
}

void write_lease(base::Json& json, const sources::Lease& lease) {
    json["source"] = lease.source;
    if (lease.attempt) {
        json["attempt"] = *lease.attempt;
    }
    if (!lease.ticket.empty()) {
        json["ticket"] = lease.ticket;
    }
}

using Step = std::pair<sources::FailedStep, std::string_view>;

constexpr std::array<Step, 4> kSteps{{{sources::FailedStep::Assignment, "assignment"},
                                      {sources::FailedStep::Input, "input"},
                                      {sources::FailedStep::Transcode, "transcode"},
                                      {sources::FailedStep::Publish, "publish"}}};

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
    write_lease(json, record.lease);
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
    record.lease = lease_in(reader);
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
    record.lease.job_id = record.job.job_id;
    if (manifest != nullptr) {
        FH_ASSIGN(auto parsed, jobs::manifest_from_json(*manifest));
        record.manifest = std::move(parsed);
    }
    return record;
}

base::Json to_json(const sources::JobOutcome& outcome) {
    base::Json json{{"job_id", outcome.lease.job_id},
                    {"total_time_ms", outcome.total_time_ms},
                    {"output_bytes", outcome.output_bytes},
                    {"media_sec", outcome.media_sec}};
    if (outcome.completed()) {
        json["manifest_url"] = *outcome.manifest_url;
    } else {
        json["error_message"] = outcome.error_message;
        json["failed_step"] = std::ranges::find(kSteps, outcome.failed_step, &Step::first)->second;
        json["retry_useless"] = outcome.retry == sources::Retry::Useless;
    }
    write_lease(json, outcome.lease);
    if (!outcome.notes.empty()) {
        json["notes"] = outcome.notes;
    }
    return json;
}

base::Result<sources::JobOutcome> outcome_from_json(const base::Json& json) {
    base::JsonReader reader(json, "");
    sources::JobOutcome outcome;
    outcome.lease = lease_in(reader);
    outcome.lease.job_id = reader.required_string("job_id");
    outcome.manifest_url = reader.optional_string("manifest_url");
    outcome.error_message = reader.string_or("error_message", "");
    const auto step = reader.string_or("failed_step", "transcode");
    if (const auto* known = std::ranges::find(kSteps, step, &Step::second); known != kSteps.end()) {
        outcome.failed_step = known->first;
    }
    outcome.retry = reader.bool_or("retry_useless", false) ? sources::Retry::Useless : sources::Retry::MayHelp;
    outcome.total_time_ms = reader.integer_or("total_time_ms", 0);
    outcome.output_bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("output_bytes", 0)));
    outcome.media_sec = reader.number_or("media_sec", 0);
    outcome.notes = reader.strings_or_empty("notes");
    if (outcome.lease.job_id.empty()) {
        reader.reject("job_id", "must not be empty");
    }
    FH_TRY(reader.status());
    return outcome;
}

} // namespace framehand::worker

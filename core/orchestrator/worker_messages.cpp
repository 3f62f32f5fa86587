// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/worker_messages.h"

#include <algorithm>

namespace framehand::orchestrator {

using base::Json;
using base::JsonReader;

namespace {

constexpr std::size_t kMaxWorkerIdBytes = 255;
constexpr std::size_t kMaxLoadBytes = 4096;
constexpr std::size_t kMaxErrorBytes = 16 * 1024;
constexpr std::size_t kMaxUrlBytes = 4096;
constexpr std::size_t kMaxMetricsBytes = 64 * 1024;

enum class WorkerIdNeed { Required, Optional };

std::string worker_id_of(const RoutedRequest& request, JsonReader& reader, WorkerIdNeed need) {
    const std::string id = reader.string_or("worker_id", request.http.header("x-worker-id"));
    const bool clean = std::ranges::none_of(id, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (id.empty() && need == WorkerIdNeed::Required) {
        reader.reject("worker_id", "is missing");
    } else if (id.size() > kMaxWorkerIdBytes || !clean) {
        reader.reject("worker_id", "must be at most 255 bytes without control characters");
    }
    return id;
}

/// A limit on what is stored, so that one worker cannot fill the database.
void limit(JsonReader& reader, std::string_view key, std::size_t bytes, std::size_t most) {
    if (bytes > most) {
        reader.reject(key, "is longer than " + std::to_string(most) + " bytes");
    }
}

} // namespace

base::Result<Registration> read_registration(const RoutedRequest& request) {
    FH_ASSIGN(const auto json, request.json_object());
    JsonReader reader(json, "");
    Registration registration;
    registration.worker_id = worker_id_of(request, reader, WorkerIdNeed::Required);
    const auto capabilities = json.find("capabilities");
    if (capabilities == json.end() || !(capabilities->is_object() || capabilities->is_array())) {
        reader.reject("capabilities", "must be an object or a list of codecs");
    }
    FH_TRY(reader.status());
    FH_ASSIGN(registration.capabilities, jobs::worker_capabilities_from_wire(*capabilities));
    return registration;
}

base::Result<SyncRequest> read_sync(const RoutedRequest& request) {
    FH_ASSIGN(const auto json, request.json_object());
    JsonReader reader(json, "");
    SyncRequest sync;
    sync.worker_id = worker_id_of(request, reader, WorkerIdNeed::Required);
    const auto status = worker_status_from_string(reader.required_string("status"));
    if (status) {
        sync.status = *status;
    } else {
        reader.reject("status", "must be \"IDLE\" or \"BUSY\"");
    }
    sync.current_job = reader.string_or("current_job_id", "");
    limit(reader, "current_job_id", sync.current_job.size(), kMaxWorkerIdBytes);
    if (const Json* load = reader.optional_object("hardware_stats"); load != nullptr) {
        limit(reader, "hardware_stats", base::dump_json(*load).size(), kMaxLoadBytes);
        sync.load = *load;
    }
    // Our own workers say here why they take no job; people see it beside the load.
    if (auto reason = reader.optional_string("not_accepting_reason")) {
        limit(reader, "not_accepting_reason", reason->size(), kMaxLoadBytes);
        sync.load["not_accepting_reason"] = std::move(*reason);
    }
    FH_TRY(reader.status());
    return sync;
}

base::Result<ProgressReport> read_progress(const RoutedRequest& request) {
    FH_ASSIGN(const auto json, request.json_object());
    JsonReader reader(json, "");
    ProgressReport report;
    report.worker_id = worker_id_of(request, reader, WorkerIdNeed::Required);
    if (reader.string_or("status", "PROCESSING") != "PROCESSING") {
        reader.reject("status", "must be \"PROCESSING\"; a job's end is told by finalize");
    }
    report.update.percent = std::clamp(reader.number_or("progress", 0), 0.0, 100.0);
    report.update.fps = std::max(0.0, reader.number_or("current_fps", 0));
    report.update.eta_sec = std::max(-1.0, reader.number_or("eta_sec", -1));
    FH_TRY(reader.status());
    return report;
}

base::Result<FinalizeReport> read_finalize(const RoutedRequest& request) {
    FH_ASSIGN(const auto json, request.json_object());
    JsonReader reader(json, "");
    FinalizeReport report;
    report.worker_id = worker_id_of(request, reader, WorkerIdNeed::Optional);
    const std::string status = reader.required_string("status");
    report.completed = status == "COMPLETED";
    if (report.completed) {
        report.manifest_url = reader.required_string("manifest_url");
        if (report.manifest_url.empty()) {
            reader.reject("manifest_url", "must not be empty");
        }
        limit(reader, "manifest_url", report.manifest_url.size(), kMaxUrlBytes);
    } else if (status == "FAILED") {
        report.error_message = reader.string_or("error_msg", "");
        if (report.error_message.empty()) {
            report.error_message = "the worker gave no reason";
        } else if (report.error_message.size() > kMaxErrorBytes) {
            report.error_message.resize(kMaxErrorBytes);
        }
        report.given_back = reader.bool_or("given_back", false);
    } else {
        reader.reject("status", "must be \"COMPLETED\" or \"FAILED\"");
    }
    if (const Json* metrics = reader.optional_object("metrics"); metrics != nullptr) {
        limit(reader, "metrics", base::dump_json(*metrics).size(), kMaxMetricsBytes);
        report.metrics = *metrics;
        JsonReader metrics_reader(*metrics, "metrics");
        if (metrics->contains("total_time_ms")) {
            report.total_time_ms = metrics_reader.integer_or("total_time_ms", 0);
        }
        FH_TRY(metrics_reader.status());
    }
    if (const auto attempt = reader.integer_or("attempt", 0); attempt > 0 && attempt <= INT32_MAX) {
        report.attempt = static_cast<int>(attempt);
    }
    FH_TRY(reader.status());
    return report;
}

} // namespace framehand::orchestrator

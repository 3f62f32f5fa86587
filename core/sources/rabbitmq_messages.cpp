// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_messages.h"

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/jobs/pipeline_failure.h"

#include <cmath>
#include <utility>

namespace framehand::sources {

namespace {

constexpr std::size_t kMaxName = 1024; // of a key: what S3 allows; of a job_id: enough

struct FieldNames {
    const char* input;
    const char* output;
};

FieldNames names_of(RabbitMqFlavour flavour) {
    return flavour == RabbitMqFlavour::Keys ? FieldNames{"input_key", "output_key"}
                                            : FieldNames{"input_s3_path", "output_s3_path"};
}

RabbitMqFlavour flavour_of(const base::Json& json) {
    const auto names = names_of(RabbitMqFlavour::S3Paths);
    return json.contains(names.input) || json.contains(names.output) ? RabbitMqFlavour::S3Paths : RabbitMqFlavour::Keys;
}

std::string name_in(base::JsonReader& reader, const char* field) {
    auto name = reader.required_string(field);
    if (name.size() > kMaxName) {
        reader.reject(field, "is longer than 1024 bytes");
    } else if (name.empty()) {
        reader.reject(field, "is empty");
    }
    return name;
}

/// As Python's datetime.fromisoformat() reads it in all its versions.
std::string iso_time(base::WallTime now) {
    auto text = base::to_rfc3339(now);
    text.replace(text.size() - 1, 1, "+00:00");
    return text;
}

std::string text_of(RabbitMqFlavour flavour) {
    return flavour == RabbitMqFlavour::Keys ? "keys" : "s3_paths";
}

} // namespace

base::Result<RabbitMqMessage> read_rabbitmq_message(std::string_view body) {
    FH_ASSIGN(const auto json, base::parse_json(body, "the message"));
    base::JsonReader reader(json, "");
    RabbitMqMessage message;
    message.job_id = name_in(reader, "job_id");
    if (json.is_object()) {
        message.flavour = flavour_of(json);
    }
    const auto names = names_of(message.flavour);
    message.input = name_in(reader, names.input);
    message.output = name_in(reader, names.output);
    FH_TRY(reader.status());
    message.options = reader.required_string("transcode_options");
    if (message.options.empty()) {
        reader.reject("transcode_options", "is empty");
    }
    if (const auto status = reader.status(); !status) {
        return jobs::pipeline_error(jobs::PipelineFailure::Parse, status.error().code, status.error().text());
    }
    return message;
}

base::Result<Lease> rabbitmq_lease_of(std::string_view body) {
    FH_ASSIGN(const auto json, base::parse_json(body, "the message"));
    base::JsonReader reader(json, "");
    Lease lease;
    lease.source = kRabbitMq;
    lease.job_id = name_in(reader, "job_id");
    if (const auto status = reader.status(); !status) {
        return base::fail(base::ErrorCode::NotFound, status.error().text());
    }
    RabbitMqTicket ticket;
    ticket.flavour = flavour_of(json);
    if (const auto output = json.find(names_of(ticket.flavour).output); output != json.end() && output->is_string()) {
        ticket.output = output->get<std::string>();
    }
    ticket.digest = base::sha256_hex(body);
    lease.ticket = to_text(ticket);
    return lease;
}

std::string to_text(const RabbitMqTicket& ticket) {
    return base::dump_json(
        {{"flavour", text_of(ticket.flavour)}, {"output", ticket.output}, {"digest", ticket.digest}});
}

base::Result<RabbitMqTicket> rabbitmq_ticket_from(const std::string& text) {
    const auto broken = base::fail(base::ErrorCode::CorruptData, "the notes on a job of RabbitMQ cannot be read");
    const auto json = base::parse_json(text, "ticket");
    if (!json) {
        return broken;
    }
    base::JsonReader reader(*json, "");
    const auto flavour = reader.required_string("flavour");
    RabbitMqTicket ticket{flavour == "keys" ? RabbitMqFlavour::Keys : RabbitMqFlavour::S3Paths,
                          reader.string_or("output", ""), reader.required_string("digest")};
    if (!reader.status() || (flavour != "keys" && flavour != "s3_paths")) {
        return broken;
    }
    return ticket;
}

std::string rabbitmq_progress(const std::string& job_id, double percent, const std::string& worker_id,
                              base::WallTime now) {
    return base::dump_json({{"job_id", job_id},
                            {"progress", std::round(percent * 10'000) / 10'000},
                            {"timestamp", iso_time(now)},
                            {"worker_id", worker_id}});
}

std::string rabbitmq_error_type(const JobOutcome& failed) {
    switch (failed.failed_step) {
    case FailedStep::Input:
        return "s3_download";
    case FailedStep::Publish:
        return "s3_upload";
    case FailedStep::Assignment:
    case FailedStep::Transcode:
        break;
    }
    const auto step = jobs::pipeline_failure_in(failed.error_message);
    return step ? std::string(to_string(*step)) : "unknown";
}

std::string rabbitmq_result(const JobOutcome& outcome, const RabbitMqTicket& ticket, const std::string& worker_id,
                            base::WallTime now) {
    const auto* output_name = names_of(ticket.flavour).output;
    base::Json json{{"job_id", outcome.lease.job_id}, {"status", outcome.completed() ? "completed" : "failed"}};
    if (ticket.flavour == RabbitMqFlavour::S3Paths) {
        json["timestamp"] = iso_time(now);
        json["worker_id"] = worker_id;
        json[output_name] = nullptr;
        json["error"] = nullptr;
        json["error_type"] = nullptr;
    }
    if (outcome.completed()) {
        json[output_name] = ticket.output;
    } else {
        json["error"] = outcome.error_message;
        json["error_type"] = rabbitmq_error_type(outcome);
    }
    return base::dump_json(json);
}

} // namespace framehand::sources

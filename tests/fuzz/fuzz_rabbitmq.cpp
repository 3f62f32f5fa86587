// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/jobs/pipeline_failure.h"
#include "core/sources/rabbitmq_job.h"
#include "core/sources/rabbitmq_messages.h"
#include "tests/fuzz/check.h"

#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::sources;
using fuzz::check;

void check_ticket(const RabbitMqTicket& ticket) {
    const auto again = rabbitmq_ticket_from(to_text(ticket));
    check(again && *again == ticket);
}

void check_told(const Lease& lease, const RabbitMqTicket& ticket) {
    JobOutcome outcome;
    outcome.lease = lease;
    outcome.error_message =
        jobs::pipeline_error(jobs::PipelineFailure::Play, base::ErrorCode::IoError, "it broke").text();
    const auto failed = base::parse_json(rabbitmq_result(outcome, ticket, "worker", base::WallTime{}), "result");
    check(failed && (*failed)["job_id"] == lease.job_id && (*failed)["error_type"] == "pipeline_play");
    outcome.manifest_url = "s3://bucket/" + ticket.output;
    const auto completed = base::parse_json(rabbitmq_result(outcome, ticket, "worker", base::WallTime{}), "result");
    const auto* output = ticket.flavour == RabbitMqFlavour::Keys ? "output_key" : "output_s3_path";
    check(completed && (*completed)["job_id"] == lease.job_id && (*completed)[output] == ticket.output);
    check(base::parse_json(rabbitmq_progress(lease.job_id, 12.5, "worker", base::WallTime{}), "progress").has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kLongestName = 1024;
    const auto text = fuzz::text_of(data, size);
    if (const auto ticket = rabbitmq_ticket_from(std::string(text))) {
        check_ticket(*ticket);
    } else {
        fuzz::check_error(ticket.error());
    }
    const auto message = read_rabbitmq_message(text);
    const auto lease = rabbitmq_lease_of(text);
    if (!message) {
        fuzz::check_error(message.error());
    }
    if (!lease) {
        fuzz::check_error(lease.error());
        check(!message);
        return 0;
    }
    check(!lease->job_id.empty() && lease->job_id.size() <= kLongestName);
    const auto ticket = rabbitmq_ticket_from(lease->ticket);
    check(ticket.has_value());
    check_ticket(*ticket);
    check_told(*lease, *ticket);
    if (message) {
        check(message->job_id == lease->job_id && message->output == ticket->output &&
              message->flavour == ticket->flavour);
        const auto job = job_of(*message, "videos");
        check(job.input.source_url == "s3://videos/" + message->input && job.pipeline == message->options);
        const auto again = jobs::job_from_json(jobs::to_json(job));
        check(again && *again == job);
    }
    return 0;
}

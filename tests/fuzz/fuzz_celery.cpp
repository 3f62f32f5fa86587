// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_inspect.h"
#include "core/sources/celery_repr.h"
#include "core/sources/celery_task.h"
#include "core/sources/celery_ticket.h"
#include "core/sources/celery_time.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::sources;
using fuzz::check;

/// Dates that have four digits for their year in every zone.
bool is_common(base::WallTime time) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
    return date.year() > std::chrono::year{0} && date.year() < std::chrono::year{9999};
}

void check_time(std::string_view text) {
    const auto time = parse_celery_time(text);
    if (!time) {
        fuzz::check_error(time.error());
        return;
    }
    if (is_common(*time)) {
        const auto again = parse_celery_time(celery_time_with_zone(*time));
        check(again && *again == *time);
        const auto plain = parse_celery_time(celery_time(*time));
        check(plain && *plain == *time);
    }
}

void check_settings(std::string_view text) {
    if (const auto parameters = parse_celery_parameters(text)) {
        std::string joined;
        for (const auto& parameter : *parameters) {
            joined += (joined.empty() ? "" : ", ") + parameter;
        }
        const auto again = parse_celery_parameters(joined);
        check(again && *again == *parameters);
    } else {
        check(!parameters.error().message.empty());
    }
    if (const auto resolution = celery_resolution(text)) {
        check(jobs::parse_resolution(*resolution).has_value());
    } else {
        fuzz::check_error(resolution.error());
    }
}

bool is_same_task(const CeleryEnvelope& a, const CeleryEnvelope& b) {
    return a.task == b.task && a.id == b.id && a.args == b.args && a.kwargs == b.kwargs && a.expires == b.expires &&
           a.has_followers == b.has_followers && a.priority == b.priority && a.root_id == b.root_id &&
           a.hard_limit == b.hard_limit && a.soft_limit == b.soft_limit && a.ignore_result == b.ignore_result;
}

/// The ways that a message goes back into a queue.
void check_resent(const CeleryEnvelope& envelope) {
    const auto redelivered = redelivered_celery_message(envelope.bytes);
    check(redelivered.has_value());
    const auto back = read_celery_envelope(*redelivered);
    check(back && is_same_task(*back, envelope) && back->redelivered && back->eta == envelope.eta &&
          back->retries == envelope.retries && back->delivery_tag == envelope.delivery_tag);

    const base::WallTime eta{std::chrono::milliseconds{1'800'000'000'123}};
    const auto retried = retried_celery_message(envelope, eta, "new tag", "framehand@here");
    check(retried.has_value());
    const auto retry = read_celery_envelope(*retried);
    check(retry && is_same_task(*retry, envelope) && !retry->redelivered && retry->eta == eta &&
          retry->parent_id == envelope.id && retry->delivery_tag == "new tag" &&
          retry->retries == std::min(envelope.retries + 1, 1'000'000));
}

void check_ticket(const CeleryEnvelope& envelope) {
    const CeleryGrip grip{envelope.delivery_tag, 7, celery_list("celery", envelope.priority), envelope.bytes};
    const auto lists = celery_lists("celery");
    check(std::ranges::find(lists, grip.list) != lists.end());
    const auto ticket = read_celery_ticket(write_celery_ticket(grip));
    check(ticket && ticket->grip.tag == grip.tag && ticket->grip.mark == grip.mark && ticket->grip.list == grip.list &&
          ticket->grip.message == grip.message && is_same_task(ticket->envelope, envelope));
}

void check_job(const CeleryEnvelope& envelope) {
    const CeleryTaskRules rules;
    const auto call = read_celery_call(envelope, rules);
    if (!call) {
        fuzz::check_error(call.error());
        return;
    }
    const auto job = celery_job(*call, rules, envelope.id);
    if (!job) {
        fuzz::check_error(job.error());
        return;
    }
    check(job->input.source_url == "s3://videobucket/" + call->input_name);
    check(call->kind != CeleryFormat::Mp4 || job->file->path == "s3://videobucket/" + call->output_name);
    const auto again = jobs::job_from_json(jobs::to_json(*job));
    check(again && *again == *job);
}

void check_told(const CeleryEnvelope& envelope) {
    CeleryFacts facts;
    facts.active.push_back({envelope, base::WallTime{}});
    facts.scheduled.push_back({envelope, std::nullopt});
    for (const auto* method : {"active", "scheduled"}) {
        const auto answer = celery_inspect(method, base::Json::object(), facts);
        check(answer && answer->is_array() && answer->size() == 1);
    }
    const auto found = celery_inspect("query_task", {{"ids", {envelope.id}}}, facts);
    check(found && found->contains(envelope.id));
    check(!python_repr(envelope.kwargs).empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    check_time(text);
    check_settings(text);
    if (const auto ticket = read_celery_ticket(std::string(text))) {
        check_ticket(ticket->envelope);
    } else {
        fuzz::check_error(ticket.error());
    }
    const auto envelope = read_celery_envelope(std::string(text));
    if (!envelope) {
        fuzz::check_error(envelope.error());
        static_cast<void>(celery_id_of_bad_message(text));
        return 0;
    }
    check(envelope->bytes == text && !envelope->id.empty() && !envelope->task.empty());
    check(envelope->id == celery_id_of_bad_message(text));
    check(envelope->retries >= 0 && envelope->priority >= 0 && envelope->priority <= 255);
    check(envelope->hard_limit.value_or(1) > 0 && envelope->soft_limit.value_or(1) > 0);
    check_resent(*envelope);
    check_ticket(*envelope);
    check_job(*envelope);
    check_told(*envelope);
    return 0;
}

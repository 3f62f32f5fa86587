// SPDX-License-Identifier: GPL-3.0-or-later
// A job's hash, "name=value" a line; the first line's value is the job's id.
#include "core/sources/bull_job.h"
#include "core/sources/bull_options.h"
#include "core/sources/bull_progress.h"
#include "core/sources/bull_ticket.h"
#include "core/sources/bull_video.h"
#include "tests/fuzz/check.h"

#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::sources;
using fuzz::check;

constexpr base::Duration kWeek{7LL * 24 * 3600 * 1000};
constexpr std::size_t kLargestTicket = std::size_t{1} << 20U;
constexpr std::size_t kMostTraces = 50;

void check_options(BullKind kind, const BullTicket& ticket) {
    const auto attempts = bull_attempts(kind, ticket.opts);
    check(attempts >= 0 && attempts <= kMostBullAttempts);
    for (const double chance : {0.0, 0.5, 0.999}) {
        const auto delay = bull_retry_delay(kind, ticket.opts, ticket.attempts_made, [chance] { return chance; });
        check(!delay || (*delay >= base::Duration{0} && *delay <= kWeek));
        check(delay.has_value() == (ticket.attempts_made + 1 < attempts));
    }
    for (const auto* option : {"removeOnComplete", "removeOnFail"}) {
        check(bull_keep_jobs(ticket.opts, option).is_object());
    }
    const auto traces = bull_stacktrace(ticket.stacktrace, ticket.opts, "it broke");
    check(traces.is_array() && traces.size() <= kMostTraces);
}

void check_ticket(const BullTicket& ticket) {
    const auto text = to_text(ticket);
    const auto again = bull_ticket_from_text(text);
    check(again && *again == ticket && to_text(*again) == text);
}

void check_video(const base::Json& data) {
    const auto video = bull_video(data);
    if (!video) {
        fuzz::check_error(video.error());
        return;
    }
    const auto job = bull_video_job("transcoding-720p:1", *video, {});
    if (!job) {
        fuzz::check_error(job.error());
        return;
    }
    check(job->input.source_url == "s3://original-videos/" + video->object);
    check(job->file->path ==
          "s3://transcoded-videos/" + video->video_id + "/" + video->video_id + "_" + video->resolution + ".mp4");
    check(bull_output_url(job->file->path, "http://store/") == "http://store" + job->file->path.substr(4));
    const auto again = jobs::job_from_json(jobs::to_json(*job));
    check(again && *again == *job);
}

void check_progress(std::int64_t last) {
    int told = static_cast<int>(last % 100);
    for (const double percent : {-1.0, 0.0, 33.3, 100.0, 1e300}) {
        for (const int step : bull_progress_steps(told, percent)) {
            check(step > told && step <= 85);
            told = step;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    if (const auto ticket = bull_ticket_from_text(std::string(text))) {
        check_ticket(*ticket);
    } else {
        fuzz::check_error(ticket.error());
    }
    const auto fields = fuzz::fields_of(text);
    if (fields.empty()) {
        return 0;
    }
    const auto job = bull_job(fields.front().second, fields);
    check(job.opts.is_object() && job.stacktrace.is_array() && job.attempts_made >= 0);
    const auto ticket = bull_ticket(BullKind::Bull, "transcoding-720p", "token:1", job);
    check_ticket(ticket);
    check(ticket.stacktrace.size() <= kMostTraces);
    check(to_text(ticket).size() < kLargestTicket + 6 * job.id.size());
    for (const auto kind : {BullKind::Bull, BullKind::BullMq}) {
        check_options(kind, ticket);
    }
    check_video(job.data);
    check_progress(job.attempts_made);
    return 0;
}

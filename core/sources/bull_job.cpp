// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_job.h"

#include <algorithm>
#include <charconv>

namespace framehand::sources {

namespace {

base::Json parsed(const std::string& text, base::Json otherwise) {
    auto json = base::parse_json(text, "a field of the job");
    return json ? std::move(*json) : std::move(otherwise);
}

std::int64_t number(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::int64_t>(value, 0, kMostBullAttempts);
}

} // namespace

std::string_view to_string(BullKind kind) {
    return kind == BullKind::BullMq ? "bullmq" : "bull";
}

std::string_view title_of(BullKind kind) {
    return kind == BullKind::BullMq ? "BullMQ" : "Bull";
}

BullJob bull_job(std::string id, const std::vector<std::pair<std::string, std::string>>& fields) {
    BullJob job;
    job.id = std::move(id);
    job.opts = base::Json::object();
    job.stacktrace = base::Json::array();
    for (const auto& [name, value] : fields) {
        if (name == "data") {
            job.data = parsed(value, nullptr);
        } else if (name == "opts") {
            job.opts = parsed(value, base::Json::object());
        } else if (name == "atm" || name == "attemptsMade") {
            job.attempts_made = number(value);
        } else if (name == "defa") {
            job.deferred_failure = value;
        } else if (name == "stacktrace") {
            job.stacktrace = parsed(value, base::Json::array());
        }
    }
    if (!job.opts.is_object()) {
        job.opts = base::Json::object();
    }
    if (!job.stacktrace.is_array()) {
        job.stacktrace = base::Json::array();
    }
    return job;
}

} // namespace framehand::sources

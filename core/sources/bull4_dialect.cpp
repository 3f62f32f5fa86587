// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull4_dialect.h"

#include "core/sources/bull_options.h"

#include <algorithm>
#include <charconv>

namespace framehand::sources {

namespace {

/// Scores of delayed jobs are their time times this, with bits of the id below: so that jobs of one time keep their
/// order.
constexpr std::int64_t kScoreStep = 4096;

std::vector<std::string> named(const BullKeys& keys, std::initializer_list<std::string_view> names) {
    std::vector<std::string> all;
    for (const auto name : names) {
        all.push_back(keys(name));
    }
    return all;
}

std::int64_t bits_of(const std::string& id) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc() && end == id.data() + id.size() ? number & (kScoreStep - 1) : 0;
}

bool is_lifo(const base::Json& opts) {
    const auto found = opts.find("lifo");
    return found != opts.end() && found->is_boolean() && found->get<bool>();
}

} // namespace

BullCall Bull4Dialect::take(const BullKeys& keys, const std::string& token, const std::string& /*worker*/,
                            base::WallTime now) const {
    return {script("moveToActive"),
            {keys("wait"), keys("active"), keys("priority"), keys("active") + "@" + token, keys("stalled"),
             keys("limiter"), keys("delayed"), keys("drained")},
            {keys.base(), token, std::to_string(times().lock.count()), bull_time(now), ""}};
}

BullCall Bull4Dialect::progress(const BullKeys& keys, const std::string& id, const std::string& json) const {
    return {script("updateProgress"),
            named(keys, {id, "progress"}),
            {json, R"({"jobId":)" + base::dump_json(id) + R"(,"progress":)" + json + "}"}};
}

BullCall Bull4Dialect::finish(const BullKeys& keys, const BullTicket& ticket, const std::string& set,
                              const std::string& value, base::WallTime now) const {
    const bool completed = set == "completed";
    const auto keep = bull_keep_jobs(ticket.opts, completed ? "removeOnComplete" : "removeOnFail");
    return {script("moveToFinished"),
            {keys("active"), keys(set), keys(ticket.id), keys("wait"), keys("priority"),
             keys("active") + "@" + ticket.token, keys("delayed"), keys("stalled"), keys("metrics:" + set)},
            {ticket.id, bull_time(now), completed ? "returnvalue" : "failedReason", value, ticket.token,
             message_pack(keep), base::dump_json({{"jobId", ticket.id}, {"val", value}}), "0", keys.base(),
             std::to_string(times().lock.count()), ticket.token, ""}};
}

BullCall Bull4Dialect::complete(const BullKeys& keys, const BullTicket& ticket, const std::string& result,
                                base::WallTime now) const {
    return finish(keys, ticket, "completed", result, now);
}

BullCall Bull4Dialect::retry(const BullKeys& keys, const BullTicket& ticket, const std::string& push) const {
    return {script("retryJob"),
            named(keys, {"active", "wait", ticket.id, "meta-paused", "paused", "stalled", "priority"}),
            {push, ticket.id, ticket.token}};
}

std::vector<BullCall> Bull4Dialect::fail(const BullKeys& keys, const BullTicket& ticket, const std::string& reason,
                                         std::optional<base::Duration> delay, base::WallTime now) const {
    const auto traces = base::dump_json(bull_stacktrace(ticket.stacktrace, ticket.opts, reason));
    std::vector<BullCall> calls{{script("saveStacktrace"),
                                 named(keys, {ticket.id}),
                                 {traces, reason, std::to_string(ticket.attempts_made + 1)}}};
    if (!delay) {
        calls.push_back(finish(keys, ticket, "failed", reason, now));
    } else if (delay->count() > 0) {
        const auto until = (now + *delay).time_since_epoch().count() * kScoreStep + bits_of(ticket.id);
        calls.push_back({script("moveToDelayed"),
                         named(keys, {"active", "delayed", ticket.id, "stalled"}),
                         {std::to_string(until), ticket.id, ticket.token}});
    } else {
        calls.push_back(retry(keys, ticket, is_lifo(ticket.opts) ? "RPUSH" : "LPUSH"));
    }
    return calls;
}

BullCall Bull4Dialect::give_back(const BullKeys& keys, const BullTicket& ticket) const {
    return retry(keys, ticket, "RPUSH");
}

BullCall Bull4Dialect::recover_stalled(const BullKeys& keys, base::WallTime now) const {
    return {script("moveStalledJobsToWait"),
            named(keys, {"stalled", "wait", "active", "failed", "stalled-check", "meta-paused", "paused"}),
            {std::to_string(kMostStalls), keys.base(), bull_time(now), std::to_string(times().stalled_check.count())}};
}

redis::Command Bull4Dialect::wait(const BullKeys& keys, base::Duration most) const {
    return {"BLMOVE", keys("wait"), keys("wait"),
            "RIGHT",  "RIGHT",      std::to_string(std::max<std::int64_t>(1, most.count() / 1000))};
}

BullCall Bull4Dialect::promote_delayed(const BullKeys& keys, const std::string& token, base::WallTime now) const {
    return {script("updateDelaySet"),
            named(keys, {"delayed", "active", "wait", "priority", "paused", "meta-paused"}),
            {keys.base(), bull_time(now), token}};
}

base::WallTime Bull4Dialect::delayed_until(double score) {
    constexpr double kLatest = 4e18; // some 30 000 years
    const auto whole = score > 0 ? static_cast<std::int64_t>(std::min(score, kLatest)) : 0;
    return base::WallTime{std::chrono::milliseconds{whole / kScoreStep}};
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bullmq_dialect.h"

#include "core/sources/bull_options.h"

namespace framehand::sources {

namespace {

std::vector<std::string> named(const BullKeys& keys, std::initializer_list<std::string_view> names) {
    std::vector<std::string> all;
    for (const auto name : names) {
        all.push_back(keys(name));
    }
    return all;
}

bool says_yes(const base::Json& opts, std::string_view option) {
    const auto found = opts.find(option);
    return found != opts.end() && found->is_boolean() && found->get<bool>();
}

} // namespace

BullCall BullmqDialect::take(const BullKeys& keys, const std::string& token, const std::string& worker,
                             base::WallTime now) const {
    return {script("moveToActive"),
            named(keys, {"wait", "active", "prioritized", "events", "stalled", "limiter", "delayed", "paused", "meta",
                         "pc", "marker"}),
            {keys.base(), bull_time(now),
             message_pack({{"token", token}, {"lockDuration", times().lock.count()}, {"name", worker}})}};
}

BullCall BullmqDialect::progress(const BullKeys& keys, const std::string& id, const std::string& json) const {
    return {script("updateProgress"), named(keys, {id, "events", "meta"}), {id, json}};
}

BullCall BullmqDialect::finish(const BullKeys& keys, const BullTicket& ticket, const std::string& set,
                               const std::string& value, const std::string& fields, base::WallTime now) const {
    const bool completed = set == "completed";
    // The names of the options as the job's hash has them: short.
    const base::Json opts{{"token", ticket.token},
                          {"keepJobs", bull_keep_jobs(ticket.opts, completed ? "removeOnComplete" : "removeOnFail")},
                          {"lockDuration", times().lock.count()},
                          {"attempts", bull_attempts(BullKind::BullMq, ticket.opts)},
                          {"maxMetricsSize", ""},
                          {"fpof", says_yes(ticket.opts, "fpof")},
                          {"cpof", says_yes(ticket.opts, "cpof")},
                          {"idof", says_yes(ticket.opts, "idof")},
                          {"rdof", says_yes(ticket.opts, "rdof")}};
    return {script("moveToFinished"),
            named(keys, {"wait", "active", "prioritized", "events", "stalled", "limiter", "delayed", "paused", "meta",
                         "pc", set, ticket.id, "metrics:" + set, "marker"}),
            {ticket.id, bull_time(now), completed ? "returnvalue" : "failedReason", value, set, "0", keys.base(),
             message_pack(opts), fields}};
}

BullCall BullmqDialect::complete(const BullKeys& keys, const BullTicket& ticket, const std::string& result,
                                 base::WallTime now) const {
    return finish(keys, ticket, "completed", result, "", now);
}

std::vector<BullCall> BullmqDialect::fail(const BullKeys& keys, const BullTicket& ticket, const std::string& reason,
                                          std::optional<base::Duration> delay, base::WallTime now) const {
    const auto traces = base::dump_json(bull_stacktrace(ticket.stacktrace, ticket.opts, reason));
    const auto fields = message_pack(base::Json::array({"failedReason", reason, "stacktrace", traces}));
    if (!delay) {
        return {finish(keys, ticket, "failed", reason, fields, now)};
    }
    if (delay->count() > 0) {
        return {{script("moveToDelayed"),
                 named(keys, {"marker", "active", "prioritized", "delayed", ticket.id, "events", "meta", "stalled",
                              "wait", "limiter", "pc"}),
                 {keys.base(), bull_time(now), ticket.id, ticket.token, std::to_string(delay->count()), "0", fields,
                  "0", ""}}};
    }
    return {{script("retryJob"),
             named(keys, {"active", "wait", "paused", ticket.id, "meta", "events", "delayed", "prioritized", "pc",
                          "marker", "stalled"}),
             {keys.base(), bull_time(now), says_yes(ticket.opts, "lifo") ? "RPUSH" : "LPUSH", ticket.id, ticket.token,
              fields}}};
}

BullCall BullmqDialect::give_back(const BullKeys& keys, const BullTicket& ticket) const {
    return {script("moveJobFromActiveToWait"),
            named(keys, {"active", "wait", "stalled", "paused", "meta", "limiter", "prioritized", "marker", "events"}),
            {ticket.id, ticket.token, keys(ticket.id)}};
}

BullCall BullmqDialect::recover_stalled(const BullKeys& keys, base::WallTime now) const {
    return {script("moveStalledJobsToWait"),
            named(keys, {"stalled", "wait", "active", "stalled-check", "meta", "paused", "marker", "events", "repeat"}),
            {std::to_string(kMostStalls), keys.base(), bull_time(now), std::to_string(times().stalled_check.count())}};
}

redis::Command BullmqDialect::wait(const BullKeys& keys, base::Duration most) const {
    return {"BZPOPMIN", keys("marker"), std::to_string(std::max<std::int64_t>(1, most.count() / 1000))};
}

} // namespace framehand::sources

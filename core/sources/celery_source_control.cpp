// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_repr.h"
#include "core/sources/celery_source.h"

#include <QString>
#include <QSysInfo>

#include <algorithm>
#include <cctype>
#include <utility>

namespace framehand::sources {

namespace {

double seconds(base::Duration duration) {
    return static_cast<double>(duration.count()) / 1000;
}

base::Duration limit_of(const std::optional<double>& own, base::Duration general) {
    return own ? base::Duration{static_cast<std::int64_t>(*own * 1000)} : general;
}

std::vector<std::string> ids_in(const base::Json& arguments) {
    std::vector<std::string> ids;
    const auto found = arguments.find("task_id");
    if (found == arguments.end()) {
        return ids;
    }
    if (found->is_string()) {
        ids.push_back(found->get<std::string>());
    } else if (found->is_array()) {
        for (const auto& id : *found) {
            if (id.is_string()) {
                ids.push_back(id.get<std::string>());
            }
        }
    }
    return ids;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) {
        out += (out.empty() ? "" : ", ") + text;
    }
    return out;
}

/// As Python's platform.system() has it.
std::string system_name() {
    auto name = QSysInfo::kernelType().toStdString();
    if (name == "winnt") {
        return "Windows";
    }
    if (!name.empty()) {
        name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    }
    return name;
}

} // namespace

void CelerySource::watch_limits() {
    m_limit_timer.reset();
    const auto now = m_parts.clock.steady();
    std::optional<base::Duration> soonest;
    for (const auto& [job_id, held] : m_hand) {
        if (held.stage == Stage::Telling || !held.clock.runs()) {
            continue;
        }
        const auto& envelope = held.ticket.envelope;
        for (const auto limit : {limit_of(envelope.soft_limit, m_options.soft_limit),
                                 limit_of(envelope.hard_limit, m_options.hard_limit)}) {
            if (limit > base::Duration{0}) {
                const auto left = std::max(limit - held.clock.worked(now), base::Duration{0});
                soonest = soonest ? std::min(*soonest, left) : left;
            }
        }
    }
    if (soonest) {
        m_limit_timer = m_parts.timers.after(*soonest, [this] { check_limits(); });
    }
}

void CelerySource::check_limits() {
    const auto now = m_parts.clock.steady();
    std::vector<std::string> over;
    for (const auto& [job_id, held] : m_hand) {
        if (held.stage == Stage::Telling) {
            continue;
        }
        const auto& envelope = held.ticket.envelope;
        const auto soft = limit_of(envelope.soft_limit, m_options.soft_limit);
        const auto hard = limit_of(envelope.hard_limit, m_options.hard_limit);
        const auto worked = held.clock.worked(now);
        const auto reached = [&](base::Duration limit) { return limit > base::Duration{0} && worked >= limit; };
        if (reached(hard)) {
            settle(failed(held.ticket, celery_hard_limit(seconds(hard)), Retry::Useless));
        } else if (reached(soft)) {
            settle(failed(held.ticket, celery_soft_limit(seconds(soft)), Retry::MayHelp));
        } else {
            continue;
        }
        over.push_back(job_id);
    }
    for (const auto& job_id : over) {
        m_parts.logger.with("job", job_id).warning("the task took longer than its time limit; it is stopped");
        m_hand.erase(job_id);
    }
    watch_limits();
    const auto alive = m_guard.watch();
    for (const auto& job_id : over) {
        if (!alive.expired() && on_cancelled) {
            on_cancelled(job_id);
        }
    }
}

base::Json CelerySource::answer(const CeleryRequest& request) {
    const auto& method = request.method;
    if (const auto answer = celery_inspect(method, request.arguments, facts())) {
        return *answer;
    }
    if (method == "revoke") {
        const auto found = request.arguments.find("terminate");
        return revoke(request.arguments,
                      found != request.arguments.end() && *found == true ? Revoke::Running : Revoke::Waiting);
    }
    if (method == "terminate") {
        return revoke(request.arguments, Revoke::Running);
    }
    if (method == "revoked" || method == "dump_revoked") {
        return m_revoked.ids();
    }
    if (method == "enable_events") {
        return m_presence.enable_task_events();
    }
    if (method == "disable_events") {
        return m_presence.disable_task_events();
    }
    if (method == "heartbeat") {
        m_presence.tell_worker(CeleryWorkerEvent::Heartbeat);
        return nullptr;
    }
    if (method == "hello") {
        const auto from = request.arguments.find("from_node");
        if (from != request.arguments.end() && *from == m_options.node) {
            return nullptr;
        }
        if (const auto revoked = request.arguments.find("revoked");
            revoked != request.arguments.end() && revoked->is_object()) {
            for (const auto& [id, time] : revoked->items()) {
                m_revoked.add(id, m_parts.clock.wall());
            }
        }
        return {{"revoked", m_revoked.times()}, {"clock", m_presence.next_clock()}};
    }
    return {{"error", "KeyError(" + python_repr(std::string_view(method)) + ")"}};
}

base::Json CelerySource::revoke(const base::Json& arguments, Revoke which) {
    const auto ids = ids_in(arguments);
    for (const auto& id : ids) {
        m_revoked.add(id, m_parts.clock.wall());
    }
    if (which == Revoke::Waiting) {
        return {{"ok", "tasks " + joined(ids) + " flagged as revoked"}};
    }
    std::vector<std::string> terminated;
    const auto alive = m_guard.watch();
    for (const auto& id : ids) {
        if (terminate(id)) {
            terminated.push_back(id);
        }
        if (alive.expired()) {
            break;
        }
    }
    return {{"ok", terminated.empty() ? "terminate: tasks unknown" : "terminate: " + joined(terminated)}};
}

bool CelerySource::terminate(const std::string& task_id) {
    for (auto place = m_scheduled.begin(); place != m_scheduled.end(); ++place) {
        if (place->second.envelope.id == task_id) {
            never_run(place->second, CeleryNeverRan::Revoked);
            m_scheduled.erase(place);
            wait_for_due();
            return true;
        }
    }
    const auto place = m_hand.find(task_id);
    if (place == m_hand.end() || place->second.stage == Stage::Telling) {
        return false;
    }
    const auto& [grip, envelope] = place->second.ticket;
    m_parts.logger.with("job", task_id).info("the task was revoked; it is stopped");
    CeleryEnd end{grip, envelope.id};
    if (!envelope.ignore_result) {
        end.result =
            celery_result(envelope, CeleryState::Revoked, celery_revoked_error("terminated"), m_parts.clock.wall());
    }
    m_presence.tell_task("task-revoked", envelope.id, celery_task_terminated());
    settle(std::move(end));
    m_hand.erase(place);
    watch_limits();
    if (on_cancelled) {
        on_cancelled(task_id);
    }
    return true;
}

CeleryFacts CelerySource::facts() const {
    CeleryFacts facts;
    facts.node = m_options.node;
    facts.pid = m_presence.sender().pid;
    facts.version = m_options.version;
    facts.task = m_options.rules.task;
    facts.queue = m_options.queue.queue;
    facts.broker_host = m_options.redis.url.host;
    facts.broker_port = m_options.redis.url.port;
    facts.database = m_options.redis.url.database;
    facts.soft_limit_sec = seconds(m_options.soft_limit);
    facts.hard_limit_sec = seconds(m_options.hard_limit);
    facts.visibility_sec = seconds(m_options.queue.visibility);
    facts.processed = m_processed;
    facts.uptime_sec = (m_parts.clock.steady() - m_begin).count() / 1000;
    facts.clock = m_presence.clock_value();
    for (const auto& [job_id, held] : m_hand) {
        facts.active.push_back({held.ticket.envelope, held.started});
    }
    for (const auto& [eta, ticket] : m_scheduled) {
        facts.scheduled.push_back({ticket.envelope, std::nullopt});
    }
    return facts;
}

CeleryVitals CelerySource::vitals() const {
    return {.active = static_cast<int>(m_hand.size()),
            .processed = m_processed,
            .load = {m_cpu_load, m_cpu_load, m_cpu_load},
            .version = m_options.version,
            .system = system_name()};
}

} // namespace framehand::sources

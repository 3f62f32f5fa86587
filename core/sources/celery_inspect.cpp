// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_inspect.h"

#include "core/sources/celery_time.h"

#include <functional>
#include <map>

namespace framehand::sources {

namespace {

base::Json info(const CeleryTaskFacts& task, const CeleryFacts& facts) {
    const auto& envelope = task.envelope;
    base::Json json{{"id", envelope.id},
                    {"name", envelope.shown_name()},
                    {"args", envelope.args},
                    {"kwargs", envelope.kwargs},
                    {"type", envelope.task},
                    {"hostname", facts.node},
                    {"time_start", nullptr},
                    {"acknowledged", false}, // that comes with the job's end
                    {"delivery_info",
                     {{"exchange", envelope.exchange},
                      {"routing_key", envelope.routing_key},
                      {"priority", envelope.priority},
                      {"redelivered", nullptr}}},
                    {"worker_pid", nullptr}};
    if (envelope.redelivered) {
        json["delivery_info"]["redelivered"] = true;
    }
    if (task.started) {
        json["time_start"] = epoch_seconds(*task.started);
        json["worker_pid"] = facts.pid;
    }
    return json;
}

base::Json active(const CeleryFacts& facts) {
    auto list = base::Json::array();
    for (const auto& task : facts.active) {
        list.push_back(info(task, facts));
    }
    return list;
}

base::Json scheduled(const CeleryFacts& facts) {
    auto list = base::Json::array();
    for (const auto& task : facts.scheduled) {
        base::Json eta;
        if (task.envelope.eta) {
            eta = celery_time_with_zone(*task.envelope.eta);
        }
        list.push_back({{"eta", eta}, {"priority", 6}, {"request", info(task, facts)}});
    }
    return list;
}

base::Json active_queues(const CeleryFacts& facts) {
    const base::Json exchange{{"name", facts.queue},      {"type", "direct"},   {"arguments", nullptr},
                              {"durable", true},          {"passive", false},   {"auto_delete", false},
                              {"delivery_mode", nullptr}, {"no_declare", false}};
    return base::Json::array({{{"name", facts.queue},
                               {"exchange", exchange},
                               {"routing_key", facts.queue},
                               {"queue_arguments", nullptr},
                               {"binding_arguments", nullptr},
                               {"consumer_arguments", nullptr},
                               {"durable", true},
                               {"exclusive", false},
                               {"auto_delete", false},
                               {"no_ack", false},
                               {"alias", nullptr},
                               {"bindings", base::Json::array()},
                               {"no_declare", nullptr},
                               {"expires", nullptr},
                               {"message_ttl", nullptr},
                               {"max_length", nullptr},
                               {"max_length_bytes", nullptr},
                               {"max_priority", nullptr}}});
}

base::Json stats(const CeleryFacts& facts) {
    return {{"total", {{facts.task, facts.processed}}},
            {"pid", facts.pid},
            {"clock", std::to_string(facts.clock)},
            {"uptime", facts.uptime_sec},
            {"pool",
             {{"implementation", "framehand"},
              {"max-concurrency", 1},
              {"processes", base::Json::array({facts.pid})},
              {"max-tasks-per-child", "N/A"},
              {"timeouts", {facts.soft_limit_sec, facts.hard_limit_sec}}}},
            {"broker",
             {{"hostname", facts.broker_host},
              {"port", facts.broker_port},
              {"virtual_host", std::to_string(facts.database)},
              {"transport", "redis"},
              {"userid", nullptr}}},
            {"prefetch_count", 1},
            {"sw_ident", "framehand"},
            {"sw_ver", facts.version},
            {"rusage", "N/A"}};
}

base::Json conf(const CeleryFacts& facts) {
    return {{"task_serializer", "json"},
            {"accept_content", {"json"}},
            {"result_serializer", "json"},
            {"timezone", "UTC"},
            {"enable_utc", true},
            {"task_default_queue", facts.queue},
            {"task_track_started", true},
            {"task_acks_late", true},
            {"task_time_limit", facts.hard_limit_sec},
            {"task_soft_time_limit", facts.soft_limit_sec},
            {"worker_concurrency", 1},
            {"broker_transport_options", {{"visibility_timeout", facts.visibility_sec}}}};
}

base::Json query_task(const base::Json& arguments, const CeleryFacts& facts) {
    const auto ids = arguments.find("ids");
    auto found = base::Json::object();
    const auto asked = [&](const std::string& id) {
        if (ids == arguments.end()) {
            return false;
        }
        if (ids->is_string()) {
            return *ids == id;
        }
        return ids->is_array() && std::ranges::find(*ids, base::Json(id)) != ids->end();
    };
    for (const auto& [state, tasks] : {std::pair{"active", &facts.active}, std::pair{"reserved", &facts.scheduled}}) {
        for (const auto& task : *tasks) {
            if (asked(task.envelope.id)) {
                found[task.envelope.id] = base::Json::array({state, info(task, facts)});
            }
        }
    }
    return found;
}

} // namespace

std::optional<base::Json> celery_inspect(const std::string& method, const base::Json& arguments,
                                         const CeleryFacts& facts) {
    using Answer = std::function<base::Json()>;
    const Answer nothing = [] { return base::Json::array(); };
    const Answer of_active = [&] { return active(facts); };
    const Answer of_scheduled = [&] { return scheduled(facts); };
    const Answer of_tasks = [&] { return base::Json::array({facts.task}); };
    const Answer of_conf = [&] { return conf(facts); };
    const std::map<std::string, Answer> answers{
        {"ping",
         [] {
             return base::Json{{"ok", "pong"}};
         }},
        {"active", of_active},
        {"dump_active", of_active},
        {"reserved", nothing}, // a job that is not done yet is left in the queue
        {"dump_reserved", nothing},
        {"scheduled", of_scheduled},
        {"dump_schedule", of_scheduled},
        {"registered", of_tasks},
        {"dump_tasks", of_tasks},
        {"active_queues", [&] { return active_queues(facts); }},
        {"stats", [&] { return stats(facts); }},
        {"conf", of_conf},
        {"dump_conf", of_conf},
        {"query_task", [&] { return query_task(arguments, facts); }},
        {"clock",
         [&] {
             return base::Json{{"clock", facts.clock}};
         }},
        {"report", [&] {
             return base::Json{{"ok", "framehand " + facts.version}};
         }}};
    const auto answer = answers.find(method);
    return answer == answers.end() ? std::nullopt : std::optional(answer->second());
}

} // namespace framehand::sources

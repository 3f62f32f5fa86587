// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_probe.h"

#include "core/redis/server_error.h"
#include "core/sources/queue_words.h"
#include "core/sources/redis_list_scripts.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace framehand::sources {

using base::Result;
using redis::Reply;
using Health = SourceFinding::Health;

namespace {

/// Workers whose lists are counted: more than play on one pipeline.
constexpr std::size_t kMostWorkers = 1000;

void need_lists(std::vector<redis::Command>& all, const RedisQueueOptions& options, RedisRole role) {
    const auto& keys = options.keys;
    const std::string stage = keys.stage(role);
    const std::string held = keys.processing(role, options.worker_id);
    const std::string next = keys.next_stage(role);
    all.insert(all.end(), {{"LMOVE", stage, held, "LEFT", "RIGHT"},
                           {"BLMOVE", stage, stage, "LEFT", "LEFT", "1"},
                           {"LPUSH", stage, ""},
                           {"LREM", held, "1", ""},
                           {"LRANGE", held, "0", "-1"},
                           {"LPOS", held, ""},
                           {"LLEN", stage},
                           {"RPUSH", next.empty() ? held : next, ""},
                           {"EVALSHA", list_take_script().sha1(), "2", stage, held},
                           {"EVAL", "return 1", "2", stage, held}});
}

void need_streams(std::vector<redis::Command>& all, const RedisQueueOptions& options, RedisRole role) {
    const std::string stage = options.keys.stage(role);
    const std::string& group = options.group;
    const std::string& worker = options.worker_id;
    const std::string next = options.keys.next_stage(role);
    all.insert(all.end(), {{"XGROUP", "CREATE", stage, group, "0", "MKSTREAM"},
                           {"XAUTOCLAIM", stage, group, worker, "30000", "0-0", "COUNT", "1"},
                           {"XREADGROUP", "GROUP", group, worker, "COUNT", "1", "STREAMS", stage, ">"},
                           {"XREAD", "BLOCK", "1000", "STREAMS", stage, "$"},
                           {"XINFO", "GROUPS", stage},
                           {"XPENDING", stage, group, "-", "+", "1", worker},
                           {"XCLAIM", stage, group, worker, "0", "0-1", "JUSTID"},
                           {"XRANGE", stage, "0-1", "0-1"},
                           {"XACK", stage, group, "0-1"},
                           {"EVALSHA", list_take_script().sha1(), "1", stage},
                           {"EVAL", "return 1", "1", stage}});
    if (!next.empty()) {
        all.push_back({"XADD", next, "*", "job", ""});
    }
}

RedisServerProbe::Needs needs_of(const RedisSourceOptions& options) {
    const auto& queue = options.queue;
    const auto& keys = queue.keys;
    RedisServerProbe::Needs needs;
    needs.why = "6.2 or a later one is needed";
    needs.rights = "'~" + keys.prefix + "*' '&" + keys.events() +
                   "' +@read +@write +@scripting +@transaction +@connection +publish +info";
    const std::string released = keys.released(queue.worker_id) + "framehand-test";
    needs.commands = {{"SET", keys.finished("framehand-test"), "1", "PX", "1000"},
                      {"EXISTS", keys.finished("framehand-test")},
                      {"DEL", released},
                      {"RPUSH", keys.failed(), ""},
                      {"PUBLISH", keys.events(), ""}};
    if (options.take == RedisTake::Lists) {
        needs.commands.insert(needs.commands.end(), {{"SET", keys.alive(queue.worker_id), "1", "PX", "30000"},
                                                     {"SADD", keys.workers(), queue.worker_id},
                                                     {"SMEMBERS", keys.workers()},
                                                     {"SREM", keys.workers(), queue.worker_id}});
    }
    for (const RedisRole role : queue.roles) {
        if (options.take == RedisTake::Lists) {
            need_lists(needs.commands, queue, role);
        } else {
            need_streams(needs.commands, queue, role);
        }
    }
    return needs;
}

/// What XINFO GROUPS says of one group, by name.
std::map<std::string, Reply> facts_of(const Reply& group) {
    std::map<std::string, Reply> facts;
    for (std::size_t i = 0; i + 1 < group.elements.size(); i += 2) {
        facts[group.elements[i].text] = group.elements[i + 1];
    }
    return facts;
}

} // namespace

RedisProbe::RedisProbe(RedisSourceOptions options, redis::Services services, ProbeNames names)
    : RedisServerProbe(options.queue.connection, std::move(services), names, needs_of(options)),
      m_options(std::move(options)), m_url_setting(std::move(names.url_setting)) {
}

void RedisProbe::look_at_queues() {
    if (m_options.take == RedisTake::Streams) {
        for (const RedisRole role : m_options.queue.roles) {
            look_at_stream(m_options.queue.keys.stage(role));
        }
        look_at_failures();
        return;
    }
    ask({"SMEMBERS", m_options.queue.keys.workers()}, [this](const Result<Reply>& workers) {
        auto names = workers ? workers->as_texts() : std::vector<std::string>{};
        names.resize(std::min(names.size(), kMostWorkers));
        look_at_lists(names);
    });
}

void RedisProbe::look_at_lists(const std::vector<std::string>& workers) {
    for (const RedisRole role : m_options.queue.roles) {
        look_at_list(role, workers);
    }
    look_at_failures();
}

void RedisProbe::look_at_list(RedisRole role, const std::vector<std::string>& workers) {
    const auto& keys = m_options.queue.keys;
    const auto running = std::make_shared<std::int64_t>(0);
    for (const auto& worker : workers) {
        ask({"LLEN", keys.processing(role, worker)},
            [running](const Result<Reply>& length) { *running += length ? length->as_integer().value_or(0) : 0; });
    }
    ask({"LLEN", keys.stage(role)}, [this, running, stage = keys.stage(role)](const Result<Reply>& length) {
        if (!length) {
            add(refused(
                stage, length.error(),
                "choose another redis_prefix; or, if it is a stream: framehandctl config set redis_taking streams",
                "redis_taking"));
            return;
        }
        add({stage, Health::Ok, queue_words({.waiting = length->as_integer().value_or(0), .running = *running}), "",
             ""});
    });
}

void RedisProbe::look_at_stream(const std::string& stream) {
    const auto entries = std::make_shared<std::int64_t>(0);
    ask({"XLEN", stream},
        [entries](const Result<Reply>& length) { *entries = length ? length->as_integer().value_or(0) : 0; });
    ask({"XINFO", "GROUPS", stream}, [this, entries, stream](const Result<Reply>& groups) {
        if (!groups && groups.error().cause.find("no such key") != std::string::npos) {
            add({stream, Health::Ok, "not there yet: the worker makes it", "", ""});
            return;
        }
        if (!groups) {
            add(refused(stream, groups.error(),
                        "choose another redis_prefix; or, if it is a list: framehandctl config set redis_taking lists",
                        "redis_taking"));
            return;
        }
        for (const Reply& group : groups->elements) {
            auto facts = facts_of(group);
            if (facts["name"].text != m_options.queue.group) {
                continue;
            }
            const auto pending = facts["pending"].as_integer().value_or(0);
            const auto lag = facts["lag"].as_integer(); // since version 7, where the server knows it
            add({stream, Health::Ok,
                 lag ? queue_words({.waiting = *lag, .running = pending})
                     : "how many jobs wait is not known to this server, " + std::to_string(pending) +
                           (pending == 1 ? " is" : " are") + " being done",
                 "", ""});
            return;
        }
        add({stream, Health::Ok, queue_words({.waiting = *entries}), "", ""});
    });
}

void RedisProbe::look_at_failures() {
    const std::string list = m_options.queue.keys.failed();
    ask({"LLEN", list}, [this, list](const Result<Reply>& length) {
        const auto count = length ? length->as_integer().value_or(0) : 0;
        if (!length) {
            add(refused(list, length.error(), "choose another redis_prefix", "redis_prefix"));
        } else if (count > 0) {
            add({list, Health::Ok, counted(count, "message") + " could not be done; each says why", "", ""});
        }
        end_visit();
    });
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_probe.h"

#include "core/sources/celery_envelope.h"
#include "core/sources/celery_events.h"
#include "core/sources/celery_result.h"
#include "core/sources/queue_words.h"

#include <memory>
#include <utility>

namespace framehand::sources {

using base::Result;
using redis::Reply;
using Health = SourceFinding::Health;

namespace {

RedisServerProbe::Needs needs_of(const redis::Options& server, const CeleryQueueOptions& options) {
    RedisServerProbe::Needs needs;
    needs.if_older = Health::Warning;
    needs.why = "before 6.2 tasks are looked for once a second instead of being waited for";
    needs.rights = "'~*' '&*' +@read +@write +@scripting +@transaction +@pubsub +@connection +info";
    const auto result = celery_result_key("framehand-test");
    const std::string note = "framehand.celery.lease.framehand-test";
    for (const auto& list : celery_lists(options.queue)) {
        needs.commands.insert(needs.commands.end(), {{"LRANGE", list, "0", "-1"},
                                                     {"LREM", list, "1", ""},
                                                     {"LPUSH", list, ""},
                                                     {"RPUSH", list, ""},
                                                     {"LLEN", list}});
    }
    needs.commands.insert(needs.commands.end(),
                          {{"HSET", "unacked", "framehand-test", ""},
                           {"HMGET", "unacked", "framehand-test"},
                           {"HDEL", "unacked", "framehand-test"},
                           {"ZADD", "unacked_index", "0", "framehand-test"},
                           {"ZSCORE", "unacked_index", "framehand-test"},
                           {"ZREM", "unacked_index", "framehand-test"},
                           {"ZREVRANGEBYSCORE", "unacked_index", "0", "0"},
                           {"SET", "unacked_mutex", "", "PX", "1000", "NX"},
                           {"RPUSH", options.queue + ".rejected", ""},
                           {"SETEX", result, "1", ""},
                           {"GET", result},
                           {"PUBLISH", result, ""},
                           {"SET", note, "", "EX", "1"},
                           {"SADD", "_kombu.binding.celery.pidbox", ""},
                           {"SMEMBERS", "_kombu.binding.reply.celery.pidbox"},
                           {"PUBLISH", celery_event_channel(server.url.database, "worker-heartbeat"), ""},
                           {"SUBSCRIBE", "/" + std::to_string(server.url.database) + ".celery.pidbox"},
                           {"EVALSHA", "0000000000000000000000000000000000000000", "2", options.queue, "unacked"},
                           {"EVAL", "return 1", "2", options.queue, "unacked"}});
    return needs;
}

} // namespace

CeleryProbe::CeleryProbe(redis::Options server, CeleryQueueOptions queue, redis::Services services, ProbeNames names)
    : RedisServerProbe(server, std::move(services), std::move(names), needs_of(server, queue)),
      m_queue(std::move(queue)) {
}

void CeleryProbe::look_at_queues() {
    struct Course {
        std::int64_t waiting = 0;
        std::optional<base::Error> error;
    };

    const auto course = std::make_shared<Course>();
    const auto lists = celery_lists(m_queue.queue);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        ask({"LLEN", lists[i]}, [this, course, last = i + 1 == lists.size()](const Result<Reply>& length) {
            if (length) {
                course->waiting += length->as_integer().value_or(0);
            } else {
                course->error = length.error();
            }
            if (last) {
                add(course->error
                        ? refused(m_queue.queue, *course->error, "choose another celery_queue", "celery_queue")
                        : SourceFinding{m_queue.queue, Health::Ok, queue_words({.waiting = course->waiting}), "", ""});
                look_at_hands();
            }
        });
    }
}

void CeleryProbe::look_at_hands() {
    ask({"HLEN", "unacked"}, [this](const Result<Reply>& held) {
        if (!held) {
            add(refused("unacked", held.error(), "give Celery a database of its own in celery_url", "celery_url"));
        } else if (const auto count = held->as_integer().value_or(0); count > 0) {
            add({"unacked", Health::Ok,
                 counted(count, "task") + (count == 1 ? " of this database is" : " of this database are") +
                     " in the hands of workers",
                 "", ""});
        }
    });
    const std::string rejected = m_queue.queue + ".rejected";
    ask({"LLEN", rejected}, [this, rejected](const Result<Reply>& length) {
        if (const auto count = length ? length->as_integer().value_or(0) : 0; count > 0) {
            add({rejected, Health::Ok, counted(count, "message") + " could not be read; each says why", "", ""});
        }
        end_visit();
    });
}

} // namespace framehand::sources

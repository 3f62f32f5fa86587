// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_probe.h"

#include "core/sources/queue_words.h"

#include <memory>
#include <utility>

namespace framehand::sources {

using base::Result;
using redis::Reply;
using Health = SourceFinding::Health;

namespace {

/// A choice of what the scripts of both libraries say: each kind of command on each key that a right could be missing
/// for.
RedisServerProbe::Needs needs_of(const BullmqSourceOptions& options) {
    RedisServerProbe::Needs needs;
    needs.if_older = Health::Warning;
    needs.why = "queues that Bull keeps need 6.2 or a later one";
    needs.rights =
        "'~" + options.prefix + ":*' '&*' +@read +@write +@scripting +@transaction +@connection +publish +info";
    for (const auto& queue : options.queues) {
        const BullKeys keys(options.prefix, queue);
        const std::string job = keys("framehand-test");
        needs.commands.insert(needs.commands.end(),
                              {{"HMGET", keys("meta"), "version"},
                               {"EXISTS", keys("id")},
                               {"RPOPLPUSH", keys("wait"), keys("active")},
                               {"LPUSH", keys("wait"), ""},
                               {"RPUSH", keys("wait"), ""},
                               {"LREM", keys("active"), "1", ""},
                               {"LLEN", keys("paused")},
                               {"ZADD", keys("delayed"), "0", ""},
                               {"ZRANGEBYSCORE", keys("delayed"), "0", "0"},
                               {"ZREM", keys("prioritized"), ""},
                               {"ZADD", keys("completed"), "0", ""},
                               {"ZADD", keys("failed"), "0", ""},
                               {"SADD", keys("stalled"), ""},
                               {"SREM", keys("stalled"), ""},
                               {"XADD", keys("events"), "*", "event", ""},
                               {"HGETALL", job},
                               {"HSET", job, "progress", "0"},
                               {"HINCRBY", job, "ats", "1"},
                               {"SET", job + ":lock", "", "PX", "1000"},
                               {"GET", job + ":lock"},
                               {"DEL", job + ":lock"},
                               {"PEXPIRE", job + ":lock", "1000"},
                               {"BZPOPMIN", keys("marker"), "1"},
                               {"BLMOVE", keys("wait"), keys("wait"), "RIGHT", "RIGHT", "1"},
                               {"PUBLISH", keys("completed"), ""},
                               {"EVALSHA", std::string(40, '0'), "2", keys("wait"), keys("active")},
                               {"EVAL", "return 1", "2", keys("wait"), keys("active")}});
    }
    return needs;
}

} // namespace

BullProbe::BullProbe(BullmqSourceOptions options, redis::Services services, ProbeNames names)
    : RedisServerProbe(options.server, std::move(services), std::move(names), needs_of(options)),
      m_options(std::move(options)) {
}

void BullProbe::look_at_queues() {
    if (m_next == m_options.queues.size()) {
        end_visit();
        return;
    }
    look_at_queue(m_options.queues[m_next]);
}

void BullProbe::end_queue() {
    ++m_next;
    look_at_queues();
}

void BullProbe::look_at_queue(const std::string& queue) {
    find_bull_kind(connection(), m_options.prefix, queue, m_options.expected,
                   [this, queue](const Result<std::optional<BullKind>>& kind) {
                       if (kind || connection().is_ready()) { // else the visit is over
                           told_kind(queue, kind);
                       }
                   });
}

void BullProbe::told_kind(const std::string& queue, const Result<std::optional<BullKind>>& kind) {
    if (!kind && kind.error().code == base::ErrorCode::Unsupported) {
        add({queue, Health::Problem, kind.error().message, "correct bullmq_kind or the name in bullmq_queues",
             "bullmq_kind"});
    } else if (!kind) {
        add(refused(queue, kind.error(), "correct bullmq_prefix", "bullmq_prefix"));
    } else if (!*kind) {
        add({queue, Health::Warning, "there is no such queue yet",
             "nothing to do if nobody has added a job; else see that bullmq_queues and bullmq_prefix are the "
             "producer's",
             "bullmq_queues"});
    } else {
        look_at_lengths(queue, **kind);
        return;
    }
    end_queue();
}

void BullProbe::look_at_lengths(const std::string& queue, BullKind kind) {
    const BullKeys keys(m_options.prefix, queue);
    const auto lengths = std::make_shared<QueueLengths>();
    const auto count = [this, lengths](redis::Command command, std::int64_t QueueLengths::*into) {
        ask(std::move(command), [lengths, into](const Result<Reply>& number) {
            (*lengths).*into += number ? number->as_integer().value_or(0) : 0;
        });
    };
    count({"LLEN", keys("wait")}, &QueueLengths::waiting);
    count({"LLEN", keys("paused")}, &QueueLengths::waiting);
    if (kind == BullKind::BullMq) {
        count({"ZCARD", keys("prioritized")}, &QueueLengths::waiting);
    }
    count({"LLEN", keys("active")}, &QueueLengths::running);
    count({"ZCARD", keys("delayed")}, &QueueLengths::delayed);
    ask({"ZCARD", keys("failed")}, [this, lengths, queue, kind](const Result<Reply>& failed) {
        lengths->failed = failed ? failed->as_integer().value_or(0) : 0;
        add({queue, Health::Ok, "kept by " + std::string(title_of(kind)) + "; " + queue_words(*lengths), "", ""});
        end_queue();
    });
}

} // namespace framehand::sources

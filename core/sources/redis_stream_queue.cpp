// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_stream_queue.h"

#include "core/redis/server_error.h"
#include "core/sources/redis_stream_scripts.h"

#include <memory>
#include <utility>

namespace framehand::sources {

using base::Result;
using base::Status;
using redis::Reply;

namespace {

/// Calls `done` once when so many answers have come; with the last error, if there is one.
std::function<void(const Status&)> when_all(std::size_t count, RedisQueue::Done<void> done) {
    struct Course {
        std::size_t open;
        Status status;
        RedisQueue::Done<void> done;
    };

    return [course = std::make_shared<Course>(Course{count, {}, std::move(done)})](const Status& status) {
        if (!status) {
            course->status = status;
        }
        if (--course->open == 0) {
            course->done(course->status);
        }
    };
}

Status status_of(const Result<Reply>& reply) {
    return reply ? Status{} : Status(reply.error());
}

} // namespace

RedisStreamQueue::RedisStreamQueue(RedisQueueOptions options, redis::Connection& connection, redis::Services services)
    : m_options(std::move(options)), m_connection(connection),
      m_waiter(m_options.connection, std::move(services), [this] {
          if (const auto tell = std::exchange(m_there_is_work, nullptr)) {
              tell();
          }
      }) {
}

RedisStreamQueue::~RedisStreamQueue() = default;

std::vector<std::string> RedisStreamQueue::streams() const {
    std::vector<std::string> names;
    for (const RedisRole role : m_options.roles) {
        names.push_back(m_options.keys.stage(role));
    }
    return names;
}

void RedisStreamQueue::open(Done<void> done) {
    const auto names = streams();
    const auto made = when_all(names.size(), std::move(done));
    for (const std::string& stream : names) {
        m_connection.call({"XGROUP", "CREATE", stream, m_options.group, "0", "MKSTREAM"},
                          [made](const Result<Reply>& reply) {
                              const bool there = !reply && redis::has_error_word(reply.error(), "BUSYGROUP");
                              made(there ? Status{} : status_of(reply));
                          });
    }
}

void RedisStreamQueue::recover(std::vector<RedisMessage> held, Done<void> done) {
    const auto recovered = when_all(m_options.roles.size(), std::move(done));
    for (const RedisRole role : m_options.roles) {
        std::vector<std::string> arguments{m_options.group, m_options.worker_id,
                                           std::to_string(m_options.lease.count())};
        for (const RedisMessage& message : held) {
            if (message.role == role) {
                arguments.push_back(message.entry_id);
            }
        }
        m_connection.run(stream_recover_script(), {m_options.keys.stage(role)}, std::move(arguments),
                         [recovered](const Result<Reply>& reply) {
                             // Without a group nothing was taken.
                             const bool nothing = !reply && reply.error().code == base::ErrorCode::NotFound;
                             recovered(nothing ? Status{} : status_of(reply));
                         });
    }
}

void RedisStreamQueue::take(Done<std::optional<RedisMessage>> done) {
    take_opened([this, done = std::move(done)](Result<std::optional<RedisMessage>> message) {
        if (message || message.error().code != base::ErrorCode::NotFound) {
            done(std::move(message));
            return;
        }
        // The group is gone, as when a server has lost its memory.
        open([this, done](const Status& opened) {
            if (opened) {
                take_opened(done);
            } else {
                done(opened.error());
            }
        });
    });
}

void RedisStreamQueue::take_opened(Done<std::optional<RedisMessage>> done) {
    m_connection.run(stream_take_script(), streams(),
                     {m_options.group, m_options.worker_id, std::to_string(m_options.lease.count())},
                     [this, done = std::move(done)](const Result<Reply>& reply) {
                         if (reply) {
                             done(taken(*reply));
                         } else {
                             done(reply.error());
                         }
                     });
}

std::optional<RedisMessage> RedisStreamQueue::taken(const Reply& reply) {
    const std::int64_t role = reply.elements.empty() ? -1 : reply.elements[0].integer;
    if (role < 0 || reply.elements.size() != 3 || static_cast<std::size_t>(role) >= m_options.roles.size()) {
        m_last_ids = reply.as_texts();
        return std::nullopt;
    }
    RedisMessage message;
    message.role = m_options.roles[static_cast<std::size_t>(role)];
    message.entry_id = reply.elements[1].text;
    message.fields = reply.elements[2].as_pairs();
    message.payload = payload_of_fields(message.fields);
    return message;
}

void RedisStreamQueue::beat(std::vector<RedisMessage> held, Done<std::vector<std::size_t>> done) {
    std::vector<std::string> names;
    std::vector<std::string> arguments{m_options.group, m_options.worker_id};
    for (const RedisMessage& message : held) {
        names.push_back(m_options.keys.stage(message.role));
        arguments.push_back(message.entry_id);
    }
    m_connection.run(stream_beat_script(), std::move(names), std::move(arguments),
                     [done = std::move(done)](const Result<Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                             return;
                         }
                         std::vector<std::size_t> lost;
                         for (const Reply& place : reply->elements) {
                             lost.push_back(static_cast<std::size_t>(place.integer));
                         }
                         done(std::move(lost));
                     });
}

void RedisStreamQueue::end(const RedisMessage& message, const End& end, Done<Ended> done) {
    const RedisKeys& keys = m_options.keys;
    std::vector<std::string> arguments{m_options.group,
                                       m_options.worker_id,
                                       message.entry_id,
                                       std::to_string(m_options.remembered.count()),
                                       keys.events(),
                                       end.event,
                                       end.kind == End::Kind::Failed ? end.failure : ""};
    for (const auto& [name, value] : message.fields) {
        arguments.push_back(name);
        arguments.push_back(value);
    }
    std::vector<std::string> names{keys.stage(message.role), keys.finished(end.job_id), keys.failed()};
    if (const std::string next = keys.next_stage(message.role); !next.empty()) {
        names.push_back(next);
    }
    m_connection.run(stream_end_script(), std::move(names), std::move(arguments),
                     [done = std::move(done)](const Result<Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                         } else {
                             done(reply->integer == 1 ? Ended::Counted : Ended::Late);
                         }
                     });
}

void RedisStreamQueue::give_back(const RedisMessage& message, Done<void> done) {
    m_connection.run(stream_give_back_script(), {m_options.keys.stage(message.role)},
                     {m_options.group, m_options.worker_id, message.entry_id, std::to_string(m_options.lease.count())},
                     [done = std::move(done)](const Result<Reply>& reply) { done(status_of(reply)); });
}

void RedisStreamQueue::set_aside(const RedisMessage& message, const std::string& failure, Done<void> done) {
    m_connection.transaction({{"XACK", m_options.keys.stage(message.role), m_options.group, message.entry_id},
                              {"RPUSH", m_options.keys.failed(), failure}},
                             [done = std::move(done)](const Result<std::vector<Reply>>& replies) {
                                 done(replies ? Status{} : Status(replies.error()));
                             });
}

void RedisStreamQueue::wait(std::function<void()> there_is_work) {
    m_there_is_work = std::move(there_is_work);
    redis::Command command{"XREAD", "BLOCK", std::to_string(RedisWaiter::kWait.count()), "STREAMS"};
    const auto names = streams();
    command.insert(command.end(), names.begin(), names.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
        command.push_back(i < m_last_ids.size() ? m_last_ids[i] : "$");
    }
    m_waiter.wait(std::move(command));
}

void RedisStreamQueue::stop_waiting() {
    m_there_is_work = nullptr;
    m_waiter.stop();
}

} // namespace framehand::sources

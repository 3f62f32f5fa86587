// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_list_queue.h"

#include "core/sources/redis_list_scripts.h"

#include <array>
#include <utility>

namespace framehand::sources {

using base::Result;
using redis::Reply;

namespace {

constexpr std::array kAllRoles{RedisRole::Transcode, RedisRole::HealthCheck, RedisRole::Replace};

/// Passes on that it went well, and nothing else.
auto without_value(RedisQueue::Done<void> done) {
    return [done = std::move(done)](const Result<Reply>& reply) {
        if (reply) {
            done({});
        } else {
            done(reply.error());
        }
    };
}

} // namespace

RedisListQueue::RedisListQueue(RedisQueueOptions options, redis::Connection& connection, redis::Services services)
    : m_options(std::move(options)), m_connection(connection), m_services(std::move(services)) {
}

RedisListQueue::~RedisListQueue() = default;

std::string RedisListQueue::processing(RedisRole role) const {
    return m_options.keys.processing(role, m_options.worker_id);
}

std::string RedisListQueue::lease_ms() const {
    return std::to_string(m_options.lease.count());
}

void RedisListQueue::open(Done<void> done) {
    m_connection.call({"PING"}, without_value(std::move(done)));
}

void RedisListQueue::recover(std::vector<RedisMessage> held, Done<void> done) {
    struct Course {
        std::size_t open;
        base::Status status;
    };

    const auto course = std::make_shared<Course>(Course{m_options.roles.size(), {}});
    for (const RedisRole role : m_options.roles) {
        std::vector<std::string> arguments{std::to_string(m_options.remembered.count())};
        for (const RedisMessage& message : held) {
            if (message.role == role) {
                arguments.push_back(message.payload);
            }
        }
        m_connection.run(list_recover_script(),
                         {m_options.keys.stage(role), processing(role), m_options.keys.released(m_options.worker_id)},
                         std::move(arguments), [course, done](const Result<Reply>& reply) {
                             if (!reply) {
                                 course->status = reply.error();
                             }
                             if (--course->open == 0) {
                                 done(course->status);
                             }
                         });
    }
}

void RedisListQueue::take(Done<std::optional<RedisMessage>> done) {
    const RedisKeys& keys = m_options.keys;
    std::vector<std::string> names{keys.alive(m_options.worker_id), keys.workers(), keys.released(m_options.worker_id)};
    for (const RedisRole role : m_options.roles) {
        names.push_back(keys.stage(role));
        names.push_back(processing(role));
    }
    m_connection.run(list_take_script(), std::move(names), {m_options.worker_id, lease_ms()},
                     [roles = m_options.roles, done = std::move(done)](Result<Reply> reply) {
                         if (!reply) {
                             done(reply.error());
                             return;
                         }
                         if (reply->elements.size() != 2) {
                             done(std::optional<RedisMessage>{});
                             return;
                         }
                         RedisMessage message;
                         message.role = roles.at(static_cast<std::size_t>(reply->elements[0].integer));
                         message.payload = std::move(reply->elements[1].text);
                         done(std::optional(std::move(message)));
                     });
}

void RedisListQueue::beat(std::vector<RedisMessage> held, Done<std::vector<std::size_t>> done) {
    const RedisKeys& keys = m_options.keys;
    std::vector<std::string> names{keys.alive(m_options.worker_id), keys.workers(), keys.released(m_options.worker_id)};
    std::vector<std::string> arguments{m_options.worker_id, lease_ms()};
    for (RedisMessage& message : held) {
        names.push_back(processing(message.role));
        arguments.push_back(std::move(message.payload));
    }
    m_connection.run(list_beat_script(), std::move(names), std::move(arguments),
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
    std::vector<std::string> stages{keys.workers()};
    for (const RedisRole role : kAllRoles) {
        stages.push_back(keys.stage(role));
    }
    // Whoever lives looks after all roles: a dead worker's may be others than this one's.
    m_connection.run(list_sweep_script(), std::move(stages),
                     {keys.alive(""), keys.prefix + "released:", std::to_string(m_options.remembered.count())},
                     [logger = m_services.logger](const Result<Reply>& reply) {
                         if (reply && reply->integer > 0) {
                             logger.info("jobs of workers that are gone can be taken again",
                                         {{"jobs", std::to_string(reply->integer)}});
                         }
                     });
}

void RedisListQueue::end(const RedisMessage& message, const End& end, Done<Ended> done) {
    const RedisKeys& keys = m_options.keys;
    const bool failed = end.kind == End::Kind::Failed;
    std::vector<std::string> names{processing(message.role), keys.stage(message.role),
                                   keys.released(m_options.worker_id), keys.finished(end.job_id)};
    if (const std::string to = failed ? keys.failed() : keys.next_stage(message.role); !to.empty()) {
        names.push_back(to);
    }
    m_connection.run(list_end_script(), std::move(names),
                     {message.payload, failed ? end.failure : message.payload,
                      std::to_string(m_options.remembered.count()), keys.events(), end.event},
                     [done = std::move(done)](const Result<Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                         } else {
                             done(reply->integer == 1 ? Ended::Counted : Ended::Late);
                         }
                     });
}

void RedisListQueue::give_back(const RedisMessage& message, Done<void> done) {
    m_connection.run(
        list_give_back_script(),
        {processing(message.role), m_options.keys.stage(message.role), m_options.keys.released(m_options.worker_id)},
        {message.payload, std::to_string(m_options.remembered.count())}, without_value(std::move(done)));
}

void RedisListQueue::set_aside(const RedisMessage& message, const std::string& failure, Done<void> done) {
    m_connection.transaction(
        {{"LREM", processing(message.role), "1", message.payload}, {"RPUSH", m_options.keys.failed(), failure}},
        [done = std::move(done)](const Result<std::vector<Reply>>& replies) {
            if (replies) {
                done({});
            } else {
                done(replies.error());
            }
        });
}

void RedisListQueue::wait(std::function<void()> there_is_work) {
    m_there_is_work = std::move(there_is_work);
    if (m_waiters.empty()) {
        for (std::size_t i = 0; i < m_options.roles.size(); ++i) {
            m_waiters.push_back(std::make_unique<RedisWaiter>(m_options.connection, m_services, [this] {
                const auto tell = std::exchange(m_there_is_work, nullptr);
                for (const auto& waiter : m_waiters) {
                    waiter->stop();
                }
                if (tell) {
                    tell();
                }
            }));
        }
    }
    const std::string seconds = std::to_string(RedisWaiter::kWait.count() / 1000);
    for (std::size_t i = 0; i < m_waiters.size(); ++i) {
        const std::string stage = m_options.keys.stage(m_options.roles[i]);
        m_waiters[i]->wait({"BLMOVE", stage, stage, "LEFT", "LEFT", seconds});
    }
}

void RedisListQueue::stop_waiting() {
    m_there_is_work = nullptr;
    for (const auto& waiter : m_waiters) {
        waiter->stop();
    }
}

} // namespace framehand::sources

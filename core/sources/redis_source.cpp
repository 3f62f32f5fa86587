// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_source.h"

#include "core/base/json.h"
#include "core/redis/server_error.h"
#include "core/sources/redis_failure.h"
#include "core/sources/redis_list_queue.h"
#include "core/sources/redis_stream_queue.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace framehand::sources {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

constexpr redis::Version kOldest{6, 2, 0}; // LMOVE, BLMOVE, XAUTOCLAIM
constexpr const char* kSourceName = "redis";

std::unique_ptr<RedisQueue> make_queue(const RedisSourceOptions& options, redis::Connection& connection,
                                       const redis::Services& services) {
    if (options.take == RedisTake::Streams) {
        return std::make_unique<RedisStreamQueue>(options.queue, connection, services);
    }
    return std::make_unique<RedisListQueue>(options.queue, connection, services);
}

/// Only then it can be kept in a lease.
bool is_utf8(const RedisMessage& message) {
    return sources::is_utf8(message.payload) && std::ranges::all_of(message.fields, [](const auto& field) {
               return sources::is_utf8(field.first) && sources::is_utf8(field.second);
           });
}

/// Lists and streams go by the same names: who mixes them up is told so.
Error explained(const Error& error, RedisTake take) {
    if (error.cause.find("WRONGTYPE") == std::string::npos) {
        return error;
    }
    return error.wrapped(take == RedisTake::Lists ? "the jobs are not in a Redis list; they may be in a stream"
                                                  : "the jobs are not in a Redis stream; they may be in a list");
}

} // namespace

RedisSource::RedisSource(RedisSourceOptions options, redis::Services services, const base::Clock& clock)
    : m_options(std::move(options)), m_services(std::move(services)), m_clock(clock),
      m_connection(m_options.queue.connection, m_services), m_queue(make_queue(m_options, m_connection, m_services)) {
    m_connection.on_ready = [this] { beat(); };
    beat_in(m_options.queue.lease / 3);
}

RedisSource::~RedisSource() = default;

SourceAbilities RedisSource::abilities() const {
    return {.shows_progress = false, .cancels = false, .takes_back = true};
}

void RedisSource::check_version(Done<void> done) const {
    const auto version = m_connection.server_version();
    if (version && *version < kOldest) {
        done(fail(ErrorCode::Unsupported, "the Redis server at " + m_connection.url().text() + " has the version " +
                                              redis::to_string(*version) + "; " + redis::to_string(kOldest) +
                                              " or a later one is needed"));
    } else {
        done({});
    }
}

void RedisSource::announce(const jobs::Capabilities& /*capabilities*/, Done<void> done) {
    m_connection.call({"PING"}, [this, done = std::move(done)](const Result<redis::Reply>& reply) {
        if (!reply) {
            done(reply.error());
            return;
        }
        check_version([this, done](const Status& checked) {
            if (!checked) {
                done(checked.error());
                return;
            }
            m_queue->open([take = m_options.take, done](const Status& opened) {
                done(opened ? opened : Status(explained(opened.error(), take)));
            });
        });
    });
}

void RedisSource::take(const Heartbeat& heartbeat, Done<Taken> done) {
    m_queue->stop_waiting();
    if (!heartbeat.accepts_jobs) {
        later([done = std::move(done)] { done(Taken{}); });
        return;
    }
    if (!std::exchange(m_to_recover, false)) {
        take_next(std::move(done));
        return;
    }
    m_queue->recover(held(), [this, done = std::move(done)](const Status& recovered) {
        if (!recovered) {
            m_to_recover = true;
            done(explained(recovered.error(), m_options.take));
            return;
        }
        take_next(done);
    });
}

void RedisSource::take_next(Done<Taken> done) {
    m_queue->take([this, done = std::move(done)](Result<std::optional<RedisMessage>> message) {
        if (!message) {
            m_to_recover = true;
            done(explained(message.error(), m_options.take));
        } else if (*message) {
            taken(**message, done);
        } else {
            m_queue->wait([this] {
                if (on_work) {
                    on_work();
                }
            });
            done(Taken{});
        }
    });
}

void RedisSource::taken(const RedisMessage& message, Done<Taken> done) {
    const std::string own_id = id_of_payload(message.payload);
    const std::string unique = QUuid::createUuid().toString(QUuid::Id128).left(16).toStdString();
    Assignment assignment;
    assignment.lease = {kSourceName, (own_id.empty() ? kSourceName : own_id) + "-" + unique, std::nullopt, ""};
    auto job = is_utf8(message)
                   ? job_from_payload(message.payload, message.role, m_options.rules, assignment.lease.job_id)
                   : fail(ErrorCode::InvalidArgument, "the message is no UTF-8 text");
    if (job) {
        assignment.lease.ticket = to_ticket(message);
        assignment.job = std::move(*job);
        m_held.insert_or_assign(assignment.lease.job_id, message);
        done(std::move(assignment));
        return;
    }
    const std::string reason = job.error().text();
    m_services.logger.warning("a message that is no job was set aside",
                              {{"stage", m_options.queue.keys.stage(message.role)}, {"error", reason}});
    m_queue->set_aside(message, failure_text(message, reason, Retry::Useless),
                       [this, done = std::move(done)](const Status& aside) {
                           if (aside) {
                               take_next(done);
                           } else {
                               m_to_recover = true;
                               done(aside.error());
                           }
                       });
}

void RedisSource::keep_alive(const Lease& lease, const Heartbeat& /*heartbeat*/, Done<LeaseState> done) {
    const auto message = message_from_ticket(lease.ticket);
    if (!message) {
        later([done = std::move(done), error = message.error()] { done(error); });
        return;
    }
    m_held.insert_or_assign(lease.job_id, *message);
    m_queue->beat({*message},
                  [this, job_id = lease.job_id, done = std::move(done)](Result<std::vector<std::size_t>> lost) {
                      if (!lost) {
                          done(lost.error());
                      } else if (lost->empty()) {
                          done(LeaseState::Held);
                      } else {
                          m_held.erase(job_id);
                          done(LeaseState::Cancelled);
                      }
                  });
}

void RedisSource::progress(const Lease& /*lease*/, const JobProgress& /*progress*/, Done<LeaseState> done) {
    later([done = std::move(done)] { done(LeaseState::Held); });
}

void RedisSource::finish(const JobOutcome& outcome, Done<void> done) {
    m_held.erase(outcome.lease.job_id);
    const auto message = message_from_ticket(outcome.lease.ticket);
    if (!message) {
        later([done = std::move(done), error = message.error()] { done(error); });
        return;
    }
    RedisQueue::End end;
    end.job_id = outcome.lease.job_id;
    end.event = event_text(*message, outcome);
    if (!outcome.completed()) {
        end.kind = RedisQueue::End::Kind::Failed;
        end.failure = failure_text(*message, outcome.error_message, outcome.retry);
    }
    m_queue->end(*message, end,
                 [this, job_id = end.job_id, done = std::move(done)](const Result<RedisQueue::Ended>& ended) {
                     if (!ended) {
                         done(ended.error());
                         return;
                     }
                     if (*ended == RedisQueue::Ended::Late) {
                         m_services.logger.info("another worker has this job by now; its end does not count here",
                                                {{"job", job_id}});
                     }
                     done({});
                 });
}

void RedisSource::give_back(const Lease& lease, Done<void> done) {
    m_held.erase(lease.job_id);
    const auto message = message_from_ticket(lease.ticket);
    if (!message) {
        later([done = std::move(done), error = message.error()] { done(error); });
        return;
    }
    m_queue->give_back(*message, std::move(done));
}

void RedisSource::beat_in(base::Duration pause) {
    m_beat = m_services.timers.after(pause, [this] { beat(); });
}

void RedisSource::beat() {
    beat_in(m_options.queue.lease / 3);
    std::vector<std::string> jobs;
    for (const auto& [job_id, message] : m_held) {
        jobs.push_back(job_id);
    }
    m_queue->beat(held(), [this, jobs = std::move(jobs)](const Result<std::vector<std::size_t>>& lost) {
        if (!lost) {
            return; // the next beat comes, or the next connection
        }
        const auto alive = m_guard.watch();
        for (const std::size_t place : *lost) {
            if (place < jobs.size() && m_held.erase(jobs[place]) > 0 && on_cancelled) {
                m_services.logger.warning("the job is another worker's now", {{"job", jobs[place]}});
                on_cancelled(jobs[place]);
                if (alive.expired()) {
                    return;
                }
            }
        }
    });
}

std::vector<RedisMessage> RedisSource::held() const {
    std::vector<RedisMessage> messages;
    for (const auto& [job_id, message] : m_held) {
        messages.push_back(message);
    }
    return messages;
}

std::string RedisSource::failure_text(const RedisMessage& message, std::string reason, Retry retry) const {
    return to_text(RedisFailure{m_options.queue.keys.stage(message.role), message.payload, std::move(reason),
                                m_options.queue.worker_id, base::to_rfc3339(m_clock.wall()), retry});
}

std::string RedisSource::event_text(const RedisMessage& message, const JobOutcome& outcome) const {
    base::Json event{{"event", outcome.completed() ? "done" : "failed"},
                     {"role", to_string(message.role)},
                     {"job_id", outcome.lease.job_id},
                     {"worker", m_options.queue.worker_id},
                     {"at", base::to_rfc3339(m_clock.wall())},
                     {"total_time_ms", outcome.total_time_ms},
                     {"payload", message.payload}};
    if (!outcome.completed()) {
        event["error"] = outcome.error_message;
    }
    if (!outcome.notes.empty()) {
        event["notes"] = outcome.notes;
    }
    return base::dump_json(event);
}

void RedisSource::later(std::function<void()> call) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [call = m_guard.wrap(std::move(call))] { call(); }, Qt::QueuedConnection);
}

} // namespace framehand::sources

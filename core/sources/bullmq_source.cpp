// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bullmq_source.h"

#include "core/base/text.h"
#include "core/sources/bull_options.h"
#include "core/sources/bull_progress.h"
#include "core/sources/bull_scripts.h"
#include "core/sources/redis_failure.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace framehand::sources {

namespace {

using base::ErrorCode;

constexpr auto kSource = "bullmq";

Lease lease_of(const BullTicket& ticket) {
    Lease lease;
    lease.source = kSource;
    lease.job_id = ticket.queue + ":" + (is_utf8(ticket.id) ? ticket.id : base::to_hex(ticket.id));
    lease.attempt = static_cast<int>(ticket.attempts_made + 1);
    lease.ticket = to_text(ticket);
    return lease;
}

} // namespace

bool BullmqSource::is_built_in() {
    return !bull_scripts().empty();
}

BullmqSource::BullmqSource(BullmqSourceOptions options, Services services)
    : m_options(std::move(options)), m_services(std::move(services)), m_dialects(m_options.times),
      m_commands(m_options.server, m_services.redis),
      m_leases(m_commands, m_services.redis.timers, m_dialects, m_options.prefix),
      m_token(QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()) {
    for (const auto& name : m_options.queues) {
        auto queue = std::make_unique<BullQueue>(
            BullQueue::Options{name, m_options.prefix, m_options.expected, m_options.worker_id, m_options.server},
            BullQueue::Services{m_commands, m_services.redis, m_services.clock, m_dialects});
        queue->on_work = [this] {
            stop_waiting();
            if (on_work) {
                on_work();
            }
        };
        m_queues.push_back(std::move(queue));
    }
    m_commands.on_ready = [this] {
        for (const auto& queue : m_queues) {
            queue->forget_kind();
        }
        m_leases.renew_all();
    };
    m_leases.on_lost = [this](const std::string& job_id) {
        m_services.redis.logger.warning("the job is another worker's now, or was removed: its lock is lost",
                                        {{"job", job_id}});
        if (on_cancelled) {
            on_cancelled(job_id);
        }
    };
}

BullmqSource::~BullmqSource() = default;

std::string BullmqSource::new_token() {
    return m_token + ":" + std::to_string(m_tokens++);
}

void BullmqSource::run(const BullCall& call, Done<redis::Reply> done) {
    m_commands.run(call.script, call.keys, call.arguments, m_guard.wrap(std::move(done)));
}

void BullmqSource::later(std::function<void()> call) {
    // An answer never comes from inside the question. Commands of one connection are answered in their order.
    m_commands.call({"PING"}, m_guard.wrap([call = std::move(call)](const base::Result<redis::Reply>&) { call(); }));
}

void BullmqSource::announce(const jobs::Capabilities& /*capabilities*/, Done<void> done) {
    if (!is_built_in()) {
        later([done = std::move(done)] {
            done(base::fail(ErrorCode::Unsupported,
                            "this program was built without the scripts of BullMQ and Bull, which their queues need"));
        });
        return;
    }
    m_commands.call({"PING"}, m_guard.wrap([this, done = std::move(done)](const base::Result<redis::Reply>& reply) {
        if (!reply) {
            done(reply.error());
            return;
        }
        if (!m_sweep) {
            sweep();
        }
        done({});
    }));
}

void BullmqSource::sweep() {
    // After a machine's sleep this may come before the renewals that are due: no own job may look as if left alone.
    m_leases.renew_all();
    later([this] {
        for (const auto& queue : m_queues) {
            queue->recover_stalled();
        }
    });
    m_sweep = m_services.redis.timers.after(m_dialects.times().stalled_check, [this] { sweep(); });
}

void BullmqSource::stop_waiting() {
    for (const auto& queue : m_queues) {
        queue->stop_waiting();
    }
}

void BullmqSource::take(const Heartbeat& heartbeat, Done<Taken> done) {
    stop_waiting();
    if (!heartbeat.accepts_jobs) {
        later([done = std::move(done)] { done(Taken{}); });
        return;
    }
    auto round = std::make_shared<Round>();
    round->done = std::move(done);
    take_next(std::move(round));
}

void BullmqSource::take_next(std::shared_ptr<Round> round) {
    if (round->next == m_queues.size()) {
        nothing_found(*round);
        return;
    }
    auto& queue = *m_queues[round->next++];
    const auto token = new_token();
    queue.take(token, [this, round, &queue, token](base::Result<std::optional<BullJob>> job) {
        if (job && *job) {
            round->done(taken(queue, token, **job));
            return;
        }
        if (!job && job.error().code != ErrorCode::Unsupported) {
            round->done(job.error());
            return;
        }
        if (!job) {
            ++round->refused;
            round->refusal = job.error();
            if (m_refusals_said.insert(job.error().text()).second) {
                m_services.redis.logger.error(job.error().text(), {{"queue", queue.name()}});
            }
        }
        take_next(round);
    });
}

void BullmqSource::nothing_found(const Round& round) {
    if (round.refused > 0 && round.refused == m_queues.size()) {
        round.done(round.refusal);
        return;
    }
    for (const auto& queue : m_queues) {
        queue->wait();
    }
    round.done(Taken{});
}

Taken BullmqSource::taken(const BullQueue& queue, const std::string& token, const BullJob& job) {
    const auto ticket = bull_ticket(queue.kind(), queue.name(), token, job);
    auto lease = lease_of(ticket);
    m_leases.add(lease.job_id, ticket, 0);

    const auto failed = [&lease](std::string reason) {
        JobOutcome outcome;
        outcome.lease = lease;
        outcome.error_message = std::move(reason);
        outcome.failed_step = FailedStep::Assignment;
        outcome.retry = Retry::Useless;
        return outcome;
    };
    if (!job.deferred_failure.empty()) {
        return failed(job.deferred_failure);
    }
    const auto video = bull_video(job.data);
    if (!video) {
        return failed("the job cannot be read: " + video.error().text());
    }
    auto work = bull_video_job(lease.job_id, *video, m_options.buckets);
    if (!work) {
        return failed("the job cannot be read: " + work.error().text());
    }
    record(BullVideoRow::State::Processing, ticket, nullptr);
    return Assignment{std::move(*work), std::move(lease)};
}

void BullmqSource::keep_alive(const Lease& lease, const Heartbeat& /*heartbeat*/, Done<LeaseState> done) {
    auto ticket = bull_ticket_from_text(lease.ticket);
    if (!ticket) {
        later([done = std::move(done), error = ticket.error()] { done(error); });
        return;
    }
    m_leases.hold(*ticket, [this, lease, ticket = *ticket, done = std::move(done)](const base::Result<bool>& held) {
        if (!held) {
            done(held.error());
        } else if (!*held) {
            m_leases.remove(lease.job_id);
            done(LeaseState::Cancelled);
        } else if (m_leases.contains(lease.job_id)) {
            done(LeaseState::Held);
        } else { // after a restart: how far it had come was told by the program before
            const BullKeys keys(m_options.prefix, ticket.queue);
            m_commands.call({"HGET", keys(ticket.id), "progress"},
                            m_guard.wrap([this, lease, ticket, done](const base::Result<redis::Reply>& reply) {
                                const auto last = reply ? reply->as_integer().value_or(0) : 0;
                                m_leases.add(lease.job_id, ticket, static_cast<int>(last));
                                done(LeaseState::Held);
                            }));
        }
    });
}

void BullmqSource::progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) {
    if (!m_leases.contains(lease.job_id)) {
        keep_alive(lease, {}, std::move(done));
        return;
    }
    const auto ticket = bull_ticket_from_text(lease.ticket);
    const auto steps = bull_progress_steps(m_leases.progress_of(lease.job_id), progress.percent);
    if (!ticket || steps.empty()) {
        later([done = std::move(done)] { done(LeaseState::Held); });
        return;
    }
    send_progress(lease.job_id, *ticket, steps, std::move(done));
}

void BullmqSource::send_progress(const std::string& job_id, const BullTicket& ticket, const std::vector<int>& steps,
                                 Done<LeaseState> done) {
    const BullKeys keys(m_options.prefix, ticket.queue);
    m_leases.set_progress(job_id, steps.back());
    for (const int step : steps) {
        const auto call = m_dialects.of(ticket.kind).progress(keys, ticket.id, std::to_string(step));
        if (step != steps.back()) {
            run(call, [](const base::Result<redis::Reply>&) {});
            continue;
        }
        run(call, [this, job_id, done](const base::Result<redis::Reply>& reply) {
            if (!reply) {
                done(reply.error());
            } else if (reply->as_integer().value_or(0) < 0) {
                m_leases.remove(job_id); // somebody removed the job
                done(LeaseState::Cancelled);
            } else {
                done(LeaseState::Held);
            }
        });
    }
}

void BullmqSource::finish(const JobOutcome& outcome, Done<void> done) {
    auto ticket = bull_ticket_from_text(outcome.lease.ticket);
    if (!ticket) {
        later([done = std::move(done), error = ticket.error()] { done(error); });
        return;
    }
    m_leases.hold(*ticket, [this, outcome, ticket = *ticket, done = std::move(done)](const base::Result<bool>& held) {
        if (!held) {
            done(held.error());
        } else if (*held) {
            send_outcome(outcome, ticket, done);
        } else {
            settle_lost(outcome.lease, ticket, done);
        }
    });
}

void BullmqSource::send_outcome(const JobOutcome& outcome, const BullTicket& ticket, Done<void> done) {
    const BullKeys keys(m_options.prefix, ticket.queue);
    const auto& dialect = m_dialects.of(ticket.kind);
    const auto now = m_services.clock.wall();
    std::vector<BullCall> calls;
    if (outcome.completed()) {
        if (const auto steps = bull_last_steps(m_leases.progress_of(outcome.lease.job_id)); !steps.empty()) {
            send_progress(outcome.lease.job_id, ticket, steps, [](const base::Result<LeaseState>&) {});
        }
        const auto url = bull_output_url(*outcome.manifest_url, m_options.store_url);
        const auto result =
            bull_video_result(ticket.video_id, ticket.resolution, url, outcome.output_bytes, outcome.media_sec);
        calls.push_back(dialect.complete(keys, ticket, base::dump_json(result), now));
    } else {
        const auto delay =
            outcome.retry == Retry::Useless
                ? std::nullopt
                : bull_retry_delay(ticket.kind, ticket.opts, ticket.attempts_made, m_services.redis.random);
        calls = dialect.fail(keys, ticket, outcome.error_message, delay, now);
    }
    auto answered = [this, outcome, ticket, done = std::move(done)](const base::Result<redis::Reply>& reply) {
        if (!reply) {
            done(reply.error());
        } else if (reply->as_integer().value_or(0) < 0) {
            settle_lost(outcome.lease, ticket, done);
        } else {
            told(outcome, ticket, done);
        }
    };
    if (calls.size() == 1) {
        run(calls.front(), std::move(answered));
        return;
    }
    std::vector<redis::Command> commands;
    for (const auto& call : calls) {
        redis::Command command{"EVAL", call.script.text(), std::to_string(call.keys.size())};
        command.insert(command.end(), call.keys.begin(), call.keys.end());
        command.insert(command.end(), call.arguments.begin(), call.arguments.end());
        commands.push_back(std::move(command));
    }
    m_commands.transaction(std::move(commands),
                           m_guard.wrap([answered](const base::Result<std::vector<redis::Reply>>& replies) {
                               if (!replies) {
                                   answered(replies.error());
                               } else {
                                   answered(replies->back());
                               }
                           }));
}

void BullmqSource::told(const JobOutcome& outcome, const BullTicket& ticket, Done<void> done) {
    m_leases.remove(outcome.lease.job_id);
    record(outcome.completed() ? BullVideoRow::State::Completed : BullVideoRow::State::Failed, ticket, &outcome);
    done({});
}

void BullmqSource::settle_lost(const Lease& lease, const BullTicket& ticket, Done<void> done) {
    m_leases.remove(lease.job_id);
    const BullKeys keys(m_options.prefix, ticket.queue);
    m_commands.call({"HMGET", keys(ticket.id), "timestamp", "finishedOn", "atm", "attemptsMade"},
                    m_guard.wrap([lease, ticket, done = std::move(done)](const base::Result<redis::Reply>& reply) {
                        if (!reply) {
                            done(reply.error());
                            return;
                        }
                        const auto number = [&reply](std::size_t index) {
                            return index < reply->elements.size() ? reply->elements[index].as_integer().value_or(0) : 0;
                        };
                        const bool gone =
                            number(0) == 0; // finished and removed, as its options say, or removed by somebody
                        if (gone || number(1) > 0 || std::max(number(2), number(3)) > ticket.attempts_made) {
                            done({});
                        } else {
                            done(base::fail(ErrorCode::Cancelled, "the job " + ticket.id + " of the queue " +
                                                                      ticket.queue + " is another worker's now"));
                        }
                    }));
}

void BullmqSource::give_back(const Lease& lease, Done<void> done) {
    auto ticket = bull_ticket_from_text(lease.ticket);
    if (!ticket) {
        later([done = std::move(done), error = ticket.error()] { done(error); });
        return;
    }
    m_leases.hold(*ticket, [this, lease, ticket = *ticket, done = std::move(done)](const base::Result<bool>& held) {
        if (!held || !*held) {
            if (held) { // not ours any more, which is what was asked for
                m_leases.remove(lease.job_id);
            }
            done(held ? base::Status{} : base::Status(held.error()));
            return;
        }
        const BullKeys keys(m_options.prefix, ticket.queue);
        run(m_dialects.of(ticket.kind).give_back(keys, ticket),
            [this, lease, done](const base::Result<redis::Reply>& reply) {
                if (!reply) {
                    done(reply.error());
                    return;
                }
                m_leases.remove(lease.job_id);
                done({});
            });
    });
}

void BullmqSource::record(BullVideoRow::State state, const BullTicket& ticket, const JobOutcome* outcome) {
    if (m_services.records == nullptr || ticket.video_id.empty()) {
        return;
    }
    BullVideoRow row;
    row.state = state;
    row.video_id = ticket.video_id;
    row.resolution = ticket.resolution;
    row.worker = m_options.worker_id;
    if (outcome != nullptr && outcome->completed()) {
        row.output_url = bull_output_url(*outcome->manifest_url, m_options.store_url);
        row.output_bytes = outcome->output_bytes;
    } else if (outcome != nullptr) {
        row.error_message = outcome->error_message;
    }
    m_services.records->add(std::move(row));
}

} // namespace framehand::sources

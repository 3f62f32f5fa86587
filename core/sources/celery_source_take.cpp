// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_source.h"

#include <utility>

namespace framehand::sources {

namespace {

constexpr std::size_t kMostScheduled = 256;
constexpr std::size_t kLongestId = 200;
constexpr base::Duration kBetweenLooks{5000}; // at a queue with nothing but messages of others
constexpr base::Duration kDueGrace{5000};     // for the worker to ask, once a task is due

/// Why a task can be no job, though its message is well formed; "" if nothing speaks against it.
std::string objection(const CeleryEnvelope& envelope) {
    if (envelope.id.size() > kLongestId || envelope.id == "." || envelope.id == "..") {
        return "headers.id: must be a name of at most 200 characters";
    }
    if (envelope.has_followers) {
        return "callbacks, chains and chords are not supported by this worker";
    }
    if (envelope.bytes.size() > kLongestCeleryMessage) {
        return "the message is longer than 128 KiB";
    }
    return "";
}

} // namespace

void CelerySource::take(const Heartbeat& heartbeat, Done<Taken> done) {
    m_cpu_load = heartbeat.load.cpu_percent / 100;
    m_accepts = heartbeat.accepts_jobs;
    m_waiter.stop();
    if (!m_accepts) {
        later([done = std::move(done)] { done(Taken{}); });
        return;
    }
    next(std::move(done));
}

void CelerySource::next(Done<Taken> done) {
    if (!m_scheduled.empty() && m_scheduled.begin()->first <= m_parts.clock.wall()) {
        auto ticket = std::move(m_scheduled.extract(m_scheduled.begin()).mapped());
        wait_for_due();
        m_queue.hold(ticket.grip,
                     m_guard.wrap([this, ticket, done = std::move(done)](const base::Result<CeleryHold>& hold) {
                         if (!hold) {
                             schedule(ticket);
                             done(hold.error());
                         } else if (*hold == CeleryHold::Lost) {
                             next(done);
                         } else {
                             judge(ticket, done);
                         }
                     }));
        return;
    }
    const auto etas = m_scheduled.size() < kMostScheduled ? CeleryQueue::Etas::Take : CeleryQueue::Etas::Leave;
    m_queue.take(etas, m_guard.wrap([this, done = std::move(done)](base::Result<CeleryFind> find) {
        if (!find) {
            done(find.error());
            return;
        }
        if (find->kind == CeleryFind::Kind::Nothing || find->kind == CeleryFind::Kind::Others) {
            nothing_to_do(find->kind);
            done(Taken{});
            return;
        }
        if (find->kind == CeleryFind::Kind::Bad) {
            m_parts.logger.warning("a message in the queue cannot be read; it was set aside",
                                   {{"list", m_queue.rejected_list()}, {"reason", find->reason}});
            next(done);
            return;
        }
        auto envelope = read_celery_envelope(find->grip.message);
        if (!envelope) {
            refuse(find->grip, envelope.error().text());
            next(done);
            return;
        }
        m_presence.tell_task("task-received", envelope->id, celery_task_received(*envelope));
        judge({std::move(find->grip), std::move(*envelope)}, done);
    }));
}

void CelerySource::nothing_to_do(CeleryFind::Kind kind) {
    if (kind == CeleryFind::Kind::Nothing) {
        m_waiter.wait();
        return;
    }
    m_waiter.wait_for(kBetweenLooks);
    if (!m_told_of_others) {
        m_told_of_others = true;
        m_parts.logger.warning("the queue has messages of other tasks; they are left to other workers",
                               {{"queue", m_options.queue.queue}, {"task", m_options.rules.task}});
    }
}

void CelerySource::judge(CeleryTicket ticket, Done<Taken> done) {
    const auto& envelope = ticket.envelope;
    const auto now = m_parts.clock.wall();
    if (envelope.expires && now > *envelope.expires) {
        never_run(ticket, CeleryNeverRan::Expired);
        next(std::move(done));
    } else if (m_revoked.contains(envelope.id)) {
        never_run(ticket, CeleryNeverRan::Revoked);
        next(std::move(done));
    } else if (envelope.eta && *envelope.eta > now) {
        m_queue.hold_until(ticket.grip, *envelope.eta, [](const base::Result<CeleryHold>&) {});
        schedule(std::move(ticket));
        next(std::move(done));
    } else if (envelope.redelivered) {
        judge_redelivered(std::move(ticket), std::move(done));
    } else {
        accept(std::move(ticket), std::move(done));
    }
}

void CelerySource::judge_redelivered(CeleryTicket ticket, Done<Taken> done) {
    const auto id = ticket.envelope.id;
    m_queue.result(id, m_guard.wrap([this, ticket = std::move(ticket),
                                     done = std::move(done)](const base::Result<std::string>& text) {
        if (!text) {
            CeleryEnd end{ticket.grip, ticket.envelope.id};
            end.put = CeleryEnd::Put::Next;
            end.list = ticket.grip.list;
            end.message = ticket.grip.message;
            settle(std::move(end));
            done(text.error());
            return;
        }
        const auto result = base::parse_json(*text, "result");
        if (result && result->is_object() && result->value("status", base::Json()) == "SUCCESS") {
            m_parts.logger.with("job", ticket.envelope.id).info("the task was done before; its second copy is dropped");
            settle(CeleryEnd{ticket.grip, ticket.envelope.id});
            next(done);
            return;
        }
        accept(ticket, done);
    }));
}

void CelerySource::accept(CeleryTicket ticket, Done<Taken> done) {
    const Lease lease{kCelery, ticket.envelope.id, ticket.envelope.retries, write_celery_ticket(ticket.grip)};
    const auto call = read_celery_call(ticket.envelope, m_options.rules);
    auto job = call ? celery_job(*call, m_options.rules, lease.job_id) : base::Result<jobs::Job>(call.error());
    if (const auto reason = objection(ticket.envelope); !reason.empty()) {
        refuse(ticket.grip, reason);
        next(std::move(done));
        return;
    }
    auto& held = hold_in_hand(lease.job_id, std::move(ticket));
    ++m_processed;
    if (!job) {
        JobOutcome outcome;
        outcome.lease = lease;
        outcome.error_message = "the task cannot be done: " + job.error().text();
        outcome.failed_step = FailedStep::Assignment;
        outcome.retry = Retry::Useless;
        done(Taken{std::move(outcome)});
        return;
    }
    const auto& envelope = held.ticket.envelope;
    m_queue.tell(
        held.ticket.grip, envelope.id,
        result_text(envelope, CeleryState::Started, celery_started(m_presence.sender().pid, m_presence.sender().node)),
        [](const base::Result<CeleryHold>&) {});
    m_presence.tell_task("task-started", envelope.id, base::Json::object());
    done(Taken{Assignment{std::move(*job), lease}});
}

void CelerySource::refuse(const CeleryGrip& grip, const std::string& reason) {
    const auto id = celery_id_of_bad_message(grip.message);
    m_parts.logger.warning("a task cannot be done; its message was set aside",
                           {{"task", id}, {"list", m_queue.rejected_list()}, {"reason", reason}});
    CeleryEnd end{grip, id};
    end.put = CeleryEnd::Put::Aside;
    end.message = base::dump_json({{"reason", reason}, {"message", grip.message}});
    if (!id.empty()) {
        CeleryEnvelope envelope;
        envelope.id = id;
        const auto exception = celery_runtime_error("the task cannot be done: " + reason);
        end.result = celery_result(envelope, CeleryState::Failure, exception, m_parts.clock.wall());
        m_presence.tell_task("task-failed", id, celery_task_raised(exception));
    }
    settle(std::move(end));
}

void CelerySource::never_run(const CeleryTicket& ticket, CeleryNeverRan why) {
    const auto& envelope = ticket.envelope;
    const auto* reason = why == CeleryNeverRan::Expired ? "expired" : "revoked";
    m_parts.logger.with("job", envelope.id).info("the task is not done", {{"reason", reason}});
    CeleryEnd end{ticket.grip, envelope.id};
    if (!envelope.ignore_result) {
        end.result = celery_result(envelope, CeleryState::Revoked, celery_revoked_error(reason), m_parts.clock.wall());
    }
    m_presence.tell_task("task-revoked", envelope.id, celery_task_never_ran(why));
    settle(std::move(end));
}

void CelerySource::schedule(CeleryTicket ticket) {
    const auto eta = ticket.envelope.eta.value_or(m_parts.clock.wall());
    m_scheduled.emplace(eta, std::move(ticket));
    wait_for_due();
}

void CelerySource::wait_for_due() {
    m_due_timer.reset();
    if (m_scheduled.empty()) {
        return;
    }
    const auto wait = m_scheduled.begin()->first - m_parts.clock.wall();
    if (wait > base::Duration{0}) {
        m_due_timer = m_parts.timers.after(wait, [this] { wait_for_due(); });
        return;
    }
    m_due_timer =
        m_parts.timers.after(m_accepts && m_hand.empty() ? kDueGrace : base::Duration{0}, [this] { put_due_back(); });
    if (m_accepts && m_hand.empty() && on_work) {
        on_work();
    }
}

void CelerySource::put_due_back() {
    const auto now = m_parts.clock.wall();
    while (!m_scheduled.empty() && m_scheduled.begin()->first <= now) {
        auto ticket = std::move(m_scheduled.extract(m_scheduled.begin()).mapped());
        CeleryEnd end{ticket.grip, ticket.envelope.id};
        end.put = CeleryEnd::Put::Next;
        end.list = ticket.grip.list;
        end.message = ticket.grip.message;
        settle(std::move(end));
    }
    wait_for_due();
}

} // namespace framehand::sources

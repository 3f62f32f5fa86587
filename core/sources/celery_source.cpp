// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_source.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <cmath>
#include <utility>

namespace framehand::sources {

namespace {

constexpr base::Duration kRenew{60'000};
constexpr base::Duration kSweep{100'000};
constexpr base::Duration kTryAgain{1000};

bool is_passing(const base::Error& error) {
    return error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout;
}

int utc_offset_hours() {
    return static_cast<int>(std::floor(-QDateTime::currentDateTime().offsetFromUtc() / 3600.0));
}

std::string new_tag() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

/// A part of the visibility timeout, so that one or two failures do not cost the lease.
base::Duration part_of(base::Duration visibility, int parts, base::Duration most) {
    return std::clamp(visibility / parts, base::Duration{250}, most);
}

redis::Services services_of(const CelerySourceParts& parts) {
    return {parts.timers, parts.random, parts.logger};
}

CeleryQueueOptions queue_options(const CelerySourceOptions& options) {
    auto queue = options.queue;
    queue.task = options.rules.task;
    return queue;
}

LeaseState lease_state(CeleryHold hold) {
    return hold == CeleryHold::Held ? LeaseState::Held : LeaseState::Cancelled;
}

} // namespace

CelerySource::CelerySource(CelerySourceOptions options, CelerySourceParts parts)
    : m_options(std::move(options)), m_parts(std::move(parts)), m_begin(m_parts.clock.steady()),
      m_connection(m_options.redis, services_of(m_parts)),
      m_queue(m_connection, m_parts.clock, m_parts.random, queue_options(m_options)),
      m_waiter(m_options.redis, services_of(m_parts), celery_lists(m_options.queue.queue)),
      m_presence({m_connection, m_options.redis, services_of(m_parts), m_parts.clock,
                  CelerySender{m_options.node, QCoreApplication::applicationPid(), utc_offset_hours()}}) {
    m_waiter.on_work = [this] {
        if (on_work) {
            on_work();
        }
    };
    m_presence.on_request = [this](const CeleryRequest& request) { return answer(request); };
    m_presence.vitals = [this] { return vitals(); };
    renew();
    sweep();
}

CelerySource::~CelerySource() {
    m_presence.tell_worker(CeleryWorkerEvent::Offline);
    m_presence.vitals = {};
}

SourceAbilities CelerySource::abilities() const {
    return {.shows_progress = true, .cancels = true, .takes_back = true};
}

void CelerySource::announce(const jobs::Capabilities&, Done<void> done) {
    m_connection.call({"PING"}, [done = std::move(done)](const base::Result<redis::Reply>& reply) {
        if (reply) {
            done({});
        } else {
            done(reply.error());
        }
    });
}

void CelerySource::later(std::function<void()> call) {
    const auto number = m_next++;
    m_later.emplace(number, m_parts.timers.after(base::Duration{0}, [this, number, call = std::move(call)] {
        const auto own = m_later.extract(number); // lives until the end of this callback
        call();
    }));
}

CelerySource::InHand& CelerySource::hold_in_hand(const std::string& job_id, CeleryTicket ticket) {
    const auto [place, added] = m_hand.insert_or_assign(
        job_id, InHand{std::move(ticket), m_parts.clock.wall(), CeleryWorkClock(m_parts.clock.steady())});
    watch_limits();
    return place->second;
}

bool CelerySource::is_ending(const std::string& tag) const {
    return std::ranges::any_of(m_ends, [&](const auto& end) { return end.second.grip.tag == tag; });
}

void CelerySource::keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) {
    m_cpu_load = heartbeat.load.cpu_percent / 100;
    auto place = m_hand.find(lease.job_id);
    if (place == m_hand.end()) {
        auto ticket = read_celery_ticket(lease.ticket);
        if (!ticket || is_ending(ticket->grip.tag)) {
            later([done = std::move(done)] { done(LeaseState::Cancelled); });
            return;
        }
        hold_in_hand(lease.job_id, std::move(*ticket));
        place = m_hand.find(lease.job_id);
    }
    auto& clock = place->second.clock;
    if (heartbeat.accepts_jobs) {
        clock.run(m_parts.clock.steady());
    } else {
        clock.stand(m_parts.clock.steady());
    }
    watch_limits();
    m_queue.hold(place->second.ticket.grip,
                 m_guard.wrap([this, job_id = lease.job_id, tag = place->second.ticket.grip.tag,
                               done = std::move(done)](const base::Result<CeleryHold>& hold) {
                     if (!hold) {
                         done(hold.error());
                         return;
                     }
                     if (*hold == CeleryHold::Lost) {
                         if (const auto found = m_hand.find(job_id);
                             found != m_hand.end() && found->second.ticket.grip.tag == tag) {
                             m_hand.erase(found);
                         }
                     }
                     done(lease_state(*hold));
                 }));
}

void CelerySource::progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) {
    const auto ticket = read_celery_ticket(lease.ticket);
    if (!ticket || is_ending(ticket->grip.tag)) {
        later([done = std::move(done)] { done(LeaseState::Cancelled); });
        return;
    }
    const auto& envelope = ticket->envelope;
    m_queue.tell(ticket->grip, envelope.id, result_text(envelope, CeleryState::Progress, celery_progress(progress)),
                 [done = std::move(done)](const base::Result<CeleryHold>& hold) {
                     if (hold) {
                         done(lease_state(*hold));
                     } else {
                         done(hold.error());
                     }
                 });
}

void CelerySource::renew() {
    for (const auto& [job_id, held] : m_hand) {
        m_queue.hold(held.ticket.grip, m_guard.wrap([this, job_id = job_id,
                                                     tag = held.ticket.grip.tag](const base::Result<CeleryHold>& hold) {
            if (hold && *hold == CeleryHold::Lost) {
                lost(job_id, tag);
            }
        }));
    }
    m_renew_timer = m_parts.timers.after(part_of(m_options.queue.visibility, 4, kRenew), [this] { renew(); });
}

void CelerySource::lost(const std::string& job_id, const std::string& tag) {
    const auto place = m_hand.find(job_id);
    if (place == m_hand.end() || place->second.ticket.grip.tag != tag) {
        return;
    }
    m_parts.logger.with("job", job_id).warning("the task is in another worker's hands now; this one stops");
    m_hand.erase(place);
    if (on_cancelled) {
        on_cancelled(job_id);
    }
}

void CelerySource::sweep() {
    std::set<std::string> ours;
    for (const auto& [job_id, held] : m_hand) {
        ours.insert(held.ticket.grip.tag);
    }
    m_queue.sweep(std::move(ours), m_guard.wrap([this](const base::Result<int>& restored) {
        if (restored && *restored > 0) {
            m_parts.logger.info("tasks of workers that are gone went back into the queue",
                                {{"tasks", std::to_string(*restored)}});
        }
    }));
    m_sweep_timer = m_parts.timers.after(part_of(m_options.queue.visibility, 2, kSweep), [this] { sweep(); });
}

std::string CelerySource::result_text(const CeleryEnvelope& envelope, CeleryState state,
                                      const base::Json& result) const {
    return envelope.ignore_result ? std::string{} : celery_result(envelope, state, result, m_parts.clock.wall());
}

CeleryEnd CelerySource::failed(const CeleryTicket& ticket, const CeleryException& exception, Retry retry) {
    const auto& [grip, envelope] = ticket;
    CeleryEnd end{grip, envelope.id};
    auto state = CeleryState::Failure;
    if (retry == Retry::MayHelp && envelope.retries < m_options.max_retries) {
        auto again = retried_celery_message(envelope, m_parts.clock.wall() + m_options.retry_countdown, new_tag(),
                                            m_options.node);
        if (again) {
            state = CeleryState::Retry;
            end.put = CeleryEnd::Put::Last;
            end.list = celery_list(m_options.queue.queue, envelope.priority);
            end.message = std::move(*again);
        }
    }
    if (!envelope.ignore_result) {
        end.result = celery_result(envelope, state, exception, m_parts.clock.wall());
    }
    m_presence.tell_task(state == CeleryState::Retry ? "task-retried" : "task-failed", envelope.id,
                         celery_task_raised(exception));
    return end;
}

void CelerySource::finish(const JobOutcome& outcome, Done<void> done) {
    const auto ticket = read_celery_ticket(outcome.lease.ticket);
    if (!ticket) {
        later([done = std::move(done), error = ticket.error()] { done(error); });
        return;
    }
    if (const auto place = m_hand.find(outcome.lease.job_id); place != m_hand.end()) {
        place->second.stage = Stage::Telling;
    }
    CeleryEnd end{ticket->grip, ticket->envelope.id};
    if (outcome.completed()) {
        const auto call = read_celery_call(ticket->envelope, m_options.rules);
        const auto value = call ? celery_return_value(*call) : base::Json{{"status", "completed"}};
        end.result = result_text(ticket->envelope, CeleryState::Success, value);
        end.write = CeleryEnd::Write::Always; // the files are there, whoever has the message now
        m_presence.tell_task("task-succeeded", ticket->envelope.id,
                             celery_task_succeeded(value, static_cast<double>(outcome.total_time_ms) / 1000));
    } else {
        // The original tries again after any error but a call with wrong arguments: an input may still come.
        const bool hopeless = outcome.failed_step == FailedStep::Assignment ||
                              (outcome.failed_step == FailedStep::Transcode && outcome.retry == Retry::Useless);
        end = failed(*ticket, celery_runtime_error(outcome.error_message), hopeless ? Retry::Useless : Retry::MayHelp);
    }
    m_queue.end(end, m_guard.wrap([this, job_id = outcome.lease.job_id, tag = end.grip.tag,
                                   done = std::move(done)](const base::Result<CeleryHold>& hold) {
        if (!hold && is_passing(hold.error())) {
            done(hold.error());
            return;
        }
        if (const auto place = m_hand.find(job_id); place != m_hand.end() && place->second.ticket.grip.tag == tag) {
            m_hand.erase(place);
        }
        if (!hold) {
            done(hold.error());
            return;
        }
        if (*hold == CeleryHold::Lost) {
            m_parts.logger.with("job", job_id).warning("the task was in another worker's hands when this one ended it");
        }
        done({});
    }));
}

void CelerySource::give_back(const Lease& lease, Done<void> done) {
    const auto ticket = read_celery_ticket(lease.ticket);
    if (!ticket) {
        done(ticket.error());
        return;
    }
    CeleryEnd end{ticket->grip, ticket->envelope.id};
    end.put = CeleryEnd::Put::Next;
    end.list = ticket->grip.list;
    end.message = ticket->grip.message;
    end.story = CeleryEnd::Story::ForgetsProgress;
    m_queue.end(
        end, m_guard.wrap([this, job_id = lease.job_id, done = std::move(done)](const base::Result<CeleryHold>& hold) {
            if (!hold) {
                done(hold.error());
                return;
            }
            m_hand.erase(job_id);
            done({});
        }));
}

void CelerySource::settle(CeleryEnd end) {
    const auto number = m_next++;
    m_ends.emplace(number, std::move(end));
    try_end(number);
}

void CelerySource::try_end(std::uint64_t number) {
    m_queue.end(m_ends.at(number), m_guard.wrap([this, number](const base::Result<CeleryHold>& hold) {
        if (hold || !is_passing(hold.error())) {
            m_ends.erase(number);
            return;
        }
        m_later[number] = m_parts.timers.after(kTryAgain, [this, number] {
            const auto own = m_later.extract(number);
            try_end(number);
        });
    }));
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_leases.h"

#include <utility>

namespace framehand::sources {

BullLeases::BullLeases(redis::Connection& commands, ports::Timers& timers, const BullDialects& dialects,
                       std::string prefix)
    : m_commands(commands), m_timers(timers), m_dialects(dialects), m_prefix(std::move(prefix)) {
}

void BullLeases::add(const std::string& job_id, BullTicket ticket, int progress) {
    if (const auto [job, is_new] = m_jobs.try_emplace(job_id); is_new) {
        job->second.ticket = std::move(ticket);
        job->second.progress = progress;
        renew_later(job_id);
    }
}

int BullLeases::progress_of(const std::string& job_id) const {
    const auto job = m_jobs.find(job_id);
    return job != m_jobs.end() ? job->second.progress : 0;
}

void BullLeases::set_progress(const std::string& job_id, int progress) {
    if (const auto job = m_jobs.find(job_id); job != m_jobs.end()) {
        job->second.progress = progress;
    }
}

void BullLeases::hold(const BullTicket& ticket, Held done) {
    const BullKeys keys(m_prefix, ticket.queue);
    const auto renewal = m_dialects.of(ticket.kind).renew(keys, ticket);
    auto ours = m_guard.wrap([this, ticket, keys, done = std::move(done)](const base::Result<redis::Reply>& reply) {
        if (!reply) {
            done(reply.error());
        } else if (reply->as_integer() == 1) {
            done(true);
        } else {
            const auto again = m_dialects.of(ticket.kind).take_lock_again(keys, ticket);
            m_commands.run(again.script, again.keys, again.arguments,
                           m_guard.wrap([done](const base::Result<redis::Reply>& taken) {
                               if (!taken) {
                                   done(taken.error());
                               } else {
                                   done(taken->as_integer() == 1);
                               }
                           }));
        }
    });
    m_commands.run(renewal.script, renewal.keys, renewal.arguments, std::move(ours));
}

void BullLeases::renew(const std::string& job_id) {
    const auto job = m_jobs.find(job_id);
    if (job == m_jobs.end()) {
        return;
    }
    hold(job->second.ticket, [this, job_id](const base::Result<bool>& held) {
        if (!m_jobs.contains(job_id)) {
            return;
        }
        if (held && !*held) {
            m_jobs.erase(job_id);
            if (on_lost) {
                on_lost(job_id);
            }
            return;
        }
        renew_later(job_id); // an error: the server is away, and what its locks are worth is seen when it is back
    });
}

void BullLeases::renew_later(const std::string& job_id) {
    if (const auto job = m_jobs.find(job_id); job != m_jobs.end()) {
        job->second.renewal = m_timers.after(m_dialects.times().lock / 2, [this, job_id] { renew(job_id); });
    }
}

void BullLeases::renew_all() {
    for (const auto& [job_id, job] : m_jobs) {
        renew(job_id); // answers come later: nothing is removed meanwhile
    }
}

} // namespace framehand::sources

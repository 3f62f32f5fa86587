// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/preferred_sources.h"

#include <algorithm>
#include <utility>

namespace framehand::sources {

PreferredSources::PreferredSources(std::vector<Named> sources, const base::Clock& clock, base::Logger logger)
    : m_clock(clock), m_logger(std::move(logger)) {
    for (auto& named : sources) {
        named.source->on_work = [this] {
            if (on_work) {
                on_work();
            }
        };
        named.source->on_cancelled = [this](const std::string& job_id) {
            if (on_cancelled) {
                on_cancelled(job_id);
            }
        };
        m_members.push_back({std::move(named)});
    }
}

PreferredSources::~PreferredSources() = default;

SourceAbilities PreferredSources::abilities() const {
    SourceAbilities all{true, true, true};
    for (const auto& member : m_members) {
        const auto own = member.named.source->abilities();
        all.shows_progress = all.shows_progress && own.shows_progress;
        all.cancels = all.cancels && own.cancels;
        all.takes_back = all.takes_back && own.takes_back;
    }
    return all;
}

void PreferredSources::announce(const jobs::Capabilities& capabilities, Done<void> done) {
    struct Answers {
        std::size_t missing;
        std::optional<base::Error> error;
        bool fine = false;
        Done<void> done;
    };

    m_capabilities = capabilities;
    auto answers = std::make_shared<Answers>();
    answers->missing = m_members.size();
    answers->done = std::move(done);
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        m_members[i].announced = Announced::No;
        m_members[i].named.source->announce(capabilities, [this, i, answers](const base::Status& answer) {
            if (answer) {
                m_members[i].announced = Announced::Yes;
                answered(m_members[i]);
                answers->fine = true;
            } else {
                failed(m_members[i], answer.error());
                answers->error = answers->error.value_or(answer.error());
            }
            if (--answers->missing == 0) {
                answers->done(answers->fine ? base::Status() : base::Status(*answers->error));
            }
        });
    }
}

void PreferredSources::take(const Heartbeat& heartbeat, Done<Taken> done) {
    auto round = std::make_shared<Round>();
    round->heartbeat = heartbeat;
    round->done = std::move(done);
    ask_next(round);
}

void PreferredSources::ask_next(const std::shared_ptr<Round>& round) {
    while (round->next < m_members.size() && rests(m_members[round->next])) {
        ++round->next;
    }
    if (round->next == m_members.size()) {
        if (round->answered > 0) {
            round->done(Taken{});
        } else {
            round->done(round->error.value_or(
                base::fail(base::ErrorCode::Unavailable, "no source of jobs can be reached; they are tried again")));
        }
        return;
    }
    const auto index = round->next++;
    auto& member = m_members[index];
    if (member.announced == Announced::Yes || !m_capabilities) {
        ask(index, round);
        return;
    }
    member.named.source->announce(*m_capabilities, [this, index, round](const base::Status& answer) {
        if (answer) {
            m_members[index].announced = Announced::Yes;
            ask(index, round);
            return;
        }
        failed(m_members[index], answer.error());
        round->error = round->error.value_or(answer.error());
        ask_next(round);
    });
}

void PreferredSources::ask(std::size_t index, const std::shared_ptr<Round>& round) {
    m_members[index].named.source->take(round->heartbeat, [this, index, round](base::Result<Taken> answer) {
        auto& member = m_members[index];
        if (!answer) {
            failed(member, answer.error());
            round->error = round->error.value_or(answer.error());
        } else {
            answered(member);
            ++round->answered;
            if (!std::holds_alternative<std::monostate>(*answer)) {
                round->done(std::move(answer));
                return;
            }
        }
        ask_next(round);
    });
}

void PreferredSources::keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) {
    tell_others(lease, heartbeat);
    if (auto* source = source_of(lease, done)) {
        source->keep_alive(lease, heartbeat, std::move(done));
    }
}

void PreferredSources::tell_others(const Lease& lease, const Heartbeat& heartbeat) {
    auto busy = heartbeat;
    busy.accepts_jobs = false;
    if (busy.why_not_accepting.empty()) {
        busy.why_not_accepting = "does a job of another source";
    }
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        auto& member = m_members[i];
        if (member.named.name == lease.source || member.announced == Announced::No || rests(member)) {
            continue;
        }
        member.named.source->take(busy, [this, i](const base::Result<Taken>& answer) {
            if (answer) {
                answered(m_members[i]);
            } else {
                failed(m_members[i], answer.error());
            }
        });
    }
}

void PreferredSources::progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) {
    if (auto* source = source_of(lease, done)) {
        source->progress(lease, progress, std::move(done));
    }
}

void PreferredSources::finish(const JobOutcome& outcome, Done<void> done) {
    if (auto* source = source_of(outcome.lease, done)) {
        source->finish(outcome, std::move(done));
    }
}

void PreferredSources::give_back(const Lease& lease, Done<void> done) {
    if (auto* source = source_of(lease, done)) {
        source->give_back(lease, std::move(done));
    }
}

template <typename T>
JobSource* PreferredSources::source_of(const Lease& lease, const Done<T>& done) const {
    const auto found =
        std::ranges::find_if(m_members, [&](const Member& member) { return member.named.name == lease.source; });
    if (found != m_members.end()) {
        return found->named.source.get();
    }
    done(base::fail(base::ErrorCode::Unavailable,
                    "the job came from \"" + lease.source + "\", which is not among job_source now"));
    return nullptr;
}

bool PreferredSources::rests(const Member& member) const {
    return member.rest > base::Duration{0} && m_clock.steady() < member.asked_again;
}

void PreferredSources::failed(Member& member, const base::Error& error) {
    const bool news = member.rest == base::Duration{0};
    member.rest = std::clamp(member.rest * 2, kFirstRest, kLongestRest);
    // One alone is asked whenever the worker asks, which has a backoff of its own.
    if (m_members.size() > 1) {
        member.asked_again = m_clock.steady() + member.rest;
    }
    if (news) {
        m_logger.warning("a source of jobs cannot be reached",
                         {{"source", member.named.name}, {"error", error.text()}});
    }
}

void PreferredSources::answered(Member& member) {
    if (member.rest > base::Duration{0}) {
        m_logger.info("the source of jobs answers again", {{"source", member.named.name}});
    }
    member.rest = base::Duration{0};
}

} // namespace framehand::sources

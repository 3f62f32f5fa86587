// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/job_source.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// An orchestrator in memory, which keeps its state however often the worker starts anew: jobs are queued, assigned
/// and finalized. Answers wait until pump(). What it is asked is noted in `calls`, one word each.
class FakeSource final : public sources::JobSource {
public:
    struct Known {
        jobs::Job job;
        bool assigned = false;
        std::vector<sources::JobOutcome> outcomes; ///< every finalize that came
    };

    void add(jobs::Job job) {
        auto id = job.job_id;
        known[id] = {std::move(job), false, {}};
        order.push_back(std::move(id));
    }

    /// Lets all waiting answers come, and those to what they bring about.
    void pump() {
        while (!m_waiting.empty()) {
            auto answer = std::move(m_waiting.front());
            m_waiting.pop_front();
            answer();
        }
    }

    /// As when the worker is killed: nobody waits for the answers any more.
    void abandon() { m_waiting.clear(); }

    [[nodiscard]] bool idle() const { return m_waiting.empty(); }

    [[nodiscard]] sources::SourceAbilities abilities() const override { return {true, true, true}; }

    void announce(const jobs::Capabilities& /*capabilities*/, Done<void> done) override {
        later("register", std::move(done), [] { return base::Status(); });
    }

    void take(const sources::Heartbeat& heartbeat, Done<sources::Taken> done) override {
        last_heartbeat = heartbeat;
        later(heartbeat.accepts_jobs ? "take" : "take-busy", std::move(done),
              [this, accepts = heartbeat.accepts_jobs]() -> base::Result<sources::Taken> {
                  if (refused) {
                      return sources::Taken(*std::exchange(refused, std::nullopt));
                  }
                  for (const auto& id : order) {
                      auto& job = known.at(id);
                      if (accepts && job.outcomes.empty()) {
                          job.assigned = true;
                          return sources::Taken(sources::Assignment{
                              job.job, {.source = "fake", .job_id = id, .attempt = 1, .ticket = "ticket of " + id}});
                      }
                  }
                  return sources::Taken();
              });
    }

    void keep_alive(const sources::Lease& lease, const sources::Heartbeat& heartbeat,
                    Done<sources::LeaseState> done) override {
        last_heartbeat = heartbeat;
        leases.push_back(lease);
        later("keep " + lease.job_id, std::move(done),
              [this, job_id = lease.job_id]() -> base::Result<sources::LeaseState> { return lease_of(job_id); });
    }

    void progress(const sources::Lease& lease, const sources::JobProgress& progress,
                  Done<sources::LeaseState> done) override {
        reported.push_back(progress);
        later("progress " + lease.job_id, std::move(done),
              [this, job_id = lease.job_id]() -> base::Result<sources::LeaseState> { return lease_of(job_id); });
    }

    void finish(const sources::JobOutcome& outcome, Done<void> done) override {
        later("finish " + outcome.lease.job_id, std::move(done), [this, outcome]() -> base::Status {
            if (finish_error) {
                return *finish_error;
            }
            known[outcome.lease.job_id].outcomes.push_back(outcome);
            return {};
        });
    }

    void give_back(const sources::Lease& lease, Done<void> done) override {
        later("give-back " + lease.job_id, std::move(done), [this, job_id = lease.job_id]() -> base::Status {
            if (give_back_error) {
                return *give_back_error;
            }
            known.at(job_id).assigned = false;
            return {};
        });
    }

    [[nodiscard]] int count(const std::string& call) const {
        return static_cast<int>(std::count(calls.begin(), calls.end(), call));
    }

    bool away = false; ///< every call ends in Unavailable
    std::optional<base::Error> finish_error;
    std::optional<base::Error> give_back_error;
    std::optional<sources::JobOutcome> refused; ///< what the next take() gives
    std::string cancelled_job;
    std::map<std::string, Known> known;
    std::vector<std::string> order;
    std::vector<std::string> calls;
    std::vector<sources::JobProgress> reported;
    std::vector<sources::Lease> leases; ///< with which leases were kept
    sources::Heartbeat last_heartbeat;

private:
    [[nodiscard]] sources::LeaseState lease_of(const std::string& job_id) const {
        return job_id == cancelled_job ? sources::LeaseState::Cancelled : sources::LeaseState::Held;
    }

    template <typename T, typename Answer>
    void later(std::string call, Done<T> done, Answer answer) {
        calls.push_back(std::move(call));
        m_waiting.push_back([this, done = std::move(done), answer] {
            if (away) {
                done(base::fail(base::ErrorCode::Unavailable, "the orchestrator is away"));
            } else {
                done(answer());
            }
        });
    }

    std::deque<std::function<void()>> m_waiting;
};

} // namespace framehand::test

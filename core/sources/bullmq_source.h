// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/base/log.h"
#include "core/redis/connection.h"
#include "core/sources/bull_leases.h"
#include "core/sources/bull_queue.h"
#include "core/sources/bull_video.h"
#include "core/sources/bull_video_records.h"
#include "core/sources/job_source.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace framehand::sources {

struct BullmqSourceOptions {
    redis::Options server;
    std::vector<std::string> queues = {"transcoding-360p", "transcoding-720p", "transcoding-1080p"}; ///< asked in order
    std::string prefix = "bull";                                                                     ///< of all keys
    BullExpected expected = BullExpected::Either;
    std::string worker_id; ///< shown by the libraries' tools, and in the database
    BullBuckets buckets;
    BullTimes times;
    std::string store_url; ///< "http://minio:9000": what clients find the results below; may be empty
};

/// A worker of queues that BullMQ (producers of versions 3 to 6) or Bull 4 keep, one job at a time, by the libraries'
/// own scripts: their clients, dashboards and other workers see one of their own. Which of the two keeps a queue is
/// found out from what it says of itself.
///
/// A job is one video and one resolution (bull_video.h). In hand its lock is renewed twice in 30 s, also while the work
/// stands still. Whoever finds the lock in other hands says nothing more of the job. A failure is tried again as the
/// producer's options say, one that is Retry::Useless never. A job that cannot be read fails for good, with the reason.
///
/// Lease: source "bullmq", job_id "<queue>:<id>", attempt counted from 1, ticket BullTicket.
class BullmqSource final : public JobSource {
public:
    struct Services {
        redis::Services redis; ///< its timers and logger are this source's, too
        const base::Clock& clock;
        BullVideoRecords* records = nullptr; ///< null: no database
    };

    /// False: this program was built without the scripts, and announce() is Unsupported.
    [[nodiscard]] static bool is_built_in();

    BullmqSource(BullmqSourceOptions options, Services services);
    ~BullmqSource() override;
    BullmqSource(const BullmqSource&) = delete;
    BullmqSource& operator=(const BullmqSource&) = delete;

    [[nodiscard]] SourceAbilities abilities() const override {
        return {.shows_progress = true, .cancels = false, .takes_back = true};
    }

    /// What the worker can do has no place in a queue. Fine once the server answers.
    void announce(const jobs::Capabilities& capabilities, Done<void> done) override;
    void take(const Heartbeat& heartbeat, Done<Taken> done) override;
    void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) override;
    void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) override;
    void finish(const JobOutcome& outcome, Done<void> done) override;
    void give_back(const Lease& lease, Done<void> done) override;

private:
    /// Where a take stands: queue after queue.
    struct Round {
        std::size_t next = 0;
        std::size_t refused = 0;
        base::Error refusal;
        Done<Taken> done;
    };

    void take_next(std::shared_ptr<Round> round);
    void nothing_found(const Round& round);
    [[nodiscard]] Taken taken(const BullQueue& queue, const std::string& token, BullJob job);
    void stop_waiting();
    void sweep();
    void send_progress(const std::string& job_id, const BullTicket& ticket, const std::vector<int>& steps,
                       Done<LeaseState> done);
    void send_outcome(const JobOutcome& outcome, const BullTicket& ticket, Done<void> done);
    void told(const JobOutcome& outcome, const BullTicket& ticket, Done<void> done);
    /// The outcome of a job that is not ours (any more): fine if it was told before.
    void settle_lost(const Lease& lease, const BullTicket& ticket, Done<void> done);
    void run(const BullCall& call, Done<redis::Reply> done);
    void later(std::function<void()> call);
    void record(BullVideoRow::State state, const BullTicket& ticket, const JobOutcome* outcome);
    [[nodiscard]] std::string new_token();

    BullmqSourceOptions m_options;
    Services m_services;
    const BullDialects m_dialects;
    redis::Connection m_commands;
    BullLeases m_leases;
    std::vector<std::unique_ptr<BullQueue>> m_queues;
    const std::string m_token; ///< the beginning of all tokens of this run
    std::uint64_t m_tokens = 0;
    std::set<std::string> m_refusals_said; ///< so that each is logged once
    std::unique_ptr<ports::Timer> m_sweep;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources

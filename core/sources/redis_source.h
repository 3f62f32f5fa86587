// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/redis/connection.h"
#include "core/sources/job_source.h"
#include "core/sources/redis_payload.h"
#include "core/sources/redis_queue.h"
#include "core/sources/redis_queue_options.h"

#include <map>
#include <memory>
#include <string>

namespace framehand::sources {

/// How messages are taken: see RedisListQueue and RedisStreamQueue.
enum class RedisTake { Lists, Streams };

struct RedisSourceOptions {
    RedisQueueOptions queue;
    RedisTake take = RedisTake::Lists;
    RedisPayloadRules rules;
};

/// Jobs from the stages of a Redis pipeline (docs/sources.md): messages are JSON, and go on from stage to stage
/// unchanged, byte by byte.
///
///     announce    connects; Unsupported for a server older than 6.2, naming its version
///     take        the next message of the first role that has one; what cannot be read goes to the list of failures
///     finish      completed: the message goes on to the next stage. Failed: to the list of failures with the reason
///     give_back   the message goes back to where it came from, as the next one
///
/// Nothing is known at the server of progress, and nobody can cancel a job there. Each end is told on a channel.
class RedisSource final : public JobSource {
public:
    /// `clock` and the timers must outlive the source.
    RedisSource(RedisSourceOptions options, redis::Services services, const base::Clock& clock);
    ~RedisSource() override;
    RedisSource(const RedisSource&) = delete;
    RedisSource& operator=(const RedisSource&) = delete;

    [[nodiscard]] SourceAbilities abilities() const override;
    void announce(const jobs::Capabilities& capabilities, Done<void> done) override;
    void take(const Heartbeat& heartbeat, Done<Taken> done) override;
    void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) override;
    void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) override;
    void finish(const JobOutcome& outcome, Done<void> done) override;
    void give_back(const Lease& lease, Done<void> done) override;

private:
    [[nodiscard]] std::vector<RedisMessage> held() const;
    [[nodiscard]] std::string failure_text(const RedisMessage& message, std::string reason, Retry retry) const;
    [[nodiscard]] std::string event_text(const RedisMessage& message, const JobOutcome& outcome) const;
    void check_version(Done<void> done) const;
    void take_next(Done<Taken> done);
    void taken(const RedisMessage& message, Done<Taken> done);
    void beat();
    void beat_in(base::Duration pause);
    void later(std::function<void()> call);

    const RedisSourceOptions m_options;
    redis::Services m_services;
    const base::Clock& m_clock;
    redis::Connection m_connection;
    std::unique_ptr<RedisQueue> m_queue;
    std::map<std::string, RedisMessage> m_held; ///< by job
    /// What this worker took at the server and knows nothing of is put back before the next take: of an earlier life,
    /// or taken by a call whose answer was lost.
    bool m_to_recover = true;
    std::unique_ptr<ports::Timer> m_beat;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources

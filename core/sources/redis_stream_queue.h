// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/sources/redis_queue.h"
#include "core/sources/redis_queue_options.h"
#include "core/sources/redis_waiter.h"

#include <string>
#include <vector>

namespace framehand::sources {

/// Messages in Redis streams: producers XADD, workers take as consumers of one group. What is taken is pending in the
/// group until it is acknowledged with its end, which is one step with handing it on.
///
/// An entry in hand is claimed again and again by its own consumer, so that it is never idle for long; one that is idle
/// for a whole lease is a dead worker's and anybody's (XAUTOCLAIM). Handed on are all fields as they were. Failures
/// go to a list, as those of lists do. Nothing is deleted from a stream: its length is its producer's affair.
///
/// Waiting takes nothing away: XREAD behind what the group gave out last.
class RedisStreamQueue final : public RedisQueue {
public:
    RedisStreamQueue(RedisQueueOptions options, redis::Connection& connection, redis::Services services);
    ~RedisStreamQueue() override;
    RedisStreamQueue(const RedisStreamQueue&) = delete;
    RedisStreamQueue& operator=(const RedisStreamQueue&) = delete;

    /// Makes the group in each stream, and the stream if there is none, from its first entry on.
    void open(Done<void> done) override;
    void recover(std::vector<RedisMessage> held, Done<void> done) override;
    void take(Done<std::optional<RedisMessage>> done) override;
    void beat(std::vector<RedisMessage> held, Done<std::vector<std::size_t>> done) override;
    void end(const RedisMessage& message, const End& end, Done<Ended> done) override;
    void give_back(const RedisMessage& message, Done<void> done) override;
    void set_aside(const RedisMessage& message, const std::string& failure, Done<void> done) override;
    void wait(std::function<void()> there_is_work) override;
    void stop_waiting() override;

private:
    void take_opened(Done<std::optional<RedisMessage>> done);
    [[nodiscard]] std::optional<RedisMessage> taken(const redis::Reply& reply);
    [[nodiscard]] std::vector<std::string> streams() const;

    const RedisQueueOptions m_options;
    redis::Connection& m_connection;
    std::vector<std::string> m_last_ids; ///< of each stream, as the last take without an answer found them
    std::function<void()> m_there_is_work;
    RedisWaiter m_waiter;
};

} // namespace framehand::sources

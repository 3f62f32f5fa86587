// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/sources/redis_queue.h"
#include "core/sources/redis_queue_options.h"
#include "core/sources/redis_waiter.h"

#include <memory>
#include <string>
#include <vector>

namespace framehand::sources {

/// Messages in Redis lists: producers RPUSH, workers take from the left. Works beside workers that take by BLPOP, which
/// can lose what they take.
///
/// Taking is one LMOVE to a list of this worker's own, ending is one script: at every instant a message is in exactly
/// one list. A worker's life is a key that expires (SET ... PX); who finds it gone puts back what its lists hold, in
/// the same order, and notes that, so that a worker that only seemed dead learns that its job is another's now. A
/// server that has lost its memory is told again what is held.
///
/// Waiting takes nothing away: BLMOVE of a list's first element onto itself.
class RedisListQueue final : public RedisQueue {
public:
    RedisListQueue(RedisQueueOptions options, redis::Connection& connection, redis::Services services);
    ~RedisListQueue() override;
    RedisListQueue(const RedisListQueue&) = delete;
    RedisListQueue& operator=(const RedisListQueue&) = delete;

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
    [[nodiscard]] std::string processing(RedisRole role) const;
    [[nodiscard]] std::string lease_ms() const;

    const RedisQueueOptions m_options;
    redis::Connection& m_connection;
    redis::Services m_services;
    std::vector<std::unique_ptr<RedisWaiter>> m_waiters; ///< one for each list
    std::function<void()> m_there_is_work;
};

} // namespace framehand::sources

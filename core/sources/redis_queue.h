// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sources/redis_message.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace framehand::sources {

/// How messages are taken from a Redis server, reliably: by lists or by a stream's consumer group. What is taken stays
/// with this worker, visibly for all, until end() or give_back(), and comes to others if this worker is gone.
///
/// Asynchronous, as JobSource is. Errors: as redis::Connection's.
class RedisQueue {
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    /// How the work on a message ended.
    struct End {
        enum class Kind { HandOn, Failed };

        std::string job_id; ///< an end is told once for each
        Kind kind = Kind::HandOn;
        std::string failure; ///< what goes to the list of failures; of Failed
        std::string event;   ///< what is told on the channel
    };

    /// What became of an end().
    enum class Ended {
        Counted, ///< it is the message's end, told now or earlier
        Late,    ///< another worker has the message, or has ended it: nothing was done
    };

    virtual ~RedisQueue() = default;

    /// Makes what the server needs to have (a consumer group).
    virtual void open(Done<void> done) = 0;
    /// What this worker took in an earlier life, or what was lost on the way, goes back to where it can be taken; what
    /// is in `held` stays.
    virtual void recover(std::vector<RedisMessage> held, Done<void> done) = 0;
    virtual void take(Done<std::optional<RedisMessage>> done) = 0;
    /// Says that this worker lives and works on these, and gives back what dead ones had. The answer: those of `held`
    /// that are not this worker's any more, by their place in it.
    virtual void beat(std::vector<RedisMessage> held, Done<std::vector<std::size_t>> done) = 0;
    virtual void end(const RedisMessage& message, const End& end, Done<Ended> done) = 0;
    virtual void give_back(const RedisMessage& message, Done<void> done) = 0;
    /// Takes a message that cannot be read out of the way.
    virtual void set_aside(const RedisMessage& message, const std::string& failure, Done<void> done) = 0;

    /// From now on until there is something to take, or stop_waiting(): then `there_is_work` is called, once.
    virtual void wait(std::function<void()> there_is_work) = 0;
    virtual void stop_waiting() = 0;
};

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sources/redis_source.h"
#include "platform/qt/qt_timers.h"
#include "tests/sources/contract/source_world.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <string>

namespace framehand::test {

/// The transcode stage of a Redis pipeline, by lists or streams.
class RedisWorld : public SourceWorld {
public:
    static constexpr base::Duration kLease{2000};

    explicit RedisWorld(sources::RedisTake take);

    std::unique_ptr<sources::JobSource> worker(const std::string& name) override;
    bool poison_is_set_aside() override;
    View view(const std::string& film) override;

    void stop_broker() override { server.kill(); }

    void start_broker() override { server.start(); }

    void outlive_leases() override;

protected:
    /// The messages that were handed on to the next stage.
    virtual std::vector<std::string> handed_on() = 0;

    static std::string message(const std::string& film);

    RedisServer server{RedisServer::Memory::Kept};
    RedisClient client{server};

private:
    const sources::RedisTake m_take;
    platform::QtTimers m_timers;
    base::SystemClock m_clock;
    int m_outlived = 0;
};

} // namespace framehand::test

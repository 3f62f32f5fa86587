// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/celery_source.h"
#include "platform/qt/qt_timers.h"
#include "tests/sources/celery_messages.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// A real Redis server, a producer of Celery's tasks, and workers that take them.
class CeleryHouse {
public:
    explicit CeleryHouse(RedisServer::Memory memory = RedisServer::Memory::Lost);

    /// A source with short times; `change` its options.
    std::unique_ptr<sources::CelerySource>
    worker(const std::function<void(sources::CelerySourceOptions&)>& change = {});

    void produce(const CeleryMessage& message);
    /// All that the clients see of a task; null if there is nothing.
    base::Json result(const std::string& id = CeleryMessage{}.id);
    std::string state(const std::string& id = CeleryMessage{}.id);

    std::vector<std::string> queue() { return client.list("celery"); }

    std::int64_t unacked();

    // What the worker does, waited for
    static base::Result<sources::Taken> take(sources::JobSource& source, bool accepts = true);
    static sources::Assignment take_job(sources::JobSource& source);
    static base::Result<sources::LeaseState> keep_alive(sources::JobSource& source, const sources::Lease& lease,
                                                        bool working = true);
    static base::Result<sources::LeaseState> progress(sources::JobSource& source, const sources::Lease& lease,
                                                      double percent);
    static base::Status finish(sources::JobSource& source, const sources::JobOutcome& outcome);
    static base::Status give_back(sources::JobSource& source, const sources::Lease& lease);

    static sources::JobOutcome completed(const sources::Lease& lease);
    static sources::JobOutcome failed(const sources::Lease& lease, const std::string& message);

    /// What the remote control gets as an answer to an order; null if none comes.
    base::Json ask(const std::string& method, const base::Json& arguments = base::Json::object());

    RedisServer server;
    RedisClient client;
    platform::QtTimers timers;
    base::SystemClock clock;
};

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <functional>
#include <memory>
#include <optional>

namespace framehand::sources {

/// Waits at the server, on a connection of its own, with a command that answers something once there is something, and
/// nil after kWait; asks again and again until then, also after a lost connection.
class RedisWaiter {
public:
    /// How long one command may hold the connection, also as commands write it, in seconds and milliseconds.
    static constexpr base::Duration kWait{25'000};

    RedisWaiter(redis::Options options, redis::Services services, std::function<void()> there_is_something);
    ~RedisWaiter();
    RedisWaiter(const RedisWaiter&) = delete;
    RedisWaiter& operator=(const RedisWaiter&) = delete;

    /// A command that is on its way already stays; its answer counts for this wait.
    void wait(redis::Command command);

    /// An answer that still comes is nobody's.
    void stop() { m_command.reset(); }

private:
    void ask();

    const redis::Options m_options;
    redis::Services m_services;
    std::function<void()> m_there_is_something;
    std::unique_ptr<redis::Connection> m_connection; ///< made by the first wait
    std::optional<redis::Command> m_command;         ///< what is waited with; nothing: nobody waits
    bool m_asked = false;                            ///< a command is on its way
    std::unique_ptr<ports::Timer> m_pause;           ///< after a refusal
};

} // namespace framehand::sources

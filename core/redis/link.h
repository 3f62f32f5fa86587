// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/callback_guard.h"
#include "core/redis/options.h"
#include "core/redis/reply.h"
#include "core/redis/reply_reader.h"
#include "core/redis/version.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::redis {

class Transport;

/// What Connection and Subscriber have in common: keeps a connection to a server, introduces itself to it, and begins
/// anew with growing pauses when it is lost. Knows nothing of which reply belongs to what.
///
/// Callbacks come from the event loop, and `down` also from inside of give_up(); each may destroy the link.
class Link {
public:
    struct Events {
        std::function<void()> ready;
        std::function<void(Reply)> replied;
        std::function<void(const base::Error&)> down; ///< a try failed, or the connection fell
    };

    enum class State {
        Connecting,
        Ready,
        Waiting, ///< for the next try
    };

    Link(Options options, Services services, Events events);
    ~Link();
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    /// Only while Ready.
    void send(const Command& command);
    /// Gives the connection up for this reason, and begins anew after a pause.
    void give_up(base::Error error);

    [[nodiscard]] State state() const { return m_state; }

    /// Why it is Waiting.
    [[nodiscard]] const base::Error& last_error() const { return m_last_error; }

    [[nodiscard]] std::optional<Version> version() const { return m_version; }

    [[nodiscard]] const Options& options() const { return m_options; }

private:
    struct Step {
        std::string name;                     ///< of the command
        std::function<bool(const Reply&)> ok; ///< false: the connection is of no use
    };

    void connect();
    void introduce();
    void received(std::string_view bytes);
    void take_reply(Reply reply);
    void introduced();

    const Options m_options;
    ports::Timers& m_timers;
    base::Logger m_logger;
    Events m_events;
    base::Backoff m_backoff;
    State m_state = State::Connecting;
    base::Error m_last_error;
    std::optional<Version> m_version;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ReplyReader> m_reader;
    std::deque<Step> m_steps;              ///< of the introduction, not answered yet
    std::unique_ptr<ports::Timer> m_timer; ///< the end of a try, or the beginning of the next one
    base::CallbackGuard m_guard;
};

} // namespace framehand::redis

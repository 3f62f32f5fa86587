// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/options.h"
#include "core/redis/reply.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace framehand::redis {

class Link;

/// A connection that listens to channels, and does nothing else (Redis allows no other commands on it). It connects,
/// and connects again when it is lost, as Connection does, and then subscribes again by itself: what was published
/// meanwhile is lost, as Redis keeps nothing. A server that has gone silently is noticed within a minute.
///
/// Everything on the owner's thread, which runs a Qt event loop. Callbacks may destroy the subscriber.
class Subscriber {
public:
    struct Message {
        std::string channel;
        std::string payload;
        std::string pattern; ///< the pattern that it came by, "" if by the channel's name
    };

    Subscriber(Options options, Services services);
    ~Subscriber();
    Subscriber(const Subscriber&) = delete;
    Subscriber& operator=(const Subscriber&) = delete;

    /// In force at once, or as soon as there is a connection; told by on_subscribed.
    void subscribe(const std::string& channel);
    void unsubscribe(const std::string& channel);
    /// By a pattern with *, ? and [..].
    void psubscribe(const std::string& pattern);
    void punsubscribe(const std::string& pattern);

    /// Set by the owner.
    std::function<void(const Message&)> on_message;
    /// Set by the owner, may be empty. The server has confirmed everything that was subscribed so far: what is
    /// published from now on arrives. After each reconnection again, and after later subscriptions.
    std::function<void()> on_subscribed;
    /// Set by the owner, may be empty. The connection fell, or a try failed.
    std::function<void(const base::Error&)> on_down;

    [[nodiscard]] bool is_ready() const;

private:
    void send(const Command& command);
    void subscribe_all();
    void heard(const Reply& reply);
    void listen_for_life();
    void went_down(const base::Error& error);

    std::unique_ptr<Link> m_link;
    ports::Timers& m_timers;
    base::Duration m_timeout;
    std::set<std::string> m_channels;
    std::set<std::string> m_patterns;
    int m_unconfirmed = 0;
    std::unique_ptr<ports::Timer> m_life; ///< asks for a sign of life, then waits for it
};

} // namespace framehand::redis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/dispatcher.h"
#include "core/api/event_hub.h"

#include <memory>
#include <string>
#include <string_view>

class QLocalSocket;

namespace framehand::api {

/// One client of a LocalServer: lines in, answers and events out.
class LocalConnection final : public Session {
public:
    /// Progress is dropped while so much waits to be read by the client; it is cut off when the larger amount does.
    static constexpr std::int64_t kSlowBytes = 64 * 1024;
    static constexpr std::int64_t kDeadBytes = 16 * 1024 * 1024;

    /// `socket` belongs to the server and outlives this.
    LocalConnection(QLocalSocket& socket, const Dispatcher& dispatcher, EventHub& events);

    /// Handles what has arrived. The client is cut off (the socket's disconnected signal follows) if a line is too
    /// long; the error that says so may be lost if it is still writing.
    void read();
    void send(std::string_view line);
    void subscribe() override;

private:
    void take(const EventHub::Event& event);

    QLocalSocket& m_socket;
    const Dispatcher& m_dispatcher;
    EventHub& m_events;
    std::string m_input; ///< the beginning of a line
    EventHub::Subscription m_subscription;
    std::shared_ptr<char> m_alive = std::make_shared<char>(); ///< late answers to a client that has gone are dropped
};

} // namespace framehand::api

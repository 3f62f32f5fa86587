// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/connection.h"
#include "core/base/callback_guard.h"
#include "core/base/log.h"

#include <functional>
#include <string>

namespace framehand::sources {

/// The sign by which other workers see that a job is in this one's hands, also while its message is in the queue
/// again: a queue that is this connection's alone, and that the broker deletes with the connection. Nothing is ever in
/// it. One job at a time. One thread, which runs a Qt event loop.
class RabbitMqHold {
public:
    /// On this channel, which belongs to nobody else.
    static constexpr amqp::Channel kChannel = 4;

    enum class Holder {
        This,
        Another,
        Unknown, ///< the broker does not permit such queues, or is away
    };

    using Done = std::function<void(Holder)>;

    /// `jobs` is the queue that the jobs come from. `connection` must outlive this.
    RabbitMqHold(amqp::Connection& connection, const std::string& jobs, base::Logger logger);

    /// Puts up the sign for the message of this digest in place of the one before. Asked again meanwhile, only the last
    /// `done` is answered.
    void take(const std::string& digest, Done done);
    void let_go();
    /// The connection is another one.
    void forget();

private:
    amqp::Connection& m_connection;
    const std::string m_prefix;
    base::Logger m_logger;
    std::string m_name; ///< of the queue that was asked for last, "": none
    enum class Refusal { Untold, Told } m_refusal = Refusal::Untold;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources

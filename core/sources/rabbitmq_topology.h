// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/connection.h"
#include "core/base/callback_guard.h"
#include "core/base/log.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace framehand::sources {

struct RabbitMqNames {
    std::string jobs = "transcoding_jobs";
    std::string progress = "transcoding_progress";
    std::string results = "transcoding_results";
    std::string progress_exchange = "progress_logs";
    std::string results_exchange = "results_logs";
};

/// Sees to it that the queues and exchanges of the original are there, as the original itself declares them, so that
/// each may come first; what somebody declared in another form (durable, with a dead-letter exchange) is taken as it
/// is. Both exchanges are bound to the plain queues, "<queue>.*": clients of both generations get each message once.
class RabbitMqTopology {
public:
    /// On this channel, which belongs to nobody else.
    static constexpr amqp::Channel kChannel = 1;

    /// `connection` must outlive this.
    RabbitMqTopology(amqp::Connection& connection, RabbitMqNames names, base::Logger logger);

    /// `done` once everything is there. Asked for again meanwhile, only the last `done` is answered.
    void declare(std::function<void(base::Status)> done);
    /// The connection is another one: the channel is closed.
    void forget();

private:
    using Answered = std::function<void(base::Status)>;

    struct Step {
        std::string name; ///< of what is declared, for people
        std::function<void(amqp::Declaration, Answered)> declare;
        amqp::Declaration kind = amqp::Declaration::Plain;
    };

    void open_channel(std::function<void()> then);
    void next();
    void end(const base::Status& status);

    amqp::Connection& m_connection;
    const RabbitMqNames m_names;
    base::Logger m_logger;
    std::vector<Step> m_steps; ///< the last one is next
    bool m_open = false;
    Answered m_done;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources

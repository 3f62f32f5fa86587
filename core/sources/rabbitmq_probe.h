// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/connection.h"
#include "core/sources/rabbitmq_topology.h"
#include "core/sources/server_probe.h"

#include <memory>
#include <string>
#include <vector>

namespace framehand::sources {

/// Looks at what a RabbitMqSource would work with: whether the broker lets this user into the virtual host, and the
/// queues and exchanges, by passive declarations, which make nothing. What the user may do with each of them shows only
/// when it is done.
class RabbitMqProbe final : public ServerProbe {
public:
    RabbitMqProbe(amqp::Url url, RabbitMqNames queues, ports::Timers& timers, base::Random random, ProbeNames names);

private:
    /// A queue or an exchange to be looked at.
    struct Step {
        enum class Kind { Jobs, Queue, Exchange };

        Kind kind;
        std::string name;
    };

    void begin() override;
    [[nodiscard]] SourceFinding silence() const override;
    void connect();
    void look_at_next();
    void declare(const Step& step);
    void told(const Step& step, const base::Result<amqp::QueueFacts>& facts);
    void lost(const base::Error& error);
    [[nodiscard]] SourceFinding refusal(const base::Error& error) const;

    enum class Stage { Reaching, Talking, Ready };

    const amqp::Url m_url;
    const base::Random m_random;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    Stage m_stage = Stage::Reaching;
    std::unique_ptr<amqp::Connection> m_connection;
};

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/connection.h"
#include "core/base/backoff.h"
#include "core/base/callback_guard.h"
#include "core/base/log.h"
#include "core/ports/timers.h"
#include "core/sources/rabbitmq_hold.h"
#include "core/sources/rabbitmq_topology.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::sources {

/// The way to a broker that puts itself right: after a lost connection, and after a channel that the broker closed, the
/// queues are declared and the channels opened again by themselves. Publishes with confirms on one channel, takes one
/// message at a time on another one, which has transactions. One thread, which runs a Qt event loop.
class RabbitMqLink {
public:
    struct Options {
        amqp::Connection::Options connection;
        RabbitMqNames names;
        std::string consumer_tag;
    };

    /// Whether messages are taken from the queue of jobs.
    enum class Intake { Off, On };

    using Done = std::function<void(base::Status)>;

    /// `timers` must outlive this.
    RabbitMqLink(Options options, ports::Timers& timers, base::Random random, base::Logger logger);

    /// The callbacks below must be set by then.
    void start();

    [[nodiscard]] bool is_ready() const { return m_ready; }

    /// Why it is not ready; Unavailable while that is not known yet.
    [[nodiscard]] const base::Error& problem() const { return m_problem; }

    void set_intake(Intake intake);
    /// `done` once the broker has the message. One after another: who watches several queues sees what was published
    /// into them in this order, which the broker keeps within one queue only.
    void publish(amqp::Publication publication, Done done);
    /// The same, and the acknowledgement of a delivery with it: the broker does both or neither, whatever becomes of
    /// this program meanwhile.
    void publish_and_acknowledge(amqp::Publication publication, const amqp::DeliveryId& delivery, Done done);
    /// After what was asked of the intake before. `done` once the broker has done it; an error means that it may have:
    /// the delivery is the broker's again if not.
    void settle(const amqp::DeliveryId& delivery, amqp::Settlement settlement, Done done);

    /// Of the jobs of this connection; while it is ready.
    [[nodiscard]] RabbitMqHold& hold() { return m_hold; }

    /// Everything is declared, and open: (again).
    std::function<void()> on_ready;
    /// Not ready any more, or still not.
    std::function<void(const base::Error&)> on_away;
    std::function<void(amqp::Delivery)> on_delivery;
    /// No delivery so far can be settled any more: the broker has put them back into the queue.
    std::function<void()> on_deliveries_void;

private:
    enum class Channel { Closed, Open };

    struct Outgoing {
        amqp::Publication publication;
        std::optional<amqp::DeliveryId> settles; ///< by an acknowledgement
        Done done;
    };

    void prepare();
    void prepare_later();
    void open_publishing();
    void open_consuming();
    void failed(const base::Error& error);
    void lost(const base::Error& error);
    void channel_ended(const amqp::ChannelEnd& end);
    void steer();
    void publish_in_turn(Outgoing outgoing);
    void publish_next();

    const Options m_options;
    ports::Timers& m_timers;
    base::Logger m_logger;
    base::Backoff m_backoff; ///< between tries to declare
    bool m_ready = false;
    base::Error m_problem;
    Intake m_wanted = Intake::Off;
    Intake m_intake = Intake::Off; ///< as the broker has it
    bool m_turning = false;        ///< it is being told
    Channel m_publishing = Channel::Closed;
    Channel m_consuming = Channel::Closed;
    std::unique_ptr<ports::Timer> m_retry;
    std::deque<Outgoing> m_outgoing; ///< the first one is on its way
    base::CallbackGuard m_guard;     ///< of the way to ready and of the intake
    amqp::Connection m_connection;
    RabbitMqTopology m_topology;
    RabbitMqHold m_hold;
};

} // namespace framehand::sources

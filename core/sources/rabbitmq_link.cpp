// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_link.h"

#include <utility>

namespace framehand::sources {

namespace {

constexpr amqp::Channel kPublishing = 2;
constexpr amqp::Channel kConsuming = 3;
constexpr int kPreconditionFailed = 406;

} // namespace

RabbitMqLink::RabbitMqLink(Options options, ports::Timers& timers, base::Random random, base::Logger logger)
    : m_options(std::move(options)), m_timers(timers), m_logger(logger), m_backoff(random),
      m_problem(base::fail(base::ErrorCode::Unavailable, "there is no connection to the broker yet")),
      m_connection(m_options.connection, timers, random, logger), m_topology(m_connection, m_options.names, logger),
      m_hold(m_connection, m_options.names.jobs, logger) {
    m_connection.on_ready = [this] { prepare(); };
    m_connection.on_lost = [this](const base::Error& error) { lost(error); };
    m_connection.on_delivery = [this](amqp::Delivery delivery) { on_delivery(std::move(delivery)); };
    m_connection.on_channel_ended = [this](const amqp::ChannelEnd& end) { channel_ended(end); };
}

void RabbitMqLink::start() {
    m_connection.start();
}

void RabbitMqLink::prepare() {
    m_retry.reset();
    m_guard.drop();
    m_turning = false;
    m_topology.declare(m_guard.wrap([this](const base::Status& declared) {
        if (declared) {
            open_publishing();
        } else {
            failed(declared.error());
        }
    }));
}

void RabbitMqLink::open_publishing() {
    if (m_publishing == Channel::Open) {
        open_consuming();
        return;
    }
    m_connection.open_channel(kPublishing, [](const base::Status&) {});
    m_connection.confirm(kPublishing, m_guard.wrap([this](const base::Status& confirmed) {
        if (!confirmed) {
            failed(confirmed.error());
            return;
        }
        m_publishing = Channel::Open;
        open_consuming();
    }));
}

void RabbitMqLink::open_consuming() {
    const auto ready = [this] {
        m_ready = true;
        on_ready();
        steer();
    };
    if (m_consuming == Channel::Open) {
        ready();
        return;
    }
    m_connection.open_channel(kConsuming, [](const base::Status&) {});
    m_connection.prefetch(kConsuming, 1, m_guard.wrap([this](const base::Status& limited) {
        if (!limited) {
            failed(limited.error());
        }
    }));
    m_connection.begin_transactions(kConsuming, m_guard.wrap([this, ready](const base::Status& begun) {
        if (!begun) {
            failed(begun.error());
            return;
        }
        m_consuming = Channel::Open;
        ready();
    }));
}

void RabbitMqLink::failed(const base::Error& error) {
    if (!m_connection.is_ready()) {
        return; // lost() is about to be told
    }
    m_logger.warning("the queues of the broker cannot be used", {{"error", error.text()}});
    m_problem = error;
    m_ready = false;
    prepare_later();
    on_away(error);
}

void RabbitMqLink::prepare_later() {
    m_retry = m_timers.after(m_backoff.next(), [this] { prepare(); });
}

void RabbitMqLink::lost(const base::Error& error) {
    m_guard.drop();
    m_retry.reset();
    m_topology.forget();
    m_hold.forget();
    m_publishing = Channel::Closed;
    m_consuming = Channel::Closed;
    m_intake = Intake::Off;
    m_turning = false;
    m_ready = false;
    m_problem = error;
    on_deliveries_void();
    on_away(error);
}

void RabbitMqLink::channel_ended(const amqp::ChannelEnd& end) {
    if (end.channel == RabbitMqTopology::kChannel || end.channel == RabbitMqHold::kChannel) {
        return; // their own answers have told it
    }
    m_logger.warning("the broker closed a channel", {{"code", std::to_string(end.code)}, {"error", end.text}});
    m_guard.drop();
    m_turning = false;
    m_ready = false;
    m_problem = base::fail(base::ErrorCode::Unavailable, "the broker closed the channel", end.text);
    if (end.channel == kPublishing) {
        m_publishing = Channel::Closed;
    } else {
        m_intake = Intake::Off;
        if (end.code != 0) { // else only the consumer is gone, with its queue
            m_consuming = Channel::Closed;
        }
        on_deliveries_void();
    }
    // The time that a delivery may be held ends again and again in a long job: only what fails at once needs patience.
    if (end.channel == kConsuming && end.code == kPreconditionFailed) {
        prepare();
    } else {
        prepare_later();
    }
    if (!m_ready) {
        on_away(m_problem);
    }
}

void RabbitMqLink::set_intake(Intake intake) {
    m_wanted = intake;
    steer();
}

void RabbitMqLink::steer() {
    if (!m_ready || m_turning || m_wanted == m_intake) {
        return;
    }
    m_turning = true;
    const auto turned = m_guard.wrap([this, to = m_wanted](const base::Status& answer) {
        m_turning = false;
        if (answer) { // else the channel has ended
            m_backoff.reset();
            m_intake = to;
            steer();
        }
    });
    if (m_wanted == Intake::On) {
        m_connection.consume(kConsuming, m_options.names.jobs, m_options.consumer_tag, turned);
    } else {
        m_connection.cancel_consumer(kConsuming, m_options.consumer_tag, turned);
    }
}

void RabbitMqLink::publish(amqp::Publication publication, Done done) {
    publish_in_turn({std::move(publication), {}, std::move(done)});
}

void RabbitMqLink::publish_and_acknowledge(amqp::Publication publication, const amqp::DeliveryId& delivery, Done done) {
    publish_in_turn({std::move(publication), delivery, std::move(done)});
}

void RabbitMqLink::publish_in_turn(Outgoing outgoing) {
    if (!m_ready) {
        outgoing.done(m_problem);
        return;
    }
    m_outgoing.push_back(std::move(outgoing));
    if (m_outgoing.size() == 1) {
        publish_next();
    }
}

void RabbitMqLink::publish_next() {
    auto published = [this](const base::Status& confirmed) {
        const auto done = std::move(m_outgoing.front().done);
        m_outgoing.pop_front();
        if (!m_outgoing.empty()) {
            publish_next();
        }
        done(confirmed);
    };
    const auto& next = m_outgoing.front();
    if (next.settles) {
        m_connection.publish_and_acknowledge(next.publication, *next.settles, std::move(published));
    } else {
        m_connection.publish(kPublishing, next.publication, std::move(published));
    }
}

void RabbitMqLink::settle(const amqp::DeliveryId& delivery, amqp::Settlement settlement, Done done) {
    m_connection.settle(delivery, settlement);
    m_connection.commit(kConsuming, std::move(done));
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
//
// What comes from the queue of jobs, until it is in the worker's hands.
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/sources/rabbitmq_job.h"
#include "core/sources/rabbitmq_source.h"

#include <string>
#include <utility>

namespace framehand::sources {

namespace {

/// The worker asks every few seconds; one that does not has something else to do, and others may have the message.
constexpr base::Duration kStockPatience{20'000};
constexpr base::Duration kStandBack{1000}; ///< a worker that waits for its message gets it within that time

} // namespace

void RabbitMqSource::steer_intake() {
    // A job whose message the broker has taken back waits for the copy.
    const bool waits = m_hand && !m_hand->delivery;
    const bool accepts = m_accepts && m_standing_back == nullptr;
    m_link.set_intake(accepts || waits ? RabbitMqLink::Intake::On : RabbitMqLink::Intake::Off);
}

void RabbitMqSource::deliver(const amqp::Delivery& delivery) {
    const auto digest = base::sha256_hex(delivery.body);
    if (!delivery.redelivered) {
        m_ended.erase(digest); // the client says the same once more
    }
    if (m_ended.contains(digest)) {
        m_logger.info("a message of a job that has ended came again; it is acknowledged");
        m_link.settle(delivery.id, amqp::Settlement::Ack, [this, digest](const base::Status& settled) {
            if (settled) {
                m_ended.erase(digest);
            }
        });
    } else if (m_hand) {
        deliver_beside_a_job(delivery, digest);
    } else if (!m_accepts || m_stock || m_standing_back != nullptr) {
        requeue(delivery.id);
    } else {
        put_into_stock(delivery, digest);
    }
}

void RabbitMqSource::deliver_beside_a_job(const amqp::Delivery& delivery, const std::string& digest) {
    // Also one that is not marked as redelivered, be it that the broker has forgotten that it is, or that the client
    // said the same once more: each message gets one result.
    if (!m_hand->delivery && digest == m_hand->digest) {
        m_logger.info("the message of the running job came back; it is held again", {{"job", m_hand->lease.job_id}});
        m_hand->delivery = delivery.id;
        m_hand->copy_due.reset();
        m_hand->copy_welcome.reset();
        claim();
        return;
    }
    // The copy would be at the head of the queue: another worker has it, or the broker has lost it. keep_alive() asks
    // once more.
    m_hand->copy_welcome.reset();
    m_accepts = false;
    m_link.set_intake(RabbitMqLink::Intake::Off);
    requeue(delivery.id);
}

void RabbitMqSource::put_into_stock(const amqp::Delivery& delivery, const std::string& digest) {
    if (delivery.size > amqp::kMaxBody) {
        set_aside(delivery, "it has " + std::to_string(delivery.size) + " bytes");
        return;
    }
    const auto lease = rabbitmq_lease_of(delivery.body);
    if (!lease) {
        set_aside(delivery, lease.error().text());
        return;
    }
    m_stock = Stock{delivery.id, digest, {}, Stock::Stage::Asked};
    if (const auto message = read_rabbitmq_message(delivery.body)) {
        m_stock->taken = Assignment{job_of(*message, m_options.bucket), *lease};
    } else {
        JobOutcome refused;
        refused.lease = *lease;
        refused.error_message = message.error().text();
        refused.failed_step = FailedStep::Assignment;
        refused.retry = Retry::Useless;
        m_stock->taken = std::move(refused);
    }
    m_stock_timer = m_timers.after(kStockPatience, [this] {
        m_accepts = false;
        steer_intake();
        return_stock();
    });
    m_link.hold().take(digest, [this, redelivered = delivery.redelivered](RabbitMqHold::Holder holder) {
        if (holder == RabbitMqHold::Holder::Another && redelivered) {
            stand_back();
            return;
        }
        m_stock->stage = Stock::Stage::Ready;
        if (on_work) {
            on_work();
        }
    });
}

void RabbitMqSource::stand_back() {
    m_logger.debug("a message that the broker has taken back is left to the worker that has its job");
    m_standing_back = m_timers.after(kStandBack, [this] {
        m_standing_back.reset();
        steer_intake();
    });
    steer_intake();
    return_stock();
}

void RabbitMqSource::claim() {
    m_link.hold().take(m_hand->digest, [this](RabbitMqHold::Holder holder) {
        // Or this worker's own connection that was lost, and that the broker still takes for alive.
        if (holder == RabbitMqHold::Holder::Another && m_hand && !m_hand->delivery && !m_hand->copy_due) {
            m_hand->copy_welcome.reset();
            m_hand->copy_due = m_clock.steady() + *m_options.copy_patience;
        }
    });
}

void RabbitMqSource::return_stock() {
    m_stock_timer.reset();
    if (const auto stock = std::exchange(m_stock, std::nullopt)) {
        m_link.hold().let_go();
        requeue(stock->delivery);
    }
}

void RabbitMqSource::set_aside(const amqp::Delivery& delivery, const std::string& why) {
    m_logger.error("a message is no job, and nobody can be answered; it is taken out of the queue",
                   {{"error", why}, {"message", base::shortened(delivery.body, 2000)}});
    m_link.settle(delivery.id, amqp::Settlement::Ack, [](const base::Status&) {});
}

void RabbitMqSource::deliveries_void() {
    if (std::exchange(m_stock, std::nullopt)) {
        m_link.hold().let_go();
    }
    m_stock_timer.reset();
    if (m_hand) {
        m_hand->delivery.reset();
    }
    steer_intake();
}

void RabbitMqSource::requeue(const amqp::DeliveryId& delivery, std::function<void()> done) {
    // Without an answer it is in the queue all the same: its channel has ended.
    m_link.settle(delivery, amqp::Settlement::Requeue, [done = std::move(done)](const base::Status&) {
        if (done) {
            done();
        }
    });
}

void RabbitMqSource::take(const Heartbeat& heartbeat, Done<Taken> done) {
    if (!m_link.is_ready()) {
        soon([done = std::move(done), problem = m_link.problem()] { done(problem); });
        return;
    }
    m_accepts = heartbeat.accepts_jobs;
    if (m_hand && m_hand->stage == Hand::Stage::Ended) {
        m_accepts = false; // its result goes first
    } else if (m_hand) {   // the worker has dropped it without a word: others may try
        const auto hand = drop_hand();
        m_accepts = false;
        steer_intake();
        if (hand->delivery) {
            requeue(*hand->delivery);
        }
    }
    steer_intake();
    Taken taken;
    if (!m_accepts) {
        return_stock();
    } else if (m_stock && m_stock->stage == Stock::Stage::Ready) {
        m_stock_timer.reset();
        auto stock = *std::exchange(m_stock, std::nullopt);
        const auto* job = std::get_if<Assignment>(&stock.taken);
        take_in_hand(job != nullptr ? job->lease : std::get<JobOutcome>(stock.taken).lease, stock.digest);
        m_hand->delivery = stock.delivery;
        if (job != nullptr) {
            say_progress();
        }
        taken = std::move(stock.taken);
    }
    soon([done = std::move(done), taken = std::move(taken)] { done(taken); });
}

} // namespace framehand::sources

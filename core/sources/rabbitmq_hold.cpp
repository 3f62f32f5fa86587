// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_hold.h"

#include <utility>

namespace framehand::sources {

RabbitMqHold::RabbitMqHold(amqp::Connection& connection, const std::string& jobs, base::Logger logger)
    : m_connection(connection), m_prefix(jobs + ".held."), m_logger(std::move(logger)) {
}

void RabbitMqHold::take(const std::string& digest, Done done) {
    auto name = m_prefix + digest.substr(0, 32);
    if (name != m_name) {
        let_go();
    }
    m_guard.drop();
    m_name = std::move(name);
    m_connection.open_channel(kChannel, [](const base::Status&) {}); // a refusal has closed it
    m_connection.declare_queue(
        kChannel, m_name, amqp::Declaration::Own,
        m_guard.wrap([this, done = std::move(done)](const base::Result<amqp::QueueFacts>& declared) {
            if (declared) {
                done(Holder::This);
                return;
            }
            m_name.clear();
            if (declared.error().code == base::ErrorCode::PermissionDenied &&
                std::exchange(m_refusal, Refusal::Told) == Refusal::Untold) {
                m_logger.warning("other workers cannot see which jobs are in hand here: a job that is longer than the "
                                 "broker's consumer_timeout may be done twice",
                                 {{"error", declared.error().text()}});
            }
            done(declared.error().code == base::ErrorCode::AlreadyExists ? Holder::Another : Holder::Unknown);
        }));
}

void RabbitMqHold::let_go() {
    m_guard.drop();
    if (const auto name = std::exchange(m_name, {}); !name.empty()) {
        m_connection.delete_queue(kChannel, name, [](const base::Status&) {});
    }
}

void RabbitMqHold::forget() {
    m_guard.drop();
    m_name.clear();
}

} // namespace framehand::sources

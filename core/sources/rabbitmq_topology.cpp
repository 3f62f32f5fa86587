// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_topology.h"

#include <algorithm>
#include <utility>

namespace framehand::sources {

using amqp::Declaration;

RabbitMqTopology::RabbitMqTopology(amqp::Connection& connection, RabbitMqNames names, base::Logger logger)
    : m_connection(connection), m_names(std::move(names)), m_logger(std::move(logger)) {
}

void RabbitMqTopology::declare(std::function<void(base::Status)> done) {
    if (std::exchange(m_done, std::move(done))) {
        return; // it is under way
    }
    m_steps.clear();
    const auto queue = [this](const std::string& name) {
        m_steps.push_back({"queue " + name, [this, name](Declaration kind, const Answered& answered) {
                               m_connection.declare_queue(kChannel, name, kind, [answered](const auto& facts) {
                                   answered(facts ? base::Status{} : base::Status(facts.error()));
                               });
                           }});
    };
    const auto exchange = [this](const std::string& name) {
        m_steps.push_back({"exchange " + name, [this, name](Declaration kind, const Answered& answered) {
                               m_connection.declare_exchange(kChannel, name, kind, answered);
                           }});
    };
    const auto binding = [this](const std::string& name, const std::string& to) {
        m_steps.push_back({"binding of " + name, [this, name, to](Declaration, const Answered& answered) {
                               m_connection.bind(kChannel, name, to, name + ".*", answered);
                           }});
    };
    queue(m_names.jobs);
    queue(m_names.progress);
    queue(m_names.results);
    exchange(m_names.progress_exchange);
    exchange(m_names.results_exchange);
    binding(m_names.progress, m_names.progress_exchange);
    binding(m_names.results, m_names.results_exchange);
    std::ranges::reverse(m_steps);
    if (m_open) {
        next();
    } else {
        open_channel([this] { next(); });
    }
}

void RabbitMqTopology::forget() {
    m_guard.drop();
    m_open = false;
    m_done = {};
}

void RabbitMqTopology::open_channel(std::function<void()> then) {
    m_connection.open_channel(kChannel, m_guard.wrap([this, then = std::move(then)](const base::Status& opened) {
        if (!opened) {
            end(opened);
            return;
        }
        m_open = true;
        then();
    }));
}

void RabbitMqTopology::next() {
    if (m_steps.empty()) {
        end({});
        return;
    }
    m_steps.back().declare(m_steps.back().kind, m_guard.wrap([this](const base::Status& answer) {
        auto& step = m_steps.back();
        if (answer) {
            m_steps.pop_back();
            next();
            return;
        }
        m_open = false; // any refusal closes the channel
        if (answer.error().code != base::ErrorCode::AlreadyExists || step.kind == Declaration::Passive) {
            end(answer.error().wrapped("the " + step.name + " cannot be declared"));
            return;
        }
        m_logger.info("it is there in another form, and is taken as it is", {{"what", step.name}});
        step.kind = Declaration::Passive;
        open_channel([this] { next(); });
    }));
}

void RabbitMqTopology::end(const base::Status& status) {
    const auto done = std::exchange(m_done, {});
    done(status);
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_waiter.h"

#include <utility>

namespace framehand::sources {

namespace {

constexpr base::Duration kAfterRefusal{5'000};

} // namespace

RedisWaiter::RedisWaiter(redis::Options options, redis::Services services, std::function<void()> there_is_something)
    : m_options(std::move(options)), m_services(std::move(services)),
      m_there_is_something(std::move(there_is_something)) {
}

RedisWaiter::~RedisWaiter() = default;

void RedisWaiter::wait(redis::Command command) {
    m_command = std::move(command);
    if (!m_connection) {
        m_connection = std::make_unique<redis::Connection>(m_options, m_services);
    }
    ask();
}

void RedisWaiter::ask() {
    if (m_asked || m_pause || !m_command) {
        return;
    }
    m_asked = true;
    m_connection->call(*m_command, kWait + m_options.timeout, [this](const base::Result<redis::Reply>& reply) {
        m_asked = false;
        if (reply && !reply->is_nil()) {
            if (std::exchange(m_command, std::nullopt)) {
                m_there_is_something();
            }
            return;
        }
        if (reply) {
            ask();
            return;
        }
        m_pause = m_services.timers.after(kAfterRefusal, [this] {
            m_pause.reset();
            ask();
        });
    });
}

} // namespace framehand::sources

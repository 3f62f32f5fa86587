// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_waiter.h"

#include <utility>

namespace framehand::sources {

namespace {

constexpr base::Duration kLook{1000};
constexpr base::Duration kAnswer{15'000};
constexpr redis::Version kFirstWithBlmove{6, 2, 0};

} // namespace

CeleryWaiter::CeleryWaiter(redis::Options options, redis::Services services, std::vector<std::string> lists)
    : m_timers(services.timers), m_connection(std::move(options), std::move(services)), m_lists(std::move(lists)) {
}

void CeleryWaiter::wait() {
    if (!m_waits) {
        m_waits = true;
        look_at_others();
    }
}

void CeleryWaiter::wait_for(base::Duration delay) {
    stop();
    m_timer = m_timers.after(delay, [this] { found(); });
}

void CeleryWaiter::stop() {
    m_waits = false;
    m_timer.reset();
    m_guard.drop();
}

void CeleryWaiter::found() {
    stop();
    if (on_work) {
        on_work();
    }
}

void CeleryWaiter::again_after(base::Duration delay) {
    m_timer = m_timers.after(delay, [this] { look_at_others(); });
}

void CeleryWaiter::watch_first() {
    const auto& list = m_lists.front();
    m_connection.call({"BLMOVE", list, list, "RIGHT", "RIGHT", "1"}, kAnswer,
                      m_guard.wrap([this](const base::Result<redis::Reply>& reply) {
                          if (!reply) {
                              again_after(kLook);
                          } else if (reply->is_nil()) {
                              look_at_others();
                          } else {
                              found();
                          }
                      }));
}

void CeleryWaiter::look_at_others() {
    std::vector<redis::Command> commands;
    for (const auto& list : m_lists) {
        commands.push_back({"LLEN", list});
    }
    m_connection.transaction(std::move(commands),
                             m_guard.wrap([this](const base::Result<std::vector<redis::Reply>>& replies) {
                                 if (!replies) {
                                     again_after(kLook);
                                     return;
                                 }
                                 for (const auto& reply : *replies) {
                                     if (reply.integer > 0) {
                                         found();
                                         return;
                                     }
                                 }
                                 const auto version = m_connection.server_version();
                                 if (version && *version >= kFirstWithBlmove) {
                                     watch_first();
                                 } else {
                                     again_after(kLook);
                                 }
                             }));
}

} // namespace framehand::sources

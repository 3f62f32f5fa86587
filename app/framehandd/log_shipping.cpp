// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/log_shipping.h"

#include "core/base/log_sinks.h"

#include <QEventLoop>

#include <utility>
#include <vector>

namespace framehand::daemon {

LogShipping::LogShipping(ports::HttpClient& http, ports::Timers& timers, const base::Clock& clock, base::Random random)
    : m_http(http), m_timers(timers), m_clock(clock), m_random(std::move(random)) {
}

LogShipping::~LogShipping() {
    finish();
}

std::shared_ptr<base::LogSink> LogShipping::beside(std::shared_ptr<base::LogSink> local,
                                                   const settings::Settings& settings) {
    if (m_local == nullptr) {
        m_local = std::make_shared<base::LogGate>(local, base::LogLevel::Debug);
    } else {
        m_local->set_behind(local);
    }
    const bool same =
        m_route != nullptr && m_route->url == settings.log_loki_url && m_route->worker == settings.worker_id;
    if (m_route != nullptr && !same) {
        m_former = std::move(m_route);
        m_former->pusher->finish(kLastLines, [this] { m_former.reset(); });
    }
    if (settings.log_loki_url.empty()) {
        return local;
    }
    if (!same) {
        m_route = std::make_unique<Route>();
        m_route->url = settings.log_loki_url;
        m_route->worker = settings.worker_id;
        m_route->buffer = std::make_shared<loki::LineBuffer>();
        loki::PusherOptions options;
        options.url = m_route->url;
        options.worker = m_route->worker;
        m_route->pusher =
            std::make_unique<loki::Pusher>(m_route->buffer, m_http, m_timers, m_random,
                                           base::Logger(m_local, m_clock, base::LogLevel::Debug), std::move(options));
    }
    return std::make_shared<base::TeeSink>(
        std::vector<std::shared_ptr<base::LogSink>>{std::move(local), m_route->buffer});
}

void LogShipping::finish() {
    m_former.reset();
    if (m_route == nullptr) {
        return;
    }
    QEventLoop loop;
    m_route->pusher->finish(kLastLines, [&loop] { loop.quit(); });
    loop.exec();
    m_route.reset();
}

} // namespace framehand::daemon

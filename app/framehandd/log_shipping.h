// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/clock.h"
#include "core/base/log_gate.h"
#include "core/loki/pusher.h"
#include "core/ports/http_client.h"
#include "core/ports/timers.h"
#include "core/settings/settings.h"

#include <memory>
#include <string>

namespace framehand::daemon {

/// The log's way to Loki, where `log_loki_url` wants one. Main thread, which runs a Qt event loop.
class LogShipping {
public:
    /// How long the last lines may take.
    static constexpr base::Duration kLastLines{1'000};

    /// All references must outlive this.
    LogShipping(ports::HttpClient& http, ports::Timers& timers, const base::Clock& clock, base::Random random);
    /// finish().
    ~LogShipping();
    LogShipping(const LogShipping&) = delete;
    LogShipping& operator=(const LogShipping&) = delete;

    /// `local`, and Loki besides if `settings` say so; what goes to Loki is also there. From any thread, also after
    /// this has ended. What still waits for the Loki of earlier settings is sent meanwhile.
    [[nodiscard]] std::shared_ptr<base::LogSink> beside(std::shared_ptr<base::LogSink> local,
                                                        const settings::Settings& settings);

    /// Waits until Loki has all that was logged, for kLastLines at most; nothing that is logged later is sent.
    void finish();

private:
    /// One place that logs are sent to.
    struct Route {
        std::string url;
        std::string worker;
        std::shared_ptr<loki::LineBuffer> buffer;
        std::unique_ptr<loki::Pusher> pusher;
    };

    ports::HttpClient& m_http;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    const base::Random m_random;
    std::shared_ptr<base::LogGate> m_local; ///< for what is to be said of Loki
    std::unique_ptr<Route> m_route;
    std::unique_ptr<Route> m_former; ///< until it has sent its last lines
};

} // namespace framehand::daemon

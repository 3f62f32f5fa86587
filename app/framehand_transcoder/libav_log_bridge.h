// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/media/libav_log.h"

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace framehand::transcoder {

/// Carries libav's warnings and errors into the log. A damaged source can cause thousands a second: after kBurst lines
/// within kWindow the rest of that window is counted instead, and the number is logged.
class LibavLogBridge {
public:
    static constexpr std::size_t kBurst = 20;
    static constexpr base::Duration kWindow{1000};

    LibavLogBridge(base::Logger logger, const base::Clock& clock);

    /// The last error that libav logged, "" if none. Callable from any thread.
    [[nodiscard]] std::string last_error() const;

private:
    void take(media::LibavSeverity severity, std::string_view line);
    void report_suppressed();

    mutable std::mutex m_mutex; ///< guards m_last_error
    std::string m_last_error;
    base::Logger m_logger;
    const base::Clock& m_clock;
    // LibavLog calls from one thread at a time.
    base::SteadyTime m_window_start;
    std::size_t m_lines = 0;      ///< in this window
    std::size_t m_suppressed = 0; ///< not yet reported
    media::LibavLog m_log;        ///< last: its destruction ends the calls
};

} // namespace framehand::transcoder

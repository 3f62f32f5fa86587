// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/libav_log_bridge.h"

#include <string>
#include <utility>

namespace framehand::transcoder {

LibavLogBridge::LibavLogBridge(base::Logger logger, const base::Clock& clock)
    : m_logger(std::move(logger)), m_clock(clock), m_window_start(clock.steady()),
      m_log([this](media::LibavSeverity severity, std::string_view line) { take(severity, line); }) {
}

void LibavLogBridge::take(media::LibavSeverity severity, std::string_view line) {
    if (severity == media::LibavSeverity::Concealment) {
        return; // a damaged picture has its errors beside it
    }
    if (severity == media::LibavSeverity::Error) {
        const std::scoped_lock lock(m_mutex);
        m_last_error = line;
    }
    const base::SteadyTime now = m_clock.steady();
    if (now - m_window_start >= kWindow) {
        report_suppressed();
        m_window_start = now;
        m_lines = 0;
    }
    if (++m_lines > kBurst) {
        ++m_suppressed;
        return;
    }
    if (severity == media::LibavSeverity::Error) {
        m_logger.error("libav", {{"text", std::string(line)}});
    } else {
        m_logger.warning("libav", {{"text", std::string(line)}});
    }
}

std::string LibavLogBridge::last_error() const {
    const std::scoped_lock lock(m_mutex);
    return m_last_error;
}

void LibavLogBridge::report_suppressed() {
    if (m_suppressed > 0) {
        m_logger.warning("libav said more", {{"lines", std::to_string(m_suppressed)}});
        m_suppressed = 0;
    }
}

} // namespace framehand::transcoder

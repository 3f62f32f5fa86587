// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_gate.h"

#include <utility>

namespace framehand::base {

LogGate::LogGate(std::shared_ptr<LogSink> behind, LogLevel least) : m_least(least), m_behind(std::move(behind)) {
}

void LogGate::write(const LogRecord& record) {
    if (record.level < m_least) {
        return;
    }
    std::shared_ptr<LogSink> behind;
    {
        const std::scoped_lock lock(m_mutex);
        behind = m_behind;
    }
    if (behind) {
        behind->write(record);
    }
}

void LogGate::set_behind(std::shared_ptr<LogSink> behind) {
    const std::scoped_lock lock(m_mutex);
    m_behind.swap(behind);
}

} // namespace framehand::base

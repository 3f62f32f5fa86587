// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace framehand::base {

/// A sink in front of another: how much it lets through, and who is behind it, can be changed while loggers write to
/// it. All calls from any thread.
class LogGate final : public LogSink {
public:
    LogGate(std::shared_ptr<LogSink> behind, LogLevel least);

    void write(const LogRecord& record) override;

    /// What is lighter than this is dropped.
    void set_least(LogLevel least) { m_least = least; }

    void set_behind(std::shared_ptr<LogSink> behind);

private:
    std::atomic<LogLevel> m_least;
    std::mutex m_mutex;
    std::shared_ptr<LogSink> m_behind; ///< guarded by m_mutex
};

} // namespace framehand::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::base {

enum class LogLevel { Debug, Info, Warning, Error };

[[nodiscard]] std::string_view to_string(LogLevel level);

/// One thing that happened. `fields` are in the order in which they were given; values are plain text.
struct LogRecord {
    WallTime time;
    LogLevel level = LogLevel::Info;
    std::string message;
    std::vector<std::pair<std::string, std::string>> fields;
};

/// Where records go. write() may be called from any thread.
class LogSink {
public:
    virtual ~LogSink() = default;
    virtual void write(const LogRecord& record) = 0;
};

using LogFields = std::vector<std::pair<std::string, std::string>>;

/// A cheap copyable handle that carries fields (worker, job) into each record that it writes. Passed down by value:
/// there is no global logger. A default-made one drops everything.
///
/// Never pass a secret: values of fields are written as they are.
class Logger {
public:
    Logger() = default;
    Logger(std::shared_ptr<LogSink> sink, const Clock& clock, LogLevel threshold);

    /// The same logger with one more field on every record.
    [[nodiscard]] Logger with(std::string key, std::string value) const;

    void debug(std::string message, LogFields fields = {}) const;
    void info(std::string message, LogFields fields = {}) const;
    void warning(std::string message, LogFields fields = {}) const;
    void error(std::string message, LogFields fields = {}) const;

private:
    void write(LogLevel level, std::string message, LogFields fields) const;

    std::shared_ptr<LogSink> m_sink;
    const Clock* m_clock = nullptr;
    LogLevel m_threshold = LogLevel::Info;
    LogFields m_context;
};

} // namespace framehand::base

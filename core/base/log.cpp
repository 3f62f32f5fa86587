// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

namespace framehand::base {

std::string_view to_string(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    return "info";
}

Logger::Logger(std::shared_ptr<LogSink> sink, const Clock& clock, LogLevel threshold)
    : m_sink(std::move(sink)), m_clock(&clock), m_threshold(threshold) {
}

Logger Logger::with(std::string key, std::string value) const {
    Logger copy = *this;
    copy.m_context.emplace_back(std::move(key), std::move(value));
    return copy;
}

void Logger::debug(std::string message, LogFields fields) const {
    write(LogLevel::Debug, std::move(message), std::move(fields));
}

void Logger::info(std::string message, LogFields fields) const {
    write(LogLevel::Info, std::move(message), std::move(fields));
}

void Logger::warning(std::string message, LogFields fields) const {
    write(LogLevel::Warning, std::move(message), std::move(fields));
}

void Logger::error(std::string message, LogFields fields) const {
    write(LogLevel::Error, std::move(message), std::move(fields));
}

void Logger::write(LogLevel level, std::string message, LogFields fields) const {
    if (!m_sink || level < m_threshold) {
        return;
    }
    LogRecord record{m_clock->wall(), level, std::move(message), m_context};
    for (auto& field : fields) {
        record.fields.push_back(std::move(field));
    }
    m_sink->write(record);
}

} // namespace framehand::base

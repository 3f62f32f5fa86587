// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"

#include <memory>
#include <string>

namespace framehand::platform {

/// Windows' event log (Event Viewer, Windows Logs, Application). For a service, which has no other place that people
/// look at when it does not start. Any thread; what cannot be written is dropped.
class EventLogSink final : public base::LogSink {
public:
    /// Records below `least` are not for this log, which is everybody's.
    explicit EventLogSink(base::LogLevel least);
    ~EventLogSink() override;
    EventLogSink(const EventLogSink&) = delete;
    EventLogSink& operator=(const EventLogSink&) = delete;

    void write(const base::LogRecord& record) override;

private:
    const base::LogLevel m_least;
    void* const m_source; ///< null where there is no event log
};

/// Makes the source known, with the file that has its texts, and forgets it. Administrators only.
[[nodiscard]] base::Status register_event_source();
[[nodiscard]] base::Status forget_event_source();

/// What an event says: the message, then one line for each field. Pure.
[[nodiscard]] std::string event_text(const base::LogRecord& record);

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_result.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace framehand::sources {

/// Celery's logical clock (Lamport): every message that is sent counts, and what others send sets it forward.
class CeleryClock {
public:
    [[nodiscard]] std::int64_t forward() { return ++m_value; }

    void adjust(std::int64_t other) { m_value = std::max(m_value, other) + 1; }

    [[nodiscard]] std::int64_t value() const { return m_value; }

private:
    std::int64_t m_value = 0;
};

/// Who sends an event.
struct CelerySender {
    std::string node; ///< "name@host"
    std::int64_t pid = 0;
    int utc_offset_hours = 0; ///< west of UTC is positive, as Python's time.timezone / 3600
};

/// What a worker's heartbeat says.
struct CeleryVitals {
    int active = 0;
    std::int64_t processed = 0;
    std::array<double, 3> load{};
    std::string version;
    std::string system; ///< "Linux"
};

enum class CeleryWorkerEvent { Online, Heartbeat, Offline };

/// The fields that every event has: type, hostname, utcoffset, pid, clock, timestamp.
[[nodiscard]] base::Json celery_event(const std::string& type, const CelerySender& sender, CeleryClock& clock,
                                      base::WallTime now);
/// "worker-online", "worker-heartbeat", "worker-offline".
[[nodiscard]] std::string to_string(CeleryWorkerEvent event);
void add_vitals(base::Json& event, const CeleryVitals& vitals);

/// What task events say beside the task's id.
[[nodiscard]] base::Json celery_task_received(const CeleryEnvelope& envelope);
[[nodiscard]] base::Json celery_task_succeeded(const base::Json& returned, double runtime_sec);
/// "task-retried" and "task-failed".
[[nodiscard]] base::Json celery_task_raised(const CeleryException& exception);
[[nodiscard]] base::Json celery_task_terminated(); ///< "task-revoked" of a running task
enum class CeleryNeverRan { Revoked, Expired };
[[nodiscard]] base::Json celery_task_never_ran(CeleryNeverRan why); ///< "task-revoked" of one that never ran

/// The channel of events of a type, "/0.celeryev/worker.heartbeat".
[[nodiscard]] std::string celery_event_channel(int database, const std::string& type);
/// The message that carries it.
[[nodiscard]] std::string celery_event_message(const base::Json& event, const std::string& delivery_tag);

} // namespace framehand::sources

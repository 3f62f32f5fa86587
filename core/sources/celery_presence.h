// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/redis/connection.h"
#include "core/redis/subscriber.h"
#include "core/sources/celery_events.h"
#include "core/sources/celery_request.h"

#include <functional>
#include <memory>
#include <string>

namespace framehand::sources {

/// What makes this worker visible to `celery status`, `celery inspect`, `celery events` and Flower: it hears the orders
/// of the remote control, answers them, and publishes events of itself every two seconds and of its tasks where
/// somebody asked for them. Best effort throughout, as Celery's own are: what cannot be sent is lost. Owner's thread.
class CeleryPresence {
public:
    struct Parts {
        redis::Connection& connection; ///< for all that is sent
        redis::Options options;        ///< of a second connection, which listens
        redis::Services services;
        const base::Clock& clock;
        CelerySender sender;
    };

    explicit CeleryPresence(Parts parts);

    /// Set by the owner: what the worker answers to an order; null for none.
    std::function<base::Json(const CeleryRequest&)> on_request;
    /// Set by the owner: what a heartbeat says.
    std::function<CeleryVitals()> vitals;

    /// Events of tasks: off until somebody orders them. The answers are Celery's own words.
    [[nodiscard]] base::Json enable_task_events();
    [[nodiscard]] base::Json disable_task_events();
    /// "task-started" and so on, with the fields that it has beside the task's id.
    void tell_task(const std::string& type, const std::string& task_id, base::Json fields);
    /// Online and Heartbeat come by themselves; Offline is the owner's last word.
    void tell_worker(CeleryWorkerEvent event);

    [[nodiscard]] const CelerySender& sender() const { return m_sender; }

    [[nodiscard]] std::int64_t clock_value() const { return m_lamport.value(); }

    [[nodiscard]] std::int64_t next_clock() { return m_lamport.forward(); }

private:
    enum class TaskEvents { Off, On };

    void publish(const base::Json& event);
    void heard(const std::string& payload);
    void reply(const CeleryRequest& request, const base::Json& answer);
    void beat_later();

    redis::Connection& m_connection;
    ports::Timers& m_timers;
    base::Logger m_logger;
    const base::Clock& m_clock;
    CelerySender m_sender;
    CeleryClock m_lamport;
    TaskEvents m_task_events = TaskEvents::Off;
    redis::Subscriber m_subscriber;
    std::unique_ptr<ports::Timer> m_beat;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_presence.h"

#include <QUuid>

#include <utility>

namespace framehand::sources {

namespace {

constexpr base::Duration kBeat{2000};

std::string new_tag() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

CeleryPresence::CeleryPresence(Parts parts)
    : m_connection(parts.connection), m_timers(parts.services.timers), m_logger(parts.services.logger),
      m_clock(parts.clock), m_sender(std::move(parts.sender)), m_subscriber(parts.options, parts.services) {
    m_subscriber.on_message = [this](const redis::Subscriber::Message& message) { heard(message.payload); };
    m_subscriber.on_subscribed = [this] {
        tell_worker(CeleryWorkerEvent::Online);
        beat_later();
    };
    m_subscriber.subscribe(celery_request_channel(m_connection.url().database));
}

base::Json CeleryPresence::enable_task_events() {
    const bool was_on = m_task_events == TaskEvents::On;
    m_task_events = TaskEvents::On;
    return {{"ok", was_on ? "task events already enabled" : "task events enabled"}};
}

base::Json CeleryPresence::disable_task_events() {
    const bool was_on = m_task_events == TaskEvents::On;
    m_task_events = TaskEvents::Off;
    return {{"ok", was_on ? "task events disabled" : "task events already disabled"}};
}

void CeleryPresence::tell_task(const std::string& type, const std::string& task_id, base::Json fields) {
    if (m_task_events == TaskEvents::Off) {
        return;
    }
    auto event = celery_event(type, m_sender, m_lamport, m_clock.wall());
    event["uuid"] = task_id;
    event.update(fields);
    publish(event);
}

void CeleryPresence::tell_worker(CeleryWorkerEvent kind) {
    auto event = celery_event(to_string(kind), m_sender, m_lamport, m_clock.wall());
    add_vitals(event, vitals ? vitals() : CeleryVitals{});
    publish(event);
}

void CeleryPresence::publish(const base::Json& event) {
    if (!m_connection.is_ready()) {
        return;
    }
    const auto channel = celery_event_channel(m_connection.url().database, event.value("type", std::string{}));
    m_connection.call({"PUBLISH", channel, celery_event_message(event, new_tag())},
                      [](const base::Result<redis::Reply>&) {});
}

void CeleryPresence::beat_later() {
    m_beat = m_timers.after(kBeat, [this] {
        tell_worker(CeleryWorkerEvent::Heartbeat);
        beat_later();
    });
}

void CeleryPresence::heard(const std::string& payload) {
    const auto request = read_celery_request(payload);
    if (!request) {
        m_logger.debug("an order of Celery's remote control cannot be read", {{"reason", request.error().text()}});
        return;
    }
    m_lamport.adjust(request->clock);
    if (!request->is_for(m_sender.node) || !on_request) {
        return;
    }
    const auto alive = m_guard.watch();
    const auto answer = on_request(*request);
    if (!alive.expired() && request->reply_to) {
        reply(*request, answer);
    }
}

void CeleryPresence::reply(const CeleryRequest& request, const base::Json& answer) {
    auto message = celery_reply(request, m_sender.node, answer, m_lamport.forward(), new_tag());
    m_connection.call({"SMEMBERS", celery_binding_key(request.reply_to->exchange)},
                      m_guard.wrap([this, key = request.reply_to->routing_key,
                                    message = std::move(message)](const base::Result<redis::Reply>& bindings) {
                          if (!bindings) {
                              return;
                          }
                          for (const auto& queue : celery_bound_queues(bindings->as_texts(), key)) {
                              m_connection.call({"LPUSH", queue, message}, [](const base::Result<redis::Reply>&) {});
                          }
                      }));
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_events.h"

#include "core/sources/celery_repr.h"
#include "core/sources/celery_time.h"

#include <algorithm>

namespace framehand::sources {

namespace {

constexpr const char* kExchange = "celeryev";
constexpr double kHeartbeatSec = 2.0; // how often one is to be expected

std::string with_dots(std::string type) {
    std::ranges::replace(type, '-', '.');
    return type;
}

base::Json text_or_null(const std::string& text) {
    return text.empty() ? base::Json() : base::Json(text);
}

base::Json time_or_null(const std::optional<base::WallTime>& time) {
    return time ? base::Json(celery_time_with_zone(*time)) : base::Json();
}

} // namespace

base::Json celery_event(const std::string& type, const CelerySender& sender, CeleryClock& clock, base::WallTime now) {
    return {{"type", type},      {"hostname", sender.node},  {"utcoffset", sender.utc_offset_hours},
            {"pid", sender.pid}, {"clock", clock.forward()}, {"timestamp", epoch_seconds(now)}};
}

std::string to_string(CeleryWorkerEvent event) {
    switch (event) {
    case CeleryWorkerEvent::Online:
        return "worker-online";
    case CeleryWorkerEvent::Heartbeat:
        return "worker-heartbeat";
    case CeleryWorkerEvent::Offline:
        return "worker-offline";
    }
    return "";
}

void add_vitals(base::Json& event, const CeleryVitals& vitals) {
    event["freq"] = kHeartbeatSec;
    event["active"] = vitals.active;
    event["processed"] = vitals.processed;
    event["loadavg"] = vitals.load;
    event["sw_ident"] = "framehand";
    event["sw_ver"] = vitals.version;
    event["sw_sys"] = vitals.system;
}

base::Json celery_task_received(const CeleryEnvelope& envelope) {
    return {{"name", envelope.shown_name()},
            {"args", envelope.argsrepr.empty() ? python_repr(envelope.args) : envelope.argsrepr},
            {"kwargs", envelope.kwargsrepr.empty() ? python_repr(envelope.kwargs) : envelope.kwargsrepr},
            {"root_id", text_or_null(envelope.root_id)},
            {"parent_id", text_or_null(envelope.parent_id)},
            {"retries", envelope.retries},
            {"eta", time_or_null(envelope.eta)},
            {"expires", time_or_null(envelope.expires)}};
}

base::Json celery_task_succeeded(const base::Json& returned, double runtime_sec) {
    return {{"result", python_repr(returned)}, {"runtime", runtime_sec}};
}

base::Json celery_task_raised(const CeleryException& exception) {
    return {{"exception", exception.repr()}, {"traceback", exception.traceback()}};
}

base::Json celery_task_terminated() {
    return {{"terminated", true}, {"signum", "SIGTERM"}, {"expired", false}};
}

base::Json celery_task_never_ran(CeleryNeverRan why) {
    return {{"terminated", false}, {"signum", nullptr}, {"expired", why == CeleryNeverRan::Expired}};
}

std::string celery_event_channel(int database, const std::string& type) {
    return "/" + std::to_string(database) + "." + kExchange + "/" + with_dots(type);
}

std::string celery_event_message(const base::Json& event, const std::string& delivery_tag) {
    const auto type = event.value("type", std::string{});
    return celery_message(
        {event, {{"hostname", event.value("hostname", std::string{})}}, kExchange, with_dots(type), delivery_tag});
}

} // namespace framehand::sources

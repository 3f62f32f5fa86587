// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/local_api.h"

#include "app/framehandd/command_line.h"
#include "core/api/json_rpc.h"

#include <cmath>
#include <utility>

namespace framehand::daemon {

using base::Json;

namespace {

constexpr double kMostMinutes = 366 * 24 * 60;
constexpr double kMostSeconds = kMostMinutes * 60;

base::Result<std::optional<base::Duration>> time_in(const Json& params) {
    if (!params.contains("minutes") || params["minutes"].is_null()) {
        return std::optional<base::Duration>{};
    }
    base::JsonReader reader(params, "");
    const double minutes = reader.number_or("minutes", 0);
    if (!(minutes > 0) || minutes > kMostMinutes) {
        reader.reject("minutes", "must be a number above 0, and a year at most");
    }
    FH_TRY(reader.status());
    return std::optional{base::Duration{static_cast<base::Duration::rep>(std::ceil(minutes * 60'000))}};
}

} // namespace

LocalApi::LocalApi(const Services& services, Json state, LocalApiMethods methods, const base::Logger& logger)
    : m_events(std::move(state)), m_server(m_dispatcher, m_events, services.identity, std::string(version()), logger) {
    add_methods(std::move(methods));
}

void LocalApi::add_methods(LocalApiMethods methods) {
    using Answer = base::Result<Json>;
    m_dispatcher.add("version", [](const Json&, api::Session&) -> Answer {
        return Json{{"program", "framehandd"}, {"version", version()}, {"protocol", api::kProtocolVersion}};
    });
    const auto latest = [this] {
        return Json{{"seq", m_events.latest().sequence}, {"state", m_events.latest().state}};
    };
    m_dispatcher.add("state.get", [latest](const Json&, api::Session&) -> Answer { return latest(); });
    m_dispatcher.add("state.subscribe", [latest](const Json&, api::Session& session) -> Answer {
        session.subscribe();
        return latest();
    });
    const auto add_pause = [this, latest, pause = methods.pause](std::string name, worker::PauseWhen when) {
        m_dispatcher.add(std::move(name), [latest, pause, when](const Json& params, api::Session&) -> Answer {
            FH_ASSIGN(const auto time, time_in(params));
            FH_TRY(pause(when, time));
            return latest();
        });
    };
    add_pause("pause", worker::PauseWhen::Now);
    add_pause("finish-then-pause", worker::PauseWhen::AfterJob);
    m_dispatcher.add("resume", [latest, resume = methods.resume](const Json&, api::Session&) -> Answer {
        FH_TRY(resume());
        return latest();
    });
    m_dispatcher.add("ignore-in-use",
                     [latest, ignore = methods.ignore_in_use](const Json& params, api::Session&) -> Answer {
                         FH_ASSIGN(const auto time, time_in(params));
                         FH_TRY(ignore(time));
                         return latest();
                     });
    m_dispatcher.add("presence.report",
                     [report = methods.report_presence](const Json& params, api::Session&) -> Answer {
                         base::JsonReader reader(params, "");
                         const double idle = reader.number_or("idle_sec", -1);
                         if (!(idle >= 0) || idle > kMostSeconds) {
                             reader.reject("idle_sec", "must be a number from 0 on, and a year at most");
                         }
                         std::optional<bool> full_screen;
                         if (params.contains("full_screen")) {
                             full_screen = reader.bool_or("full_screen", false);
                         }
                         FH_TRY(reader.status());
                         const base::Duration time{static_cast<base::Duration::rep>(idle * 1000)};
                         FH_ASSIGN(const auto valid, report(time, full_screen));
                         return Json{{"valid_sec", static_cast<double>(valid.count()) / 1000}};
                     });
    m_dispatcher.add("capabilities.get",
                     [get = std::move(methods.capabilities)](const Json&, api::Session&) { return get(); });
    m_dispatcher.add("settings.get",
                     [get = std::move(methods.settings)](const Json&, api::Session&) -> Answer { return get(); });
}

} // namespace framehand::daemon

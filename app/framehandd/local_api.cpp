// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/local_api.h"

#include "app/framehandd/command_line.h"
#include "core/api/json_rpc.h"

#include <utility>

namespace framehand::daemon {

using base::Json;

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
    m_dispatcher.add("capabilities.get",
                     [get = std::move(methods.capabilities)](const Json&, api::Session&) { return get(); });
    m_dispatcher.add("settings.get",
                     [get = std::move(methods.settings)](const Json&, api::Session&) -> Answer { return get(); });
}

} // namespace framehand::daemon

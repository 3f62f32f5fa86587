// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/services.h"
#include "core/api/dispatcher.h"
#include "core/api/event_hub.h"
#include "core/api/local_server.h"
#include "core/base/log.h"
#include "core/worker/pause.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace framehand::daemon {

/// What the local API can ask of the daemon.
struct LocalApiMethods {
    std::function<base::Result<base::Json>()> capabilities;
    std::function<base::Json()> settings; ///< without secrets
    /// For a time, or until it is resumed. Unsupported without a worker.
    std::function<base::Status(worker::PauseWhen when, std::optional<base::Duration> time)> pause;
    std::function<base::Status()> resume;
    /// For a time, or no longer. Unsupported without a worker.
    std::function<base::Status(std::optional<base::Duration> time)> ignore_in_use;
    /// What somebody in the person's session sees; how long that counts. Unsupported without a worker.
    std::function<base::Result<base::Duration>(base::Duration idle, std::optional<bool> full_screen)> report_presence;
};

/// The local API of this process: `version`, `state.get`, `state.subscribe`, `capabilities.get`, `settings.get`,
/// `pause` and `finish-then-pause` (both with `{"minutes": 15}`, or until somebody resumes), `resume`, `ignore-in-use`
/// (with `{"minutes": 60}`; without, input counts again). The last four answer as `state.get` does.
///
/// `presence.report` with `{"idle_sec": 12.5, "full_screen": false}` (the second only where it is known) is for
/// programs in the person's session, which see what a service cannot: at each change, and before the answer's
/// `valid_sec` are over. Main thread.
class LocalApi {
public:
    LocalApi(const Services& services, base::Json state, LocalApiMethods methods, const base::Logger& logger);

    /// For more methods, before listen().
    [[nodiscard]] api::Dispatcher& dispatcher() { return m_dispatcher; }

    [[nodiscard]] base::Status listen(const std::filesystem::path& socket) { return m_server.listen(socket); }

    /// Whether a client follows the state.
    [[nodiscard]] bool watched() const { return m_events.watched(); }

    void publish(base::Json state, api::EventKind kind) { m_events.publish(std::move(state), kind); }

private:
    void add_methods(LocalApiMethods methods);

    api::Dispatcher m_dispatcher;
    api::EventHub m_events;
    api::LocalServer m_server;
};

} // namespace framehand::daemon

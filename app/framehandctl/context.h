// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/console.h"
#include "app/framehandctl/exit_code.h"
#include "app/framehandctl/orchestrator_client.h"
#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ports/background.h"
#include "core/ports/background_service.h"
#include "core/ports/child_process.h"
#include "core/ports/file_system.h"
#include "core/ports/host_stats.h"
#include "core/ports/http_client.h"
#include "core/ports/peer_identity.h"
#include "core/ports/sandbox.h"
#include "core/ports/secret_input.h"
#include "core/ports/timers.h"
#include "core/settings/settings_loader.h"
#include "core/sources/bearer_http_client.h"

#include <filesystem>
#include <optional>

namespace framehand::cli {

/// What a verb needs of the world. References outlive the verb.
struct Services {
    const base::Clock& clock;
    ports::Timers& timers;
    ports::FileSystem& files;
    ports::HttpClient& http;
    ports::ChildProcessLauncher& children;
    ports::Background& background;
    ports::HostStats& host;
    const ports::Sandbox& sandbox;
    const ports::PeerIdentity& identity;
    ports::BackgroundService& service;
    ports::SecretInput& secrets;
    base::CancelToken interrupted;     ///< fires on the main thread when the user presses Ctrl-C
    std::filesystem::path program_dir; ///< folder of this very program
};

/// What a verb runs in. Main thread only.
class Context {
public:
    Context(Console& console, const Services& services, settings::LoadRequest request)
        : m_console(console), m_services(services), m_request(std::move(request)) {}

    [[nodiscard]] Console& console() { return m_console; }

    [[nodiscard]] const Services& services() const { return m_services; }

    [[nodiscard]] const settings::LoadRequest& load_request() const { return m_request; }

    /// What the user typed as a path, made absolute and normalized, without a "/" at its end.
    [[nodiscard]] std::filesystem::path absolute(const std::filesystem::path& typed) const;

    /// Shows why the work itself failed, as opposed to how it was asked for: Failed, or Cancelled.
    [[nodiscard]] ExitCode report_failure(const base::Error& error);

    /// The settings, read at the first call; its warnings are shown then. An error says what to do next.
    [[nodiscard]] base::Result<const settings::LoadedSettings*> settings();

    /// Shows the orchestrator that the settings name its access token, if there is one here. Lives as long as this.
    [[nodiscard]] base::Result<ports::HttpClient*> http();

    /// The orchestrator that the settings name, with its access token if there is one here. Must not outlive this.
    [[nodiscard]] base::Result<OrchestratorClient> orchestrator();

private:
    Console& m_console;
    const Services& m_services;
    settings::LoadRequest m_request;
    std::optional<base::Result<settings::LoadedSettings>> m_loaded;
    std::optional<sources::BearerHttpClient> m_http;
};

} // namespace framehand::cli

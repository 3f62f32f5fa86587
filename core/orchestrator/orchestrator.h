// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/orchestrator/dispatcher.h"
#include "core/orchestrator/http_server.h"
#include "core/orchestrator/planner.h"
#include "core/orchestrator/worker_registry.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::orchestrator {

struct OrchestratorOptions {
    std::string listen_address = "127.0.0.1";
    int listen_port = 8787;                 ///< 0 takes a free one
    std::filesystem::path database;         ///< made where missing
    std::vector<std::string> trusted_hosts; ///< names under which people's browsers and proxies reach it
    std::optional<base::Secret> token;      ///< that everybody must show; none: everybody who can reach it may use it
    std::string version;                    ///< for /healthz
    DispatchRules dispatch;
    WorkerRules workers;
    HttpLimits http;
};

/// The whole orchestrator: store, dispatcher, HTTP API, on a thread of its own that owns all of their state.
/// start(), stop(), port() and destruction belong to one thread of the caller's. A QCoreApplication must exist before
/// start() (Qt Sql loads its driver through it).
class Orchestrator {
public:
    /// `clock` and `planner` must outlive it.
    Orchestrator(OrchestratorOptions options, const base::Clock& clock, base::Logger log, Planner& planner);
    ~Orchestrator();
    Orchestrator(const Orchestrator&) = delete;
    Orchestrator& operator=(const Orchestrator&) = delete;

    /// Opens the database and listens; returns when requests are served, or with what stands in the way. To be called
    /// once.
    [[nodiscard]] base::Status start();
    /// Stops serving and closes the database; returns when that is done. Idempotent.
    void stop();
    /// The port that is bound; 0 before a successful start().
    [[nodiscard]] std::uint16_t port() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace framehand::orchestrator

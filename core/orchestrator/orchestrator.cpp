// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/orchestrator.h"

#include "core/orchestrator/access_guard.h"
#include "core/orchestrator/health_controller.h"
#include "core/orchestrator/job_store.h"
#include "core/orchestrator/jobs_controller.h"
#include "core/orchestrator/origin_guard.h"
#include "core/orchestrator/router.h"
#include "core/orchestrator/schema.h"
#include "core/orchestrator/worker_store.h"
#include "core/orchestrator/workers_controller.h"
#include "core/sql/database.h"

#include <future>
#include <thread>
#include <utility>

namespace framehand::orchestrator {

namespace {

constexpr base::Duration kTick{1'000};

/// Everything that lives on the orchestrator's thread.
class Desk {
public:
    Desk(const OrchestratorOptions& options, sql::Database& database, const base::Clock& clock, const base::Logger& log,
         Planner& planner)
        : m_jobs(database), m_worker_store(database), m_workers(m_worker_store, clock, log, worker_rules(options)),
          m_dispatcher(m_jobs, m_workers, clock, log, options.dispatch), m_workers_controller(m_dispatcher, m_workers),
          m_jobs_controller(m_dispatcher, m_jobs, planner), m_health_controller(m_jobs, m_workers, options.version),
          m_guard(OriginGuard::reach_of(options.listen_address), options.trusted_hosts), m_access(options.token),
          m_log(log) {
        m_workers_controller.add_routes(m_router);
        m_jobs_controller.add_routes(m_router);
        m_health_controller.add_routes(m_router);
    }

    [[nodiscard]] base::Status recover() {
        FH_TRY(m_workers.load());
        return m_dispatcher.recover();
    }

    void tick() {
        if (const auto expired = m_dispatcher.expire_leases(); !expired) {
            m_log.error("leases could not be checked", {{"cause", expired.error().text()}});
        }
    }

    void handle(const HttpRequest& request, const Respond& respond) {
        if (const auto allowed = m_guard.check(request); !allowed) {
            respond(error_response(allowed.error()));
            return;
        }
        if (auto refusal = m_access.refusal(request)) {
            respond(std::move(*refusal));
            return;
        }
        m_router.route(request, respond);
    }

private:
    /// A worker counts as gone exactly when its lease would.
    static WorkerRules worker_rules(const OrchestratorOptions& options) {
        WorkerRules rules = options.workers;
        rules.silent_after = options.dispatch.lease_timeout;
        return rules;
    }

    JobStore m_jobs;
    WorkerStore m_worker_store;
    WorkerRegistry m_workers;
    Dispatcher m_dispatcher;
    WorkersController m_workers_controller;
    JobsController m_jobs_controller;
    HealthController m_health_controller;
    OriginGuard m_guard;
    AccessGuard m_access;
    Router m_router;
    base::Logger m_log;
};

} // namespace

struct Orchestrator::Impl {
    OrchestratorOptions options;
    const base::Clock& clock;
    base::Logger log;
    Planner& planner;
    HttpServer server;
    std::thread thread;
    std::uint16_t port = 0;

    /// The thread's body. Reports once through `started`; serves only after a success.
    void run(std::promise<base::Result<std::uint16_t>> started) {
        auto database = sql::Database::open(options.database, schema_steps());
        if (!database) {
            started.set_value(database.error());
            return;
        }
        Desk desk(options, **database, clock, log, planner);
        if (auto recovered = desk.recover(); !recovered) {
            started.set_value(recovered.error());
            return;
        }
        const auto bound = server.listen(options.listen_address, options.listen_port);
        started.set_value(bound);
        if (!bound) {
            return;
        }
        log.info("orchestrator is listening", {{"address", options.listen_address}, {"port", std::to_string(*bound)}});
        server.every(kTick, [&desk] { desk.tick(); });
        server.run([&desk](const HttpRequest& request, const Respond& respond) { desk.handle(request, respond); });
    }
};

Orchestrator::Orchestrator(OrchestratorOptions options, const base::Clock& clock, base::Logger log, Planner& planner)
    : m_impl(new Impl{options, clock, log, planner, HttpServer(options.http, log), {}, 0}) {
}

Orchestrator::~Orchestrator() {
    stop();
}

base::Status Orchestrator::start() {
    std::promise<base::Result<std::uint16_t>> promise;
    auto started = promise.get_future();
    m_impl->thread =
        std::thread([impl = m_impl.get(), promise = std::move(promise)]() mutable { impl->run(std::move(promise)); });
    const auto result = started.get();
    if (!result) {
        m_impl->thread.join();
        return result.error();
    }
    m_impl->port = *result;
    return {};
}

void Orchestrator::stop() {
    if (m_impl->thread.joinable()) {
        m_impl->server.stop();
        m_impl->thread.join();
    }
}

std::uint16_t Orchestrator::port() const {
    return m_impl->port;
}

} // namespace framehand::orchestrator

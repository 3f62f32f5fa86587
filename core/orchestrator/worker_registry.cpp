// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/worker_registry.h"

#include <algorithm>
#include <utility>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t kMaxWorkers = 10'000;
constexpr base::Duration kSaveInterval{60'000};

} // namespace

WorkerRegistry::WorkerRegistry(WorkerStore& store, const base::Clock& clock, base::Logger log, WorkerRules rules)
    : m_store(store), m_clock(clock), m_log(std::move(log)), m_rules(rules) {
}

base::Status WorkerRegistry::load() {
    FH_ASSIGN(auto records, m_store.load_all());
    for (auto& record : records) {
        Worker worker;
        worker.saved = m_clock.steady();
        if (record.set_aside_until) {
            const auto left = std::min(*record.set_aside_until - m_clock.wall(), m_rules.set_aside_for);
            worker.set_aside_until = m_clock.steady() + left;
        }
        worker.record = std::move(record);
        m_workers.insert_or_assign(worker.record.id, std::move(worker));
    }
    return {};
}

base::Result<WorkerRegistry::Registered> WorkerRegistry::put(const std::string& id,
                                                             jobs::WorkerCapabilities capabilities) {
    const auto found = m_workers.find(id);
    const auto registered = found == m_workers.end() ? Registered::New : Registered::Known;
    if (registered == Registered::New && m_workers.size() >= kMaxWorkers) {
        return fail(ErrorCode::Unavailable, "there are too many workers already");
    }
    Worker worker = registered == Registered::New ? Worker{} : found->second;
    worker.record.id = id;
    worker.record.capabilities = std::move(capabilities);
    worker.record.registered_at = m_clock.wall();
    worker.record.last_seen = m_clock.wall();
    worker.seen = m_clock.steady();
    FH_TRY(save(worker));
    m_workers.insert_or_assign(id, std::move(worker));
    return registered;
}

base::Status WorkerRegistry::seen(const std::string& id, WorkerStatus status, const base::Json& load,
                                  const std::string& current_job) {
    const auto found = m_workers.find(id);
    if (found == m_workers.end()) {
        return fail(ErrorCode::NotFound, "worker \"" + id + "\" is not registered");
    }
    Worker& worker = found->second;
    const bool news = worker.record.status != status || worker.record.current_job != current_job;
    worker.seen = m_clock.steady();
    worker.record.last_seen = m_clock.wall();
    worker.record.status = status;
    worker.record.load = load;
    worker.record.current_job = current_job;
    if (news || m_clock.steady() - worker.saved >= kSaveInterval) {
        return save(worker);
    }
    return {};
}

std::string WorkerRegistry::why_not(const std::string& id, const jobs::Job& job) const {
    const auto found = m_workers.find(id);
    return found == m_workers.end() ? "it is not registered" : jobs::why_not(found->second.record.capabilities, job);
}

bool WorkerRegistry::alive(const Worker& worker) const {
    return worker.seen && m_clock.steady() - *worker.seen < m_rules.silent_after;
}

bool WorkerRegistry::set_aside(const Worker& worker) const {
    return worker.set_aside_until && m_clock.steady() < *worker.set_aside_until;
}

bool WorkerRegistry::is_set_aside(const std::string& id) const {
    const auto found = m_workers.find(id);
    return found != m_workers.end() && set_aside(found->second);
}

bool WorkerRegistry::another_can(const std::string& id, const jobs::Job& job) const {
    return std::ranges::any_of(m_workers, [&](const auto& entry) {
        const Worker& worker = entry.second;
        return entry.first != id && alive(worker) && !set_aside(worker) &&
               jobs::why_not(worker.record.capabilities, job).empty();
    });
}

base::Status WorkerRegistry::job_failed(const std::string& id, const std::string& job_id) {
    const auto found = m_workers.find(id);
    if (found == m_workers.end()) {
        return {};
    }
    Worker& worker = found->second;
    auto& failed = worker.record.failed_jobs;
    // One bad video that fails three times says nothing about the worker; three different ones do.
    if (std::ranges::find(failed, job_id) == failed.end()) {
        failed.push_back(job_id);
    }
    if (std::cmp_greater_equal(failed.size(), m_rules.set_aside_after)) {
        m_log.warning("worker is set aside: it failed different jobs in a row",
                      {{"worker", id}, {"jobs", std::to_string(failed.size())}});
        worker.record.set_aside_until = m_clock.wall() + m_rules.set_aside_for;
        worker.set_aside_until = m_clock.steady() + m_rules.set_aside_for;
        failed.clear();
    }
    return save(worker);
}

base::Status WorkerRegistry::job_completed(const std::string& id) {
    const auto found = m_workers.find(id);
    if (found == m_workers.end() || (found->second.record.failed_jobs.empty() && !found->second.set_aside_until)) {
        return {};
    }
    found->second.record.failed_jobs.clear();
    found->second.record.set_aside_until.reset();
    found->second.set_aside_until.reset();
    return save(found->second);
}

std::vector<WorkerView> WorkerRegistry::list() const {
    std::vector<WorkerView> views;
    views.reserve(m_workers.size());
    for (const auto& [id, worker] : m_workers) {
        views.push_back({worker.record, alive(worker), set_aside(worker)});
    }
    return views;
}

base::Status WorkerRegistry::save(Worker& worker) {
    FH_TRY(m_store.save(worker.record));
    worker.saved = m_clock.steady();
    return {};
}

} // namespace framehand::orchestrator

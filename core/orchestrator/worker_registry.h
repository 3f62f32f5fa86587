// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/orchestrator/records.h"
#include "core/orchestrator/worker_store.h"

#include <map>
#include <string>
#include <vector>

namespace framehand::orchestrator {

/// How workers are judged.
struct WorkerRules {
    base::Duration silent_after{60'000};   ///< not heard from for so long: taken for gone
    int set_aside_after = 3;               ///< so many different jobs failed without a success between them
    base::Duration set_aside_for{300'000}; ///< gets nothing for so long, then begins afresh
};

/// A worker and what is thought of it now.
struct WorkerView {
    WorkerRecord record;
    bool alive = false;
    bool set_aside = false;
};

/// The workers, kept in memory and written to the store. A heartbeat that says nothing new is written once a minute at
/// most: idle workers must not wear out a memory card. Set-aside and silence are counted in monotonic time.
/// One thread, the store's.
class WorkerRegistry {
public:
    enum class Registered { New, Known };

    WorkerRegistry(WorkerStore& store, const base::Clock& clock, base::Logger log, WorkerRules rules);

    /// Reads the store; call once before anything else.
    [[nodiscard]] base::Status load();

    /// Unavailable if there are absurdly many already.
    [[nodiscard]] base::Result<Registered> put(const std::string& id, jobs::WorkerCapabilities capabilities);
    /// A heartbeat. NotFound for a worker that never registered.
    [[nodiscard]] base::Status seen(const std::string& id, WorkerStatus status, const base::Json& load,
                                    const std::string& current_job);

    /// Empty if the worker can do the job, else why not.
    [[nodiscard]] std::string why_not(const std::string& id, const jobs::Job& job) const;
    [[nodiscard]] bool is_set_aside(const std::string& id) const;
    /// True if a worker other than `id` answers, is not set aside and can do the job.
    [[nodiscard]] bool another_can(const std::string& id, const jobs::Job& job) const;

    /// May set the worker aside. A worker that is not known is ignored.
    [[nodiscard]] base::Status job_failed(const std::string& id, const std::string& job_id);
    [[nodiscard]] base::Status job_completed(const std::string& id);

    /// By id.
    [[nodiscard]] std::vector<WorkerView> list() const;

private:
    struct Worker {
        WorkerRecord record;
        std::optional<base::SteadyTime> seen; ///< none yet in this process
        std::optional<base::SteadyTime> set_aside_until;
        base::SteadyTime saved;
    };

    [[nodiscard]] bool alive(const Worker& worker) const;
    [[nodiscard]] bool set_aside(const Worker& worker) const;
    [[nodiscard]] base::Status save(Worker& worker);

    WorkerStore& m_store;
    const base::Clock& m_clock;
    base::Logger m_log;
    WorkerRules m_rules;
    std::map<std::string, Worker> m_workers;
};

} // namespace framehand::orchestrator

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/orchestrator_calls.h"
#include "core/api/dispatcher.h"
#include "core/base/log_ring.h"
#include "core/worker/job_history.h"
#include "core/worker/worker.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace framehand::daemon {

/// The jobs and the log in the local API: `jobs.list`, `job.retry`, `job.cancel`, `job.preview`, `log.tail`
/// (docs/local-api.md). Main thread.
class JobMethods {
public:
    struct Parts {
        const base::LogRing& log;
        ports::HttpClient& http;
        std::string orchestrator_url;
        std::filesystem::path nas_root;
        /// Of this process's worker; null where it has none.
        std::function<worker::JobHistory*()> history;
        std::function<std::optional<worker::JobPreview>()> preview;
        /// The job in hand, "" if there is none.
        std::function<std::string()> running_job;
        /// Stops the job in hand.
        std::function<base::Status(const std::string& job_id)> stop_job;
    };

    /// What the parts refer to must outlive it.
    explicit JobMethods(Parts parts);

    /// `dispatcher` must not answer calls after this object's end.
    void add_to(api::Dispatcher& dispatcher);

private:
    [[nodiscard]] base::Result<base::Json> list(const base::Json& params) const;
    [[nodiscard]] base::Result<base::Json> tail(const base::Json& params) const;
    [[nodiscard]] base::Json preview() const;
    void retry(const base::Json& params, const api::Reply& reply);
    void cancel(const base::Json& params, const api::Reply& reply);

    Parts m_parts;
    OrchestratorCalls m_orchestrator;
};

} // namespace framehand::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/job_watcher.h"

#include "app/framehandctl/await.h"

#include <optional>

namespace framehand::cli {

namespace {

bool is_away(const base::Error& error) {
    return error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout;
}

} // namespace

base::Result<JobWatcher::End> JobWatcher::watch(const std::string& job_id, const base::CancelToken& cancel,
                                                const std::function<void(const ProgressView&)>& on_progress) {
    std::optional<base::SteadyTime> away_since;
    while (true) {
        auto json = m_orchestrator.get("/api/v1/jobs/" + url_escaped(job_id));
        if (json) {
            away_since.reset();
            FH_ASSIGN(JobView view, job_view_from_json(*json));
            if (jobs::is_terminal(view.state)) {
                return End{std::move(view), std::move(*json)};
            }
            on_progress(view.progress);
        } else if (!is_away(json.error())) {
            return std::move(json.error());
        } else {
            away_since = away_since.value_or(m_clock.steady());
            if (m_clock.steady() - *away_since >= m_options.patience) {
                return std::move(json.error());
            }
            on_progress({"the orchestrator does not answer, trying again"});
        }
        FH_TRY((await<void>(
            cancel, [&](auto done) { return m_timers.after(m_options.interval, [done] { done(base::Status()); }); })));
    }
}

} // namespace framehand::cli

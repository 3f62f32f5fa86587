// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_export.h"

#include "ui/json_view.h"

#include <algorithm>
#include <utility>

namespace framehand::ui {

namespace {

constexpr int kPage = 200;
constexpr std::size_t kMostRows = 1'000'000;

} // namespace

void HistoryExport::start(base::Json query, Done done) {
    m_query = std::move(query);
    m_done = std::move(done);
    m_entries.clear();
    ++m_generation;
    fetch();
}

void HistoryExport::fetch() {
    m_query["offset"] = m_entries.size();
    m_query["limit"] = kPage;
    m_daemon.call(
        "jobs.list", m_query, m_owner, [this, generation = m_generation](const base::Result<base::Json>& answer) {
            if (generation != m_generation) {
                return;
            }
            if (!answer) {
                m_done(answer.error());
                return;
            }
            const auto* jobs = json_view::member(*answer, "jobs");
            const bool any = jobs != nullptr && jobs->is_array() && !jobs->empty();
            if (any) {
                for (const auto& job : *jobs) {
                    m_entries.push_back(history_entry_of(job));
                }
            }
            if (any && m_entries.size() < std::min<std::uint64_t>(json_view::count(*answer, "total"), kMostRows)) {
                fetch();
            } else {
                m_done(std::exchange(m_entries, {}));
            }
        });
}

} // namespace framehand::ui

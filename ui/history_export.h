// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/history_entry.h"

#include <functional>
#include <vector>

class QObject;

namespace framehand::ui {

/// Fetches all ended jobs of a query, page by page. One at a time.
class HistoryExport {
public:
    using Done = std::function<void(const base::Result<std::vector<HistoryEntry>>&)>;

    /// `daemon` must outlive it; `owner`, which lives as long as this, ends it with itself.
    HistoryExport(DaemonCall& daemon, const QObject& owner) : m_daemon(daemon), m_owner(owner) {}

    /// `query`: the parameters for `jobs.list`, of which "offset" and "limit" are set here. `done` is called once,
    /// possibly before this returns. What an earlier start() was after is dropped.
    void start(base::Json query, Done done);

private:
    void fetch();

    DaemonCall& m_daemon;
    const QObject& m_owner;
    base::Json m_query;
    Done m_done;
    std::vector<HistoryEntry> m_entries;
    int m_generation = 0;
};

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_model.h"

#include "ui/json_view.h"

#include <algorithm>
#include <array>
#include <utility>

namespace framehand::ui {

using base::Json;

namespace {

constexpr std::array kSortNames{"title", "state", "ended_at", "duration", "speed", "input_bytes", "output_bytes"};
constexpr int kMostRows = 200; // that the daemon gives at once

std::vector<HistoryEntry> entries_of(const Json& answer) {
    std::vector<HistoryEntry> entries;
    if (const auto* jobs = json_view::member(answer, "jobs"); jobs != nullptr && jobs->is_array()) {
        for (const auto& job : *jobs) {
            entries.push_back(history_entry_of(job));
        }
    }
    return entries;
}

} // namespace

HistoryModel::HistoryModel(DaemonCall& daemon, QObject* parent) : QAbstractTableModel(parent), m_daemon(daemon) {
}

Json HistoryModel::query(int offset, int limit) const {
    return {{"search", m_search.toStdString()},
            {"state", m_state.toStdString()},
            {"sort", kSortNames.at(m_sort)},
            {"order", m_order == Qt::AscendingOrder ? "asc" : "desc"},
            {"offset", offset},
            {"limit", limit}};
}

void HistoryModel::search_for(const QString& words) {
    if (words != m_search) {
        m_search = words;
        fetch(Fetch::Anew, 0, kPage);
    }
}

void HistoryModel::show_only(const QString& state) {
    if (state != m_state) {
        m_state = state;
        fetch(Fetch::Anew, 0, kPage);
    }
}

void HistoryModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= kColumns || (column == m_sort && order == m_order)) {
        return;
    }
    m_sort = static_cast<Column>(column);
    m_order = order;
    fetch(Fetch::Anew, 0, kPage);
}

void HistoryModel::reload() {
    fetch(Fetch::Anew, 0, std::clamp(static_cast<int>(m_entries.size()), kPage, kMostRows));
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_fetching && static_cast<int>(m_entries.size()) < m_total;
}

void HistoryModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        fetch(Fetch::More, static_cast<int>(m_entries.size()), kPage);
    }
}

void HistoryModel::fetch(Fetch what, int offset, int limit) {
    m_fetching = true;
    m_daemon.call("jobs.list", query(offset, limit), *this,
                  [this, what, offset, generation = ++m_generation](const base::Result<Json>& answer) {
                      if (generation == m_generation) {
                          take(what, offset, answer);
                      }
                  });
}

void HistoryModel::take(Fetch what, int offset, const base::Result<Json>& answer) {
    m_fetching = false;
    m_problem = answer ? QString() : QString::fromStdString(answer.error().text());
    if (answer) {
        const auto total = static_cast<int>(std::min<std::uint64_t>(json_view::count(*answer, "total"), 1'000'000'000));
        auto entries = entries_of(*answer);
        if (what == Fetch::Anew) {
            if (entries != m_entries) {
                if (before_reset) {
                    before_reset();
                }
                beginResetModel();
                m_entries = std::move(entries);
                endResetModel();
            }
            m_total = total;
        } else if (entries.empty()) {
            m_total = offset; // whatever it says, there are no more
        } else {
            beginInsertRows({}, offset, offset + static_cast<int>(entries.size()) - 1);
            std::ranges::move(entries, std::back_inserter(m_entries));
            m_total = std::max(total, static_cast<int>(m_entries.size()));
            endInsertRows();
        }
    }
    if (on_answer) {
        on_answer();
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int{kColumns};
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const HistoryEntry& row = entry(index.row());
    if (role == Qt::TextAlignmentRole) {
        const bool number = index.column() >= Duration;
        return QVariant(Qt::Alignment(number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        // As mark-up, so that nothing in it is taken for mark-up, and long lines wrap.
        const QString text = index.column() == Result && !row.error.isEmpty() ? row.error : row.input;
        return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case Title:
        return row.title;
    case Result:
        return HistoryWords::state(row.state);
    case Ended:
        return HistoryWords::ended(row);
    case Duration:
        return HistoryWords::duration(row);
    case Speed:
        return HistoryWords::speed(row);
    case Before:
        return HistoryWords::size_before(row);
    case After:
        return HistoryWords::size_after(row);
    case kColumns:
        break;
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::Alignment(section >= Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Title:
        return tr("Video");
    case Result:
        return tr("Result");
    case Ended:
        return tr("Ended");
    case Duration:
        return tr("Took");
    case Speed:
        return tr("Speed");
    case Before:
        return tr("Size before");
    case After:
        return tr("Size after");
    case kColumns:
        break;
    }
    return {};
}

} // namespace framehand::ui

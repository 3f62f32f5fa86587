// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/history_entry.h"

#include <QAbstractTableModel>
#include <QCoreApplication>

#include <functional>
#include <vector>

namespace framehand::ui {

/// The jobs that ended on this machine, fetched from the daemon page by page as the view needs them. The daemon sorts
/// and filters.
class HistoryModel final : public QAbstractTableModel {
    Q_DECLARE_TR_FUNCTIONS(HistoryModel)

public:
    enum Column { Title, Result, Ended, Duration, Speed, Before, After, kColumns };

    static constexpr int kPage = 100;

    /// `daemon` must outlive it. It is empty until reload().
    explicit HistoryModel(DaemonCall& daemon, QObject* parent = nullptr);

    /// Both show the first page anew.
    void search_for(const QString& words);
    /// "" for all.
    void show_only(const QString& state);
    /// Fetches what is shown anew; it stays until the answer comes.
    void reload();

    [[nodiscard]] const HistoryEntry& entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }

    /// Of the query; may be more than are fetched.
    [[nodiscard]] int total() const { return m_total; }

    /// What the daemon said instead of an answer; "" if it answered.
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// The query's parameters for `jobs.list`.
    [[nodiscard]] base::Json query(int offset, int limit) const;

    /// Before and after all rows may be others, and after every answer.
    std::function<void()> before_reset;
    std::function<void()> on_answer;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    void sort(int column, Qt::SortOrder order) override;

private:
    enum class Fetch { Anew, More };

    void fetch(Fetch what, int offset, int limit);
    void take(Fetch what, int offset, const base::Result<base::Json>& answer);

    DaemonCall& m_daemon;
    QString m_search;
    QString m_state;
    Column m_sort = Ended;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    std::vector<HistoryEntry> m_entries;
    int m_total = 0;
    QString m_problem;
    int m_generation = 0; ///< answers to earlier questions are dropped
    bool m_fetching = false;
};

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/desktop_calls.h"
#include "ui/history_export.h"
#include "ui/snapshot.h"

#include <QCoreApplication>
#include <QWidget>

#include <cstdint>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace framehand::ui {

class HistoryModel;

/// The jobs that ended on this machine: searched, filtered, sorted, looked at in detail, tried again, opened, exported.
class HistoryPage final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(HistoryPage)

public:
    /// `daemon` must outlive it.
    explicit HistoryPage(DaemonCall& daemon, DesktopCalls desktop = DesktopCalls::real(), QWidget* parent = nullptr);
    ~HistoryPage() override;

    /// Fetches the list anew where a job has ended, as soon as somebody sees it.
    void show_snapshot(const Snapshot& snapshot);

    [[nodiscard]] HistoryModel& model() { return *m_model; }

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What a change of means that a job has ended.
    struct Seen {
        Link link = Link::Starting;
        QString job;
        std::uint64_t completed = 0;
        std::uint64_t failed = 0;

        bool operator==(const Seen&) const = default;
    };

    [[nodiscard]] QWidget* make_filters();
    [[nodiscard]] QTableView* make_table();
    [[nodiscard]] QWidget* make_buttons();
    [[nodiscard]] QPushButton* add_button(const QString& text, QWidget* row);
    void remember_selection();
    void show_answer();
    void show_buttons();
    void say(const QString& sentence);
    [[nodiscard]] const HistoryEntry* selected() const;
    void show_detail();
    void retry();
    void open_folder();
    void play();
    void export_csv();
    void save_csv(const QString& file, const std::vector<HistoryEntry>& entries);

    DaemonCall& m_daemon;
    const DesktopCalls m_desktop;
    HistoryExport m_export;
    Seen m_seen;
    bool m_stale = true;
    std::optional<HistoryEntry> m_kept; ///< what was selected before the rows became others

    // All belong to this widget.
    HistoryModel* m_model;
    QLineEdit* m_search = nullptr;
    QComboBox* m_state = nullptr;
    QLabel* m_problem = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_details = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_play = nullptr;
    QPushButton* m_csv = nullptr;
};

} // namespace framehand::ui

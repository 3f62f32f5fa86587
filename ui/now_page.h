// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_state.h"
#include "ui/commands.h"
#include "ui/daemon_call.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMenu>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace framehand::ui {

class PreviewView;
class Sparkline;

/// What happens now, and why: the job in hand with its progress, or what it waits for.
class NowPage final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(NowPage)

public:
    /// `commands` and `daemon` must outlive it.
    NowPage(const Commands& commands, DaemonCall& daemon, QWidget* parent = nullptr);

    void show_snapshot(const Snapshot& snapshot, const QDateTime& now);
    /// What the daemon refused; "" hides it.
    void show_refusal(const QString& sentence);

private:
    [[nodiscard]] QWidget* make_header();
    [[nodiscard]] QWidget* make_job(DaemonCall& daemon);
    [[nodiscard]] QWidget* make_buttons(const Commands& commands);
    [[nodiscard]] QPushButton* add_button(const QString& text, QWidget* row);
    void show_job(const Snapshot& snapshot);
    void show_counts(const Snapshot& snapshot);

    QMenu m_pause_menu; ///< before the buttons that open it
    std::optional<AppState> m_shown;
    QString m_job_id; ///< whose values the curves have

    // All belong to this widget.
    QLabel* m_icon = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_next = nullptr;
    QWidget* m_job = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_path = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_time_left = nullptr;
    QLabel* m_rungs = nullptr;
    QLabel* m_fps = nullptr;
    Sparkline* m_fps_curve = nullptr;
    QLabel* m_speed = nullptr;
    Sparkline* m_speed_curve = nullptr;
    QLabel* m_usage = nullptr;
    PreviewView* m_preview = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_last_error = nullptr;
    QLabel* m_refusal = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_finish = nullptr;
    QPushButton* m_ignore = nullptr;
    QPushButton* m_heed = nullptr;
    QPushButton* m_start = nullptr;
};

} // namespace framehand::ui

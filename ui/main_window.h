// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/history_page.h"
#include "ui/log_page.h"
#include "ui/now_page.h"
#include "ui/this_pc_page.h"

#include <QCoreApplication>
#include <QMainWindow>

#include <functional>

class QTabWidget;

namespace framehand::ui {

/// The window of the desktop app: a tab for each page.
class MainWindow final : public QMainWindow {
    Q_DECLARE_TR_FUNCTIONS(MainWindow)

public:
    /// `commands` and `daemon` must outlive it.
    MainWindow(const Commands& commands, DaemonCall& daemon);

    void show_snapshot(const Snapshot& snapshot, const QDateTime& now);

    [[nodiscard]] NowPage& now_page() { return *m_now; }

    [[nodiscard]] ThisPcPage& this_pc_page() { return *m_this_pc; }

    /// Shows it, in front of the others.
    void raise_to_front();

    /// After it was closed by the person. May be empty.
    std::function<void()> on_close;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void add_pages();

    // They belong to the window.
    QTabWidget* m_tabs;
    NowPage* m_now;
    HistoryPage* m_history;
    LogPage* m_log;
    ThisPcPage* m_this_pc;
};

} // namespace framehand::ui

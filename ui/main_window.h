// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/now_page.h"

#include <QCoreApplication>
#include <QMainWindow>

#include <functional>

namespace framehand::ui {

/// The window of the desktop app.
class MainWindow final : public QMainWindow {
    Q_DECLARE_TR_FUNCTIONS(MainWindow)

public:
    /// `commands` must outlive it.
    explicit MainWindow(const Commands& commands);

    void show_snapshot(const Snapshot& snapshot, const QDateTime& now);

    [[nodiscard]] NowPage& now_page() { return *m_now; }

    /// Shows it, in front of the others.
    void raise_to_front();

    /// After it was closed by the person. May be empty.
    std::function<void()> on_close;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    NowPage* m_now; ///< belongs to the window
};

} // namespace framehand::ui

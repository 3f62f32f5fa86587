// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands.h"
#include "ui/snapshot.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMenu>

namespace framehand::ui {

/// The tray's menu. Built once: hosts of trays do not bear a menu that is replaced, so only texts and visibility
/// change.
class TrayMenu {
    Q_DECLARE_TR_FUNCTIONS(TrayMenu)

public:
    /// `commands` must outlive it.
    explicit TrayMenu(const Commands& commands);

    void show(const Snapshot& snapshot, const QDateTime& now);

    [[nodiscard]] QMenu& menu() { return m_menu; }

private:
    QMenu m_menu;
    QMenu m_pause_menu;
    QAction* m_status = nullptr; ///< all actions belong to the menu
    QAction* m_pause = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_finish = nullptr;
    QAction* m_ignore = nullptr;
    QAction* m_heed = nullptr;
    QAction* m_start = nullptr;
};

} // namespace framehand::ui

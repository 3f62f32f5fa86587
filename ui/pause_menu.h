// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands.h"

#include <QCoreApplication>

class QMenu;

namespace framehand::ui {

/// How long to pause: the entries that the tray and the window share.
class PauseMenu {
    Q_DECLARE_TR_FUNCTIONS(PauseMenu)

public:
    /// Adds them; `commands` must outlive the menu.
    static void fill(QMenu& menu, const Commands& commands);
};

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_state.h"

#include <QIcon>
#include <QPixmap>

namespace framehand::ui {

/// The sign of a state: each has an outline and a colour of its own, so that it can be told without colours and on
/// light and dark panels. Needs a QGuiApplication.
[[nodiscard]] QIcon state_icon(AppState state);

/// The same, `side` real pixels wide and high.
[[nodiscard]] QPixmap state_pixmap(AppState state, int side);

/// The program's own icon.
[[nodiscard]] QIcon program_icon();

} // namespace framehand::ui

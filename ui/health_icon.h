// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/this_pc.h"

#include <QPixmap>

namespace framehand::ui {

/// The sign of a finding, `side` real pixels wide and high: a disc with a tick, a triangle with an exclamation mark, an
/// octagon with a cross. Each can be told without its colour. Needs a QGuiApplication.
[[nodiscard]] QPixmap health_pixmap(Health health, int side);

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pause_menu.h"

#include "ui/time_words.h"

#include <QDateTime>
#include <QMenu>

namespace framehand::ui {

namespace {

// Minutes.
constexpr double kQuarter = 15;
constexpr double kHour = 60;

} // namespace

void PauseMenu::fill(QMenu& menu, const Commands& commands) {
    menu.addAction(tr("For &15 minutes"), &menu, [&commands] { commands.pause(kQuarter); });
    menu.addAction(tr("For 1 &hour"), &menu, [&commands] { commands.pause(kHour); });
    const auto morning = TimeWords::time_of_day(TimeWords::tomorrow(QDateTime::currentDateTime()).time());
    menu.addAction(tr("Until &tomorrow, %1").arg(morning), &menu, [&commands] {
        const auto now = QDateTime::currentDateTime();
        commands.pause(static_cast<double>(now.msecsTo(TimeWords::tomorrow(now))) / 60'000);
    });
    menu.addAction(tr("Until I &resume"), &menu, [&commands] { commands.pause(std::nullopt); });
}

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray_menu.h"

#include "ui/app_state.h"
#include "ui/pause_menu.h"
#include "ui/sentences.h"

#include <QAction>

namespace framehand::ui {

namespace {

constexpr int kMostCharacters = 80;
constexpr double kHour = 60;

/// As a menu's text: one line of bearable length, in which no letter becomes a key.
QString entry_text(const QString& sentence) {
    QString text = sentence.size() > kMostCharacters ? sentence.left(kMostCharacters - 1) + QChar(0x2026) : sentence;
    return text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

TrayMenu::TrayMenu(const Commands& commands) : m_pause_menu(tr("&Pause")) {
    m_status = m_menu.addAction(QString());
    m_status->setEnabled(false);
    m_menu.addSeparator();
    m_menu.addAction(tr("&Open Framehand"), &m_menu, [&commands] { commands.open_window(); });
    PauseMenu::fill(m_pause_menu, commands);
    m_pause = m_menu.addMenu(&m_pause_menu);
    m_resume = m_menu.addAction(tr("&Resume"), &m_menu, [&commands] { commands.resume(); });
    m_finish =
        m_menu.addAction(tr("&Finish this job, then pause"), &m_menu, [&commands] { commands.finish_then_pause(); });
    m_ignore =
        m_menu.addAction(tr("&Ignore \"in use\" for 1 hour"), &m_menu, [&commands] { commands.ignore_in_use(kHour); });
    m_heed =
        m_menu.addAction(tr("&Heed \"in use\" again"), &m_menu, [&commands] { commands.ignore_in_use(std::nullopt); });
    m_start = m_menu.addAction(tr("&Start Framehand"), &m_menu, [&commands] { commands.start_daemon(); });
    m_menu.addSeparator();
    m_menu.addAction(tr("S&ettings..."), &m_menu, [&commands] { commands.open_settings({}); });
    m_menu.addAction(tr("&Quit"), &m_menu, [&commands] { commands.quit(); });
}

void TrayMenu::show(const Snapshot& snapshot, const QDateTime& now) {
    m_status->setText(entry_text(Sentences::summary(snapshot, now)));
    const Possible can = possible(snapshot);
    m_pause->setVisible(can.pause);
    m_resume->setVisible(can.resume);
    m_finish->setVisible(can.finish_then_pause);
    m_ignore->setVisible(can.ignore_in_use);
    m_heed->setVisible(can.heed_in_use);
    m_start->setVisible(can.start);
}

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/sentences.h"
#include "ui/state_icon.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>

namespace framehand::ui {

MainWindow::MainWindow(const Commands& commands, DaemonCall& daemon)
    : m_tabs(new QTabWidget(this)), m_now(new NowPage(commands, daemon, m_tabs)),
      m_history(new HistoryPage(daemon, DesktopCalls::real(), m_tabs)),
      m_log(new LogPage(daemon, DesktopCalls::real(), m_tabs)), m_this_pc(new ThisPcPage(daemon, m_tabs)) {
    setWindowTitle(tr("Framehand"));
    setWindowIcon(program_icon());
    setCentralWidget(m_tabs);
    add_pages();
    m_this_pc->on_change_setting = [&commands](const QString& key) { commands.open_settings(key); };
    resize(760, 560);
    auto* close_window = new QAction(tr("&Close the window"), this);
    close_window->setShortcut(QKeySequence::Close);
    connect(close_window, &QAction::triggered, this, [this] { close(); });
    auto* quit = new QAction(tr("&Quit Framehand"), this);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, [&commands] { commands.quit(); });
    auto* settings = new QAction(tr("&Settings..."), this);
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    connect(settings, &QAction::triggered, this, [&commands] { commands.open_settings({}); });
    addActions({settings, close_window, quit});
    QMenu* menu = menuBar()->addMenu(tr("Fr&amehand"));
    menu->addActions({settings, close_window, quit});
}

void MainWindow::add_pages() {
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->addTab(m_now, tr("&Now"));
    m_tabs->addTab(m_history, tr("Histor&y"));
    m_tabs->addTab(m_log, tr("Lo&g"));
    m_tabs->addTab(m_this_pc, tr("&This PC"));
}

void MainWindow::show_snapshot(const Snapshot& snapshot, const QDateTime& now) {
    m_now->show_snapshot(snapshot, now);
    m_history->show_snapshot(snapshot);
    m_this_pc->show_snapshot(snapshot);
    const bool works = app_state(snapshot) == AppState::Working && snapshot.job;
    // What a list of windows shows.
    setWindowTitle(works ? tr("%1, %2 - Framehand").arg(Sentences::percent(*snapshot.job), snapshot.job->title)
                         : tr("Framehand"));
}

void MainWindow::raise_to_front() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    if (on_close) {
        on_close();
    }
}

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/desktop_app.h"

#include "ui/notice.h"
#include "ui/sentences.h"

#include <QDateTime>

#include <utility>

namespace framehand::desktop {

using base::Json;

namespace {

Json minutes_of(std::optional<double> minutes) {
    return minutes ? Json{{"minutes", *minutes}} : Json::object();
}

} // namespace

DesktopApp::DesktopApp(Parts parts)
    : m_parts(std::move(parts)), m_commands(make_commands()),
      m_client(m_parts.api_socket, m_parts.timers, m_parts.identity), m_calls(m_client), m_window(m_commands, m_calls),
      m_daemon(m_parts.find_daemon, m_parts.timers, m_parts.daemon_ways),
      m_dialogs({m_calls, m_parts.timers, m_parts.background, m_parts.service, m_parts.network_folders,
                 m_parts.login_start, m_parts.programs, m_parts.secrets, m_parts.notifications, m_parts.settings,
                 m_parts.theme, m_daemon, m_parts.find_daemon, [this] { start_daemon(); }}),
      m_presence(
          {m_parts.input, m_parts.screen, m_parts.timers, m_parts.clock,
           [this](base::Duration idle, std::optional<bool> full_screen) { report_presence(idle, full_screen); }}) {
    m_window.restoreGeometry(m_parts.settings.window_geometry());
    m_window.on_close = [this] { window_closed(); };
    m_parts.tray_host.on_first = [this] { show_tray(); };
    m_daemon.on_change = [this] { refresh(); };
    m_client.on_change = [this] { follow(); };
}

ui::Commands DesktopApp::make_commands() {
    ui::Commands commands;
    commands.pause = [this](std::optional<double> minutes) { ask("pause", minutes_of(minutes)); };
    commands.resume = [this] { ask("resume"); };
    commands.finish_then_pause = [this] { ask("finish-then-pause"); };
    commands.ignore_in_use = [this](std::optional<double> minutes) { ask("ignore-in-use", minutes_of(minutes)); };
    commands.start_daemon = [this] {
        if (needs_setup()) {
            m_dialogs.open_first_run();
        } else {
            start_daemon();
        }
    };
    commands.open_window = [this] { raise(); };
    commands.open_settings = [this](const QString& key) { m_dialogs.open_settings(key); };
    commands.quit = [this] { quit(); };
    return commands;
}

void DesktopApp::start(FirstWindow first_window) {
    refresh();
    if (first_window == FirstWindow::Shown) {
        raise();
    } else {
        watch_tray(base::Duration{0});
    }
    m_client.start();
}

void DesktopApp::follow() {
    if (m_client.state()) {
        m_search = Search::Over;
    } else if (m_client.problem().code == base::ErrorCode::Unavailable) {
        search();
    }
    refresh();
}

void DesktopApp::search() {
    // Without settings a service can do nothing either, and shows nobody how to set it up.
    if (m_search == Search::NotBegun && can_work()) {
        m_search = Search::BringsUpService;
        m_service_task = m_parts.background.run([due = m_parts.due_service] { bring_up(due); },
                                                [this] {
                                                    if (m_search == Search::BringsUpService) {
                                                        m_search = Search::OwnIsNext;
                                                    }
                                                    m_client.retry_now();
                                                });
    } else if (m_search == Search::NotBegun || m_search == Search::OwnIsNext) {
        start_daemon();
    }
}

void DesktopApp::start_daemon() {
    if (m_quitting) {
        return;
    }
    m_search = Search::Over;
    m_daemon.start();
    m_client.retry_now();
}

void DesktopApp::refresh() {
    ui::Snapshot now;
    if (m_client.state()) {
        m_daemon.let_go();
        now = ui::snapshot_of(*m_client.state());
        m_dialogs.show_state(*m_client.state());
        if (needs_setup()) {
            now.link = ui::Link::Refused;
            now.problem = ui::Sentences::not_set_up();
        }
    } else if (m_daemon.failure()) {
        now.link = ui::Link::Refused;
        now.problem = QString::fromStdString(m_daemon.failure()->text());
    } else if (m_client.problem().code != base::ErrorCode::Unavailable) {
        now.link = ui::Link::Refused;
        now.problem = QString::fromStdString(m_client.problem().text());
    } else {
        now.link = m_daemon.wanted() || m_search != Search::Over ? ui::Link::Starting : ui::Link::Offline;
    }
    // A daemon of its own sees the same desktop.
    if (m_client.state() && !m_daemon.wanted()) {
        m_presence.start();
    } else {
        m_presence.stop();
    }
    const auto before = std::exchange(m_snapshot, std::move(now));
    offer_setup();
    if (before.link != ui::Link::Online && m_snapshot.link == ui::Link::Online) {
        m_dialogs.daemon_is_back();
    }
    if (const auto notice = ui::Notices::between(before, m_snapshot);
        notice && !m_quitting && m_parts.settings.notifies(notice->kind)) {
        m_dialogs.notify(*notice);
    }
    const auto time = QDateTime::currentDateTime();
    m_window.show_snapshot(m_snapshot, time);
    if (m_tray) {
        m_tray->show(m_snapshot, time);
    }
}

bool DesktopApp::can_work() const {
    const auto program = m_parts.find_daemon();
    return program && program->purpose == DaemonProgram::Purpose::Work;
}

bool DesktopApp::needs_setup() const {
    const auto* program = m_daemon.program();
    return m_client.state() && program != nullptr && program->purpose == DaemonProgram::Purpose::SetUp;
}

void DesktopApp::offer_setup() {
    if (needs_setup() && !m_parts.settings.first_run_done() && !std::exchange(m_setup_offered, true)) {
        m_dialogs.open_first_run();
    }
}

void DesktopApp::ask(const std::string& method, Json params) {
    m_window.now_page().show_refusal({});
    m_client.call(method, std::move(params), [this](const base::Result<Json>& answer) {
        if (!answer) {
            m_window.now_page().show_refusal(QString::fromStdString(answer.error().text()));
        }
    });
}

void DesktopApp::show_tray() {
    m_tray.emplace(m_commands);
    m_tray->show(m_snapshot, QDateTime::currentDateTime());
}

void DesktopApp::report_presence(base::Duration idle, std::optional<bool> full_screen) {
    Json params{{"idle_sec", static_cast<double>(idle.count()) / 1000}};
    if (full_screen) {
        params["full_screen"] = *full_screen;
    }
    m_client.call("presence.report", std::move(params), [](const base::Result<Json>&) {
        // A daemon without a worker has no use for it, one that has gone is found again.
    });
}

void DesktopApp::keep_geometry() {
    m_parts.settings.set_window_geometry(m_window.saveGeometry());
}

void DesktopApp::window_closed() {
    keep_geometry();
    if (m_parts.tray_host.present()) {
        watch_tray(base::Duration{0});
    } else {
        quit();
    }
}

void DesktopApp::watch_tray(base::Duration without) {
    m_tray_watch = m_parts.timers.after(kLookForTray, [this, without] {
        if (m_window.isVisible()) {
            return;
        }
        const auto missing = m_parts.tray_host.present() ? base::Duration{0} : without + kLookForTray;
        if (missing >= kWithoutTray) {
            raise();
        } else {
            watch_tray(missing);
        }
    });
}

void DesktopApp::quit() {
    if (std::exchange(m_quitting, true)) {
        return;
    }
    m_tray_watch.reset();
    if (m_window.isVisible()) {
        keep_geometry();
    }
    m_window.hide();
    m_dialogs.close_all();
    m_daemon.stop(m_parts.exit);
}

} // namespace framehand::desktop

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/dialogs.h"

#include <utility>

namespace framehand::desktop {

using base::Json;

Dialogs::Dialogs(Parts parts)
    : m_parts(std::move(parts)),
      m_service({m_parts.background, m_parts.service,
                 [this](std::function<void()> done) { m_parts.daemon.stop(std::move(done)); },
                 [this] { m_parts.start_daemon(); }}),
      m_services(make_services()) {
}

Dialogs::~Dialogs() {
    delete m_settings;
    delete m_first_run;
}

ui::SettingsServices Dialogs::make_services() {
    return {m_parts.calls,
            m_parts.timers,
            m_service,
            m_parts.login_start,
            m_parts.programs,
            m_parts.secrets,
            m_parts.settings,
            [this] { m_parts.theme.choose(m_parts.settings.appearance()); },
            [this](const ui::Notice& notice) { notify(notice); },
            [this](std::function<void(const base::Status&)> done) { restart_daemon(std::move(done)); },
            [this] { return m_parts.daemon.program() != nullptr; },
            [this] { open_first_run(); }};
}

void Dialogs::notify(const ui::Notice& notice) const {
    const bool critical = notice.kind == ui::Notice::Kind::NeedsAttention;
    if (critical && !m_first_run.isNull()) {
        return;
    }
    m_parts.notifications.show(
        {notice.title.toStdString(), notice.text.toStdString(),
         critical ? ports::Notification::Urgency::Critical : ports::Notification::Urgency::Normal});
}

void Dialogs::open_settings(const QString& key) {
    if (m_closed) {
        return;
    }
    if (m_settings.isNull()) {
        m_settings = new ui::SettingsDialog(m_services);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_settings->open_anew();
    if (!key.isEmpty()) {
        m_settings->show_setting(key);
    }
}

void Dialogs::open_first_run() {
    if (m_closed) {
        return;
    }
    if (m_first_run.isNull()) {
        QStringList shares;
        for (const auto& folder : m_parts.network_folders.mounted()) {
            shares.append(QString::fromStdString(folder.string()));
        }
        m_first_run = new ui::FirstRunWizard(m_services, shares);
        m_first_run->setAttribute(Qt::WA_DeleteOnClose);
        // Cancelled, too: it does not come by itself again.
        QObject::connect(m_first_run, &QDialog::finished, m_first_run,
                         [this] { m_parts.settings.set_first_run_done(); });
    }
    m_first_run->show();
    m_first_run->raise();
    m_first_run->activateWindow();
}

void Dialogs::close_all() {
    m_closed = true;
    // Nobody has cancelled them: they do not say that they are finished.
    for (QDialog* dialog : {static_cast<QDialog*>(m_settings), static_cast<QDialog*>(m_first_run)}) {
        if (dialog != nullptr) {
            dialog->hide();
            dialog->deleteLater();
        }
    }
}

void Dialogs::daemon_is_back() {
    if (!m_settings.isNull()) {
        m_settings->daemon_is_back();
    }
}

void Dialogs::show_state(const Json& state) {
    if (!m_first_run.isNull()) {
        m_first_run->show_state(state);
    }
}

void Dialogs::restart_daemon(std::function<void(const base::Status&)> done) {
    auto& own = m_parts.daemon;
    if (const auto* runs = own.program(); runs != nullptr) {
        const auto wanted = m_parts.find_daemon();
        if (!wanted) {
            done(base::Error(wanted.error()));
            return;
        }
        // What a process was started as cannot be changed from within.
        if (wanted->arguments != runs->arguments) {
            own.stop([this, done = std::move(done)] {
                m_parts.start_daemon();
                done({});
            });
            return;
        }
    }
    m_parts.calls.call(
        "daemon.restart", Json::object(), m_receiver,
        [done = std::move(done)](const base::Result<Json>& answer) {
            done(answer ? base::Status() : base::Status(base::Error(answer.error())));
        },
        ui::DaemonCall::kLong);
}

} // namespace framehand::desktop

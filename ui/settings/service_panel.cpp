// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/service_panel.h"

#include "ui/settings/field_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace framehand::ui {

using ports::ServiceState;
using Action = ServiceCalls::Action;

ServicePanel::ServicePanel(SettingsServices& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_state(make_words({}, this)), m_outcome(make_words({}, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    explain(services.service.kind());
    m_state->setAccessibleDescription(tr("How the service stands"));
    layout->addWidget(m_state);
    auto* buttons = new QHBoxLayout;
    m_install = make_button(tr("&Install the service"), Action::Install);
    m_remove = make_button(tr("&Remove the service"), Action::Remove);
    m_start = make_button(tr("Start it no&w"), Action::Start);
    m_stop = make_button(tr("S&top it now"), Action::Stop);
    for (auto* button : {m_install, m_remove, m_start, m_stop}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addLayout(buttons);
    m_outcome->setAccessibleDescription(tr("What became of it"));
    m_outcome->hide();
    layout->addWidget(m_outcome);
    ask(Action::Look, tr("Asking the service manager..."));
}

void ServicePanel::explain(ports::BackgroundService::Kind kind) {
    const auto say = [this](const QString& words) { layout()->addWidget(make_words(words, this)); };
    switch (kind) {
    case ports::BackgroundService::Kind::OfTheUser:
        say(tr("A background service works without the app: it starts at login, without icon and window, is started "
               "again after a crash, and goes on when the app is closed. The app then only shows what it does."));
        break;
    case ports::BackgroundService::Kind::OfTheMachine:
        say(tr("A background service works without the app: it starts with the machine, before anybody logs in, "
               "without icon and window, is started again after every failure, and goes on when you log out. The app "
               "then only shows what it does. To install and to remove it takes an administrator."));
        say(tr(
            "It suits a PC on which seldom anybody is logged in. On any other one let the app start at login "
            "instead: many graphics cards encode only in the session of somebody who has logged in, and a service "
            "sees neither keyboard and mouse nor what fills the screen unless the app runs beside it and tells it."));
        say(tr("Give it shares by their names in the network, such as \\\\nas\\videos: a service has no drive letters. "
               "If a share asks for a password, open Services in Windows, and under Framehand, Properties, Log On, "
               "name an account that may use the share."));
        break;
    }
}

QPushButton* ServicePanel::make_button(const QString& text, Action action) {
    auto* button = ui::make_button(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, action] { ask(action, tr("Please wait...")); });
    return button;
}

void ServicePanel::ask(Action action, const QString& words) {
    m_outcome->hide();
    for (auto* button : {m_install, m_remove, m_start, m_stop}) {
        button->setEnabled(false);
    }
    m_state->setText(words);
    m_services.service.ask(action, [panel = QPointer<ServicePanel>(this)](const ServiceCalls::Answer& answer) {
        if (panel) {
            panel->answered(answer);
        }
    });
}

void ServicePanel::answered(const ServiceCalls::Answer& answer) {
    show_state(answer.state);
    if (!answer.outcome) {
        m_outcome->setText(QString::fromStdString(answer.outcome.error().text()));
        m_outcome->show();
    }
}

void ServicePanel::show_state(const base::Result<ServiceState>& state) {
    if (!state) {
        m_state->setText(tr("A service cannot be used here: %1").arg(QString::fromStdString(state.error().text())));
        return;
    }
    QString words;
    const auto said = QString::fromStdString(state->said);
    switch (state->activity) {
    case ServiceState::Activity::Stopped:
        words = state->installed ? tr("The service is installed and does not run now.")
                                 : tr("The service is not installed.");
        break;
    case ServiceState::Activity::Starting:
        words = tr("The service is starting.");
        break;
    case ServiceState::Activity::Running:
        words = said.isEmpty() ? tr("The service runs.") : tr("The service runs: %1").arg(said);
        break;
    case ServiceState::Activity::Stopping:
        words = tr("The service is stopping.");
        break;
    case ServiceState::Activity::Failed:
        words = tr("The service has failed: %1").arg(said);
        break;
    }
    if (!state->advice.empty()) {
        words += QLatin1Char('\n') + QString::fromStdString(state->advice);
    }
    m_state->setText(words);
    const bool runs =
        state->activity == ServiceState::Activity::Running || state->activity == ServiceState::Activity::Starting;
    const auto enable = [](QPushButton* button, bool possible, const QString& why_not) {
        button->setEnabled(possible);
        button->setToolTip(possible ? QString() : why_not);
        button->setAccessibleDescription(button->toolTip());
    };
    enable(m_install, !state->installed, tr("It is installed already."));
    enable(m_remove, state->installed, tr("It is not installed."));
    enable(m_start, state->installed && !runs, runs ? tr("It runs already.") : tr("It must be installed first."));
    enable(m_stop, runs, tr("It does not run."));
}

} // namespace framehand::ui

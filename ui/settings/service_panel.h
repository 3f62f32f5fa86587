// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_services.h"

#include <QCoreApplication>
#include <QWidget>

class QLabel;
class QPushButton;

namespace framehand::ui {

/// The daemon as a background service: how it stands, and what can be done about it. What is done is done at once,
/// and to its end although this is closed.
class ServicePanel final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(ServicePanel)

public:
    /// `services` must outlive it.
    explicit ServicePanel(SettingsServices& services, QWidget* parent = nullptr);

private:
    void explain(ports::BackgroundService::Kind kind);
    [[nodiscard]] QPushButton* make_button(const QString& text, ServiceCalls::Action action);
    void ask(ServiceCalls::Action action, const QString& words);
    void answered(const ServiceCalls::Answer& answer);
    void show_state(const base::Result<ports::ServiceState>& state);

    SettingsServices& m_services;

    // All belong to this widget.
    QLabel* m_state;
    QLabel* m_outcome;
    QPushButton* m_install;
    QPushButton* m_remove;
    QPushButton* m_start;
    QPushButton* m_stop;
};

} // namespace framehand::ui

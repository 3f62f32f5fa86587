// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_services.h"

#include <QCoreApplication>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace framehand::ui {

/// The daemon as a background service: how it stands, and what can be done about it. What is done is done at once. The
/// service manager is asked away from the main thread.
class ServicePanel final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(ServicePanel)

public:
    /// `services` must outlive it.
    explicit ServicePanel(SettingsServices& services, QWidget* parent = nullptr);
    ~ServicePanel() override;
    ServicePanel(const ServicePanel&) = delete;
    ServicePanel& operator=(const ServicePanel&) = delete;

private:
    enum class Wish { Look, Install, Remove, Start, Stop };

    [[nodiscard]] QPushButton* make_button(const QString& text, Wish wish);
    void wish(Wish wish);
    void ask(Wish wish);
    void answered(Wish wish, const base::Status& outcome, const base::Result<ports::ServiceState>& state);
    void show_state(const base::Result<ports::ServiceState>& state);
    void set_busy(const QString& words);

    SettingsServices& m_services;

    // All belong to this widget.
    QLabel* m_state;
    QLabel* m_outcome;
    QPushButton* m_install;
    QPushButton* m_remove;
    QPushButton* m_start;
    QPushButton* m_stop;

    std::unique_ptr<ports::BackgroundTask> m_task; ///< last: its end waits for the work
};

} // namespace framehand::ui

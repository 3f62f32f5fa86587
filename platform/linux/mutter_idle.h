// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/input_idle.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>

namespace framehand::platform {

/// GNOME's compositor, on the session bus, asked again and again from the first look_every() on while it is there.
class MutterIdle final : public ports::InputIdle {
public:
    MutterIdle(const QDBusConnection& session_bus, const base::Clock& clock);

    [[nodiscard]] Report report() const override { return m_report; }

    void look_every(base::Duration interval) override;

private:
    void ask();
    void take(ports::Reading<base::Duration> idle);

    QDBusConnection m_bus;
    const base::Clock& m_clock;
    Report m_report;
    bool m_asking = false;
    base::Duration m_interval{0}; ///< 0 until somebody wants to know
    QTimer m_timer;               ///< runs while GNOME Shell does
    QDBusServiceWatcher m_service;
    QObject m_context; ///< last: its end drops the answer that is awaited
};

} // namespace framehand::platform

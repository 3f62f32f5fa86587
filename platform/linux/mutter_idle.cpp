// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/mutter_idle.h"

#include "platform/qt/dbus_absent.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace framehand::platform {

namespace {

using Idle = ports::Reading<base::Duration>;

const QString kService = QStringLiteral("org.gnome.Mutter.IdleMonitor");

} // namespace

MutterIdle::MutterIdle(const QDBusConnection& session_bus, const base::Clock& clock)
    : m_bus(session_bus), m_clock(clock), m_report{clock.steady(), Idle::unknown("GNOME Shell does not run")} {
    if (!m_bus.isConnected()) {
        m_report.idle = Idle::unknown("there is no D-Bus to ask GNOME Shell");
        return;
    }
    QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] { ask(); });
    m_service.setConnection(m_bus);
    m_service.setWatchMode(QDBusServiceWatcher::WatchForRegistration);
    m_service.addWatchedService(kService);
    QObject::connect(&m_service, &QDBusServiceWatcher::serviceRegistered, &m_context, [this] {
        if (m_interval > base::Duration{0}) {
            look_every(m_interval);
        }
    });
}

void MutterIdle::look_every(base::Duration interval) {
    m_interval = interval;
    if (m_bus.isConnected()) {
        m_timer.start(interval);
        ask();
    }
}

void MutterIdle::ask() {
    if (m_asking) {
        return; // it hangs: the report ages
    }
    m_asking = true;
    auto call =
        QDBusMessage::createMethodCall(kService, QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"),
                                       QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("GetIdletime"));
    call.setAutoStartService(false);
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), &m_context);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, &m_context, [this, answer] {
        const QDBusPendingReply<qulonglong> reply = *answer;
        answer->deleteLater();
        m_asking = false;
        if (!reply.isError()) {
            take(Idle::known(base::Duration{static_cast<base::Duration::rep>(reply.value())}));
        } else if (is_absent(reply.error())) {
            m_timer.stop();
            take(Idle::unknown("GNOME Shell does not run"));
        } else {
            take(Idle::unknown("GNOME Shell does not tell: " + reply.error().message().toStdString()));
        }
    });
}

void MutterIdle::take(ports::Reading<base::Duration> idle) {
    const auto before = std::exchange(m_report, Report{m_clock.steady(), std::move(idle)}).idle;
    const bool touched = before.value && m_report.idle.value && *m_report.idle.value < *before.value;
    const bool came_or_went = before.value.has_value() != m_report.idle.value.has_value();
    if ((touched || came_or_went) && on_change) {
        on_change();
    }
}

} // namespace framehand::platform

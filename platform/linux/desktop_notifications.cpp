// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/desktop_notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStringList>
#include <QVariantMap>

#include <utility>

namespace framehand::platform {

DesktopNotifications::DesktopNotifications(QDBusConnection session_bus, std::string desktop_entry, base::Logger logger)
    : m_bus(std::move(session_bus)), m_desktop_entry(std::move(desktop_entry)), m_logger(std::move(logger)) {
}

void DesktopNotifications::show(const ports::Notification& notification) {
    const auto service = QStringLiteral("org.freedesktop.Notifications");
    auto call = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"), service,
                                               QStringLiteral("Notify"));
    const bool critical = notification.urgency == ports::Notification::Urgency::Critical;
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(uchar(critical ? 2 : 1))},
                            {QStringLiteral("desktop-entry"), QString::fromStdString(m_desktop_entry)}};
    // The body is mark-up, and a film may be called anything.
    call << QStringLiteral("Framehand") << 0U << QString::fromStdString(m_desktop_entry)
         << QString::fromStdString(notification.title) << QString::fromStdString(notification.text).toHtmlEscaped()
         << QStringList() << hints << -1;
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), &m_context);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, &m_context, [this, answer] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        if (reply.isError()) {
            m_logger.debug("a notification cannot be shown", {{"error", reply.error().message().toStdString()}});
        }
    });
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/portal_color_scheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace framehand::platform {

namespace {

using Scheme = ports::Reading<ports::ColorScheme>;

QString service() {
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString path() {
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString interface() {
    return QStringLiteral("org.freedesktop.portal.Settings");
}

QString group() {
    return QStringLiteral("org.freedesktop.appearance");
}

QString key() {
    return QStringLiteral("color-scheme");
}

/// Read() wraps the value in a variant more than once.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

} // namespace

PortalColorScheme::PortalColorScheme(const QDBusConnection& session_bus)
    : m_preferred(Scheme::unknown("the desktop has not told it yet")),
      m_changes(session_bus, {service(), path(), interface(), QStringLiteral("SettingChanged")},
                [this](const QDBusMessage& signal) {
                    const auto arguments = signal.arguments();
                    if (arguments.size() == 3 && arguments[0].toString() == group() &&
                        arguments[1].toString() == key()) {
                        take(arguments[2]);
                    }
                }) {
    ask(session_bus);
}

void PortalColorScheme::ask(QDBusConnection bus) {
    auto call = QDBusMessage::createMethodCall(service(), path(), interface(), QStringLiteral("Read"));
    call << group() << key();
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call), &m_context);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, &m_context, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        if (reply.isError()) {
            m_preferred = Scheme::unknown("the desktop tells no colours: " + reply.error().message().toStdString());
        } else {
            take(QVariant::fromValue(reply.value()));
        }
    });
}

void PortalColorScheme::take(const QVariant& value) {
    bool is_number = false;
    const auto number = unwrapped(value).toUInt(&is_number);
    auto now = Scheme::unknown("the desktop has no preference");
    if (is_number && number == 1) {
        now = Scheme::known(ports::ColorScheme::Dark);
    } else if (is_number && number == 2) {
        now = Scheme::known(ports::ColorScheme::Light);
    }
    const bool same = now == m_preferred;
    m_preferred = std::move(now);
    if (!same && on_change) {
        on_change();
    }
}

} // namespace framehand::platform

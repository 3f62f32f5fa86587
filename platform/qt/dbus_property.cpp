// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/dbus_property.h"

#include "platform/qt/dbus_absent.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

namespace framehand::platform {

namespace {

const auto kProperties = QStringLiteral("org.freedesktop.DBus.Properties");

} // namespace

DbusProperty::DbusProperty(QDBusConnection bus, Place place, std::function<void()> on_change)
    : m_bus(std::move(bus)), m_place(std::move(place)), m_on_change(std::move(on_change)), m_value(absent()),
      m_watcher(m_place.service, m_bus, QDBusServiceWatcher::WatchForOwnerChange) {
    if (!m_bus.isConnected()) {
        m_value = ports::Reading<QVariant>::unknown("there is no D-Bus to ask " + m_place.people_call_it);
        return;
    }
    const auto again = [this](const QDBusMessage&) { ask(); };
    m_signals.push_back(std::make_unique<DbusSignal>(
        m_bus, DbusSignal::Source{m_place.service, m_place.path, kProperties, QStringLiteral("PropertiesChanged")},
        again));
    for (const auto& name : m_place.also_changed_by) {
        m_signals.push_back(std::make_unique<DbusSignal>(
            m_bus, DbusSignal::Source{m_place.service, m_place.path, m_place.interface, name}, again));
    }
    QObject::connect(
        &m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, &m_context,
        [this](const QString&, const QString&, const QString& owner) { owner.isEmpty() ? set(absent()) : ask(); });
    ask();
}

ports::Reading<QVariant> DbusProperty::absent() const {
    return ports::Reading<QVariant>::unknown(m_place.people_call_it + " does not run");
}

void DbusProperty::ask() {
    auto call = QDBusMessage::createMethodCall(m_place.service, m_place.path, kProperties, QStringLiteral("Get"));
    call << m_place.interface << m_place.name;
    call.setAutoStartService(false);
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), &m_context);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, &m_context, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        if (!reply.isError()) {
            set(ports::Reading<QVariant>::known(reply.value().variant()));
        } else if (is_absent(reply.error())) {
            set(absent());
        } else {
            set(ports::Reading<QVariant>::unknown(m_place.people_call_it +
                                                  " does not tell: " + reply.error().message().toStdString()));
        }
    });
}

void DbusProperty::set(ports::Reading<QVariant> value) {
    if (value == m_value) {
        return;
    }
    m_value = std::move(value);
    if (m_on_change) {
        m_on_change();
    }
}

ports::Reading<int> DbusProperty::number() const {
    bool is_number = false;
    const int number = m_value.value ? m_value.value->toInt(&is_number) : 0;
    if (is_number) {
        return ports::Reading<int>::known(number);
    }
    return ports::Reading<int>::unknown(m_value.value ? m_place.people_call_it + " tells no number"
                                                      : m_value.why_unknown);
}

ports::Reading<bool> DbusProperty::truth() const {
    if (m_value.value && m_value.value->typeId() == QMetaType::Bool) {
        return ports::Reading<bool>::known(m_value.value->toBool());
    }
    return ports::Reading<bool>::unknown(m_value.value ? m_place.people_call_it + " tells neither yes nor no"
                                                       : m_value.why_unknown);
}

} // namespace framehand::platform

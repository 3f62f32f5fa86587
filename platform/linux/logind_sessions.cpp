// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/logind_sessions.h"

#include "platform/qt/dbus_absent.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <utility>

namespace framehand::platform {

namespace {

const auto kService = QStringLiteral("org.freedesktop.login1");
const auto kManagerPath = QStringLiteral("/org/freedesktop/login1");
const auto kManager = QStringLiteral("org.freedesktop.login1.Manager");
const auto kSession = QStringLiteral("org.freedesktop.login1.Session");
const auto kProperties = QStringLiteral("org.freedesktop.DBus.Properties");

/// Longer than any setting asks for.
constexpr base::Duration kVeryLong{24 * 3'600'000};

std::vector<QString> paths_of(const QDBusMessage& answer) {
    std::vector<QString> paths;
    if (answer.signature() != QStringLiteral("a(susso)")) {
        return paths;
    }
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString id;
        QString user;
        QString seat;
        quint32 user_id = 0;
        QDBusObjectPath path;
        list.beginStructure();
        list >> id >> user_id >> user >> seat >> path;
        list.endStructure();
        paths.push_back(path.path());
    }
    list.endArray();
    return paths;
}

} // namespace

LogindSessions::LogindSessions(const QDBusConnection& system_bus, const base::Clock& clock)
    : m_bus(system_bus), m_clock(clock), m_why_unknown("logind does not run"),
      m_watcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange), m_asked(std::make_unique<QObject>()) {
    if (!m_bus.isConnected()) {
        m_why_unknown = "there is no D-Bus to ask logind";
        return;
    }
    const auto again = [this](const QDBusMessage&) { list(); };
    for (const auto& name : {QStringLiteral("SessionNew"), QStringLiteral("SessionRemoved")}) {
        m_signals.push_back(
            std::make_unique<DbusSignal>(m_bus, DbusSignal::Source{kService, kManagerPath, kManager, name}, again));
    }
    m_signals.push_back(std::make_unique<DbusSignal>(
        m_bus, DbusSignal::Source{kService, {}, kProperties, QStringLiteral("PropertiesChanged")},
        [this](const QDBusMessage& signal) {
            if (m_sessions.contains(signal.path())) {
                ask(signal.path());
            }
        }));
    QObject::connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, &m_watcher,
                     [this](const QString&, const QString&, const QString& owner) {
                         if (!owner.isEmpty()) {
                             list();
                             return;
                         }
                         // What it was asked last is answered with errors now, which say nothing of sessions.
                         m_asked = std::make_unique<QObject>();
                         m_awaited = 0;
                         absent("logind does not run");
                     });
    list();
}

void LogindSessions::list() {
    m_asked = std::make_unique<QObject>();
    m_awaited = 0;
    auto call = QDBusMessage::createMethodCall(kService, kManagerPath, kManager, QStringLiteral("ListSessions"));
    call.setAutoStartService(false);
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), m_asked.get());
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, m_asked.get(), [this, answer] {
        const auto reply = answer->reply();
        answer->deleteLater();
        if (reply.type() != QDBusMessage::ReplyMessage) {
            const auto error = QDBusError(reply);
            absent(is_absent(error) ? "logind does not run" : "logind does not tell: " + error.message().toStdString());
            return;
        }
        m_sessions.clear();
        for (const auto& path : paths_of(reply)) {
            m_sessions.emplace(path, Session{});
            ask(path);
        }
        if (m_awaited == 0) {
            changed();
        }
    });
}

void LogindSessions::ask(const QString& path) {
    auto call = QDBusMessage::createMethodCall(kService, path, kProperties, QStringLiteral("GetAll"));
    call << kSession;
    call.setAutoStartService(false);
    ++m_awaited;
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), m_asked.get());
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, m_asked.get(), [this, answer, path] {
        const QDBusPendingReply<QVariantMap> reply = *answer;
        answer->deleteLater();
        --m_awaited;
        if (reply.isError()) {
            m_sessions.erase(path); // it ended meanwhile
        } else {
            take(path, reply.value());
        }
        if (m_awaited == 0) {
            changed();
        }
    });
}

void LogindSessions::take(const QString& path, const QVariantMap& properties) {
    const auto kind = properties.value(QStringLiteral("Type")).toString();
    const auto of = properties.value(QStringLiteral("Class")).toString();
    Session session;
    session.person = of.isEmpty() || of.startsWith(QStringLiteral("user"));
    session.graphical =
        kind == QStringLiteral("x11") || kind == QStringLiteral("wayland") || kind == QStringLiteral("mir");
    session.idle = properties.value(QStringLiteral("IdleHint")).toBool();
    const auto microseconds = properties.value(QStringLiteral("IdleSinceHint")).toULongLong();
    session.idle_since = base::WallTime{base::Duration{static_cast<base::Duration::rep>(microseconds / 1000)}};
    m_sessions.insert_or_assign(path, session);
}

void LogindSessions::absent(std::string why) {
    m_why_unknown = std::move(why);
    m_sessions.clear();
    if (on_change) {
        on_change();
    }
}

void LogindSessions::changed() {
    m_why_unknown.clear();
    if (on_change) {
        on_change();
    }
}

ports::Reading<bool> LogindSessions::session_exists() const {
    if (!m_why_unknown.empty()) {
        return ports::Reading<bool>::unknown(m_why_unknown);
    }
    return ports::Reading<bool>::known(std::ranges::any_of(
        m_sessions, [](const auto& entry) { return entry.second.person && entry.second.graphical; }));
}

ports::InputIdle::Report LogindSessions::report() const {
    using Idle = ports::Reading<base::Duration>;
    const auto now = m_clock.steady();
    if (!m_why_unknown.empty()) {
        return {now, Idle::unknown(m_why_unknown)};
    }
    auto shortest = kVeryLong;
    for (const auto& [path, session] : m_sessions) {
        if (!session.person) {
            continue;
        }
        if (!session.idle) {
            return {now, Idle::unknown("logind knows of a session that is not idle")};
        }
        shortest = std::min(shortest, std::max(base::Duration{0}, m_clock.wall() - session.idle_since));
    }
    return {now, Idle::known(shortest)};
}

} // namespace framehand::platform

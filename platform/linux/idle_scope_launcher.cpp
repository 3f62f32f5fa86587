// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/idle_scope_launcher.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <utility>

namespace framehand::platform {

// In systemd's D-Bus API, org.freedesktop.systemd1(5): (sv) and (sa(sv)). Their operators must be found by Qt.
struct UnitProperty {
    QString name;
    QDBusVariant value;
};

struct AuxiliaryUnit {
    QString name;
    QList<UnitProperty> properties;
};

static QDBusArgument& operator<<(QDBusArgument& out, const UnitProperty& property) {
    out.beginStructure();
    out << property.name << property.value;
    out.endStructure();
    return out;
}

static const QDBusArgument& operator>>(const QDBusArgument& in, UnitProperty& property) {
    in.beginStructure();
    in >> property.name >> property.value;
    in.endStructure();
    return in;
}

static QDBusArgument& operator<<(QDBusArgument& out, const AuxiliaryUnit& unit) {
    out.beginStructure();
    out << unit.name << unit.properties;
    out.endStructure();
    return out;
}

static const QDBusArgument& operator>>(const QDBusArgument& in, AuxiliaryUnit& unit) {
    in.beginStructure();
    in >> unit.name >> unit.properties;
    in.endStructure();
    return in;
}

namespace {

// What "idle" is on the bus.
constexpr qulonglong kIdleWeight = 0;

} // namespace

bool is_in_unit(std::string_view cgroups, std::string_view unit) {
    const auto part = "/" + std::string(unit);
    for (auto at = cgroups.find(part); at != std::string_view::npos; at = cgroups.find(part, at + 1)) {
        const auto end = at + part.size();
        if (end == cgroups.size() || cgroups[end] == '/' || cgroups[end] == '\n') {
            return true;
        }
    }
    return false;
}

std::string own_cgroups() {
    std::ifstream in("/proc/self/cgroup");
    return {std::istreambuf_iterator<char>(in), {}};
}

IdleScopeLauncher::IdleScopeLauncher(ports::ChildProcessLauncher& launcher, QDBusConnection session_bus,
                                     base::Logger logger)
    : m_launcher(launcher), m_bus(std::move(session_bus)), m_logger(std::move(logger)) {
    qDBusRegisterMetaType<UnitProperty>();
    qDBusRegisterMetaType<QList<UnitProperty>>();
    qDBusRegisterMetaType<AuxiliaryUnit>();
    qDBusRegisterMetaType<QList<AuxiliaryUnit>>();
}

std::unique_ptr<ports::ChildProcess> IdleScopeLauncher::start(ports::ChildProcessRequest request) {
    const bool idle = request.priority == ports::ChildProcessRequest::Priority::Idle;
    auto child = m_launcher.start(std::move(request));
    if (idle && child->process_id() > 0 && m_bus.isConnected()) {
        put_in_scope(child->process_id());
    }
    return child;
}

void IdleScopeLauncher::put_in_scope(std::int64_t process_id) {
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.systemd1"), QStringLiteral("/org/freedesktop/systemd1"),
        QStringLiteral("org.freedesktop.systemd1.Manager"), QStringLiteral("StartTransientUnit"));
    call.setAutoStartService(false);
    QList<UnitProperty> properties;
    properties.append({QStringLiteral("Description"), QDBusVariant(QStringLiteral("Framehand transcoder"))});
    properties.append(
        {QStringLiteral("PIDs"), QDBusVariant(QVariant::fromValue(QList<uint>{static_cast<uint>(process_id)}))});
    properties.append({QStringLiteral("CPUWeight"), QDBusVariant(QVariant::fromValue(kIdleWeight))});
    properties.append({QStringLiteral("CollectMode"), QDBusVariant(QStringLiteral("inactive-or-failed"))});
    call << QStringLiteral("framehand-transcoder-%1.scope").arg(process_id) << QStringLiteral("fail")
         << QVariant::fromValue(properties) << QVariant::fromValue(QList<AuxiliaryUnit>());
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call));
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, answer, [answer, logger = m_logger] {
        const QDBusPendingReply<> reply = *answer;
        if (reply.isError()) {
            logger.debug("the transcoder has no control group of its own",
                         {{"error", reply.error().message().toStdString()}});
        }
        answer->deleteLater();
    });
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/logind_sleep_guard.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <utility>

namespace framehand::platform {

namespace {

const auto kService = QStringLiteral("org.freedesktop.login1");
const auto kPath = QStringLiteral("/org/freedesktop/login1");
const auto kManager = QStringLiteral("org.freedesktop.login1.Manager");

/// The machine stays awake while the descriptor that logind gives is open.
class LogindHold final : public ports::SleepGuard::Hold {
public:
    LogindHold(const QDBusConnection& bus, const std::string& why, const base::Logger& logger) {
        auto call = QDBusMessage::createMethodCall(kService, kPath, kManager, QStringLiteral("Inhibit"));
        call << QStringLiteral("idle") << QStringLiteral("Framehand") << QString::fromStdString(why)
             << QStringLiteral("block");
        call.setAutoStartService(false);
        auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call), &m_context);
        QObject::connect(answer, &QDBusPendingCallWatcher::finished, &m_context, [this, answer, logger] {
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
            answer->deleteLater();
            if (reply.isError()) {
                logger.debug("the machine cannot be kept awake", {{"error", reply.error().message().toStdString()}});
                return;
            }
            m_inhibitor = reply.value();
        });
    }

private:
    QDBusUnixFileDescriptor m_inhibitor;
    QObject m_context; ///< last: its end drops the answer that is awaited
};

} // namespace

LogindSleepGuard::LogindSleepGuard(const QDBusConnection& system_bus, base::Logger logger)
    : m_bus(system_bus), m_logger(std::move(logger)),
      m_sleep(m_bus, {kService, kPath, kManager, QStringLiteral("PrepareForSleep")},
              [this](const QDBusMessage& signal) {
                  const bool wakes = !signal.arguments().isEmpty() && !signal.arguments().constFirst().toBool();
                  if (wakes && on_wake) {
                      on_wake();
                  }
              }) {
}

std::unique_ptr<ports::SleepGuard::Hold> LogindSleepGuard::stay_awake(const std::string& why) {
    return std::make_unique<LogindHold>(m_bus, why, m_logger);
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/dbus_signal.h"

#include <utility>

namespace framehand::platform {

DbusSignal::DbusSignal(QDBusConnection bus, const Source& source, std::function<void(const QDBusMessage&)> on_signal)
    : m_on_signal(std::move(on_signal)) {
    // What cannot be connected stays silent, as a service that is not there does.
    (void)bus.connect(source.service, source.path, source.interface, source.name, this, SLOT(arrived(QDBusMessage)));
}

void DbusSignal::arrived(const QDBusMessage& message) {
    m_on_signal(message);
}

} // namespace framehand::platform

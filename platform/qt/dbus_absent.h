// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusError>

namespace framehand::platform {

/// Whether an error only says that nobody offers the service now.
[[nodiscard]] inline bool is_absent(const QDBusError& error) {
    return error.type() == QDBusError::ServiceUnknown ||
           error.name() == QStringLiteral("org.freedesktop.DBus.Error.NameHasNoOwner");
}

} // namespace framehand::platform

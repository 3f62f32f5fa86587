// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/own_session.h"

#include <QProcess>

#include <unistd.h>

namespace framehand::platform {

void lead_own_session(QProcess& process) {
    process.setChildProcessModifier([] { ::setsid(); });
}

} // namespace framehand::platform

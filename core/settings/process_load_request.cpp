// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_loader.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QSysInfo>

namespace framehand::settings {

LoadRequest load_request_of_this_process(const DirsRule& rule) {
    LoadRequest request;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        request.environment[name.toStdString()] = environment.value(name).toStdString();
    }
    request.dirs = rule(request.environment, QDir::homePath().toStdString(), QDir::currentPath().toStdString());
    request.host_name = QSysInfo::machineHostName().toStdString();
    return request;
}

} // namespace framehand::settings

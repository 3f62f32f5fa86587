// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/finished_program.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace framehand::platform {

base::Result<FinishedProgram> run_program(const std::vector<std::string>& command, base::Duration limit) {
    QStringList arguments;
    for (std::size_t i = 1; i < command.size(); ++i) {
        arguments << QString::fromStdString(command[i]);
    }
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QString::fromStdString(command.front()), arguments, QIODevice::ReadOnly);
    const auto name = command.front();
    if (!process.waitForStarted()) {
        return base::fail(base::ErrorCode::Unsupported, "this machine has no " + name,
                          process.errorString().toStdString());
    }
    if (!process.waitForFinished(static_cast<int>(limit.count()))) {
        process.kill();
        process.waitForFinished();
        return base::fail(base::ErrorCode::Timeout,
                          name + " did not answer within " + std::to_string(limit.count() / 1000) + " s");
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        return base::fail(base::ErrorCode::Internal, name + " crashed");
    }
    return FinishedProgram{process.exitCode(), process.readAllStandardOutput().toStdString(),
                           process.readAllStandardError().toStdString()};
}

} // namespace framehand::platform

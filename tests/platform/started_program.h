// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace framehand::test {

/// A real program that a test needs beside it; asked to end with the test, and killed if it does not.
class StartedProgram {
public:
    /// `environment`: "NAME=value" on top of this process's own.
    explicit StartedProgram(const QString& program, const QStringList& arguments = {},
                            const QStringList& environment = {});
    ~StartedProgram();
    StartedProgram(const StartedProgram&) = delete;
    StartedProgram& operator=(const StartedProgram&) = delete;

    /// The first line that it prints; fails the test if none comes.
    [[nodiscard]] QByteArray first_line();
    void kill();

    [[nodiscard]] QProcess& process() { return m_process; }

private:
    QProcess m_process;
};

/// Runs a program to its end; fails the test if it does not succeed.
void run_program(const QString& program, const QStringList& arguments, const QStringList& environment = {});

} // namespace framehand::test

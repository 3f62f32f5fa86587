// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/started_program.h"

#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

namespace framehand::test {

namespace {

QProcessEnvironment with(const QStringList& environment) {
    auto all = QProcessEnvironment::systemEnvironment();
    for (const auto& entry : environment) {
        all.insert(entry.section(QLatin1Char('='), 0, 0), entry.section(QLatin1Char('='), 1));
    }
    return all;
}

} // namespace

StartedProgram::StartedProgram(const QString& program, const QStringList& arguments, const QStringList& environment) {
    m_process.setProcessEnvironment(with(environment));
    m_process.start(program, arguments);
    EXPECT_TRUE(m_process.waitForStarted()) << program.toStdString() << ": " << m_process.errorString().toStdString();
}

StartedProgram::~StartedProgram() {
    constexpr int kToLeaveMs = 5'000;
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate(); // who is killed leaves sockets and locks behind
        m_process.waitForFinished(kToLeaveMs);
    }
    kill();
}

void StartedProgram::kill() {
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QByteArray StartedProgram::first_line() {
    EXPECT_TRUE(wait_for([this] { return m_process.canReadLine(); })) << m_process.readAllStandardError().toStdString();
    return m_process.readLine().trimmed();
}

void run_program(const QString& program, const QStringList& arguments, const QStringList& environment) {
    StartedProgram started(program, arguments, environment);
    ASSERT_TRUE(wait_for([&] { return started.process().state() == QProcess::NotRunning; }));
    EXPECT_EQ(started.process().exitCode(), 0)
        << program.toStdString() << started.process().readAllStandardError().toStdString();
}

} // namespace framehand::test

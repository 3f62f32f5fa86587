// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/own_session.h"

#include <QProcess>
#include <gtest/gtest.h>

#include <unistd.h>

namespace framehand::platform {
namespace {

TEST(OwnSession, IsThatOfTheProgramAndNotOfItsParent) {
    QProcess program;
    program.setProgram(QStringLiteral("cat"));
    lead_own_session(program);
    program.start();
    ASSERT_TRUE(program.waitForStarted());
    const auto pid = static_cast<pid_t>(program.processId());
    EXPECT_EQ(::getsid(pid), pid);
    program.closeWriteChannel();
    EXPECT_TRUE(program.waitForFinished());
    EXPECT_EQ(program.exitCode(), 0);
}

} // namespace
} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

namespace framehand::test {

/// Runs the event loop until the condition holds; false if that takes longer than a test may.
template <typename Condition>
bool wait_for(Condition condition) {
    QDeadlineTimer deadline(30'000);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

/// What the service manager is told.
class Manager {
public:
    ServiceProgress::Report report() {
        return [this](const SERVICE_STATUS& status) {
            const std::scoped_lock lock(m_mutex);
            m_told.push_back(status);
            m_more.notify_all();
        };
    }

    std::vector<DWORD> states() {
        const std::scoped_lock lock(m_mutex);
        std::vector<DWORD> states;
        for (const auto& status : m_told) {
            states.push_back(status.dwCurrentState);
        }
        return states;
    }

    SERVICE_STATUS last() {
        const std::scoped_lock lock(m_mutex);
        return m_told.back();
    }

    bool wait_for_checkpoint(DWORD checkpoint) {
        std::unique_lock lock(m_mutex);
        return m_more.wait_for(lock, 30s, [&] { return m_told.back().dwCheckPoint >= checkpoint; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::vector<SERVICE_STATUS> m_told;
};

constexpr base::Duration kNever = 1h;

TEST(ServiceProgress, GoesFromStartToStop) {
    Manager manager;
    ServiceProgress progress(manager.report(), kNever);
    EXPECT_EQ(manager.last().dwControlsAccepted, 0U);
    EXPECT_GT(manager.last().dwWaitHint, 0U);
    progress.running();
    EXPECT_EQ(manager.last().dwControlsAccepted & SERVICE_ACCEPT_STOP, DWORD(SERVICE_ACCEPT_STOP));
    EXPECT_EQ(manager.last().dwCheckPoint, 0U);
    progress.running();
    progress.stopping();
    EXPECT_EQ(manager.last().dwControlsAccepted, 0U);
    progress.stopping();
    progress.running();
    progress.stopped(0);
    progress.stopped(1);
    EXPECT_THAT(manager.states(),
                ElementsAre(SERVICE_START_PENDING, SERVICE_RUNNING, SERVICE_STOP_PENDING, SERVICE_STOPPED));
    EXPECT_EQ(manager.last().dwWin32ExitCode, DWORD(NO_ERROR));
}

TEST(ServiceProgress, PausesAndContinues) {
    Manager manager;
    ServiceProgress progress(manager.report(), kNever);
    progress.pausing(); // not before it runs
    progress.running();
    progress.pausing();
    progress.paused();
    progress.running(); // a daemon that is built anew says so while it is paused
    progress.continuing();
    progress.continued();
    EXPECT_THAT(manager.states(), ElementsAre(SERVICE_START_PENDING, SERVICE_RUNNING, SERVICE_PAUSE_PENDING,
                                              SERVICE_PAUSED, SERVICE_CONTINUE_PENDING, SERVICE_RUNNING));
}

TEST(ServiceProgress, AWishThatIsOvertakenByTheStopComesToNothing) {
    Manager manager;
    ServiceProgress progress(manager.report(), kNever);
    progress.running();
    progress.pausing();
    progress.stopping();
    progress.paused();
    EXPECT_EQ(progress.state(), DWORD(SERVICE_STOP_PENDING));
}

TEST(ServiceProgress, AFailureHasItsExitCode) {
    Manager manager;
    ServiceProgress progress(manager.report(), kNever);
    progress.stopped(7);
    EXPECT_EQ(manager.last().dwWin32ExitCode, DWORD(ERROR_SERVICE_SPECIFIC_ERROR));
    EXPECT_EQ(manager.last().dwServiceSpecificExitCode, 7U);
}

TEST(ServiceProgress, CountsCheckpointsWhileSomethingIsPending) {
    Manager manager;
    ServiceProgress progress(manager.report(), 1ms);
    EXPECT_TRUE(manager.wait_for_checkpoint(4));
    progress.running();
    EXPECT_EQ(manager.last().dwCheckPoint, 0U);
    progress.stopping();
    EXPECT_TRUE(manager.wait_for_checkpoint(3));
}

} // namespace
} // namespace framehand::platform

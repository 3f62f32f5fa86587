// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/termination_signals.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <csignal>

namespace framehand::platform {
namespace {

using test::wait_for;

TEST(TerminationSignals, TheFirstIsACallOnThisThread) {
    int calls = 0;
    const TerminationSignals signals([&] { ++calls; });
    ASSERT_EQ(::raise(SIGTERM), 0);
    EXPECT_TRUE(wait_for([&] { return calls > 0; }));
    EXPECT_EQ(calls, 1);
}

TEST(TerminationSignalsDeathTest, TheSecondEndsTheProcessAtOnce) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            const TerminationSignals signals([] {});
            ::raise(SIGINT);
            ::raise(SIGTERM);
        },
        testing::ExitedWithCode(128 + SIGTERM), "");
}

TEST(TerminationSignalsDeathTest, TheDefaultActionIsBackAfterwards) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            {
                const TerminationSignals signals([] {});
            }
            ::raise(SIGTERM);
        },
        testing::KilledBySignal(SIGTERM), "");
}

} // namespace
} // namespace framehand::platform

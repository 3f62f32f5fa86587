// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_progress.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

TEST(BullProgress, RisesThroughTheNumbersThatClientsKnow) {
    std::vector<int> told;
    const auto tell = [&told](const std::vector<int>& steps) { told.insert(told.end(), steps.begin(), steps.end()); };
    const auto last = [&told] { return told.empty() ? 0 : told.back(); };
    for (const double percent : {0.0, 0.0, 0.4, 25.0, 24.0, 50.0, 50.1, 99.9, 100.0, 100.0}) {
        tell(bull_progress_steps(last(), percent));
    }
    tell(bull_last_steps(last()));
    EXPECT_EQ(told, (std::vector<int>{10, 20, 35, 50, 79, 80, 85, 95, 100}));
}

TEST(BullProgress, GoesOnWhereTheProgramBeforeStopped) {
    EXPECT_EQ(bull_progress_steps(60, 3), (std::vector<int>{}));
    EXPECT_EQ(bull_progress_steps(60, 80), (std::vector<int>{68}));
    EXPECT_EQ(bull_last_steps(95), (std::vector<int>{100}));
    EXPECT_EQ(bull_last_steps(100), (std::vector<int>{}));
}

} // namespace
} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_state.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <utility>

namespace framehand::jobs {
namespace {

using enum JobState;

constexpr std::array kAll{Queued, Processing, Completed, Failed, Cancelled};

TEST(JobState, NamesAreStableAndGoThereAndBack) {
    EXPECT_EQ(to_string(Queued), "QUEUED");
    EXPECT_EQ(to_string(Processing), "PROCESSING");
    EXPECT_EQ(to_string(Completed), "COMPLETED");
    EXPECT_EQ(to_string(Failed), "FAILED");
    EXPECT_EQ(to_string(Cancelled), "CANCELLED");
    for (const JobState state : kAll) {
        EXPECT_EQ(job_state_from_string(to_string(state)), state);
    }
    EXPECT_EQ(job_state_from_string("queued"), std::nullopt);
    EXPECT_EQ(job_state_from_string(""), std::nullopt);
}

// The picture in the header, written out: every move that is not in it is refused.
TEST(JobState, MovesAsDocumentedAndNoOtherWay) {
    const std::set<std::pair<JobState, JobState>> allowed{
        {Queued, Processing}, {Processing, Completed}, {Processing, Failed}, {Processing, Queued},
        {Queued, Completed},  {Queued, Failed},        {Queued, Cancelled},  {Processing, Cancelled},
        {Failed, Queued},     {Cancelled, Queued},
    };
    for (const JobState from : kAll) {
        for (const JobState to : kAll) {
            EXPECT_EQ(can_move(from, to), allowed.contains({from, to})) << to_string(from) << " -> " << to_string(to);
        }
    }
}

TEST(JobState, KnowsItsEnds) {
    EXPECT_FALSE(is_terminal(Queued));
    EXPECT_FALSE(is_terminal(Processing));
    EXPECT_TRUE(is_terminal(Completed));
    EXPECT_TRUE(is_terminal(Failed));
    EXPECT_TRUE(is_terminal(Cancelled));
}

} // namespace
} // namespace framehand::jobs

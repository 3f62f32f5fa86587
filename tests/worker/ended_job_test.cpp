// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/ended_job.h"

#include <gtest/gtest.h>

namespace framehand::worker {
namespace {

TEST(EndedJob, EachStateHasANameThatLeadsBackToIt) {
    using State = EndedJob::State;
    for (const auto state : {State::Completed, State::Failed, State::Cancelled, State::Returned}) {
        EXPECT_EQ(ended_state_from_string(to_string(state)), state);
    }
    EXPECT_FALSE(ended_state_from_string("QUEUED"));
    EXPECT_FALSE(ended_state_from_string(""));
}

TEST(EndedJob, ATitleIsTheFilesNameWithoutItsEnding) {
    EXPECT_EQ(title_of("movies/Sintel (2010).mkv"), "Sintel (2010)");
    EXPECT_EQ(title_of("Mr. Robot"), "Mr. Robot");
    EXPECT_EQ(title_of("a/.mkv"), ".mkv");
    EXPECT_EQ(title_of("folder/"), "folder/");
    EXPECT_EQ(title_of(""), "");
}

} // namespace
} // namespace framehand::worker

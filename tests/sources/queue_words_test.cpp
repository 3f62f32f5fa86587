// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/queue_words.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

TEST(QueueWords, SayHowMuchWaitsAndIsBeingDone) {
    EXPECT_EQ(queue_words({}), "empty");
    EXPECT_EQ(queue_words({.waiting = 1}), "1 job waits");
    EXPECT_EQ(queue_words({.waiting = 12, .running = 1}), "12 jobs wait, 1 is being done");
    EXPECT_EQ(queue_words({.running = 2}), "no job waits, 2 are being done");
    EXPECT_EQ(queue_words({.delayed = 3}), "no job waits, 3 wait for their time");
    EXPECT_EQ(queue_words({.waiting = 2, .delayed = 1, .failed = 4}),
              "2 jobs wait, 1 waits for its time, 4 have failed");
}

TEST(QueueWords, CountThings) {
    EXPECT_EQ(counted(0, "message"), "0 messages");
    EXPECT_EQ(counted(1, "message"), "1 message");
}

} // namespace
} // namespace framehand::sources

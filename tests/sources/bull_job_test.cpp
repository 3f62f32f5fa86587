// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_job.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;

TEST(BullJob, ReadsTheHashOfBullMq) {
    const auto job = bull_job("7", {{"name", "transcode"},
                                    {"data", R"({"videoId":"v"})"},
                                    {"opts", R"({"attempts":3,"fpof":true})"},
                                    {"ats", "3"},
                                    {"atm", "2"},
                                    {"stacktrace", R"(["Error: a"])"},
                                    {"defa", "job stalled more than allowable limit"}});
    EXPECT_EQ(job.id, "7");
    EXPECT_EQ(job.data, (Json{{"videoId", "v"}}));
    EXPECT_EQ(job.opts, (Json{{"attempts", 3}, {"fpof", true}}));
    EXPECT_EQ(job.attempts_made, 2);
    EXPECT_EQ(job.stacktrace, Json::array({"Error: a"}));
    EXPECT_EQ(job.deferred_failure, "job stalled more than allowable limit");
}

TEST(BullJob, ReadsTheHashOfBull) {
    const auto job = bull_job("7", {{"data", "{}"}, {"opts", "{}"}, {"attemptsMade", "1"}, {"stacktrace", "null"}});
    EXPECT_EQ(job.attempts_made, 1);
    EXPECT_EQ(job.stacktrace, Json::array());
}

TEST(BullJob, WhatIsNoJsonIsEmpty) {
    const auto job = bull_job("7", {{"data", "{broken"}, {"opts", "[1]"}, {"atm", "many"}, {"stacktrace", "{"}});
    EXPECT_TRUE(job.data.is_null());
    EXPECT_EQ(job.opts, Json::object());
    EXPECT_EQ(job.attempts_made, 0);
    EXPECT_EQ(job.stacktrace, Json::array());
}

TEST(BullJob, OfAMissingHashNothingIsKnown) {
    const auto job = bull_job("7", {{"processedOn", "1"}, {"ats", "1"}});
    EXPECT_TRUE(job.data.is_null());
    EXPECT_TRUE(job.opts.is_object());
}

TEST(BullJob, CountsAttemptsWithinReason) {
    EXPECT_EQ(bull_job("7", {{"atm", "9223372036854775807"}}).attempts_made, kMostBullAttempts);
    EXPECT_EQ(bull_job("7", {{"atm", "-3"}}).attempts_made, 0);
}

} // namespace
} // namespace framehand::sources

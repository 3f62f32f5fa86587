// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_options.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Duration;
using base::Json;

double half() {
    return 0.5;
}

std::vector<std::int64_t> delays(BullKind kind, const Json& opts, int attempts) {
    std::vector<std::int64_t> all;
    for (int made = 0; made < attempts; ++made) {
        const auto delay = bull_retry_delay(kind, opts, made, half);
        all.push_back(delay ? delay->count() : -1);
    }
    return all;
}

TEST(BullOptions, AnExponentialBackoffGrowsAsEachLibraryComputesIt) {
    const Json opts{{"attempts", 4}, {"backoff", {{"type", "exponential"}, {"delay", 5000}}}};
    EXPECT_EQ(delays(BullKind::BullMq, opts, 4), (std::vector<std::int64_t>{5000, 10000, 20000, -1}));
    EXPECT_EQ(delays(BullKind::Bull, opts, 4), (std::vector<std::int64_t>{5000, 15000, 35000, -1}));
}

TEST(BullOptions, AFixedBackoffIsANumberOrAnObject) {
    EXPECT_EQ(delays(BullKind::BullMq, {{"attempts", 3}, {"backoff", 700}}, 3),
              (std::vector<std::int64_t>{700, 700, -1}));
    const Json object{{"attempts", 3}, {"backoff", {{"type", "fixed"}, {"delay", 700}}}};
    EXPECT_EQ(delays(BullKind::Bull, object, 3), (std::vector<std::int64_t>{700, 700, -1}));
}

TEST(BullOptions, WithoutABackoffItIsTriedAgainAtOnce) {
    EXPECT_EQ(delays(BullKind::BullMq, {{"attempts", 2}}, 2), (std::vector<std::int64_t>{0, -1}));
    EXPECT_EQ(delays(BullKind::Bull, {{"attempts", 2}, {"backoff", nullptr}}, 2), (std::vector<std::int64_t>{0, -1}));
}

TEST(BullOptions, WithoutAttemptsThereIsOne) {
    EXPECT_EQ(delays(BullKind::BullMq, Json::object(), 1), (std::vector<std::int64_t>{-1}));
    EXPECT_EQ(delays(BullKind::Bull, Json::object(), 1), (std::vector<std::int64_t>{-1}));
    EXPECT_EQ(bull_attempts(BullKind::BullMq, Json::object()), 0);
    EXPECT_EQ(bull_attempts(BullKind::Bull, Json::object()), 1);
}

TEST(BullOptions, JitterLiesWithinItsPartOfTheDelay) {
    const Json opts{{"attempts", 9}, {"backoff", {{"type", "exponential"}, {"delay", 1000}, {"jitter", 0.5}}}};
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, opts, 1, [] { return 0.0; }), Duration{1000});
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, opts, 1, half), Duration{1500});
    EXPECT_EQ(bull_retry_delay(BullKind::Bull, opts, 1, half), Duration{3000}) << "Bull knows no jitter";
}

TEST(BullOptions, AbsurdBackoffsStayWithinAWeek) {
    const Json opts{{"attempts", 5000}, {"backoff", {{"type", "exponential"}, {"delay", 1e12}}}};
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, opts, 4000, half), Duration{7LL * 24 * 3600 * 1000});
    const Json negative{{"attempts", 2}, {"backoff", -5}};
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, negative, 0, half), Duration{0});
}

TEST(BullOptions, ABackoffThatOnlyTheProducerKnowsWaitsItsDelay) {
    const Json opts{{"attempts", 5}, {"backoff", {{"type", "moonphase"}, {"delay", 400}}}};
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, opts, 2, half), Duration{400});
}

TEST(BullOptions, WhatIsKeptIsWhatTheOptionSays) {
    EXPECT_EQ(bull_keep_jobs(Json::object(), "removeOnComplete"), (Json{{"count", -1}}));
    EXPECT_EQ(bull_keep_jobs({{"removeOnComplete", false}}, "removeOnComplete"), (Json{{"count", -1}}));
    EXPECT_EQ(bull_keep_jobs({{"removeOnComplete", true}}, "removeOnComplete"), (Json{{"count", 0}}));
    EXPECT_EQ(bull_keep_jobs({{"removeOnFail", 25}}, "removeOnFail"), (Json{{"count", 25}}));
    EXPECT_EQ(bull_keep_jobs({{"removeOnFail", {{"age", 3600}, {"count", 7}}}}, "removeOnFail"),
              (Json{{"age", 3600}, {"count", 7}}));
    EXPECT_EQ(bull_keep_jobs({{"removeOnFail", "never"}}, "removeOnFail"), (Json{{"count", -1}}));
}

TEST(BullOptions, StackTracesGrowUpToTheirLimit) {
    const auto before = Json::array({"Error: one", "Error: two"});
    EXPECT_EQ(bull_stacktrace(before, Json::object(), "three"),
              Json::array({"Error: one", "Error: two", "Error: three"}));
    EXPECT_EQ(bull_stacktrace(before, {{"stackTraceLimit", 1}}, "three"), Json::array({"Error: three"}));
    EXPECT_EQ(bull_stacktrace(before, {{"stackTraceLimit", 0}}, "three"), Json::array());
    EXPECT_EQ(bull_stacktrace("no array", Json::object(), "three"), Json::array({"Error: three"}));
}

TEST(BullOptions, APartOfAnInfiniteBackoffIsAWeek) {
    const Json opts{{"attempts", 9}, {"backoff", {{"type", "exponential"}, {"delay", 1e308}, {"jitter", 1}}}};
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, opts, 5, half), Duration{7LL * 24 * 3600 * 1000 / 2});
    EXPECT_EQ(bull_retry_delay(BullKind::BullMq, opts, 5, [] { return 0.0; }), Duration{0});
}

} // namespace
} // namespace framehand::sources

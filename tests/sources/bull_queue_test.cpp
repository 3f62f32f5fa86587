// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_queue.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using Kind = std::optional<BullKind>;

base::Result<Kind> kind(std::optional<std::string> version, bool max_events, bool has_ids,
                        BullExpected expected = BullExpected::Either) {
    return bull_kind("q", expected, version, max_events, has_ids);
}

TEST(BullKind, BullMqSaysWhoItIs) {
    EXPECT_EQ(kind("bullmq:6.7.0", true, true).value(), Kind(BullKind::BullMq));
    EXPECT_EQ(kind("bullmq:5.81.5", true, false).value(), Kind(BullKind::BullMq));
    EXPECT_EQ(kind(std::nullopt, true, true).value(), Kind(BullKind::BullMq)) << "as its earlier versions did";
}

TEST(BullKind, AQueueThatSaysNothingIsBulls) {
    EXPECT_EQ(kind(std::nullopt, false, true).value(), Kind(BullKind::Bull));
}

TEST(BullKind, WhereNothingIsThereIsNoQueueYet) {
    EXPECT_EQ(kind(std::nullopt, false, false).value(), Kind());
    EXPECT_EQ(kind(std::nullopt, false, false, BullExpected::Bull).value(), Kind());
}

TEST(BullKind, AnotherKindThanExpectedIsRefused) {
    const auto refused = kind("bullmq:6.7.0", true, true, BullExpected::Bull);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Unsupported);
    EXPECT_EQ(refused.error().message, "the queue q is kept by BullMQ, and the settings say otherwise");
    EXPECT_FALSE(kind(std::nullopt, false, true, BullExpected::BullMq));
    EXPECT_TRUE(kind(std::nullopt, false, true, BullExpected::Bull));
}

TEST(BullKind, WhatIsNotKnownIsRefused) {
    EXPECT_EQ(kind("bullmq:7.0.1", true, true).error().message,
              "the queue q is kept by BullMQ 7.0.1; versions 3 to 6 are known here");
    EXPECT_FALSE(kind("bullmq:", true, true));
    EXPECT_EQ(kind("bullmq-pro:7.2.0", true, true).error().message,
              "the queue q is kept by bullmq-pro:7.2.0, which is neither BullMQ nor Bull");
}

TEST(BullClientName, IsTheOneThatTheLibrariesLookFor) {
    EXPECT_EQ(bull_client_name("bull", "transcoding-720p", "den"), "bull:dHJhbnNjb2RpbmctNzIwcA==:w:den");
    EXPECT_EQ(bull_client_name("bull", "q", "my d\xc3\xa9n\n"), "bull:cQ==:w:my-d--n-");
}

} // namespace
} // namespace framehand::sources

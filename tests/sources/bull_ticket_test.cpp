// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_ticket.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

BullTicket sample() {
    return {BullKind::Bull,
            "transcoding-720p",
            "42",
            "token:1",
            2,
            {{"attempts", 3}},
            base::Json::array({"Error: x"}),
            "video-1",
            "720p"};
}

TEST(BullTicket, ComesBackAsItWas) {
    const auto read = bull_ticket_from_text(to_text(sample()));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, sample());
}

TEST(BullTicket, WhatIsNoTicketIsRefused) {
    for (const std::string text : {"", "[]", "{}", R"({"kind":"bullmq","queue":"q","id":"1"})",
                                   R"({"kind":"sidekiq","queue":"q","id":"1","token":"t","stacktrace":[]})"}) {
        const auto read = bull_ticket_from_text(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, base::ErrorCode::CorruptData) << text;
    }
}

} // namespace
} // namespace framehand::sources

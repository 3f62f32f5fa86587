// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_message.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

TEST(RedisMessage, IsKeptInALeaseByteByByte) {
    RedisMessage list{RedisRole::Replace, "{ \"input\" :\t\"ä\\u00e4\"}\r\n", "", {}};
    const auto again = message_from_ticket(to_ticket(list));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, list);

    RedisMessage stream{
        RedisRole::Transcode, R"({"input": "a"})", "1700-0", {{"trace", "t"}, {"job", R"({"input": "a"})"}}};
    const auto entry = message_from_ticket(to_ticket(stream));
    ASSERT_TRUE(entry);
    EXPECT_EQ(*entry, stream);
}

TEST(RedisMessage, RefusesTheLeasesOfOthers) {
    for (const auto* ticket :
         {"", "{}", "[]", "7", R"({"role": "painter", "payload": "x"})", R"({"role": "replace"})",
          R"({"role": "replace", "entry": "1-0"})", R"({"role": "replace", "entry": "1-0", "fields": [["a"]]})"}) {
        EXPECT_FALSE(message_from_ticket(ticket)) << ticket;
    }
}

TEST(RedisMessage, FindsTheJobInAStreamsEntry) {
    EXPECT_EQ(payload_of_fields({{"trace", "t"}, {"payload", R"({"input": "a"})"}}), R"({"input": "a"})");
    EXPECT_EQ(payload_of_fields({{"input", "a.avi"}, {"output", "b.mp4"}}), R"({"input":"a.avi","output":"b.mp4"})");
}

} // namespace
} // namespace framehand::sources

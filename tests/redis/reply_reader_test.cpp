// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/reply_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace framehand::redis {
namespace {

constexpr ReplyReader::Limits kLimits{1024, 100};

TEST(ReplyReader, ReadsEveryKind) {
    ReplyReader reader(kLimits);
    using namespace std::string_literals;
    reader.feed("*6\r\n+OK\r\n:42\r\n$3\r\na\0b\r\n$-1\r\n-ERR no\r\n*1\r\n$0\r\n\r\n:7\r\n"s);
    const auto first = reader.next();
    ASSERT_TRUE(first && *first);
    const auto& elements = (*first)->elements;
    ASSERT_EQ(elements.size(), 6U);
    EXPECT_EQ(elements[0], (Reply{Reply::Kind::Status, "OK"}));
    EXPECT_EQ(elements[1].as_integer(), 42);
    EXPECT_EQ(elements[2], (Reply{Reply::Kind::Text, "a\0b"s}));
    EXPECT_TRUE(elements[3].is_nil());
    EXPECT_EQ(elements[4], (Reply{Reply::Kind::Error, "ERR no"}));
    EXPECT_EQ(elements[5].as_texts(), std::vector<std::string>{""});
    const auto second = reader.next();
    ASSERT_TRUE(second && *second);
    EXPECT_EQ((*second)->as_integer(), 7);
    const auto third = reader.next();
    ASSERT_TRUE(third);
    EXPECT_FALSE(*third);
}

TEST(ReplyReader, WaitsForTheRestOfAReplyThatComesByteByByte) {
    ReplyReader reader(kLimits);
    const std::string bytes = "*2\r\n$5\r\nhello\r\n:1\r\n";
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        reader.feed(bytes.substr(i, 1));
        const auto reply = reader.next();
        ASSERT_TRUE(reply);
        ASSERT_FALSE(*reply) << i;
    }
    reader.feed("\n");
    const auto reply = reader.next();
    ASSERT_TRUE(reply && *reply);
    EXPECT_EQ((*reply)->elements[0].text, "hello");
}

TEST(ReplyReader, RefusesAReplyThatIsTooLarge) {
    ReplyReader reader(kLimits);
    reader.feed("$2000000000\r\n" + std::string(1020, 'x'));
    const auto reply = reader.next();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, base::ErrorCode::CorruptData);
}

TEST(ReplyReader, RefusesAnArrayOfTooManyElementsWithoutMakingIt) {
    ReplyReader reader(kLimits);
    reader.feed("*2147483647\r\n");
    EXPECT_FALSE(reader.next());
}

TEST(ReplyReader, CountsTheElementsOfAllArraysOfAReply) {
    ReplyReader reader(kLimits);
    reader.feed("*2\r\n*60\r\n");
    for (int i = 0; i < 60; ++i) {
        reader.feed(":1\r\n");
    }
    reader.feed("*60\r\n");
    EXPECT_FALSE(reader.next());
}

TEST(ReplyReader, RefusesArraysNestedTooDeeply) {
    ReplyReader reader(kLimits);
    for (int i = 0; i < 20; ++i) {
        reader.feed("*1\r\n");
    }
    EXPECT_FALSE(reader.next());
}

TEST(ReplyReader, RefusesWhatIsNotTheProtocol) {
    ReplyReader reader(kLimits);
    reader.feed("HTTP/1.1 400 Bad Request\r\n\r\n");
    const auto reply = reader.next();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().message, "what the server sends is not the protocol of Redis");
}

TEST(ReplyReader, ManySmallRepliesAreNotALargeOne) {
    ReplyReader reader(kLimits);
    for (int i = 0; i < 1000; ++i) {
        reader.feed("+PONG\r\n");
        const auto reply = reader.next();
        ASSERT_TRUE(reply && *reply);
    }
}

} // namespace
} // namespace framehand::redis

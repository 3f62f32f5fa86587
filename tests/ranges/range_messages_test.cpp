// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/range_messages.h"

#include <gtest/gtest.h>

namespace framehand::ranges {
namespace {

template <std::size_t size>
std::span<const char, size> first(const std::string& bytes) {
    return std::span<const char, size>(bytes.data(), size);
}

TEST(RangeMessages, SayWhatTheSourceIs) {
    const std::string bytes = to_bytes(Hello{0x1122334455667788, "s3://films/\xC3\xA9", "\"e\""});
    Hello read;
    const auto json = hello_head(first<kHelloHead>(bytes), read);
    ASSERT_TRUE(json);
    ASSERT_EQ(bytes.size(), kHelloHead + *json);
    ASSERT_TRUE(hello_json(bytes.substr(kHelloHead), read));
    EXPECT_EQ(read.size, 0x1122334455667788U);
    EXPECT_EQ(read.name, "s3://films/\xC3\xA9");
    EXPECT_EQ(read.identity, "\"e\"");
}

TEST(RangeMessages, RefuseAGreetingOfSomethingElse) {
    Hello read;
    EXPECT_FALSE(hello_head(first<kHelloHead>("HTTP/1.1 200 OK\r\n"), read));
    std::string huge = to_bytes(Hello{1, "a", ""});
    huge[15] = '\x7f';
    EXPECT_FALSE(hello_head(first<kHelloHead>(huge), read));
    EXPECT_FALSE(hello_json("[]", read));
    EXPECT_FALSE(hello_json("{", read));
}

TEST(RangeMessages, RefuseLengthsThatNobodyMayAskFor) {
    EXPECT_EQ(request_from(first<kRequestBytes>(to_bytes(RangeRequest{7, kMostBytes})))->length, kMostBytes);
    EXPECT_EQ(request_from(first<kRequestBytes>(to_bytes(RangeRequest{7, 1})))->offset, 7U);
    EXPECT_FALSE(request_from(first<kRequestBytes>(to_bytes(RangeRequest{7, 0}))));
    EXPECT_FALSE(request_from(first<kRequestBytes>(to_bytes(RangeRequest{7, kMostBytes + 1}))));
}

TEST(RangeMessages, TellFailuresFromBytes) {
    EXPECT_EQ(answer_from(first<kAnswerHead>(answer_head(77))), 77U);
    const std::string failed = answer_of(base::fail(base::ErrorCode::Timeout, std::string(200'000, 'x')));
    const std::uint32_t head = answer_from(first<kAnswerHead>(failed));
    EXPECT_NE(head & kFailed, 0U);
    EXPECT_EQ(head & ~kFailed, failed.size() - kAnswerHead);
    EXPECT_LE(failed.size(), kMostJson);
}

} // namespace
} // namespace framehand::ranges

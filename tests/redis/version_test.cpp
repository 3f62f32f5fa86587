// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/version.h"

#include <gtest/gtest.h>

namespace framehand::redis {
namespace {

TEST(RedisVersion, IsReadFromInfo) {
    const auto version = version_from_info("# Server\r\nredis_version:7.0.15\r\nredis_mode:standalone\r\n");
    ASSERT_TRUE(version);
    EXPECT_EQ(to_string(*version), "7.0.15");
    EXPECT_FALSE(version_from_info("# Server\r\nredis_mode:standalone\r\n"));
}

TEST(RedisVersion, IsComparedByItsNumbers) {
    EXPECT_LT(*parse_version("6.0.16"), *parse_version("6.2"));
    EXPECT_LT(*parse_version("6.2.7"), *parse_version("6.10.0"));
    EXPECT_EQ(*parse_version("6.2"), *parse_version("6.2.0"));
}

TEST(RedisVersion, IsNothingElse) {
    EXPECT_FALSE(parse_version(""));
    EXPECT_FALSE(parse_version("7.x"));
    EXPECT_FALSE(parse_version("7.0.-1"));
    EXPECT_FALSE(parse_version("1.2.3.4"));
}

} // namespace
} // namespace framehand::redis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/server_error.h"

#include <gtest/gtest.h>

namespace framehand::redis {
namespace {

using base::ErrorCode;

ErrorCode code(std::string_view words) {
    return server_error(words, "GET").code;
}

TEST(ServerError, KnowsWhatPassesByItself) {
    EXPECT_EQ(code("LOADING Redis is loading the dataset in memory"), ErrorCode::Unavailable);
    EXPECT_EQ(code("MISCONF Redis is configured to save RDB snapshots"), ErrorCode::Unavailable);
    EXPECT_EQ(code("OOM command not allowed when used memory > 'maxmemory'."), ErrorCode::Unavailable);
    EXPECT_EQ(code("READONLY You can't write against a read only replica."), ErrorCode::Unavailable);
    EXPECT_EQ(code("ERR max number of clients reached"), ErrorCode::Unavailable);
    EXPECT_EQ(code("ERR Error running script (call to f_0123): @user_script:2: @user_script: 2: -OOM command not "
                   "allowed when used memory > 'maxmemory'."),
              ErrorCode::Unavailable);
}

TEST(ServerError, KnowsWhatOnlyAPersonCanChange) {
    EXPECT_EQ(code("NOAUTH Authentication required."), ErrorCode::PermissionDenied);
    EXPECT_EQ(code("WRONGPASS invalid username-password pair or user is disabled."), ErrorCode::PermissionDenied);
    EXPECT_EQ(code("NOPERM this user has no permissions to run the 'get' command"), ErrorCode::PermissionDenied);
    EXPECT_EQ(code("ERR invalid password"), ErrorCode::PermissionDenied);
    EXPECT_EQ(code("WRONGTYPE Operation against a key holding the wrong kind of value"), ErrorCode::InvalidArgument);
    EXPECT_EQ(code("ERR unknown command 'LMOVE', with args beginning with: "), ErrorCode::Unsupported);
}

TEST(ServerError, KeepsTheServersWords) {
    const auto error = server_error("NOSCRIPT No matching script. Please use EVAL.", "EVALSHA");
    EXPECT_EQ(error.text(), "the Redis server refused EVALSHA: NOSCRIPT No matching script. Please use EVAL.");
    EXPECT_TRUE(has_error_word(error, "NOSCRIPT"));
    EXPECT_FALSE(has_error_word(error, "NOGROUP"));
}

TEST(ServerError, TakesOnlyCapitalsForACode) {
    EXPECT_EQ(error_word("WRONGTYPE Operation"), "WRONGTYPE");
    EXPECT_EQ(error_word("no such key"), "");
    EXPECT_EQ(error_word(""), "");
}

TEST(ServerError, KeepsNoEndlessWords) {
    const auto error = server_error("NOSCRIPT " + std::string(100'000, 'x'), "EVALSHA");
    EXPECT_LT(error.text().size(), 1000U);
    EXPECT_TRUE(has_error_word(error, "NOSCRIPT"));
}

} // namespace
} // namespace framehand::redis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/url.h"

#include <gtest/gtest.h>

namespace framehand::redis {
namespace {

Url read(std::string_view text) {
    auto url = parse_url(text);
    EXPECT_TRUE(url) << text << ": " << (url ? "" : url.error().text());
    return url ? *url : Url{};
}

TEST(RedisUrl, ReadsEveryPart) {
    const Url url = read("rediss://anna:p%40ss%2Fword@redis.example.org:6380/3");
    EXPECT_EQ(url.transport, Url::Transport::Tls);
    EXPECT_EQ(url.user, "anna");
    ASSERT_TRUE(url.password);
    EXPECT_EQ(url.password->reveal(), "p@ss/word");
    EXPECT_EQ(url.host, "redis.example.org");
    EXPECT_EQ(url.port, 6380);
    EXPECT_EQ(url.database, 3);
}

TEST(RedisUrl, HasThePortAndTheDatabaseThatOthersAssume) {
    const Url url = read("redis://127.0.0.1");
    EXPECT_EQ(url.port, 6379);
    EXPECT_EQ(url.database, 0);
    EXPECT_FALSE(url.password);
    EXPECT_EQ(read("redis://127.0.0.1/").database, 0);
}

TEST(RedisUrl, ReadsAPasswordWithoutAUser) {
    const Url url = read("redis://:secret@[::1]:7000/1");
    EXPECT_EQ(url.user, "");
    ASSERT_TRUE(url.password);
    EXPECT_EQ(url.password->reveal(), "secret");
    EXPECT_EQ(url.host, "::1");
    EXPECT_EQ(url.text(), "redis://[::1]:7000/1");
}

TEST(RedisUrl, ReadsAUserWhosePasswordIsKeptElsewhere) {
    const Url url = read("redis://anna@host");
    EXPECT_EQ(url.user, "anna");
    EXPECT_FALSE(url.password);
}

TEST(RedisUrl, ReadsASocketsPath) {
    const Url url = read("unix:///run/redis/redis.sock?db=2");
    EXPECT_EQ(url.transport, Url::Transport::Unix);
    EXPECT_EQ(url.socket_path, "/run/redis/redis.sock");
    EXPECT_EQ(url.database, 2);
    EXPECT_EQ(read("redis+socket:///run/r.sock").socket_path, "/run/r.sock");
}

TEST(RedisUrl, NeverTellsThePassword) {
    EXPECT_EQ(read("redis://anna:secret@host/4").text(), "redis://host:6379/4");
    for (const auto* broken : {"redis://anna:sec ret@host:port/x", "http://anna:secret@host", "redis://:secret@host/db",
                               "redis://:secret@/1", "redis://:secret@host?secret=secret%zz"}) {
        const auto url = parse_url(broken);
        ASSERT_FALSE(url) << broken;
        EXPECT_EQ(url.error().text().find("sec"), std::string::npos) << url.error().text();
    }
}

TEST(RedisUrl, RefusesWhatItWouldHaveToGuess) {
    EXPECT_FALSE(parse_url(""));
    EXPECT_FALSE(parse_url("localhost:6379"));
    EXPECT_FALSE(parse_url("redis://host/-1"));
    EXPECT_FALSE(parse_url("redis://host/1/2"));
    EXPECT_FALSE(parse_url("redis://host:99999"));
    EXPECT_FALSE(parse_url("redis://host?ssl_cert_reqs=none"));
    EXPECT_FALSE(parse_url("unix://run/redis.sock"));
}

} // namespace
} // namespace framehand::redis

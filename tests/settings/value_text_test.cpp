// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/value_text.h"
#include "tests/support/rooted.h"

#include <gtest/gtest.h>

#include <limits>

namespace framehand::settings {
namespace {

using test::rooted;

TEST(ValueText, ReadsIntegersInsideTheirLimitsOnly) {
    EXPECT_EQ(read_integer("0", 0, 9), 0);
    EXPECT_EQ(read_integer("9", 0, 9), 9);
    EXPECT_EQ(read_integer("-3", -3, 9), -3);
    for (const char* text : {"", "10", "-1", "1x", " 1", "1.0", "0x1", "99999999999999999999"}) {
        EXPECT_FALSE(read_integer(text, 0, 9)) << text;
    }
}

TEST(ValueText, ReadsByteCountsInDecimalAndBinaryUnits) {
    EXPECT_EQ(read_byte_count("0"), 0U);
    EXPECT_EQ(read_byte_count("17"), 17U);
    EXPECT_EQ(read_byte_count("17B"), 17U);
    EXPECT_EQ(read_byte_count("2GB"), 2'000'000'000U);
    EXPECT_EQ(read_byte_count("2 gb"), 2'000'000'000U);
    EXPECT_EQ(read_byte_count("1.5MB"), 1'500'000U);
    EXPECT_EQ(read_byte_count("512MiB"), 536'870'912U);
}

TEST(ValueText, RefusesByteCountsThatAreNone) {
    for (const char* text : {"", "GB", "1.5", "-1", "2 GBytes", "1..5MB", "99999999999TB", "1e3"}) {
        EXPECT_FALSE(read_byte_count(text)) << text;
    }
}

TEST(ValueText, WritesByteCountsThatReadBackExactly) {
    EXPECT_EQ(write_byte_count(2'000'000'000), "2GB");
    EXPECT_EQ(write_byte_count(536'870'912), "512MiB");
    EXPECT_EQ(write_byte_count(0), "0");
    for (const std::uint64_t bytes :
         {std::uint64_t{1}, std::uint64_t{1023}, std::uint64_t{1'500'000}, std::numeric_limits<std::uint64_t>::max()}) {
        EXPECT_EQ(read_byte_count(write_byte_count(bytes)), bytes);
    }
}

TEST(ValueText, AcceptsUrlsAndDropsTheirLastSlash) {
    EXPECT_EQ(read_http_url("http://nas:8787"), "http://nas:8787");
    EXPECT_EQ(read_http_url("https://nas.example.org/framehand/"), "https://nas.example.org/framehand");
    EXPECT_EQ(read_http_url("http://[::1]:8787"), "http://[::1]:8787");
    EXPECT_EQ(read_http_url("http://127.0.0.1"), "http://127.0.0.1");
}

TEST(ValueText, RefusesUrlsThatAreIncompleteOrCarrySecrets) {
    for (const char* text : {"", "nas:8787", "ftp://nas", "http://", "http:///x", "http://nas:0", "http://nas:99999",
                             "http://nas:", "http://u:p@nas", "http://nas?x=1", "http://nas#x", "http://na s",
                             "http://[1.2.3.4]", "http://[::1]x"}) {
        EXPECT_FALSE(read_http_url(text)) << text;
    }
}

TEST(ValueText, RefusesWorkerIdsThatWouldBreakHeadersOrPaths) {
    EXPECT_EQ(read_worker_id("living-room_2.lan"), "living-room_2.lan");
    for (const std::string& text : {std::string(), std::string("a b"), std::string("a/b"), std::string("a\nb"),
                                    std::string("b\xC3\xBCro"), std::string(129, 'x')}) {
        EXPECT_FALSE(read_worker_id(text)) << text;
    }
}

TEST(ValueText, TellsAHostFromAHostWithPort) {
    EXPECT_TRUE(read_host("0.0.0.0"));
    EXPECT_TRUE(read_host("::"));
    EXPECT_TRUE(read_host("server.lan"));
    EXPECT_FALSE(read_host("server:80"));
    EXPECT_FALSE(read_host("a/b"));
    EXPECT_FALSE(read_host(""));
}

TEST(ValueText, MakesPathsAbsolute) {
    const ValueContext context{rooted("/home/ann"), rooted("/etc/framehand")};
    EXPECT_EQ(read_path("~", context), rooted("/home/ann"));
    EXPECT_EQ(read_path("~/videos/", context), rooted("/home/ann/videos"));
    EXPECT_EQ(read_path("nas", context), rooted("/etc/framehand/nas"));
    EXPECT_EQ(read_path("../nas", context), rooted("/etc/nas"));
    EXPECT_EQ(read_path("/mnt//nas/", context), rooted("/mnt/nas"));
    EXPECT_EQ(read_path("/", context), rooted("/"));
    EXPECT_EQ(read_path("", context), "");
}

TEST(ValueText, RefusesPathsOfOtherUsersAndControlCharacters) {
    const ValueContext context{rooted("/home/ann"), rooted("/etc")};
    EXPECT_FALSE(read_path("~bob/x", context));
    EXPECT_FALSE(read_path(std::string("/a\nb"), context));
    EXPECT_FALSE(read_path(std::string("/a\0b", 4), context));
}

TEST(ValueText, TakesAQueryInAServersUrlWhereItIsAllowed) {
    const auto* text = "amqps://me@broker:5671/films?heartbeat=5&cacertfile=/etc/ca.pem";
    EXPECT_EQ(read_server_url(text, "amqp,amqps", UrlQuery::Allowed), text);
    EXPECT_TRUE(read_server_url("amqp://broker?heartbeat=5", "amqp,amqps", UrlQuery::Allowed));
    EXPECT_FALSE(read_server_url(text, "amqp,amqps", UrlQuery::Refused));
    EXPECT_FALSE(read_server_url("amqp://me:secret@broker/?heartbeat=5", "amqp,amqps", UrlQuery::Allowed));
    EXPECT_FALSE(read_server_url("amqp://?heartbeat=5", "amqp,amqps", UrlQuery::Allowed));
    EXPECT_FALSE(read_server_url("amqp://broker/?heartbeat=5#x", "amqp,amqps", UrlQuery::Allowed));
}

} // namespace
} // namespace framehand::settings

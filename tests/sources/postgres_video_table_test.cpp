// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/postgres_video_table.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

TEST(PostgresUrl, ReadsWhatLibpqReads) {
    const auto url = parse_postgres_url("postgresql://me:p%40ss@db.local:6543/videos?sslmode=require&keepalives=1");
    ASSERT_TRUE(url) << url.error().text();
    EXPECT_EQ(url->host, "db.local");
    EXPECT_EQ(url->port, 6543);
    EXPECT_EQ(url->user, "me");
    EXPECT_EQ(url->password.reveal(), "p@ss");
    EXPECT_EQ(url->database, "videos");
    EXPECT_EQ(url->options, "sslmode=require;keepalives=1");
    EXPECT_EQ(url->text(), "postgres://db.local:6543/videos") << "no user, no password";
}

TEST(PostgresUrl, HasTheUsualPort) {
    EXPECT_EQ(parse_postgres_url("postgres://db/videos")->port, 5432);
}

TEST(PostgresUrl, RefusesWithoutRepeatingThePassword) {
    for (const std::string text : {"", "mysql://me:secret@db/videos", "postgres://me:secret@db", "secret"}) {
        const auto url = parse_postgres_url(text);
        ASSERT_FALSE(url) << text;
        EXPECT_EQ(url.error().text().find("secret"), std::string::npos);
    }
}

TEST(PostgresVideoTable, ADatabaseThatIsAwayMayComeBack) {
    PostgresVideoTable table(*parse_postgres_url("postgres://me:secret@127.0.0.1:1/videos"));
    const auto written = table.write({BullVideoRow::State::Processing, "v", "720p", "w", "", 0, ""});
    ASSERT_FALSE(written);
    if (written.error().code != base::ErrorCode::Unsupported) { // the driver is not everywhere
        EXPECT_EQ(written.error().code, base::ErrorCode::Unavailable);
    }
    EXPECT_EQ(written.error().text().find("secret"), std::string::npos);
}

} // namespace
} // namespace framehand::sources

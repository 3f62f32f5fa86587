// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/postgres_video_table.h"
#include "tests/support/postgres_server.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
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

/// The table as the video service makes it.
class PostgresVideoTableTest : public testing::Test {
protected:
    void SetUp() override {
        if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")) || !test::PostgresServer::is_installed()) {
            GTEST_SKIP() << "PostgreSQL or Qt's driver for it is not installed";
        }
        server = std::make_unique<test::PostgresServer>();
        ASSERT_EQ(server->ask("CREATE TABLE transcoding_jobs (id SERIAL PRIMARY KEY, video_id UUID, resolution"
                              " VARCHAR(10), status VARCHAR(20) DEFAULT 'pending', worker_id VARCHAR(100), output_path"
                              " TEXT, output_size BIGINT, error_message TEXT, started_at TIMESTAMP, completed_at"
                              " TIMESTAMP)"),
                  "");
        for (const std::string resolution : {"360p", "720p"}) {
            ASSERT_EQ(server->ask("INSERT INTO transcoding_jobs (video_id, resolution) VALUES ('" + video + "', '" +
                                  resolution + "')"),
                      "");
        }
    }

    std::string row(const std::string& resolution, const std::string& columns) {
        return server->ask("SELECT concat_ws('|', " + columns + ") FROM transcoding_jobs WHERE resolution = '" +
                           resolution + "'");
    }

    const std::string video = "3f2b8c1e-0d4a-4f6b-9c7d-5e8a1b2c3d4e";
    std::unique_ptr<test::PostgresServer> server;
};

TEST_F(PostgresVideoTableTest, SaysWhatTheServiceReads) {
    PostgresVideoTable table(*parse_postgres_url(server->url()));
    ASSERT_TRUE(table.write({BullVideoRow::State::Processing, video, "720p", "den", "", 0, ""}));
    EXPECT_EQ(row("720p", "status, worker_id, started_at IS NOT NULL, completed_at IS NULL"), "processing|den|t|t");
    ASSERT_TRUE(table.write({BullVideoRow::State::Failed, video, "720p", "den", "", 0, "it's gone: \"film\""}));
    EXPECT_EQ(row("720p", "status, error_message"), "failed|it's gone: \"film\"");
    ASSERT_TRUE(table.write({BullVideoRow::State::Completed, video, "720p", "den", "http://s/b/k", 5'000'000'000, ""}));
    EXPECT_EQ(row("720p", "status, output_path, output_size, completed_at IS NOT NULL, error_message IS NULL"),
              "completed|http://s/b/k|5000000000|t|t");
    EXPECT_EQ(row("360p", "status"), "pending") << "the other rungs are others' rows";
}

TEST_F(PostgresVideoTableTest, ARowThatIsNotThereIsNoError) {
    PostgresVideoTable table(*parse_postgres_url(server->url()));
    EXPECT_TRUE(table.write({BullVideoRow::State::Failed, video, "1080p", "den", "", 0, "x"}));
}

TEST_F(PostgresVideoTableTest, WhatTheDatabaseRefusesIsFinal) {
    PostgresVideoTable table(*parse_postgres_url(server->url()));
    const auto written = table.write({BullVideoRow::State::Processing, "no uuid", "720p", "den", "", 0, ""});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, base::ErrorCode::InvalidArgument) << written.error().text();
    ASSERT_EQ(server->ask("DROP TABLE transcoding_jobs"), "");
    const auto gone = table.write({BullVideoRow::State::Processing, video, "720p", "den", "", 0, ""});
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_NE(gone.error().text().find("transcoding_jobs"), std::string::npos);
}

} // namespace
} // namespace framehand::sources

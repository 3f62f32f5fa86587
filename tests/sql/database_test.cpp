// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/database.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::sql {
namespace {

using base::ErrorCode;
using test::TempFolder;

const SchemaSteps kSchema{{"CREATE TABLE things (name TEXT NOT NULL)"}};

TEST(Database, MakesItsFolderAndUsesWalForeignKeysAndFullSync) {
    const TempFolder folder;
    const auto database = Database::open(folder.path() / "new" / "deep" / "o.db", kSchema);
    ASSERT_TRUE(database) << database.error().text();
    EXPECT_EQ((*database)->run("PRAGMA journal_mode")->front().text(0), "wal");
    EXPECT_EQ((*database)->run("PRAGMA foreign_keys")->front().integer(0), 1);
    EXPECT_EQ((*database)->run("PRAGMA synchronous")->front().integer(0), 2);
    EXPECT_EQ((*database)->run("PRAGMA user_version")->front().integer(0), 1);
}

TEST(Database, BringsAnOlderSchemaUpToDateAndKeepsWhatItHolds) {
    const TempFolder folder;
    {
        const auto database = Database::open(folder.path() / "o.db", kSchema);
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->run("INSERT INTO things VALUES ('kept')"));
    }
    auto newer = kSchema;
    newer.push_back({"ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7"});
    const auto database = Database::open(folder.path() / "o.db", newer);
    ASSERT_TRUE(database) << database.error().text();
    const auto rows = (*database)->run("SELECT name, size FROM things");
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front().text(0), "kept");
    EXPECT_EQ(rows->front().integer(1), 7);
    EXPECT_EQ((*database)->run("PRAGMA user_version")->front().integer(0), 2);
}

TEST(Database, RefusesAFileOfANewerVersionAndLeavesItAsItWas) {
    const TempFolder folder;
    const auto file = folder.path() / "o.db";
    {
        const auto database = Database::open(file, kSchema);
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->run("PRAGMA user_version = 99"));
    }
    const std::string before = folder.read("o.db");
    const auto database = Database::open(file, kSchema);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, ErrorCode::Unsupported);
    EXPECT_NE(database.error().message.find("newer version"), std::string::npos) << database.error().message;
    EXPECT_NE(database.error().message.find(file.string()), std::string::npos);
    EXPECT_EQ(folder.read("o.db"), before);
}

TEST(Database, SaysThatAFileIsNoDatabase) {
    const TempFolder folder;
    folder.write("o.db", std::string(4096, 'x'));
    const auto database = Database::open(folder.path() / "o.db", kSchema);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, ErrorCode::CorruptData);
    EXPECT_NE(database.error().message.find("o.db"), std::string::npos);
    EXPECT_EQ(folder.read("o.db"), std::string(4096, 'x'));
}

TEST(Database, SaysThatAFolderCannotBeMade) {
    const TempFolder folder;
    folder.write("file", "");
    const auto database = Database::open(folder.path() / "file" / "o.db", kSchema);
    ASSERT_FALSE(database);
    EXPECT_NE(database.error().message.find("file"), std::string::npos);
}

TEST(Database, UndoesATransactionThatFails) {
    const TempFolder folder;
    const auto database = Database::open(folder.path() / "o.db", kSchema);
    ASSERT_TRUE(database);
    ASSERT_TRUE((*database)->run("CREATE TABLE t (a INTEGER)"));
    const auto failed = (*database)->transact([&]() -> base::Status {
        FH_TRY((*database)->run("INSERT INTO t VALUES (1)"));
        return base::fail(ErrorCode::Internal, "no");
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ((*database)->run("SELECT COUNT(*) FROM t")->front().integer(0), 0);
    const auto done = (*database)->transact([&]() -> base::Status {
        FH_TRY((*database)->run("INSERT INTO t VALUES (2)"));
        return {};
    });
    EXPECT_TRUE(done);
    EXPECT_EQ((*database)->run("SELECT a FROM t")->front().integer(0), 2);
}

TEST(Database, KeepsTextNumbersAndNullsApart) {
    const TempFolder folder;
    const auto database = Database::open(folder.path() / "o.db", kSchema);
    ASSERT_TRUE(database);
    const std::string text = "Größe \xF0\x9F\x8E\xAC 'quoted'";
    const auto rows = (*database)->run("SELECT ?, ?, ?, ?, ?", {text, std::int64_t{1} << 53, 1.5, Value{}, ""});
    ASSERT_TRUE(rows) << rows.error().text();
    const Row& row = rows->front();
    EXPECT_EQ(row.text(0), text);
    EXPECT_EQ(row.integer(1), std::int64_t{1} << 53);
    EXPECT_EQ(row.real(2), 1.5);
    EXPECT_TRUE(row.is_null(3));
    EXPECT_FALSE(row.is_null(4));
    EXPECT_EQ(row.text(4), "");
}

TEST(Database, ReportsAStatementThatIsWrong) {
    const TempFolder folder;
    const auto database = Database::open(folder.path() / "o.db", kSchema);
    ASSERT_TRUE(database);
    const auto rows = (*database)->run("SELECT a FROM nowhere");
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, ErrorCode::IoError);
    EXPECT_NE(rows.error().cause.find("nowhere"), std::string::npos) << rows.error().text();
}

} // namespace
} // namespace framehand::sql

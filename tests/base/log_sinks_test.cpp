// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/log_sinks.h"
#include "core/base/text.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <thread>

namespace framehand::base {
namespace {

LogRecord record(std::string message, LogFields fields = {}) {
    return {WallTime(Duration(1'000)), LogLevel::Warning, std::move(message), std::move(fields)};
}

std::ptrdiff_t line_count(const std::string& text) {
    return std::ranges::count(text, '\n');
}

TEST(JsonLineSink, WritesOneObjectALine) {
    std::ostringstream stream;
    JsonLineSink sink(stream);
    sink.write(record("two\nlines", {{"worker", "den"}, {"job", "j\"1"}}));
    EXPECT_EQ(stream.str(), "{\"time\":\"1970-01-01T00:00:01.000Z\",\"level\":\"warning\",\"message\":\"two\\nlines\","
                            "\"worker\":\"den\",\"job\":\"j\\\"1\"}\n");
}

TEST(JsonLineSink, StaysJsonWithInvalidUtf8AndClashingNames) {
    std::ostringstream stream;
    JsonLineSink sink(stream);
    sink.write(record("\xFF\xFE", {{"time", "mine"}, {"\xFF", "x"}}));
    const auto json = parse_json(trim(stream.str()), "line");
    ASSERT_TRUE(json) << json.error().text();
    EXPECT_EQ((*json)["time_"], "mine");
    EXPECT_EQ((*json)["time"], "1970-01-01T00:00:01.000Z");
}

TEST(LogSinks, NeverShowSecrets) {
    const LogFields fields{{"token", "s3cret"},         {"Authorization", "Bearer s3cret"}, {"db_password", "s3cret"},
                           {"client-secret", "s3cret"}, {"X-Auth-Token", "s3cret"},         {"api_key", "s3cret"}};
    std::ostringstream json;
    JsonLineSink(json).write(record("m", fields));
    std::ostringstream text;
    TextSink(text, TextStyle::Plain).write(record("m", fields));
    for (const std::string& line : {json.str(), text.str()}) {
        EXPECT_EQ(line.find("s3cret"), std::string::npos) << line;
        EXPECT_NE(line.find("***"), std::string::npos) << line;
    }
    EXPECT_FALSE(is_secret_key("job"));
    EXPECT_FALSE(is_secret_key("worker_id"));
}

TEST(TextSink, WritesReadableLines) {
    std::ostringstream stream;
    TextSink sink(stream, TextStyle::Plain);
    sink.write(record("lease lost", {{"job", "j1"}, {"why", "no \"answer\""}, {"empty", ""}}));
    EXPECT_EQ(stream.str(),
              "1970-01-01T00:00:01.000Z warning lease lost job=j1 why=\"no \\\"answer\\\"\" empty=\"\"\n");
}

TEST(TextSink, CannotBeMadeToForgeALineOrSteerATerminal) {
    std::ostringstream stream;
    TextSink sink(stream, TextStyle::Plain);
    sink.write(record("a\nb", {{"file", "\033[2Jx"}}));
    EXPECT_EQ(line_count(stream.str()), 1);
    EXPECT_EQ(stream.str().find('\033'), std::string::npos);
    EXPECT_NE(stream.str().find("a\\nb"), std::string::npos);
}

TEST(TextSink, ColoursForTerminalsOnly) {
    std::ostringstream plain;
    TextSink(plain, TextStyle::Plain).write(record("m"));
    EXPECT_EQ(plain.str().find('\033'), std::string::npos);
    std::ostringstream coloured;
    TextSink(coloured, TextStyle::Coloured).write(record("m"));
    EXPECT_NE(coloured.str().find("\033[33mwarning\033[0m"), std::string::npos);
}

TEST(LogSinks, KeepLinesWholeWhenManyThreadsWrite) {
    std::ostringstream stream;
    JsonLineSink sink(stream);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&sink] {
            for (int n = 0; n < 50; ++n) {
                sink.write(record("m", {{"n", std::to_string(n)}}));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(line_count(stream.str()), 200);
    for (const std::string& line : split(trim(stream.str()), '\n')) {
        EXPECT_TRUE(parse_json(line, "line")) << line;
    }
}

class RotatingFileSinkTest : public testing::Test {
protected:
    [[nodiscard]] std::shared_ptr<RotatingFileSink> open(std::uintmax_t bytes, int kept) const {
        auto sink = RotatingFileSink::open(m_folder.path() / "logs" / "f.log", bytes, kept);
        EXPECT_TRUE(sink);
        return sink ? *sink : nullptr;
    }

    [[nodiscard]] bool exists(const std::string& name) const {
        return std::filesystem::exists(m_folder.path() / "logs" / name);
    }

    test::TempFolder m_folder;
};

TEST_F(RotatingFileSinkTest, KeepsSoManyFullFilesAndNoMore) {
    const auto sink = open(200, 2);
    for (int i = 0; i < 20; ++i) {
        sink->write(record("number " + std::to_string(100 + i)));
    }
    EXPECT_NE(m_folder.read("logs/f.log").find("number 119"), std::string::npos);
    EXPECT_TRUE(exists("f.log.1"));
    EXPECT_TRUE(exists("f.log.2"));
    EXPECT_FALSE(exists("f.log.3"));
    for (const char* name : {"logs/f.log", "logs/f.log.1", "logs/f.log.2"}) {
        EXPECT_LE(m_folder.read(name).size(), 200U) << name;
    }
    EXPECT_LT(m_folder.read("logs/f.log.2"), m_folder.read("logs/f.log.1"));
}

TEST_F(RotatingFileSinkTest, ContinuesAnExistingFile) {
    open(10'000, 1)->write(record("first"));
    open(10'000, 1)->write(record("second"));
    EXPECT_EQ(line_count(m_folder.read("logs/f.log")), 2);
}

TEST_F(RotatingFileSinkTest, WritesALineThatIsLargerThanTheLimit) {
    const auto sink = open(10, 1);
    sink->write(record("long"));
    EXPECT_EQ(line_count(m_folder.read("logs/f.log")), 1);
}

TEST_F(RotatingFileSinkTest, GoesOnAfterTheFileOrTheFolderIsDeleted) {
    const auto sink = open(10'000, 1);
    sink->write(record("first"));
    std::filesystem::remove_all(m_folder.path() / "logs");
    sink->write(record("second"));
    EXPECT_NE(m_folder.read("logs/f.log").find("second"), std::string::npos);
}

TEST_F(RotatingFileSinkTest, DropsRecordsWhileTheFolderCannotBeMade) {
    const auto sink = open(10'000, 1);
    std::filesystem::remove_all(m_folder.path() / "logs");
    m_folder.write("logs", "a file in the way");
    sink->write(record("lost"));
    std::filesystem::remove(m_folder.path() / "logs");
    sink->write(record("back"));
    const std::string text = m_folder.read("logs/f.log");
    EXPECT_EQ(text.find("lost"), std::string::npos);
    EXPECT_NE(text.find("back"), std::string::npos);
}

TEST_F(RotatingFileSinkTest, IsReadableByItsOwnerOnly) {
    const auto sink = open(100, 1);
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(m_folder.path() / "logs" / "f.log").permissions(),
              perms::owner_read | perms::owner_write);
}

TEST(TeeSink, WritesToAll) {
    std::ostringstream a;
    std::ostringstream b;
    TeeSink tee({std::make_shared<JsonLineSink>(a), std::make_shared<TextSink>(b, TextStyle::Plain)});
    tee.write(record("m"));
    EXPECT_EQ(line_count(a.str()), 1);
    EXPECT_EQ(line_count(b.str()), 1);
}

} // namespace
} // namespace framehand::base

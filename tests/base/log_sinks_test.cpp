// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/log_sinks.h"
#include "core/base/text.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
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

    [[nodiscard]] bool exists(const std::string& name) const { return std::filesystem::exists(place(name)); }

    [[nodiscard]] std::filesystem::path place(const std::string& name) const { return m_folder.path() / "logs" / name; }

    /// What nothing can be renamed to, on any system.
    void block(const std::string& name) const { m_folder.write(place(name) / "full", "so that it is not empty"); }

    void unblock(const std::string& name) const { std::filesystem::remove_all(place(name)); }

    static LogRecord numbered(int number) { return record("number " + std::to_string(100 + number)); }

    static void write(RotatingFileSink& sink, int first, int last) {
        for (int number = first; number <= last; ++number) {
            sink.write(numbered(number));
        }
    }

    /// The lines of these records.
    static std::string lines(int first, int last) {
        std::string text;
        for (int number = first; number <= last; ++number) {
            text += format_json_line(numbered(number)) + "\n";
        }
        return text;
    }

    static std::uintmax_t bytes_of(int count) { return lines(1, count).size(); }

    /// What is in all files, oldest first.
    [[nodiscard]] std::string all() const {
        std::string text;
        for (int number = 9; number >= 0; --number) {
            const std::string name = "f.log." + std::to_string(number);
            text += std::filesystem::is_regular_file(place(name)) ? m_folder.read(place(name)) : "";
        }
        return text + m_folder.read("logs/f.log");
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

// As on Windows, where a program that holds the file open lets nobody rename it.
TEST_F(RotatingFileSinkTest, LosesNothingWhileTheFileCannotBeMoved) {
    const auto sink = open(bytes_of(2), 3);
    write(*sink, 0, 6);
    block("f.log.0");
    write(*sink, 7, 30);
    EXPECT_EQ(all(), lines(0, 30));
    EXPECT_EQ(m_folder.read("logs/f.log"), lines(6, 30)) << "it goes on";
    unblock("f.log.0");
    write(*sink, 31, 31);
    EXPECT_EQ(all(), lines(2, 31)) << "the oldest gives way, as ever";
    EXPECT_EQ(m_folder.read("logs/f.log"), lines(31, 31));
}

TEST_F(RotatingFileSinkTest, TriesAgainOnlyAfterAnotherStretch) {
    const auto sink = open(bytes_of(20), 3);
    block("f.log.0");
    write(*sink, 0, 20);
    EXPECT_EQ(m_folder.read("logs/f.log"), lines(0, 20));
    unblock("f.log.0");
    write(*sink, 21, 21);
    EXPECT_FALSE(exists("f.log.1")) << "a tenth of the limit is two records";
    write(*sink, 22, 22);
    EXPECT_EQ(m_folder.read("logs/f.log.1"), lines(0, 21));
    write(*sink, 23, 42);
    EXPECT_EQ(m_folder.read("logs/f.log.1"), lines(22, 41)) << "the limit is the old one again";
}

TEST_F(RotatingFileSinkTest, LosesNothingWhileAKeptFileCannotBeMoved) {
    const auto sink = open(bytes_of(2), 3);
    write(*sink, 0, 4);
    block("f.log.3");
    write(*sink, 5, 30);
    EXPECT_EQ(all(), lines(0, 30));
    unblock("f.log.3");
    write(*sink, 31, 31);
    EXPECT_FALSE(exists("f.log.0"));
    EXPECT_EQ(m_folder.read("logs/f.log"), lines(31, 31));
    EXPECT_EQ(all(), lines(2, 31)) << "the oldest gives way, as ever";
}

TEST_F(RotatingFileSinkTest, GoesOnWhereAKillStoppedIt) {
    m_folder.write("logs/f.log.2", lines(0, 1));
    m_folder.write("logs/f.log.0", lines(2, 3)); // between the two renames
    m_folder.write("logs/f.log", lines(4, 5));
    const auto sink = open(bytes_of(2), 5);
    write(*sink, 6, 6);
    EXPECT_FALSE(exists("f.log.0"));
    EXPECT_EQ(all(), lines(0, 6));
    EXPECT_EQ(m_folder.read("logs/f.log.1"), lines(4, 5));
}

TEST_F(RotatingFileSinkTest, AReaderThatHoldsTheFileOpenLosesNothing) {
    const auto sink = open(bytes_of(2), 9);
    write(*sink, 0, 4);
    std::ifstream reader(place("f.log"));
    write(*sink, 5, 15);
    EXPECT_EQ(all(), lines(0, 15));
    reader.close();
    write(*sink, 16, 17);
    EXPECT_EQ(all(), lines(0, 17));
    EXPECT_LE(m_folder.read("logs/f.log").size(), bytes_of(2));
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

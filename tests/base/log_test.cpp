// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace framehand::base {
namespace {

class RecordingSink final : public LogSink {
public:
    void write(const LogRecord& record) override { records.push_back(record); }

    std::vector<LogRecord> records;
};

class LoggerTest : public testing::Test {
protected:
    std::shared_ptr<RecordingSink> sink = std::make_shared<RecordingSink>();
    test::FakeClock clock;
};

TEST_F(LoggerTest, WritesLevelMessageFieldsAndTheClocksTime) {
    const Logger log(sink, clock, LogLevel::Debug);
    clock.advance(Duration{42});
    log.warning("disk is nearly full", {{"path", "/data"}, {"free", "3 MB"}});
    ASSERT_EQ(sink->records.size(), 1U);
    const auto& record = sink->records.front();
    EXPECT_EQ(record.time, clock.wall());
    EXPECT_EQ(record.level, LogLevel::Warning);
    EXPECT_EQ(record.message, "disk is nearly full");
    EXPECT_EQ(record.fields, (LogFields{{"path", "/data"}, {"free", "3 MB"}}));
}

TEST_F(LoggerTest, DropsWhatIsBelowTheThreshold) {
    const Logger log(sink, clock, LogLevel::Warning);
    log.debug("a");
    log.info("b");
    log.warning("c");
    log.error("d");
    ASSERT_EQ(sink->records.size(), 2U);
    EXPECT_EQ(sink->records[0].level, LogLevel::Warning);
    EXPECT_EQ(sink->records[1].level, LogLevel::Error);
}

TEST_F(LoggerTest, DebugPassesTheLowestThreshold) {
    const Logger log(sink, clock, LogLevel::Debug);
    log.debug("a");
    log.info("b");
    ASSERT_EQ(sink->records.size(), 2U);
    EXPECT_EQ(sink->records[0].level, LogLevel::Debug);
    EXPECT_EQ(sink->records[1].level, LogLevel::Info);
}

TEST_F(LoggerTest, ContextComesFirstAndDoesNotLeakBack) {
    const Logger plain(sink, clock, LogLevel::Info);
    const Logger worker = plain.with("worker", "pc");
    const Logger job = worker.with("job", "j1");
    job.info("starts", {{"rungs", "4"}});
    worker.info("idle");
    plain.info("bye");
    ASSERT_EQ(sink->records.size(), 3U);
    EXPECT_EQ(sink->records[0].fields, (LogFields{{"worker", "pc"}, {"job", "j1"}, {"rungs", "4"}}));
    EXPECT_EQ(sink->records[1].fields, (LogFields{{"worker", "pc"}}));
    EXPECT_TRUE(sink->records[2].fields.empty());
}

TEST_F(LoggerTest, KeepsItsSinkAlive) {
    std::weak_ptr<RecordingSink> watch;
    {
        auto own = std::make_shared<RecordingSink>();
        watch = own;
        const Logger log = Logger(std::move(own), clock, LogLevel::Info).with("a", "b");
        EXPECT_FALSE(watch.expired());
        log.info("x");
        EXPECT_EQ(watch.lock()->records.size(), 1U);
    }
    EXPECT_TRUE(watch.expired());
}

TEST(Logger, ADefaultOneDropsEverything) {
    const Logger log;
    EXPECT_NO_FATAL_FAILURE(log.with("worker", "pc").error("nobody hears this"));
}

TEST(LogLevel, HasAName) {
    EXPECT_EQ(to_string(LogLevel::Debug), "debug");
    EXPECT_EQ(to_string(LogLevel::Info), "info");
    EXPECT_EQ(to_string(LogLevel::Warning), "warning");
    EXPECT_EQ(to_string(LogLevel::Error), "error");
}

} // namespace
} // namespace framehand::base

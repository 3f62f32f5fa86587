// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_ring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace framehand::base {
namespace {

using testing::ElementsAre;

LogRecord record(std::string message, LogLevel level = LogLevel::Info, std::string job = {}) {
    LogRecord record;
    record.level = level;
    record.message = std::move(message);
    if (!job.empty()) {
        record.fields.emplace_back("job", std::move(job));
    }
    return record;
}

std::vector<std::string> messages(const LogRing::Tail& tail) {
    std::vector<std::string> texts;
    for (const auto& line : tail.lines) {
        texts.push_back(line.record.message);
    }
    return texts;
}

TEST(LogRing, GivesTheNewestFirstAndThenWhatFollows) {
    LogRing ring;
    for (const char* text : {"one", "two", "three"}) {
        ring.write(record(text));
    }
    LogRing::Query query;
    query.limit = 2;
    const auto first = ring.tail(query);
    EXPECT_THAT(messages(first), ElementsAre("two", "three"));
    EXPECT_EQ(first.lines.front().seq, 2U);
    ring.write(record("four"));
    query.after = first.next;
    const auto second = ring.tail(query);
    EXPECT_THAT(messages(second), ElementsAre("four"));
    EXPECT_EQ(second.lost, 0U);
    query.after = second.next;
    EXPECT_TRUE(ring.tail(query).lines.empty());
}

TEST(LogRing, LeavesNothingOutWhereALimitCutsAnAnswer) {
    LogRing ring;
    for (int i = 0; i < 10; ++i) {
        ring.write(record(std::to_string(i)));
    }
    LogRing::Query query;
    query.after = 0;
    query.limit = 3;
    std::vector<std::string> seen;
    for (int i = 0; i < 4; ++i) {
        const auto tail = ring.tail(query);
        for (const auto& text : messages(tail)) {
            seen.push_back(text);
        }
        query.after = tail.next;
    }
    EXPECT_THAT(seen, ElementsAre("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
}

TEST(LogRing, FiltersByLevelAndJob) {
    LogRing ring;
    ring.write(record("a", LogLevel::Debug, "j1"));
    ring.write(record("b", LogLevel::Warning, "j1"));
    ring.write(record("c", LogLevel::Error, "j2"));
    LogRing::Query query;
    query.level = LogLevel::Warning;
    EXPECT_THAT(messages(ring.tail(query)), ElementsAre("b", "c"));
    query.job = "j1";
    EXPECT_THAT(messages(ring.tail(query)), ElementsAre("b"));
    EXPECT_EQ(ring.tail(query).next, 3U) << "what does not fit is seen all the same";
}

TEST(LogRing, IsBoundedByRecordsAndSaysWhatIsLost) {
    LogRing ring({3, 1'000'000, 100});
    for (int i = 1; i <= 10; ++i) {
        ring.write(record(std::to_string(i)));
    }
    LogRing::Query query;
    query.after = 2;
    const auto tail = ring.tail(query);
    EXPECT_THAT(messages(tail), ElementsAre("8", "9", "10"));
    EXPECT_EQ(tail.lost, 5U);
}

TEST(LogRing, IsBoundedByBytesAndCutsLongTextsAtACharacter) {
    LogRing ring({100, 50, 20});
    ring.write(record("first"));
    auto wide = record("x");
    for (int i = 0; i < 30; ++i) {
        wide.message += "\xC3\xA4";
    }
    wide.fields.emplace_back("key", std::string(1000, 'v'));
    ring.write(wide);
    ring.write(record("last"));
    const auto tail = ring.tail({});
    ASSERT_EQ(tail.lines.size(), 2U) << "the first had to go";
    const std::string& message = tail.lines.front().record.message;
    EXPECT_EQ(message,
              "x" + std::string("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4") + "\xE2\x80\xA6");
    EXPECT_EQ(tail.lines.front().record.fields.front().second.size(), 20U);
}

TEST(LogRing, MasksSecrets) {
    LogRing ring;
    auto secret = record("signed in");
    secret.fields.emplace_back("auth_token", "hunter2");
    ring.write(secret);
    EXPECT_EQ(ring.tail({}).lines.front().record.fields.front().second, "***");
}

TEST(LogRing, ANumberFromBeforeARestartMeansAllThatIsNew) {
    LogRing ring;
    ring.write(record("new"));
    LogRing::Query query;
    query.after = 500;
    EXPECT_THAT(messages(ring.tail(query)), ElementsAre("new"));
}

TEST(LogRing, TakesRecordsOfManyThreads) {
    LogRing ring({1000, 1'000'000, 100});
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&ring] {
            for (int j = 0; j < 500; ++j) {
                ring.write(record("text"));
                static_cast<void>(ring.tail({}));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(ring.tail({}).next, 2000U);
}

} // namespace
} // namespace framehand::base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/loki/line_buffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace framehand::loki {
namespace {

using namespace std::chrono_literals;
using base::LogLevel;

constexpr base::WallTime kNow{1'700'000'000'000ms};
constexpr std::size_t kAll = 1'000'000;

base::LogRecord record(std::string message, base::WallTime time = kNow, base::LogFields fields = {}) {
    return {time, LogLevel::Info, std::move(message), std::move(fields)};
}

std::string message(const Entry& entry) {
    return base::Json::parse(entry.line)["message"];
}

std::vector<std::string> messages(const LineBuffer::Batch& batch) {
    std::vector<std::string> found;
    std::ranges::transform(batch.entries, std::back_inserter(found), message);
    return found;
}

TEST(LineBuffer, GivesLinesInTheirOrderAndEachOnce) {
    LineBuffer buffer;
    EXPECT_TRUE(buffer.take(kAll, kAll).entries.empty());
    for (const auto* text : {"a", "b", "c"}) {
        buffer.write(record(text));
    }
    const auto first = buffer.take(2, kAll);
    EXPECT_EQ(messages(first), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(first.more);
    const auto second = buffer.take(2, kAll);
    EXPECT_EQ(messages(second), (std::vector<std::string>{"c"}));
    EXPECT_FALSE(second.more);
    EXPECT_TRUE(buffer.take(2, kAll).entries.empty());
}

TEST(LineBuffer, BoundsABatchByBytesButGivesOneLineAtLeast) {
    LineBuffer buffer;
    buffer.write(record(std::string(500, 'x')));
    buffer.write(record("b"));
    buffer.write(record("c"));
    EXPECT_EQ(buffer.take(kAll, 100).entries.size(), 1U);
    EXPECT_EQ(messages(buffer.take(kAll, 250)), (std::vector<std::string>{"b", "c"}));
}

TEST(LineBuffer, NoTwoLinesHaveOneTimeAndNoneIsEarlierThanTheOneBefore) {
    LineBuffer buffer;
    for (const auto offset : {0ms, 0ms, -5ms, 1ms, 1ms, -50ms}) {
        buffer.write(record("x", kNow + offset));
    }
    const auto batch = buffer.take(kAll, kAll);
    ASSERT_EQ(batch.entries.size(), 6U);
    EXPECT_EQ(batch.entries[0].time_ns, 1'700'000'000'000'000'000);
    EXPECT_EQ(batch.entries[3].time_ns, 1'700'000'000'001'000'000) << "the time of the record where that is later";
    for (std::size_t i = 1; i < batch.entries.size(); ++i) {
        EXPECT_GT(batch.entries[i].time_ns, batch.entries[i - 1].time_ns);
    }
}

TEST(LineBuffer, FollowsAClockThatIsSetBack) {
    LineBuffer buffer;
    buffer.write(record("x"));
    buffer.write(record("y", kNow - 1h));
    EXPECT_EQ(buffer.take(kAll, kAll).entries.back().time_ns, 1'699'996'400'000'000'000);
}

TEST(LineBuffer, DropsTheOldestAndSaysHowManyInTheirPlace) {
    LineBuffer buffer({.lines = 3, .bytes = kAll, .text_bytes = kAll});
    for (int i = 1; i <= 8; ++i) {
        buffer.write(record(std::to_string(i)));
    }
    const auto batch = buffer.take(kAll, kAll);
    ASSERT_EQ(batch.entries.size(), 4U);
    EXPECT_EQ(batch.entries[0].level, LogLevel::Warning);
    const auto note = base::Json::parse(batch.entries[0].line);
    EXPECT_EQ(note["lines"], "5");
    EXPECT_EQ(note["level"], "warning");
    EXPECT_LT(batch.entries[0].time_ns, batch.entries[1].time_ns);
    EXPECT_EQ(message(batch.entries[1]), "6");
    EXPECT_EQ(message(batch.entries[3]), "8");
    buffer.write(record("9"));
    EXPECT_EQ(messages(buffer.take(kAll, kAll)), (std::vector<std::string>{"9"})) << "it is said once";
}

TEST(LineBuffer, IsBoundedByBytesToo) {
    LineBuffer buffer({.lines = kAll, .bytes = 10'000, .text_bytes = kAll});
    for (int i = 0; i < 100; ++i) {
        buffer.write(record(std::string(1'000, 'x')));
    }
    const auto batch = buffer.take(kAll, kAll);
    std::size_t bytes = 0;
    for (std::size_t i = 1; i < batch.entries.size(); ++i) {
        bytes += batch.entries[i].line.size();
    }
    EXPECT_LE(bytes, 10'000U);
    EXPECT_GT(bytes, 8'000U);
    EXPECT_EQ(base::Json::parse(batch.entries[0].line)["lines"], std::to_string(101 - batch.entries.size()));
}

TEST(LineBuffer, LinesThatWereTakenInVainCountAsLost) {
    LineBuffer buffer;
    buffer.write(record("a"));
    buffer.add_lost(buffer.take(kAll, kAll).entries.size());
    EXPECT_TRUE(buffer.take(kAll, kAll).entries.empty()) << "it waits for a line that it can go before";
    buffer.write(record("b"));
    const auto batch = buffer.take(kAll, kAll);
    ASSERT_EQ(batch.entries.size(), 2U);
    EXPECT_EQ(base::Json::parse(batch.entries[0].line)["lines"], "1");
}

TEST(LineBuffer, HidesSecretsAndCutsWhatLokiWouldRefuse) {
    LineBuffer buffer;
    buffer.write(record(std::string(300'000, 'm'), kNow,
                        {{"access_token", "hunter2"}, {"answer", std::string(300'000, 'v')}, {"bytes", "\xff"}}));
    const auto batch = buffer.take(kAll, kAll);
    ASSERT_EQ(batch.entries.size(), 1U);
    EXPECT_LT(batch.entries[0].line.size(), 40'000U);
    EXPECT_EQ(batch.entries[0].line.find("hunter2"), std::string::npos);
    EXPECT_FALSE(base::Json::parse(batch.entries[0].line, nullptr, false).is_discarded());
}

TEST(LineBuffer, TakesLinesFromManyThreads) {
    LineBuffer buffer({.lines = 100, .bytes = kAll, .text_bytes = kAll});
    std::vector<std::thread> writers;
    for (int thread = 0; thread < 4; ++thread) {
        writers.emplace_back([&] {
            for (int i = 0; i < 2'000; ++i) {
                buffer.write(record("x"));
            }
        });
    }
    std::size_t lines = 0;
    const auto count = [&] {
        for (const auto& entry : buffer.take(50, kAll).entries) {
            const auto json = base::Json::parse(entry.line);
            lines += json.contains("lines") ? std::stoul(json["lines"].get<std::string>()) : 1;
        }
    };
    for (int i = 0; i < 100; ++i) {
        count();
    }
    for (auto& writer : writers) {
        writer.join();
    }
    for (int i = 0; i < 3; ++i) {
        count();
    }
    EXPECT_EQ(lines, 8'000U);
}

} // namespace
} // namespace framehand::loki

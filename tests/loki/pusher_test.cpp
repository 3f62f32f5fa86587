// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_ring.h"
#include "core/loki/pusher.h"
#include "tests/support/fake_http_client.h"
#include "tests/support/fake_timers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace framehand::loki {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class PusherTest : public testing::Test {
protected:
    PusherTest() {
        options.url = "http://loki:3100";
        options.worker = "pc-1";
    }

    void start() {
        pusher = std::make_unique<Pusher>(
            buffer, http, timers, [] { return 0.5; }, base::Logger(ring, clock, base::LogLevel::Debug), options);
    }

    void log(const std::string& message) { buffer->write({clock.wall(), base::LogLevel::Info, message, {}}); }

    /// Of the push that waits for its answer.
    [[nodiscard]] std::vector<std::string> pushed() const {
        std::vector<std::string> messages;
        const auto body = http.next_body();
        if (body.is_object()) {
            for (const auto& stream : body["streams"]) {
                for (const auto& value : stream["values"]) {
                    messages.push_back(base::Json::parse(value[1].get<std::string>())["message"]);
                }
            }
        }
        return messages;
    }

    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> messages;
        for (const auto& line : ring->tail({}).lines) {
            messages.push_back(line.record.message);
        }
        return messages;
    }

    void finish() {
        pusher->finish(1s, [this] {
            ++finished;
            pusher.reset();
        });
    }

    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FakeHttpClient http;
    std::shared_ptr<base::LogRing> ring = std::make_shared<base::LogRing>();
    std::shared_ptr<LineBuffer> buffer = std::make_shared<LineBuffer>();
    PusherOptions options;
    std::unique_ptr<Pusher> pusher;
    int finished = 0;
};

TEST_F(PusherTest, PushesWhatThereIsOnceInAnInterval) {
    start();
    log("a");
    log("b");
    EXPECT_EQ(http.sent.size(), 0U);
    timers.advance(1s);
    EXPECT_EQ(http.next(), "POST http://loki:3100/loki/api/v1/push");
    EXPECT_EQ(http.sent[0].headers, (base::LogFields{{"Content-Type", "application/json"}}));
    EXPECT_THAT(pushed(), ElementsAre("a", "b"));
    http.answer(204, "");
    timers.advance(5s);
    EXPECT_EQ(http.sent.size(), 1U) << "nothing is not pushed";
    log("c");
    timers.advance(1s);
    EXPECT_THAT(pushed(), ElementsAre("c"));
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(PusherTest, PushesOneAfterAnotherWhileThereIsMoreThanABatch) {
    options.batch_lines = 2;
    start();
    for (const auto* text : {"a", "b", "c", "d", "e"}) {
        log(text);
    }
    timers.advance(1s);
    EXPECT_THAT(pushed(), ElementsAre("a", "b"));
    timers.advance(10s);
    EXPECT_EQ(http.waiting(), 1U) << "one at a time";
    http.answer(204, "");
    timers.advance(0s);
    EXPECT_THAT(pushed(), ElementsAre("c", "d"));
    http.answer(204, "");
    timers.advance(0s);
    EXPECT_THAT(pushed(), ElementsAre("e"));
    http.answer(204, "");
    timers.advance(0s);
    EXPECT_EQ(http.waiting(), 0U);
}

TEST_F(PusherTest, AsksAgainWithBackoffAndLosesNoOrder) {
    start();
    log("a");
    timers.advance(1s);
    const auto body = http.sent.back().body;
    std::vector<base::Duration> waits;
    for (const int status : {503, 429, 0, 500, 502, 503, 503, 503, 503}) {
        log("later");
        if (status == 0) {
            http.fail(base::ErrorCode::Timeout);
        } else {
            http.answer(status, "busy");
        }
        waits.push_back(timers.next_in());
        timers.advance(timers.next_in());
        ASSERT_EQ(http.waiting(), 1U);
        EXPECT_EQ(http.sent.back().body, body) << "the same lines at the same times, which Loki takes once";
    }
    EXPECT_LT(waits.front(), 1s);
    EXPECT_GT(waits.back(), 20s);
    http.answer(204, "");
    timers.advance(1s);
    EXPECT_EQ(pushed().size(), 9U);
    http.answer(204, "");
    EXPECT_EQ(told().front(), "Loki does not take the log");
    EXPECT_EQ(told().back(), "Loki takes the log again");
    EXPECT_EQ(told().size(), 7U) << "each trouble once, not each try";
}

TEST_F(PusherTest, WhatTheBufferDropsMeanwhileIsSaidInItsPlace) {
    buffer = std::make_shared<LineBuffer>(LineBuffer::Limits{.lines = 2, .bytes = 100'000, .text_bytes = 1'000});
    start();
    log("a");
    timers.advance(1s);
    http.fail();
    for (const auto* text : {"b", "c", "d", "e"}) {
        log(text);
    }
    timers.advance(1s);
    EXPECT_THAT(pushed(), ElementsAre("a"));
    http.answer(204, "");
    timers.advance(1s);
    const auto body = http.next_body();
    EXPECT_THAT(pushed(), ElementsAre("lines of the log were lost on their way to Loki", "d", "e"));
    EXPECT_EQ(base::Json::parse(body["streams"][0]["values"][0][1].get<std::string>())["lines"], "2");
}

TEST_F(PusherTest, LinesThatLokiRefusesForGoodAreLostAndSaidSo) {
    start();
    log("a");
    timers.advance(1s);
    http.answer(400, "entry too far behind");
    log("b");
    timers.advance(1s);
    EXPECT_THAT(pushed(), ElementsAre("lines of the log were lost on their way to Loki", "b"));
    http.answer(400, "entry too far behind");
    EXPECT_THAT(told(), ElementsAre("Loki does not take the log"));
    EXPECT_NE(ring->tail({}).lines[0].record.fields[1].second.find("entry too far behind"), std::string::npos);
}

TEST_F(PusherTest, SendsTheLastLinesBeforeItsEnd) {
    options.batch_lines = 1;
    start();
    log("a");
    log("b");
    finish();
    EXPECT_EQ(http.sent.size(), 0U) << "not from inside";
    timers.advance(0s);
    EXPECT_THAT(pushed(), ElementsAre("a"));
    http.answer(204, "");
    timers.advance(0s);
    EXPECT_THAT(pushed(), ElementsAre("b"));
    http.answer(204, "");
    timers.advance(0s);
    EXPECT_EQ(finished, 1);
    EXPECT_EQ(timers.pending(), 0U);
}

TEST_F(PusherTest, ALokiThatHangsIsWaitedForNoLongerThanAllowed) {
    start();
    log("a");
    timers.advance(1s);
    finish();
    timers.advance(999ms);
    EXPECT_EQ(finished, 0);
    EXPECT_EQ(http.sent.size(), 1U);
    timers.advance(1ms);
    EXPECT_EQ(finished, 1);
    EXPECT_EQ(http.waiting(), 0U);
}

TEST_F(PusherTest, AtItsEndALokiThatIsAwayIsAskedOnceMore) {
    start();
    log("a");
    timers.advance(1s);
    for (int i = 0; i < 8; ++i) {
        http.fail();
        if (i < 7) {
            timers.advance(timers.next_in());
        }
    }
    const auto before = http.sent.size();
    finish();
    timers.advance(0s);
    EXPECT_EQ(http.sent.size(), before + 1);
    http.fail();
    EXPECT_EQ(finished, 1);
}

TEST_F(PusherTest, WithNothingToSayItEndsAtOnce) {
    start();
    finish();
    timers.advance(0s);
    EXPECT_EQ(finished, 1);
    EXPECT_EQ(http.sent.size(), 0U);
}

} // namespace
} // namespace framehand::loki

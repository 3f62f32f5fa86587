// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/outbox.h"
#include "tests/support/fake_timers.h"
#include "tests/support/fault_file_system.h"
#include "tests/worker/fake_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace framehand::worker {
namespace {

using base::Duration;
using testing::ElementsAre;

class OutboxTest : public testing::Test {
protected:
    Outbox make() {
        return {files, "/data", timers, clock, source, base::Backoff([] { return 0.999; }), kKeep, {}};
    }

    static sources::JobOutcome outcome(const std::string& id) {
        sources::JobOutcome outcome;
        outcome.lease.job_id = id;
        outcome.manifest_url = "/out/" + id;
        outcome.total_time_ms = 5;
        return outcome;
    }

    static constexpr Duration kKeep{7 * 86'400'000};
    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FaultFileSystem files;
    test::FakeSource source;
};

TEST_F(OutboxTest, SendsOldestFirstAndForgetsWhatIsAcknowledged) {
    auto outbox = make();
    for (const auto* id : {"c", "a", "b"}) {
        ASSERT_TRUE(outbox.add(outcome(id)));
        clock.advance(Duration{5});
    }
    int rounds = 0;
    outbox.flush([&] { ++rounds; });
    EXPECT_EQ(rounds, 0);
    source.pump();
    EXPECT_EQ(rounds, 1);
    EXPECT_THAT(source.calls, ElementsAre("finish c", "finish a", "finish b"));
    EXPECT_TRUE(outbox.empty());
    EXPECT_EQ(files.files("/data/outbox").size(), 0U);
}

TEST_F(OutboxTest, SurvivesARestartInOrder) {
    {
        auto outbox = make();
        for (const auto* id : {"b", "a"}) {
            sources::JobOutcome failed;
            failed.lease = {"redis", id, 4, "the payload"};
            failed.error_message = "it broke";
            failed.failed_step = sources::FailedStep::Publish;
            failed.retry = sources::Retry::Useless;
            failed.total_time_ms = 17;
            failed.output_bytes = 18;
            failed.media_sec = 1.5;
            failed.notes = {"a note"};
            ASSERT_TRUE(outbox.add(failed));
            clock.advance(Duration{5});
        }
    }
    auto outbox = make();
    ASSERT_TRUE(outbox.load());
    EXPECT_TRUE(outbox.contains("a"));
    EXPECT_TRUE(outbox.contains("b"));
    outbox.flush([] {});
    source.pump();
    EXPECT_THAT(source.calls, ElementsAre("finish b", "finish a"));
    const auto& told = source.known["a"].outcomes.at(0);
    EXPECT_EQ(told.lease, (sources::Lease{"redis", "a", 4, "the payload"}));
    EXPECT_EQ(told.failed_step, sources::FailedStep::Publish);
    EXPECT_EQ(told.retry, sources::Retry::Useless);
    EXPECT_EQ(told.output_bytes, 18U);
    EXPECT_EQ(told.media_sec, 1.5);
    EXPECT_EQ(told.error_message, "it broke");
    EXPECT_EQ(told.total_time_ms, 17);
    EXPECT_THAT(told.notes, ElementsAre("a note"));
    EXPECT_FALSE(told.completed());
}

TEST_F(OutboxTest, KeepsTheLargestTicketThatALeaseMayHave) {
    sources::JobOutcome failed;
    failed.lease = {"redis", "a", 4, std::string(1024 * 1024, '\x01')}; // six bytes each as JSON has them
    failed.error_message = "it broke";
    {
        auto outbox = make();
        ASSERT_TRUE(outbox.add(failed));
    }
    auto outbox = make();
    ASSERT_TRUE(outbox.load());
    ASSERT_TRUE(outbox.contains("a"));
    outbox.flush([] {});
    source.pump();
    EXPECT_EQ(source.known["a"].outcomes.at(0).lease, failed.lease);
}

TEST_F(OutboxTest, TriesAgainByItselfEverMoreSeldom) {
    auto outbox = make();
    source.away = true;
    ASSERT_TRUE(outbox.add(outcome("a")));
    outbox.flush([] {});
    source.pump();
    std::vector<Duration> waits;
    for (int i = 0; i < 9; ++i) {
        waits.push_back(timers.next_in());
        timers.advance(waits.back());
        source.pump();
    }
    EXPECT_LE(waits[0], Duration{1000});
    for (std::size_t i = 1; i < waits.size(); ++i) {
        EXPECT_GE(waits[i], waits[i - 1]);
        EXPECT_LE(waits[i], Duration{60'000});
    }
    EXPECT_GT(waits.back(), Duration{50'000});
    source.away = false;
    timers.advance(Duration{60'000});
    source.pump();
    EXPECT_TRUE(outbox.empty());
    EXPECT_EQ(timers.pending(), 0U);
}

TEST_F(OutboxTest, OneThatIsRefusedForGoodIsKeptAside) {
    auto outbox = make();
    ASSERT_TRUE(outbox.add(outcome("a")));
    source.finish_error = base::fail(base::ErrorCode::InvalidArgument, "HTTP 400");
    std::vector<std::string> settled;
    outbox.on_settled = [&](const sources::JobOutcome& told, const base::Status& answer) {
        settled.push_back(told.lease.job_id + (answer ? " fine" : " " + answer.error().message));
    };
    outbox.flush([] {});
    source.pump();
    EXPECT_TRUE(outbox.empty());
    EXPECT_THAT(settled, ElementsAre("a HTTP 400"));
    EXPECT_EQ(files.files("/data/outbox/refused").size(), 1U);
    auto later = make();
    ASSERT_TRUE(later.load());
    EXPECT_TRUE(later.empty()) << "a refused one is not sent again";
}

TEST_F(OutboxTest, AJobThatStaysUnknownIsAskedForEverMoreSeldomAndThenSetAside) {
    auto outbox = make();
    ASSERT_TRUE(outbox.add(outcome("a")));
    source.finish_error = base::fail(base::ErrorCode::NotFound, "HTTP 404");
    outbox.flush([] {});
    source.pump();
    std::vector<Duration> waits;
    while (!outbox.empty()) {
        ASSERT_LT(waits.size(), 2000U);
        waits.push_back(timers.next_in());
        timers.advance(waits.back());
        source.pump();
    }
    EXPECT_EQ(waits.front(), Duration{10'000});
    EXPECT_TRUE(std::ranges::is_sorted(waits));
    EXPECT_EQ(waits.back(), Outbox::kSeldom);
    const auto all = std::accumulate(waits.begin(), waits.end(), Duration{0});
    EXPECT_GE(all, kKeep);
    EXPECT_LT(all, kKeep + Outbox::kSeldom);
    EXPECT_EQ(files.files("/data/outbox/refused").size(), 1U);
}

TEST_F(OutboxTest, TheTimeOfAnUnknownJobGoesOnAcrossRestarts) {
    source.finish_error = base::fail(base::ErrorCode::NotFound, "HTTP 404");
    for (int start = 0; start < 3; ++start) {
        SCOPED_TRACE(start);
        auto outbox = make();
        if (start == 0) {
            ASSERT_TRUE(outbox.add(outcome("a")));
        } else {
            ASSERT_TRUE(outbox.load());
        }
        outbox.flush([] {});
        source.pump();
        EXPECT_EQ(outbox.empty(), start == 2);
        clock.advance(kKeep * 6 / 10);
    }
}

TEST_F(OutboxTest, ADayOfSilenceDoesNotMakeAnOutcomeOld) {
    auto outbox = make();
    ASSERT_TRUE(outbox.add(outcome("a")));
    clock.advance(kKeep * 3); // the machine was off
    source.finish_error = base::fail(base::ErrorCode::NotFound, "HTTP 404");
    outbox.flush([] {});
    source.pump();
    EXPECT_FALSE(outbox.empty());
    source.finish_error.reset();
    timers.advance(timers.next_in());
    source.pump();
    EXPECT_TRUE(outbox.empty());
    EXPECT_EQ(source.known["a"].outcomes.size(), 1U);
}

TEST_F(OutboxTest, AWorkerThatMayNotIsPatientUntilItMayAgain) {
    auto outbox = make();
    ASSERT_TRUE(outbox.add(outcome("a")));
    source.finish_error = base::fail(base::ErrorCode::PermissionDenied, "HTTP 401");
    outbox.flush([] {});
    source.pump();
    for (int i = 0; i < 1500; ++i) { // more than `keep`
        timers.advance(timers.next_in());
        source.pump();
    }
    EXPECT_FALSE(outbox.empty());
    EXPECT_EQ(timers.next_in(), Outbox::kSeldom);
    source.finish_error.reset();
    timers.advance(Outbox::kSeldom);
    source.pump();
    EXPECT_TRUE(outbox.empty());
    EXPECT_EQ(source.known["a"].outcomes.size(), 1U);
}

TEST_F(OutboxTest, OneThatWaitsLongDoesNotSlowDownTheOthersAndIsNotOfferedWithThem) {
    auto outbox = make();
    ASSERT_TRUE(outbox.add(outcome("a")));
    source.finish_error = base::fail(base::ErrorCode::NotFound, "HTTP 404");
    outbox.flush([] {});
    source.pump();
    source.finish_error.reset();
    source.away = true;
    ASSERT_TRUE(outbox.add(outcome("b")));
    outbox.flush([] {});
    source.pump();
    EXPECT_THAT(source.calls, ElementsAre("finish a", "finish b"));
    EXPECT_LE(timers.next_in(), Duration{1000});
    source.away = false;
    timers.advance(Duration{1000});
    source.pump();
    EXPECT_FALSE(outbox.contains("b"));
    EXPECT_TRUE(outbox.contains("a"));
}

TEST_F(OutboxTest, AFileThatIsNoOutcomeIsSetAside) {
    files.put_file("/data/outbox/x.json", "{");
    files.put_file("/data/outbox/y.json", R"({"job_id": ""})");
    files.put_file("/data/outbox/note.txt", "not ours");
    auto outbox = make();
    ASSERT_TRUE(outbox.load());
    EXPECT_TRUE(outbox.empty());
    EXPECT_EQ(files.files("/data/outbox/refused").size(), 2U);
    EXPECT_TRUE(files.content("/data/outbox/note.txt"));
}

TEST_F(OutboxTest, SaysWhenAnOutcomeCannotBeWritten) {
    auto outbox = make();
    files.fail({1, base::ErrorCode::NoSpace, test::FaultFileSystem::When::Before, test::FaultFileSystem::Until::Lifted,
                "/data"});
    EXPECT_FALSE(outbox.add(outcome("a")));
    EXPECT_TRUE(outbox.empty());
}

TEST_F(OutboxTest, AnEmptyRoundEndsAtOnce) {
    auto outbox = make();
    bool done = false;
    outbox.flush([&] { done = true; });
    EXPECT_TRUE(done);
}

TEST_F(OutboxTest, AnAnswerAfterItsEndIsIgnored) {
    {
        auto outbox = make();
        ASSERT_TRUE(outbox.add(outcome("a")));
        outbox.flush([] { FAIL(); });
    }
    source.pump();
    EXPECT_EQ(files.files("/data/outbox").size(), 1U);
}

} // namespace
} // namespace framehand::worker

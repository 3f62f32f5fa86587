// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/preferred_sources.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace framehand::sources {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Answers at once, and writes down what it is asked.
class Scripted final : public JobSource {
public:
    Scripted(std::string name, std::vector<std::string>& calls) : m_name(std::move(name)), m_calls(calls) {}

    [[nodiscard]] SourceAbilities abilities() const override { return can; }

    void announce(const jobs::Capabilities& /*capabilities*/, Done<void> done) override {
        note("announce");
        done(away ? base::Status(*away) : base::Status());
    }

    void take(const Heartbeat& heartbeat, Done<Taken> done) override {
        note(heartbeat.accepts_jobs ? "take" : "busy");
        if (away) {
            done(*away);
        } else if (job_id.empty() || !heartbeat.accepts_jobs) {
            done(Taken{});
        } else {
            jobs::Job job;
            job.job_id = job_id;
            done(Taken{Assignment{job, {m_name, job_id, {}, {}}}});
        }
    }

    void keep_alive(const Lease& /*lease*/, const Heartbeat& /*heartbeat*/, Done<LeaseState> done) override {
        note("keep");
        done(LeaseState::Held);
    }

    void progress(const Lease& /*lease*/, const JobProgress& /*progress*/, Done<LeaseState> done) override {
        note("progress");
        done(LeaseState::Cancelled);
    }

    void finish(const JobOutcome& /*outcome*/, Done<void> done) override {
        note("finish");
        done({});
    }

    void give_back(const Lease& /*lease*/, Done<void> done) override {
        note("give back");
        done({});
    }

    std::string job_id; ///< what take() gives
    std::optional<base::Error> away;
    SourceAbilities can{true, true, true};

private:
    void note(const std::string& call) { m_calls.push_back(m_name + " " + call); }

    std::string m_name;
    std::vector<std::string>& m_calls;
};

const base::Error kAway = base::fail(base::ErrorCode::Unavailable, "nobody answers");

class PreferredSourcesTest : public testing::Test {
protected:
    PreferredSourcesTest() {
        auto a = std::make_unique<Scripted>("a", calls);
        auto b = std::make_unique<Scripted>("b", calls);
        first = a.get();
        second = b.get();
        std::vector<PreferredSources::Named> members;
        members.push_back({"a", std::move(a)});
        members.push_back({"b", std::move(b)});
        sources = std::make_unique<PreferredSources>(std::move(members), clock, base::Logger());
    }

    base::Status announce() {
        base::Status told;
        sources->announce({}, [&](const base::Status& answer) { told = answer; });
        return told;
    }

    base::Result<Taken> take() {
        std::optional<base::Result<Taken>> told;
        sources->take({}, [&](base::Result<Taken> answer) { told = std::move(answer); });
        return told.value_or(base::fail(base::ErrorCode::Internal, "no answer came"));
    }

    std::string taken_id() {
        const auto taken = take();
        const auto* assignment = taken ? std::get_if<Assignment>(&*taken) : nullptr;
        return assignment == nullptr ? std::string() : assignment->job.job_id;
    }

    std::vector<std::string> calls;
    test::FakeClock clock;
    Scripted* first = nullptr;
    Scripted* second = nullptr;
    std::unique_ptr<PreferredSources> sources;
};

TEST_F(PreferredSourcesTest, AsksThePreferredOneFirst) {
    ASSERT_TRUE(announce());
    second->job_id = "of b";
    EXPECT_EQ(taken_id(), "of b");
    first->job_id = "of a";
    calls.clear();
    EXPECT_EQ(taken_id(), "of a");
    EXPECT_THAT(calls, ElementsAre("a take"));
}

TEST_F(PreferredSourcesTest, LeavesOutOneThatIsAwayForALongerAndLongerWhile) {
    first->away = kAway;
    second->job_id = "of b";
    ASSERT_TRUE(announce()) << "one of them is enough";
    calls.clear();
    EXPECT_EQ(taken_id(), "of b");
    EXPECT_THAT(calls, ElementsAre("b take"));
    clock.advance(PreferredSources::kFirstRest);
    calls.clear();
    EXPECT_EQ(taken_id(), "of b");
    EXPECT_THAT(calls, ElementsAre("a announce", "b take"));
    clock.advance(PreferredSources::kFirstRest);
    calls.clear();
    EXPECT_EQ(taken_id(), "of b");
    EXPECT_THAT(calls, ElementsAre("b take")) << "twice as long by now";
    first->away.reset();
    first->job_id = "of a";
    clock.advance(PreferredSources::kLongestRest);
    calls.clear();
    EXPECT_EQ(taken_id(), "of a");
    EXPECT_THAT(calls, ElementsAre("a announce", "a take"));
}

TEST_F(PreferredSourcesTest, IsAwayWhereAllAre) {
    first->away = kAway;
    second->away = kAway;
    EXPECT_FALSE(announce());
    clock.advance(PreferredSources::kLongestRest);
    const auto taken = take();
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, base::ErrorCode::Unavailable);
}

TEST_F(PreferredSourcesTest, SpeaksOfAJobToTheSourceThatGaveIt) {
    ASSERT_TRUE(announce());
    calls.clear();
    const Lease lease{"b", "job", {}, {}};
    JobOutcome outcome;
    outcome.lease = lease;
    std::optional<LeaseState> state;
    sources->progress(lease, {}, [&](const base::Result<LeaseState>& answer) { state = *answer; });
    sources->finish(outcome, [](const base::Status&) {});
    sources->give_back(lease, [](const base::Status&) {});
    EXPECT_THAT(calls, ElementsAre("b progress", "b finish", "b give back"));
    EXPECT_EQ(state, LeaseState::Cancelled);
}

TEST_F(PreferredSourcesTest, TellsTheOthersThatItIsBusyMeanwhile) {
    ASSERT_TRUE(announce());
    first->job_id = "of a";
    calls.clear();
    sources->keep_alive({"b", "job", {}, {}}, {}, [](const auto&) {});
    EXPECT_THAT(calls, ElementsAre("a busy", "b keep"));
}

TEST_F(PreferredSourcesTest, KeepsWhatIsToBeToldToASourceThatIsNoMoreThere) {
    JobOutcome outcome;
    outcome.lease = {"redis", "job", {}, {}};
    base::Status told;
    sources->finish(outcome, [&](const base::Status& answer) { told = answer; });
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, base::ErrorCode::Unavailable);
    EXPECT_NE(told.error().message.find("redis"), std::string::npos);
    EXPECT_THAT(calls, IsEmpty());
}

TEST_F(PreferredSourcesTest, PassesOnWhatTheSourcesSayByThemselves) {
    int work = 0;
    std::vector<std::string> cancelled;
    sources->on_work = [&] { ++work; };
    sources->on_cancelled = [&](const std::string& job_id) { cancelled.push_back(job_id); };
    second->on_work();
    first->on_cancelled("job");
    EXPECT_EQ(work, 1);
    EXPECT_THAT(cancelled, ElementsAre("job"));
    sources->on_work = {};
    second->on_work(); // the worker has stopped
}

TEST_F(PreferredSourcesTest, CanWhatAllCan) {
    second->can.cancels = false;
    EXPECT_EQ(sources->abilities(), (SourceAbilities{true, false, true}));
}

} // namespace
} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every job source promises (core/sources/job_source.h), tried against its real broker. How to add a source to
// it: source_world.h.
#include "tests/platform/wait_for.h"
#include "tests/sources/contract/source_contract.h"
#include "tests/sources/contract/test_worker.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <vector>

namespace framehand::test {
namespace {

using State = SourceWorld::View::State;
using sources::LeaseState;

void expect_success(const base::Status& status) {
    EXPECT_TRUE(status) << (status ? "" : status.error().text());
}

/// The client sees it, at once or as soon as it is told.
::testing::AssertionResult sees(SourceWorld& world, const std::string& film, State state) {
    SourceWorld::View view;
    if (wait_for([&] {
            view = world.view(film);
            return view.state == state;
        })) {
        return ::testing::AssertionSuccess();
    }
    return ::testing::AssertionFailure() << film << " is seen in state " << static_cast<int>(view.state);
}

TEST_P(SourceContract, GivesNothingWhereThereIsNothing) {
    TestWorker worker(world->worker("pc-1"));
    worker.expect_nothing();
    worker.expect_nothing();
}

TEST_P(SourceContract, GivesTheJobThatTheProducerMeant) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    EXPECT_EQ(film_of(*job), "film-1");
    EXPECT_EQ(job->job.job_id, job->lease.job_id);
    EXPECT_FALSE(job->lease.job_id.empty());
    EXPECT_FALSE(job->lease.source.empty());
    EXPECT_LT(job->lease.ticket.size(), 1U << 20U);
    EXPECT_NE(world->view("film-1").state, State::Completed);
}

TEST_P(SourceContract, TellsOfWorkWhileItWaits) {
    TestWorker worker(world->worker("pc-1"));
    worker.expect_nothing();
    world->submit("film-1");
    EXPECT_TRUE(worker.hears_of_work());
    const auto job = worker.take();
    ASSERT_TRUE(job);
    EXPECT_EQ(film_of(*job), "film-1");
}

TEST_P(SourceContract, GivesTheOldestJobFirst) {
    world->submit("film-1");
    world->submit("film-2");
    TestWorker worker(world->worker("pc-1"));
    for (const auto* film : {"film-1", "film-2"}) {
        const auto job = worker.take();
        ASSERT_TRUE(job);
        EXPECT_EQ(film_of(*job), film);
        expect_success(worker.finish(completed(*job)));
    }
}

TEST_P(SourceContract, NeverGivesOneJobToTwoWorkers) {
    constexpr int kJobs = 20;
    TestWorker first(world->worker("pc-1"));
    TestWorker second(world->worker("pc-2"));
    for (int i = 0; i < kJobs; ++i) {
        world->submit("film-" + std::to_string(i));
    }
    std::set<std::string> films;
    std::set<std::string> ids;
    for (int i = 0; i < kJobs; ++i) {
        TestWorker& worker = i % 2 == 0 ? first : second;
        const auto job = worker.take();
        ASSERT_TRUE(job);
        EXPECT_TRUE(films.insert(film_of(*job)).second) << film_of(*job) << " twice";
        EXPECT_TRUE(ids.insert(job->lease.job_id).second);
        expect_success(worker.finish(completed(*job)));
    }
    first.expect_nothing();
    second.expect_nothing();
    for (const std::string& film : films) {
        EXPECT_TRUE(sees(*world, film, State::Completed));
        EXPECT_EQ(world->view(film).ends, 1);
    }
}

TEST_P(SourceContract, ShowsProgressToTheClient) {
    TestWorker worker(world->worker("pc-1"));
    if (!worker.abilities().shows_progress) {
        GTEST_SKIP() << "this system has no progress";
    }
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    for (const double percent : {20.0, 60.0}) {
        worker.progress(job->lease, percent);
        EXPECT_TRUE(wait_for([&] {
            const double shown = world->view("film-1").percent;
            return shown > percent - 20 && shown < percent + 20;
        })) << world->view("film-1").percent;
    }
    EXPECT_EQ(world->view("film-1").state, State::Running);
}

TEST_P(SourceContract, ACompletedJobIsSeenAsCompleted) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    expect_success(worker.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
    worker.expect_nothing();
}

TEST_P(SourceContract, AFailedJobIsSeenAsFailed) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    expect_success(worker.finish(failed(*job, "input file does not exist: /nas/film-1.mkv")));
    if (!world->retries()) {
        EXPECT_TRUE(sees(*world, "film-1", State::Failed));
        EXPECT_EQ(world->view("film-1").ends, 1);
    }
}

TEST_P(SourceContract, AnEndToldTwiceIsOneEnd) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    expect_success(worker.finish(completed(*job)));
    expect_success(worker.finish(completed(*job)));
    worker.die();
    TestWorker next_life(world->worker("pc-1"));
    expect_success(next_life.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
    next_life.expect_nothing();
}

TEST_P(SourceContract, AJobThatIsGivenBackGoesToAnotherWorker) {
    TestWorker first(world->worker("pc-1"));
    if (!first.abilities().takes_back) {
        GTEST_SKIP() << "this system takes no job back";
    }
    TestWorker second(world->worker("pc-2"));
    world->submit("film-1");
    const auto job = first.take();
    ASSERT_TRUE(job);
    expect_success(first.give_back(job->lease));
    const auto again = second.take();
    ASSERT_TRUE(again);
    EXPECT_EQ(film_of(*again), "film-1");
    expect_success(second.finish(completed(*again)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
}

TEST_P(SourceContract, AJobInHandStaysWhileItStandsStill) {
    TestWorker first(world->worker("pc-1"));
    TestWorker second(world->worker("pc-2"));
    world->submit("film-1");
    const auto job = first.take();
    ASSERT_TRUE(job);
    for (int i = 0; i < 2; ++i) {
        world->outlive_leases();
        second.expect_nothing();
    }
    EXPECT_EQ(first.keep_alive(job->lease), LeaseState::Held);
    expect_success(first.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
}

TEST_P(SourceContract, ADeadWorkersJobGoesToAnother) {
    TestWorker first(world->worker("pc-1"));
    TestWorker second(world->worker("pc-2"));
    world->submit("film-1");
    const auto job = first.take();
    ASSERT_TRUE(job);
    first.die();
    world->outlive_leases();
    const auto again = second.take();
    ASSERT_TRUE(again);
    EXPECT_EQ(film_of(*again), "film-1");
    expect_success(second.finish(completed(*again)));

    // Its next life still has the end of its own work to tell.
    TestWorker next_life(world->worker("pc-1"));
    next_life.finish(completed(*job)).has_value();
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
    next_life.expect_nothing();
}

TEST_P(SourceContract, ARestartedWorkerKeepsTheJobThatItRemembers) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    worker.die();
    TestWorker next_life(world->worker("pc-1"));
    ASSERT_EQ(next_life.keep_alive(job->lease), LeaseState::Held);
    world->outlive_leases();
    TestWorker other(world->worker("pc-2"));
    other.expect_nothing();
    expect_success(next_life.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
}

TEST_P(SourceContract, ARestartedWorkerThatHasForgottenItsJobGetsItAgain) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    ASSERT_TRUE(worker.take());
    worker.die();
    TestWorker next_life(world->worker("pc-1"));
    const auto again = next_life.take();
    ASSERT_TRUE(again);
    EXPECT_EQ(film_of(*again), "film-1");
}

TEST_P(SourceContract, ALostLeaseIsTold) {
    TestWorker first(world->worker("pc-1"));
    TestWorker second(world->worker("pc-2"));
    world->submit("film-1");
    const auto job = first.take();
    ASSERT_TRUE(job);
    if (!world->lose_lease("pc-1")) {
        GTEST_SKIP() << "no lease of a living worker can run out here";
    }
    const auto again = second.take();
    ASSERT_TRUE(again);
    EXPECT_TRUE(first.loses(job->lease));
    expect_success(second.finish(completed(*again)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
}

TEST_P(SourceContract, ACancelledJobIsToldToTheWorker) {
    TestWorker worker(world->worker("pc-1"));
    if (!worker.abilities().cancels) {
        GTEST_SKIP() << "nobody can cancel a job in this system";
    }
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    world->cancel("film-1");
    EXPECT_TRUE(worker.loses(job->lease));
    EXPECT_TRUE(sees(*world, "film-1", State::Cancelled));
}

TEST_P(SourceContract, ABrokerThatRestartsInMidJobLosesNothing) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    world->submit("film-2");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    world->restart_broker();
    EXPECT_EQ(worker.keep_alive(job->lease), LeaseState::Held);
    expect_success(worker.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    const auto next = worker.take();
    ASSERT_TRUE(next);
    EXPECT_EQ(film_of(*next), "film-2");
    expect_success(worker.finish(completed(*next)));
    EXPECT_TRUE(sees(*world, "film-2", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
    worker.expect_nothing();
}

TEST_P(SourceContract, AnEndToldWhileTheBrokerIsAwayIsToldLater) {
    TestWorker worker(world->worker("pc-1"));
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    world->stop_broker();
    EXPECT_TRUE(worker.notices_that_the_broker_is_away(job->lease));
    world->start_broker();
    expect_success(worker.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    EXPECT_EQ(world->view("film-1").ends, 1);
}

TEST_P(SourceContract, StillTellsOfWorkAfterTheBrokerRestarts) {
    TestWorker worker(world->worker("pc-1"));
    worker.expect_nothing();
    world->restart_broker();
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    EXPECT_EQ(film_of(*job), "film-1");
}

TEST_P(SourceContract, NothingIsLostOrEndsTwiceWhereWorkersDieAgainAndAgain) {
    constexpr std::size_t kJobs = 60;
    constexpr std::array<const char*, 2> kNames{"pc-1", "pc-2"};
    std::mt19937 random(1); // the same deaths in each run
    std::vector<TestWorker> workers;
    for (const auto* name : kNames) {
        workers.emplace_back(world->worker(name));
    }
    for (std::size_t i = 0; i < kJobs; ++i) {
        world->submit("film-" + std::to_string(i));
    }
    // What a worker has told is no end yet: another one may have got the job of one that died.
    std::size_t ended = 0;
    EXPECT_TRUE(wait_for([&] {
        while (ended < kJobs && world->view("film-" + std::to_string(ended)).state == State::Completed) {
            ++ended;
        }
        const std::size_t who = random() % workers.size();
        TestWorker& worker = workers[who];
        const auto answer = worker.ask();
        const auto* job = answer ? std::get_if<sources::Assignment>(&*answer) : nullptr;
        if (job == nullptr) {
            return ended == kJobs;
        }
        const auto fate = random() % 6;
        const auto next_life = [&] {
            worker.die();
            worker.begin(world->worker(kNames[who]));
        };
        if (fate == 0) {
            next_life(); // and knows nothing of it any more
            return false;
        }
        if (fate == 1) {
            next_life(); // and has only the end to tell
        }
        expect_success(worker.finish(completed(*job)));
        if (fate == 2) {
            next_life();
        }
        return false;
    })) << ended;
    for (std::size_t i = 0; i < kJobs; ++i) {
        const std::string film = "film-" + std::to_string(i);
        EXPECT_TRUE(sees(*world, film, State::Completed));
        EXPECT_EQ(world->view(film).ends, 1) << film;
    }
}

TEST_P(SourceContract, SetsPoisonAsideAndGoesOn) {
    TestWorker worker(world->worker("pc-1"));
    world->submit_poison();
    world->submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    EXPECT_EQ(film_of(*job), "film-1");
    EXPECT_TRUE(wait_for([&] { return world->poison_is_set_aside(); }));
    expect_success(worker.finish(completed(*job)));
    EXPECT_TRUE(sees(*world, "film-1", State::Completed));
    worker.expect_nothing();
}

} // namespace
} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/job_store_fixture.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using jobs::JobState;
using test::sample_job;

std::vector<std::string> ids(const std::vector<JobRecord>& records) {
    std::vector<std::string> result;
    for (const auto& record : records) {
        result.push_back(record.job.job_id);
    }
    return result;
}

using Ids = std::vector<std::string>;

TEST_F(JobStoreTest, KeepsAJobWholeOverAReopen) {
    insert("a", 7);
    ASSERT_TRUE(m_store->begin_attempt("a", "w1", now(), now() + base::Duration{1000}));
    ASSERT_TRUE(m_store->update_progress("a", {42.5, 30, 12}, now(), now() + base::Duration{2000}));
    open();
    const auto record = m_store->find("a");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->job, sample_job("a"));
    EXPECT_EQ(record->state, JobState::Processing);
    EXPECT_EQ(record->priority, 7);
    EXPECT_EQ(record->attempts, 1);
    EXPECT_EQ(record->worker_id, "w1");
    EXPECT_EQ(record->progress, 42.5);
    EXPECT_EQ(record->fps, 30);
    EXPECT_EQ(record->eta_sec, 12);
    EXPECT_EQ(record->lease_until, now() + base::Duration{2000});
    EXPECT_EQ(record->created_at, now());
    EXPECT_EQ(record->started_at, now());
    EXPECT_FALSE(record->finished_at);
}

TEST_F(JobStoreTest, RefusesASecondJobOfTheSameId) {
    insert("a");
    JobRecord record;
    record.job = sample_job("a");
    record.created_at = now();
    const auto again = m_store->insert(record);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::AlreadyExists);
}

TEST_F(JobStoreTest, SaysWhichJobIsUnknown) {
    const auto record = m_store->find("nobody");
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::NotFound);
    EXPECT_NE(record.error().message.find("nobody"), std::string::npos);
}

TEST_F(JobStoreTest, ListsNewestFirstInPagesAndByState) {
    for (const auto* id : {"a", "b", "c", "d"}) {
        insert(id);
    }
    ASSERT_TRUE(m_store->begin_attempt("c", "w", now(), now()));
    JobFilter filter;
    filter.limit = 3;
    EXPECT_EQ(ids(*m_store->list(filter)), (Ids{"d", "c", "b"}));
    filter.after = "b";
    EXPECT_EQ(ids(*m_store->list(filter)), (Ids{"a"}));
    filter.after.clear();
    filter.state = JobState::Queued;
    EXPECT_EQ(ids(*m_store->list(filter)), (Ids{"d", "b", "a"}));
    filter.after = "unknown";
    ASSERT_FALSE(m_store->list(filter));
    EXPECT_EQ(m_store->list(filter).error().code, ErrorCode::InvalidArgument);
}

TEST_F(JobStoreTest, QueuesByPriorityThenBySubmission) {
    insert("a");
    insert("b", 5);
    insert("c");
    insert("d", 5);
    insert("e", -1);
    EXPECT_EQ(ids(*m_store->queued(0, 10)), (Ids{"b", "d", "a", "c", "e"}));
    EXPECT_EQ(ids(*m_store->queued(1, 2)), (Ids{"d", "a"}));
}

TEST_F(JobStoreTest, MovesOnlyAsAllowed) {
    insert("a");
    ASSERT_TRUE(m_store->begin_attempt("a", "w", now(), now()));
    const auto twice = m_store->begin_attempt("a", "w", now(), now());
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(m_store->attempts("a")->size(), 1U);
    ASSERT_TRUE(m_store->complete("a", {"w", "/x.m3u8", {}, {}}, now()));
    EXPECT_FALSE(m_store->requeue("a", now()));
    EXPECT_FALSE(m_store->end_attempt("a", {}, now()));
    EXPECT_FALSE(m_store->complete("a", {"w", "/other.m3u8", {}, {}}, now()));
    EXPECT_EQ(m_store->find("a")->manifest_url, "/x.m3u8");
}

TEST_F(JobStoreTest, KeepsTheCausesOfAllAttemptsOverARetry) {
    insert("a");
    AttemptEnd end;
    end.outcome = AttemptOutcome::Failed;
    end.cause = "first";
    end.total_time_ms = 11;
    ASSERT_TRUE(m_store->begin_attempt("a", "w1", now(), now()));
    ASSERT_TRUE(m_store->end_attempt("a", end, now()));
    end.cause = "second";
    end.next = JobState::Failed;
    end.error = "both";
    ASSERT_TRUE(m_store->begin_attempt("a", "w2", now(), now()));
    ASSERT_TRUE(m_store->end_attempt("a", end, now()));
    EXPECT_EQ(m_store->find("a")->error, "both");
    EXPECT_TRUE(m_store->find("a")->finished_at);
    ASSERT_TRUE(m_store->requeue("a", now()));
    EXPECT_EQ(m_store->find("a")->attempts, 0);
    EXPECT_EQ(m_store->find("a")->error, "");
    EXPECT_FALSE(m_store->find("a")->finished_at);
    ASSERT_TRUE(m_store->begin_attempt("a", "w3", now(), now()));
    const auto attempts = *m_store->attempts("a");
    ASSERT_EQ(attempts.size(), 3U);
    EXPECT_EQ(attempts[0].cause, "first");
    EXPECT_EQ(attempts[0].total_time_ms, 11);
    EXPECT_EQ(attempts[1].cause, "second");
    EXPECT_EQ(attempts[2].number, 3);
    EXPECT_EQ(attempts[2].outcome, AttemptOutcome::Open);
    EXPECT_FALSE(attempts[2].ended_at);
}

TEST_F(JobStoreTest, AnAttemptThatWasNobodysFaultIsNotCounted) {
    insert("a");
    AttemptEnd end;
    end.counts = false;
    ASSERT_TRUE(m_store->begin_attempt("a", "w1", now(), now()));
    EXPECT_EQ(m_store->find("a")->attempts, 1);
    ASSERT_TRUE(m_store->end_attempt("a", end, now()));
    EXPECT_EQ(m_store->find("a")->attempts, 0);
}

TEST_F(JobStoreTest, CompletionClosesTheAttemptsOfAllWorkers) {
    insert("a");
    AttemptEnd lost;
    lost.outcome = AttemptOutcome::Lost;
    lost.cause = "silent";
    ASSERT_TRUE(m_store->begin_attempt("a", "slow", now(), now()));
    ASSERT_TRUE(m_store->end_attempt("a", lost, now()));
    ASSERT_TRUE(m_store->begin_attempt("a", "other", now(), now()));
    ASSERT_TRUE(m_store->complete("a", {"slow", "/x.m3u8", {{"total_time_ms", 5}}, 5}, now()));
    const auto attempts = *m_store->attempts("a");
    EXPECT_EQ(attempts[0].outcome, AttemptOutcome::Completed);
    EXPECT_EQ(attempts[0].cause, "");
    EXPECT_EQ(attempts[1].outcome, AttemptOutcome::Superseded);
    EXPECT_EQ(attempts[1].cause, "worker slow finished the job first");
    const auto record = *m_store->find("a");
    EXPECT_EQ(record.worker_id, "slow");
    EXPECT_EQ(record.metrics, (base::Json{{"total_time_ms", 5}}));
    EXPECT_EQ(record.progress, 100);
    EXPECT_FALSE(record.lease_until);
}

TEST_F(JobStoreTest, CountsByState) {
    insert("a");
    insert("b");
    insert("c");
    ASSERT_TRUE(m_store->begin_attempt("c", "w", now(), now()));
    auto counts = *m_store->counts();
    EXPECT_EQ(counts[JobState::Queued], 2);
    EXPECT_EQ(counts[JobState::Processing], 1);
    EXPECT_EQ(counts[JobState::Failed], 0);
    EXPECT_EQ(ids(*m_store->processing()), (Ids{"c"}));
    EXPECT_EQ((*m_store->processing_of("w"))->job.job_id, "c");
    EXPECT_FALSE(*m_store->processing_of("v"));
}

TEST_F(JobStoreTest, SaysWhichStoredJobIsDamaged) {
    insert("a");
    ASSERT_TRUE(m_database->run("UPDATE jobs SET spec = '{broken'"));
    const auto record = m_store->find("a");
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::CorruptData);
    EXPECT_NE(record.error().message.find("job a"), std::string::npos);
}

} // namespace
} // namespace framehand::orchestrator

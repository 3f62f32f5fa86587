// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/job_store_fixture.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace framehand::orchestrator {
namespace {

using jobs::JobState;
using JobStoreKillTest = JobStoreTest;

TEST_F(JobStoreKillTest, KeepsWhatWasCommittedAndNothingElseWhenItsProcessIsKilled) {
    m_store.reset();
    m_database.reset();
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto database = sql::Database::open(m_folder.path() / "o.db", orchestrator::schema_steps());
        JobStore store(**database);
        JobRecord record;
        record.job = test::sample_job("kept");
        record.created_at = now();
        const bool stored = store.insert(record) && store.begin_attempt("kept", "w", now(), now()) &&
                            (*database)->run("BEGIN IMMEDIATE") &&
                            (*database)->run("UPDATE jobs SET state = 'COMPLETED'") &&
                            (*database)->run("DELETE FROM attempts");
        if (!stored) {
            _exit(1);
        }
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child could not store its job";

    open();
    EXPECT_EQ(m_store->find("kept")->state, JobState::Processing);
    ASSERT_EQ(m_store->attempts("kept")->size(), 1U);
    EXPECT_EQ(m_store->attempts("kept")->front().outcome, AttemptOutcome::Open);
    EXPECT_EQ(m_database->run("PRAGMA integrity_check")->front().text(0), "ok");
}

} // namespace
} // namespace framehand::orchestrator

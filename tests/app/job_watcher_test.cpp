// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/job_watcher.h"
#include "tests/app/scripted_http_client.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

class JobWatcherTest : public testing::Test {
protected:
    void job(const std::string& state, const std::string& more = "") {
        m_http.will_answer(200, R"({"job_id":"j1","worker_id":"pc-1","state":")" + state + "\"" + more + "}");
    }

    base::Result<JobWatcher::End> watch() {
        OrchestratorClient client(m_http, "http://server", m_interrupted.token());
        JobWatcher watcher(client, m_timers, m_clock, {base::Duration(1), base::Duration(60'000)});
        return watcher.watch("j1", m_interrupted.token(),
                             [this](const ProgressView& view) { m_seen.push_back(progress_text(view)); });
    }

    test::ScriptedHttpClient m_http;
    platform::QtTimers m_timers;
    test::FakeClock m_clock;
    base::CancelSource m_interrupted;
    std::vector<std::string> m_seen;
};

TEST_F(JobWatcherTest, FollowsAJobToItsEnd) {
    job("QUEUED");
    job("PROCESSING", R"(,"progress":40,"fps":25,"eta_sec":9)");
    job("PROCESSING", R"(,"progress":100)");
    job("COMPLETED", R"(,"manifest_url":"/hls/heat/index.m3u8")");
    const auto end = watch();
    ASSERT_TRUE(end) << end.error().text();
    EXPECT_EQ(end->view.state, jobs::JobState::Completed);
    EXPECT_EQ(end->view.manifest_url, "/hls/heat/index.m3u8");
    EXPECT_EQ(end->job["state"], "COMPLETED");
    EXPECT_EQ(m_seen, (std::vector<std::string>{"waiting for a worker", " 40 %  25 fps  9 s left  transcoding on pc-1",
                                                "100 %  pc-1 copies it to the NAS"}));
    EXPECT_EQ(m_http.sent.back().url, "http://server/api/v1/jobs/j1");
}

TEST_F(JobWatcherTest, WaitsForAnOrchestratorThatIsAwayForAWhile) {
    job("QUEUED");
    m_http.will_fail(base::ErrorCode::Unavailable);
    m_http.will_fail(base::ErrorCode::Timeout);
    job("FAILED");
    const auto end = watch();
    ASSERT_TRUE(end) << end.error().text();
    EXPECT_EQ(end->view.state, jobs::JobState::Failed);
    EXPECT_EQ(m_seen[1], "the orchestrator does not answer, trying again");
}

TEST_F(JobWatcherTest, GivesUpAfterItsPatience) {
    m_http.on_send = [this] { m_clock.advance(base::Duration(20'000)); };
    const auto end = watch();
    ASSERT_FALSE(end);
    EXPECT_EQ(end.error().code, base::ErrorCode::Unavailable);
    EXPECT_EQ(m_http.sent.size(), 4U);
}

TEST_F(JobWatcherTest, EndsAtOnceForAJobThatIsGone) {
    m_http.will_answer(404, R"({"error":{"message":"no job j1"}})");
    EXPECT_EQ(watch().error().message, "no job j1");
}

TEST_F(JobWatcherTest, StopsWhenTheUserInterrupts) {
    job("QUEUED");
    job("QUEUED");
    m_http.on_send = [this] {
        if (m_http.sent.size() == 2) {
            m_interrupted.cancel();
        }
    };
    EXPECT_EQ(watch().error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(m_http.sent.size(), 2U);
}

} // namespace
} // namespace framehand::cli

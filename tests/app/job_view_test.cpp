// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/job_view.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

TEST(JobViewTest, ReadsWhatAnOrchestratorTells) {
    const auto job = job_view_from_json(
        {{"job_id", "j1"},
         {"state", "FAILED"},
         {"worker_id", nullptr},
         {"eta_sec", nullptr},
         {"input", {{"source_url", "heat.mkv"}}},
         {"error", "all attempts failed"},
         {"attempts",
          {{{"number", 1}, {"worker_id", "pc-1"}, {"outcome", "failed"}, {"cause", "no video stream"}},
           {{"number", 2}, {"worker_id", ""}, {"outcome", "lost"}, {"cause", "went silent"}},
           "nonsense"}}});
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->source_url, "heat.mkv");
    EXPECT_EQ(job->worker_id, "");
    EXPECT_EQ(causes_of(*job),
              (std::vector<std::string>{"attempt 1 on pc-1: no video stream", "attempt 2: went silent"}));
}

TEST(JobViewTest, FallsBackToTheErrorWithoutAttempts) {
    const auto job = job_view_from_json({{"job_id", "j1"}, {"state", "FAILED"}, {"error", "gone"}});
    ASSERT_TRUE(job);
    EXPECT_EQ(causes_of(*job), std::vector<std::string>{"gone"});
}

TEST(JobViewTest, ReadsTheNotesOfAPackage) {
    const auto notes = [](const base::Json& metrics) {
        return job_view_from_json({{"job_id", "j1"}, {"state", "COMPLETED"}, {"metrics", metrics}})->notes;
    };
    const base::Json list = base::Json::array({"made at 1280x720", 5});
    EXPECT_EQ(notes({{"notes", list}}), std::vector<std::string>{"made at 1280x720"});
    EXPECT_TRUE(notes(nullptr).empty());
    EXPECT_TRUE(notes({{"notes", "x"}}).empty());
}

TEST(JobViewTest, RefusesWhatIsNoJob) {
    for (const base::Json& wrong :
         {base::Json(), base::Json::array(), base::Json{{"job_id", "j1"}}, base::Json{{"state", "QUEUED"}},
          base::Json{{"job_id", "j1"}, {"state", "SLEEPING"}}, base::Json{{"job_id", 1}, {"state", "QUEUED"}}}) {
        EXPECT_FALSE(job_view_from_json(wrong)) << wrong.dump();
    }
}

TEST(JobViewTest, SaysInWordsWhatAJobDoes) {
    const auto words = [](const char* state, base::Json more) {
        more.update({{"job_id", "j1"}, {"state", state}, {"worker_id", "pc-1"}});
        return job_view_from_json(more)->progress.state;
    };
    EXPECT_EQ(words("QUEUED", base::Json::object()), "waiting for a worker");
    EXPECT_EQ(words("QUEUED", {{"attempts", {{{"number", 1}}}}}), "waiting for a worker to try again");
    EXPECT_EQ(words("PROCESSING", {{"progress", 10}}), "transcoding on pc-1");
    EXPECT_EQ(words("PROCESSING", {{"progress", 100}}), "pc-1 copies it to the NAS");
}

} // namespace
} // namespace framehand::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/status_text.h"

#include <QByteArray>
#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

TEST(StatusText, SaysWhatTheWorkerDoesAndWhyItWaits) {
    const base::Json worker{{"phase", "not_ready"}, {"reason", "the share is away"},
                            {"job", nullptr},       {"jobs_completed", 3},
                            {"jobs_failed", 1},     {"last_error", "disk\nfull"}};
    const auto lines = daemon_lines({{"seq", 7}, {"state", {{"mode", "all"}, {"worker", worker}}}});
    EXPECT_EQ(lines,
              (std::vector<std::string>{"worker: cannot take jobs now: the share is away",
                                        "  jobs since its start: 3 completed, 1 failed", "  last error: disk?full"}));
}

TEST(StatusText, ShowsTheRunningJob) {
    const auto lines = daemon_lines(
        {{"phase", "transcoding"}, {"job", {{"job_id", "j1"}, {"input", "heat.mkv"}, {"percent", 40}, {"fps", 25}}}});
    ASSERT_GE(lines.size(), 3U);
    EXPECT_EQ(lines[0], "worker: transcoding");
    EXPECT_EQ(lines[1], "  job j1, heat.mkv");
    EXPECT_TRUE(lines[2].starts_with("   40 %  25 fps")) << lines[2];
}

TEST(StatusText, SaysHowLongAPauseHolds) {
    ASSERT_TRUE(qputenv("TZ", QByteArrayLiteral("UTC")));
    base::Json worker{{"phase", "paused"},
                      {"reason", "paused by you"},
                      {"pause", {{"reason", "by_you"}, {"until", nullptr}, {"released", ""}}}};
    EXPECT_EQ(daemon_lines(worker).front(), "worker: paused by you (until resumed)");
    worker["pause"]["until"] = "2026-11-21T08:15:30.123Z";
    EXPECT_EQ(daemon_lines(worker).front(), "worker: paused by you (until 2026-11-21 08:15)");
    worker["pause"]["released"] = "it was paused for 30 min";
    EXPECT_EQ(daemon_lines(worker)[1], "  the transcoder was ended to give back its memory (it was paused for 30 min); "
                                       "it will go on with what it has finished");
    worker["phase"] = "committing";
    worker["reason"] = "";
    EXPECT_EQ(daemon_lines(worker)[0], "worker: copying a package to the NAS");
    EXPECT_EQ(daemon_lines(worker)[1], "  then paused by you (until 2026-11-21 08:15)");
}

TEST(StatusText, SaysWhyItPausesByItselfAndWhatEndsThat) {
    const auto cause = [](const char* sentence, const char* goes_on, base::Json until = nullptr) {
        return base::Json{{"sentence", sentence}, {"goes_on", goes_on}, {"until", std::move(until)}};
    };
    const auto in_use = cause("keyboard or mouse in use", "after 5 min without input");
    base::Json pause{{"reason", "in_use"}, {"until", nullptr}, {"reasons", {in_use}}};
    const auto line = [&] { return daemon_lines({{"phase", "paused"}, {"pause", pause}}).front(); };
    EXPECT_EQ(line(), "worker: paused: keyboard or mouse in use (goes on after 5 min without input)");
    pause["reasons"] = {cause("paused by you", "once resumed", "2026-11-21T08:15:30.123Z"), in_use};
    EXPECT_EQ(line(), "worker: paused by you; keyboard or mouse in use (goes on after 5 min without input)");
    pause["reasons"] = {cause("paused by you", "once resumed"), in_use};
    EXPECT_EQ(line(), "worker: paused by you; keyboard or mouse in use (until resumed)");
    pause["reasons"] = {cause("outside the hours for work", "", "2026-11-21T22:00:00.000Z")};
    pause["until"] = "2026-11-21T22:00:00.000Z";
    EXPECT_EQ(line(), "worker: paused: outside the hours for work (until 2026-11-21 22:00)");
    pause["reasons"] = {1, "x"};
    pause["until"] = nullptr;
    EXPECT_EQ(line(), "worker: paused (until resumed)");
}

TEST(StatusText, TakesAnyState) {
    for (const base::Json& odd :
         {base::Json(), base::Json(1), base::Json{{"worker", nullptr}}, base::Json{{"phase", 1}},
          base::Json{{"worker", {{"phase", "dreaming"}, {"job", {{"percent", "x"}}}}}}}) {
        EXPECT_FALSE(daemon_lines(odd).empty()) << odd.dump();
    }
}

} // namespace
} // namespace framehand::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ended_jobs.h"
#include "ui/history_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

using testing::HasSubstr;

std::string csv_of(const base::Json& job) {
    return history_csv({history_entry_of(job)}).toStdString();
}

TEST(HistoryCsv, HasAHeaderAndOneLineForEachJob) {
    EXPECT_EQ(csv_of(test::ended_job("j1")),
              "id,title,input,output,result,started_at,ended_at,duration_sec,duration_counts_pauses,speed,input_bytes,"
              "output_bytes,rungs,index,error,cause,attempts\r\n"
              "j1,Sintel,movies/Sintel.mkv,hls/Sintel,COMPLETED,2026-11-21T10:00:00.000Z,2026-11-21T11:20:00.000Z,"
              "4800.000,false,3.630,5000000000,1200000000,1080p 720p audio,/mnt/nas/hls/Sintel/index.m3u8,,,1\r\n");
}

TEST(HistoryCsv, QuotesWhatWouldBreakALine) {
    auto job = test::ended_job("j1", "FAILED");
    job["title"] = "Love, \"Actually\"";
    const auto csv = csv_of(job);
    EXPECT_THAT(csv, HasSubstr(",\"Love, \"\"Actually\"\"\","));
    EXPECT_THAT(csv, HasSubstr(",\"write:\nENOSPC\","));
}

TEST(HistoryCsv, NoTextBecomesAFormula) {
    for (const char* evil : {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)"}) {
        auto job = test::ended_job("j1");
        job["title"] = evil;
        EXPECT_THAT(csv_of(job), HasSubstr(std::string("j1,'") + evil)) << evil;
    }
    auto quoted = test::ended_job("j1");
    quoted["title"] = "=HYPERLINK(\"http://x\",1)";
    EXPECT_THAT(csv_of(quoted), HasSubstr("j1,\"'=HYPERLINK(\"\"http://x\"\",1)\","));
}

TEST(HistoryCsv, IsUtf8) {
    auto job = test::ended_job("j1");
    job["title"] = "Größe 映画";
    EXPECT_THAT(csv_of(job), HasSubstr("Größe 映画"));
}

} // namespace
} // namespace framehand::ui

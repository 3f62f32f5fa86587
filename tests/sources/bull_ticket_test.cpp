// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_ticket.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

BullTicket sample() {
    return {BullKind::Bull,
            "transcoding-720p",
            "42",
            "token:1",
            2,
            {{"attempts", 3}},
            base::Json::array({"Error: x"}),
            "video-1",
            "720p"};
}

TEST(BullTicket, ComesBackAsItWas) {
    const auto read = bull_ticket_from_text(to_text(sample()));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, sample());
}

TEST(BullTicket, KeepsAnIdOfAnyBytes) {
    auto ticket = sample();
    ticket.id = "4\xff\x01";
    const auto text = to_text(ticket);
    EXPECT_NE(text.find(R"("id_hex":"34ff01")"), std::string::npos) << text;
    const auto read = bull_ticket_from_text(text);
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, ticket);
}

TEST(BullTicket, KeepsWhatIsNeededOfAJob) {
    const auto job = bull_job("7", {{"data", R"({"videoId":"v","resolution":"720p","more":1})"},
                                    {"opts", R"({"attempts":3,"removeOnFail":true,"jobId":"7","fpof":true})"},
                                    {"atm", "2"},
                                    {"stacktrace", R"(["Error: a",5])"}});
    const auto ticket = bull_ticket(BullKind::BullMq, "q", "t:1", job);
    EXPECT_EQ(ticket, (BullTicket{BullKind::BullMq,
                                  "q",
                                  "7",
                                  "t:1",
                                  2,
                                  {{"attempts", 3}, {"removeOnFail", true}, {"fpof", true}},
                                  base::Json::array({"Error: a"}),
                                  "v",
                                  "720p"}));
}

TEST(BullTicket, StaysSmallWhateverOthersWrote) {
    base::Json traces = base::Json::array();
    for (int i = 0; i < 300; ++i) {
        traces.push_back(std::string(100'000, 'x') + std::to_string(i));
    }
    const std::string endless(2'000'000, 'v');
    const auto job = bull_job("7", {{"data", base::dump_json({{"videoId", endless}})},
                                    {"opts", base::dump_json({{"backoff", {{"type", endless}}}, {"attempts", 2}})},
                                    {"stacktrace", base::dump_json(traces)}});
    const auto ticket = bull_ticket(BullKind::Bull, "q", "t:1", job);
    EXPECT_LT(to_text(ticket).size(), 512'000U);
    EXPECT_EQ(ticket.opts, (base::Json{{"attempts", 2}}));
    EXPECT_EQ(ticket.stacktrace.size(), 50U);
}

TEST(BullTicket, StaysSmallThoughAllOfItMustBeEscaped) {
    base::Json traces = base::Json::array();
    for (int i = 0; i < 60; ++i) {
        traces.push_back(std::string(10'000, '\x01'));
    }
    const auto ticket =
        bull_ticket(BullKind::Bull, "q", "t:1", bull_job("7", {{"stacktrace", base::dump_json(traces)}}));
    EXPECT_EQ(ticket.stacktrace.size(), 50U);
    EXPECT_LT(to_text(ticket).size(), 700'000U);
}

TEST(BullTicket, LeavesOutAnOptionNestedSoDeepThatItCouldNotBeReadAgain) {
    const std::string deep = std::string(62, '[') + std::string(62, ']');
    const auto job = bull_job("7", {{"opts", R"({"attempts":2,"backoff":)" + deep + "}"}});
    ASSERT_TRUE(job.opts.contains("backoff"));
    const auto ticket = bull_ticket(BullKind::Bull, "q", "t:1", job);
    EXPECT_EQ(ticket.opts, (base::Json{{"attempts", 2}}));
    const auto read = bull_ticket_from_text(to_text(ticket));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, ticket);
}

TEST(BullTicket, WhatIsNoTicketIsRefused) {
    for (const std::string text : {"", "[]", "{}", R"({"kind":"bullmq","queue":"q","id":"1"})",
                                   R"({"kind":"sidekiq","queue":"q","id":"1","token":"t","stacktrace":[]})"}) {
        const auto read = bull_ticket_from_text(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, base::ErrorCode::CorruptData) << text;
    }
}

} // namespace
} // namespace framehand::sources

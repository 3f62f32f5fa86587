// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_history.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace framehand::worker {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using State = EndedJob::State;
using Sort = HistoryQuery::Sort;
using Order = HistoryQuery::Order;

class Heard final : public base::LogSink {
public:
    void write(const base::LogRecord& record) override { messages.push_back(record.message); }

    std::vector<std::string> messages;
};

class JobHistoryTest : public testing::Test {
protected:
    JobHistoryTest() { open(); }

    void open() {
        m_history.reset();
        m_history = std::make_unique<JobHistory>(folder.path(), base::Logger(heard, clock, base::LogLevel::Debug));
        m_history->open();
    }

    static EndedJob job(const std::string& id, std::int64_t at_ms = 1'000'000, State state = State::Completed) {
        EndedJob job;
        job.job_id = id;
        job.attempt = 1;
        job.started_at = base::WallTime{base::Duration{at_ms}};
        job.ended_at = base::WallTime{base::Duration{at_ms + 60'000}};
        job.state = state;
        job.input = "movies/" + id + ".mkv";
        job.output = "hls/" + id;
        job.duration = base::Duration{60'000};
        return job;
    }

    [[nodiscard]] HistoryPage list(const HistoryQuery& query = {}) {
        auto page = m_history->list(query);
        EXPECT_TRUE(page) << page.error().text();
        return page.value_or(HistoryPage{});
    }

    [[nodiscard]] std::vector<std::string> ids(const HistoryQuery& query = {}) {
        std::vector<std::string> ids;
        for (const auto& row : list(query).rows) {
            ids.push_back(row.job.job_id);
        }
        return ids;
    }

    test::TempFolder folder;
    base::SystemClock clock;
    std::shared_ptr<Heard> heard = std::make_shared<Heard>();
    std::unique_ptr<JobHistory> m_history;
};

TEST_F(JobHistoryTest, KeepsEverythingOfAJobAcrossRestarts) {
    EndedJob full = job("j1");
    full.attempt = 3;
    full.state = State::Failed;
    full.manifest_url = "/hls/j1/index.m3u8";
    full.counted = EndedJob::Counted::Wall;
    full.speed = 3.5;
    full.input_bytes = 5'000'000'000;
    full.output_bytes = 2'000'000'000;
    full.rungs = {"1080p", "720p", "audio"};
    full.error = base::Error{base::ErrorCode::NoSpace, "the share is full", "write: No space left on device"};
    m_history->add(full);
    open();
    const auto page = list();
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows.front().job, full);
    EXPECT_EQ(page.rows.front().attempts, 3);
    EXPECT_THAT(heard->messages, IsEmpty());
}

TEST_F(JobHistoryTest, AnEndThatIsToldAgainIsStillOne) {
    m_history->add(job("j1", 1'000'000, State::Failed));
    auto again = job("j1");
    again.ended_at += base::Duration{5};
    m_history->add(again);
    const auto page = list();
    EXPECT_EQ(page.total, 1);
    EXPECT_EQ(page.rows.front().job, again) << "the last word counts";
}

TEST_F(JobHistoryTest, EachAttemptIsAnEndOfItsOwn) {
    auto first = job("j1", 1'000'000, State::Failed);
    auto second = job("j1", 2'000'000);
    second.attempt = 2;
    m_history->add(first);
    m_history->add(second);
    EXPECT_EQ(list().total, 2);
}

TEST_F(JobHistoryTest, CountsTheAttemptsOfASourceThatDoesNot) {
    for (const int at : {1'000'000, 2'000'000, 3'000'000}) {
        auto ended = job("j1", at);
        ended.attempt.reset();
        m_history->add(ended);
    }
    const auto page = list();
    ASSERT_EQ(page.rows.size(), 3U);
    EXPECT_EQ(page.rows[0].attempts, 3);
    EXPECT_EQ(page.rows[2].attempts, 1);
}

TEST_F(JobHistoryTest, SortsBothWays) {
    auto small = job("a", 1'000'000);
    small.input = "movies/zebra.mkv";
    small.input_bytes = 1;
    auto large = job("b", 2'000'000, State::Failed);
    large.input = "movies/Apple.mkv";
    large.input_bytes = 100;
    large.speed = 2;
    m_history->add(small);
    m_history->add(large);
    EXPECT_THAT(ids(), ElementsAre("b", "a")) << "newest first";
    HistoryQuery query;
    query.order = Order::Ascending;
    for (const auto& [sort, first] :
         {std::pair{Sort::EndedAt, "a"}, std::pair{Sort::Title, "b"}, std::pair{Sort::InputBytes, "a"},
          std::pair{Sort::Speed, "a"}, std::pair{Sort::State, "a"}}) {
        query.sort = sort;
        EXPECT_EQ(ids(query).front(), first) << static_cast<int>(sort);
    }
    query.sort = Sort::Title;
    query.order = Order::Descending;
    EXPECT_THAT(ids(query), ElementsAre("a", "b"));
}

TEST_F(JobHistoryTest, SearchesForAllWordsInAnyCaseAndScript) {
    auto film = job("x1");
    film.input = "Filme/Größe Diktator.mkv";
    m_history->add(film);
    auto failed = job("x2", 2'000'000, State::Failed);
    failed.error = base::Error{base::ErrorCode::CorruptData, "the source is damaged", "100 %_ of it"};
    m_history->add(failed);
    HistoryQuery query;
    for (const auto& [search, found] : {std::pair{"DIKTATOR GRÖßE", "x1"}, std::pair{"damaged", "x2"},
                                        std::pair{"%_", "x2"}, std::pair{" X1 ", "x1"}}) {
        query.search = search;
        EXPECT_THAT(ids(query), ElementsAre(found)) << search;
    }
    for (const char* nothing : {"größe nosuchword", "'; DROP TABLE ended; --"}) {
        query.search = nothing;
        EXPECT_THAT(ids(query), IsEmpty()) << nothing;
    }
    query.search = "";
    EXPECT_THAT(ids(query), ElementsAre("x2", "x1"));
}

TEST_F(JobHistoryTest, FiltersByStateAndPages) {
    for (int i = 0; i < 10; ++i) {
        m_history->add(job("j" + std::to_string(i), i * 1000, i % 2 == 0 ? State::Completed : State::Cancelled));
    }
    HistoryQuery query;
    query.state = State::Cancelled;
    query.limit = 2;
    query.offset = 1;
    const auto page = list(query);
    EXPECT_EQ(page.total, 5);
    EXPECT_THAT(ids(query), ElementsAre("j7", "j5"));
    query.offset = 100;
    EXPECT_THAT(ids(query), IsEmpty());
    query = {};
    query.limit = -1;
    query.offset = -5;
    EXPECT_THAT(ids(query), IsEmpty());
}

TEST_F(JobHistoryTest, ADamagedFileIsSetAsideAndANewOneBegun) {
    m_history->add(job("old"));
    m_history.reset();
    folder.write("history.db", std::string(8192, 'x'));
    open();
    EXPECT_THAT(heard->messages, Contains(HasSubstr("set aside")));
    EXPECT_EQ(folder.read("history.db.damaged-1"), std::string(8192, 'x'));
    m_history->add(job("new"));
    EXPECT_THAT(ids(), ElementsAre("new"));
    m_history.reset();
    folder.write("history.db", "no database either, and long enough to be looked at: " + std::string(4096, 'y'));
    open();
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "history.db.damaged-2")) << "none replaces another";
}

TEST_F(JobHistoryTest, DamageInTheMiddleIsFoundAtTheStart) {
    for (int i = 0; i < 200; ++i) {
        m_history->add(job("j" + std::to_string(i), i * 1000));
    }
    m_history.reset();
    auto bytes = folder.read("history.db");
    ASSERT_GT(bytes.size(), 16'384U);
    bytes.replace(8192, 4096, std::string(4096, '\xFF'));
    folder.write("history.db", bytes);
    open();
    EXPECT_THAT(heard->messages, Contains(HasSubstr("set aside")));
    EXPECT_THAT(ids(), IsEmpty());
}

TEST_F(JobHistoryTest, AFileOfANewerVersionIsLeftAloneAndNothingIsRefused) {
    m_history.reset();
    {
        auto database = sql::Database::open(folder.path() / "history.db", {{"SELECT 1"}});
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->run("PRAGMA user_version = 99"));
    }
    const auto before = folder.read("history.db");
    open();
    EXPECT_THAT(heard->messages, Contains(HasSubstr("no history")));
    m_history->add(job("j1"));
    const auto page = m_history->list({});
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, base::ErrorCode::Unavailable);
    EXPECT_EQ(folder.read("history.db"), before);
}

TEST_F(JobHistoryTest, LongTextsAreCut) {
    auto long_job = job("j1", 1'000'000, State::Failed);
    long_job.error = base::Error{base::ErrorCode::Internal, std::string(100'000, 'm'), std::string(100'000, 'c')};
    m_history->add(long_job);
    const auto kept = list().rows.front().job;
    EXPECT_EQ(kept.error->message.size(), 4096U);
    EXPECT_EQ(kept.error->cause.size(), 16'384U);
}

TEST(HistorySort, EveryColumnOfTheLocalApiIsKnown) {
    for (const char* name : {"ended_at", "title", "duration", "speed", "input_bytes", "output_bytes", "state"}) {
        EXPECT_TRUE(history_sort_from_string(name)) << name;
    }
    EXPECT_FALSE(history_sort_from_string("id; DROP TABLE ended"));
}

} // namespace
} // namespace framehand::worker

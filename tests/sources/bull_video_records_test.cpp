// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_video_records.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_timers.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

struct TableState {
    std::vector<std::string> written;
    std::vector<base::Status> answers; ///< of the next writes, then success
};

class FakeTable final : public BullVideoTable {
public:
    explicit FakeTable(TableState& state) : m_state(state) {}

    [[nodiscard]] base::Status write(const BullVideoRow& row) override {
        base::Status answer;
        if (!m_state.answers.empty()) {
            answer = m_state.answers.front();
            m_state.answers.erase(m_state.answers.begin());
        }
        if (answer) {
            m_state.written.push_back(row.video_id);
        }
        return answer;
    }

private:
    TableState& m_state;
};

class BullVideoRecordsTest : public testing::Test {
protected:
    test::FakeClock m_clock;
    test::FakeTimers m_timers{m_clock};
    test::FakeBackground m_background;
    TableState m_table;
    BullVideoRecords m_records{std::make_unique<FakeTable>(m_table), {m_background, m_timers, [] { return 0.5; }, {}}};

    void add(const std::string& video) {
        BullVideoRow row;
        row.video_id = video;
        m_records.add(row);
    }
};

TEST_F(BullVideoRecordsTest, WritesInOrder) {
    add("a");
    add("b");
    add("c");
    EXPECT_TRUE(m_table.written.empty()) << "never on the caller's thread";
    m_background.run_all();
    EXPECT_EQ(m_table.written, (std::vector<std::string>{"a", "b", "c"}));
}

TEST_F(BullVideoRecordsTest, TriesAgainUntilTheDatabaseIsBack) {
    const base::Status away = base::fail(base::ErrorCode::Unavailable, "no connection");
    m_table.answers = {away, away, away};
    add("a");
    add("b");
    m_background.run_all();
    EXPECT_TRUE(m_table.written.empty());
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(m_background.waiting(), 0U) << "not before its pause is over";
        m_timers.advance(base::Duration{60'000});
        m_background.run_all();
    }
    EXPECT_EQ(m_table.written, (std::vector<std::string>{"a", "b"}));
}

TEST_F(BullVideoRecordsTest, LeavesWhatTheDatabaseRefuses) {
    m_table.answers = {base::fail(base::ErrorCode::InvalidArgument, "no such column")};
    add("a");
    add("b");
    m_background.run_all();
    EXPECT_EQ(m_table.written, (std::vector<std::string>{"b"}));
}

TEST_F(BullVideoRecordsTest, GivesUpTheOldestOfTooMany) {
    m_table.answers = {base::fail(base::ErrorCode::Unavailable, "no connection")};
    for (std::size_t i = 0; i < BullVideoRecords::kMost + 2; ++i) {
        add(std::to_string(i));
    }
    m_background.run_all();
    m_timers.advance(base::Duration{60'000});
    m_background.run_all();
    ASSERT_EQ(m_table.written.size(), BullVideoRecords::kMost);
    EXPECT_EQ(m_table.written.front(), "0") << "it was under way";
    EXPECT_EQ(m_table.written[1], "3");
}

} // namespace
} // namespace framehand::sources

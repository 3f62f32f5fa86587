// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ended_jobs.h"
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/sample_states.h"
#include "ui/history_model.h"

#include <QAbstractItemModelTester>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::SizeIs;

class HistoryModelTest : public testing::Test {
protected:
    [[nodiscard]] std::string cell(int row, int column) const {
        return model.data(model.index(row, column), Qt::DisplayRole).toString().toStdString();
    }

    void answer(const Json& json) { ASSERT_TRUE(daemon.answer("jobs.list", json)); }

    test::FakeDaemonCall daemon;
    HistoryModel model{daemon};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(HistoryModelTest, AsksForTheNewestFirst) {
    EXPECT_THAT(daemon.open(), SizeIs(0)) << "nothing before it is wanted";
    model.reload();
    ASSERT_THAT(daemon.open(), SizeIs(1));
    EXPECT_EQ(daemon.open().front().params, Json::parse(R"({"search": "", "state": "", "sort": "ended_at",
        "order": "desc", "offset": 0, "limit": 100})"));
}

TEST_F(HistoryModelTest, ShowsAJobInThePlacesOwnForm) {
    model.reload();
    answer(test::ended_jobs(0, 1, 1));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(cell(0, HistoryModel::Title), "Sintel");
    EXPECT_EQ(cell(0, HistoryModel::Result), "Finished");
    EXPECT_EQ(cell(0, HistoryModel::Duration), "1 h 20 min");
    EXPECT_EQ(cell(0, HistoryModel::Speed), "3.6\xC3\x97");
    EXPECT_EQ(cell(0, HistoryModel::Before), "5.0 GB");
    EXPECT_EQ(cell(0, HistoryModel::After), "1.2 GB (24 %)");
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(cell(0, HistoryModel::Before), "5,0 GB");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto alignment = model.data(model.index(0, HistoryModel::After), Qt::TextAlignmentRole).toInt();
    EXPECT_TRUE((alignment & Qt::AlignRight) != 0);
}

TEST_F(HistoryModelTest, FetchesPageByPageAsTheViewNeedsThem) {
    model.reload();
    answer(test::ended_jobs(0, 100, 150));
    EXPECT_EQ(model.rowCount(), 100);
    EXPECT_EQ(model.total(), 150);
    ASSERT_TRUE(model.canFetchMore({}));
    model.fetchMore({});
    EXPECT_FALSE(model.canFetchMore({})) << "one at a time";
    EXPECT_EQ(daemon.open().front().params["offset"], 100);
    answer(test::ended_jobs(100, 50, 150));
    EXPECT_EQ(model.rowCount(), 150);
    EXPECT_EQ(model.entry(149).id.toStdString(), "j149");
    EXPECT_FALSE(model.canFetchMore({}));
}

TEST_F(HistoryModelTest, APageThatIsEmptyIsTheEnd) {
    model.reload();
    answer(test::ended_jobs(0, 100, 150));
    model.fetchMore({});
    answer({{"total", 150}, {"jobs", Json::array()}});
    EXPECT_FALSE(model.canFetchMore({})) << "else it would ask for ever";
}

TEST_F(HistoryModelTest, SortsAndFiltersAtTheDaemon) {
    model.sort(HistoryModel::Before, Qt::AscendingOrder);
    model.search_for(QStringLiteral("große"));
    model.show_only(QStringLiteral("FAILED"));
    ASSERT_THAT(daemon.open(), SizeIs(3));
    EXPECT_EQ(daemon.open().back().params, Json::parse(R"({"search": "große", "state": "FAILED", "sort": "input_bytes",
        "order": "asc", "offset": 0, "limit": 100})"));
    model.search_for(QStringLiteral("große"));
    EXPECT_THAT(daemon.open(), SizeIs(3)) << "nothing new";
}

TEST_F(HistoryModelTest, AnAnswerToAnEarlierQuestionIsDropped) {
    model.reload();
    model.search_for(QStringLiteral("new"));
    answer(test::ended_jobs(0, 5, 5));
    EXPECT_EQ(model.rowCount(), 0);
    answer(test::ended_jobs(7, 1, 1));
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(HistoryModelTest, AReloadThatBringsNothingNewMovesNothing) {
    int resets = 0;
    model.before_reset = [&] { ++resets; };
    model.reload();
    answer(test::ended_jobs(0, 3, 3));
    model.reload();
    answer(test::ended_jobs(0, 3, 3));
    EXPECT_EQ(resets, 1);
}

TEST_F(HistoryModelTest, WithoutAnAnswerTheRowsStayAndItSaysWhy) {
    model.reload();
    answer(test::ended_jobs(0, 3, 3));
    model.reload();
    ASSERT_TRUE(daemon.answer("jobs.list", base::fail(base::ErrorCode::Unavailable, "no daemon")));
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.problem().toStdString(), "no daemon");
    model.reload();
    answer(test::ended_jobs(0, 3, 3));
    EXPECT_TRUE(model.problem().isEmpty());
}

TEST_F(HistoryModelTest, TakesWhateverADaemonSays) {
    for (const char* text : {"null", "[]", R"({"total": "many", "jobs": 7})", R"({"total": -5, "jobs": [null, 3, {}]})",
                             R"({"jobs": [{"id": 5, "rungs": [1, null], "error": "x", "input_bytes": -1,
                                           "ended_at": "never", "speed": 1e400}]})"}) {
        auto json = Json::parse(text, nullptr, false);
        model.reload();
        answer(json);
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                static_cast<void>(cell(row, column));
            }
        }
    }
}

TEST_F(HistoryModelTest, NamesOfFilesAreNeverMarkUpInATip) {
    auto job = test::ended_job("j1");
    job["input"] = "<b>bold</b>.mkv";
    model.reload();
    answer({{"total", 1}, {"jobs", {job}}});
    EXPECT_EQ(model.data(model.index(0, 0), Qt::ToolTipRole).toString().toStdString(),
              "<qt>&lt;b&gt;bold&lt;/b&gt;.mkv</qt>");
}

} // namespace
} // namespace framehand::ui

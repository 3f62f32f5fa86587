// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "tests/ui/ended_jobs.h"
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/sample_states.h"
#include "ui/history_detail.h"
#include "ui/history_model.h"
#include "ui/history_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class HistoryPageTest : public testing::Test {
protected:
    void show(const Json& jobs) {
        page.show();
        ASSERT_TRUE(daemon.answer("jobs.list", jobs));
    }

    void show_one(const std::string& state) {
        show({{"total", 1}, {"jobs", {test::ended_job("j1", state)}}});
        table().selectRow(0);
    }

    [[nodiscard]] QTableView& table() const { return *page.findChild<QTableView*>(); }

    [[nodiscard]] QPushButton& button(const char* name) const {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->accessibleName() == QLatin1String(name)) {
                return *button;
            }
        }
        ADD_FAILURE() << "there is no button " << name;
        return *page.findChild<QPushButton*>();
    }

    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> texts;
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->isVisible()) {
                texts.push_back(label->text().toStdString());
            }
        }
        return texts;
    }

    DesktopCalls desktop_calls() {
        DesktopCalls calls;
        calls.open = [this](const QUrl& url) {
            opened.push_back(url.toLocalFile().toStdString());
            return opens;
        };
        calls.choose_file = [this](QWidget*, const QString&, const QString&) { return file; };
        calls.confirm = [](QWidget*, const QString&, const QString&) { return true; };
        return calls;
    }

    test::TempFolder folder;
    test::FakeDaemonCall daemon;
    std::vector<std::string> opened;
    bool opens = true;
    QString file;
    HistoryPage page{daemon, desktop_calls()};
};

TEST_F(HistoryPageTest, AsksOnceItIsSeenAndAgainWhenAJobHasEnded) {
    page.show_snapshot(snapshot_of(test::working_state()));
    EXPECT_THAT(daemon.open(), IsEmpty()) << "nobody looks";
    show(test::ended_jobs(0, 1, 1));
    EXPECT_THAT(texts(), Contains("1 job(s)"));
    auto state = test::working_state();
    state["worker"]["job"]["percent"] = 50;
    page.show_snapshot(snapshot_of(state));
    EXPECT_THAT(daemon.open(), IsEmpty()) << "progress ends nothing";
    page.show_snapshot(snapshot_of(test::idle_state()));
    EXPECT_THAT(daemon.open(), SizeIs(1));
    page.hide();
    ASSERT_TRUE(daemon.answer("jobs.list", test::ended_jobs(0, 2, 2)));
    state["worker"]["jobs_failed"] = 9;
    page.show_snapshot(snapshot_of(state));
    EXPECT_THAT(daemon.open(), IsEmpty());
    page.show();
    EXPECT_THAT(daemon.open(), SizeIs(1));
}

TEST_F(HistoryPageTest, SaysWhenThereIsNothing) {
    show({{"total", 0}, {"jobs", Json::array()}});
    EXPECT_THAT(texts(), Contains("No job has ended on this PC yet."));
    page.findChild<QComboBox*>()->setCurrentIndex(2);
    EXPECT_EQ(daemon.open().front().params["state"], "FAILED");
    ASSERT_TRUE(daemon.answer("jobs.list", Json{{"total", 0}, {"jobs", Json::array()}}));
    EXPECT_THAT(texts(), Contains("No job is like this."));
}

TEST_F(HistoryPageTest, SearchesOnEnterAtOnce) {
    show(test::ended_jobs(0, 1, 1));
    auto* search = page.findChild<QLineEdit*>();
    search->setText(QStringLiteral("sin tel"));
    QTest::keyClick(search, Qt::Key_Return);
    ASSERT_THAT(daemon.open(), SizeIs(1));
    EXPECT_EQ(daemon.open().front().params["search"], "sin tel");
}

TEST_F(HistoryPageTest, AFinishedJobCanBeOpenedAndPlayedButNotTriedAgain) {
    show_one("COMPLETED");
    EXPECT_FALSE(button("Try again").isEnabled());
    button("Open folder").click();
    button("Play").click();
    EXPECT_THAT(opened, ElementsAre("/mnt/nas/hls/Sintel", "/mnt/nas/hls/Sintel/index.m3u8"));
    opens = false;
    button("Play").click();
    EXPECT_THAT(texts(), Contains("No program could be found that plays /mnt/nas/hls/Sintel/index.m3u8."));
}

TEST_F(HistoryPageTest, AFailedJobIsTriedAgainAndHasNothingToOpen) {
    show_one("FAILED");
    EXPECT_FALSE(button("Open folder").isEnabled());
    EXPECT_FALSE(button("Play").isEnabled());
    button("Try again").click();
    ASSERT_THAT(daemon.open(), SizeIs(1));
    EXPECT_EQ(daemon.open().front().params, (Json{{"id", "j1"}}));
    EXPECT_FALSE(button("Try again").isEnabled()) << "once is enough";
    ASSERT_TRUE(daemon.answer("job.retry", Json::object()));
    EXPECT_THAT(texts(), Contains("\"Sintel\" waits for its turn again."));
    button("Try again").click();
    ASSERT_TRUE(daemon.answer("job.retry", base::fail(base::ErrorCode::Unavailable, "no orchestrator answers")));
    EXPECT_THAT(texts(), Contains("\"Sintel\" cannot be tried again: no orchestrator answers"));
}

TEST_F(HistoryPageTest, NothingSelectedNothingToDo) {
    show(test::ended_jobs(0, 2, 2));
    for (const char* name : {"Details", "Try again", "Open folder", "Play"}) {
        EXPECT_FALSE(button(name).isEnabled()) << name;
    }
    EXPECT_TRUE(button("Export as CSV...").isEnabled());
}

TEST_F(HistoryPageTest, EnterShowsTheFullCause) {
    show_one("FAILED");
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    HistoryDetail* detail = nullptr;
    for (auto* child : page.findChildren<QDialog*>()) {
        detail = dynamic_cast<HistoryDetail*>(child);
    }
    ASSERT_NE(detail, nullptr);
    const auto text = detail->as_text().toStdString();
    EXPECT_THAT(text, HasSubstr("Error: the share is full"));
    EXPECT_THAT(text, HasSubstr("Cause: write:\nENOSPC"));
    EXPECT_THAT(text, HasSubstr("Job's id: j1"));
    for (const auto* label : detail->findChildren<QLabel*>()) {
        if (label->buddy() == nullptr && !label->accessibleDescription().isEmpty()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
        }
    }
}

TEST_F(HistoryPageTest, TheSelectionStaysWithItsJobWhenAnotherEnds) {
    show(test::ended_jobs(0, 2, 2));
    table().selectRow(1);
    page.model().reload();
    auto more = test::ended_jobs(0, 2, 3);
    more["jobs"].insert(more["jobs"].begin(), test::ended_job("new"));
    ASSERT_TRUE(daemon.answer("jobs.list", more));
    const auto rows = table().selectionModel()->selectedRows();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(page.model().entry(rows.front().row()).id.toStdString(), "j1");
}

TEST_F(HistoryPageTest, ExportsWhatWasListedWhenItWasAskedFor) {
    page.model().search_for(QStringLiteral("sintel"));
    ASSERT_TRUE(daemon.answer("jobs.list", test::ended_jobs(0, 100, 250)));
    file = QString::fromStdString((folder.path() / "jobs.csv").string());
    button("Export as CSV...").click();
    ASSERT_TRUE(daemon.answer("jobs.list", test::ended_jobs(0, 200, 250)));
    page.model().search_for(QStringLiteral("tears"));
    ASSERT_THAT(daemon.open(), SizeIs(2));
    EXPECT_EQ(daemon.open().front().params["search"], "sintel");
    EXPECT_EQ(daemon.open().front().params["offset"], 200);
    EXPECT_EQ(daemon.open().back().params["search"], "tears");
}

TEST_F(HistoryPageTest, ExportsAllPagesOfWhatIsListed) {
    show(test::ended_jobs(0, 100, 250));
    file = QString::fromStdString((folder.path() / "jobs.csv").string());
    button("Export as CSV...").click();
    ASSERT_TRUE(daemon.answer("jobs.list", test::ended_jobs(0, 200, 250)));
    ASSERT_THAT(daemon.open(), SizeIs(1));
    EXPECT_EQ(daemon.open().front().params["offset"], 200);
    ASSERT_TRUE(daemon.answer("jobs.list", test::ended_jobs(200, 50, 250)));
    const auto csv = folder.read("jobs.csv");
    EXPECT_EQ(std::ranges::count(csv, '\n'), 251);
    EXPECT_THAT(texts(), Contains(HasSubstr("250 job(s) exported")));
    file = QStringLiteral("/no/such/folder/jobs.csv");
    button("Export as CSV...").click();
    ASSERT_TRUE(daemon.answer("jobs.list", test::ended_jobs(0, 1, 1)));
    EXPECT_THAT(texts(), Contains(HasSubstr("cannot be written")));
}

TEST_F(HistoryPageTest, WithoutADaemonItSaysSo) {
    page.show();
    ASSERT_TRUE(daemon.answer("jobs.list", base::fail(base::ErrorCode::Unavailable, "no daemon runs")));
    EXPECT_THAT(texts(), Contains("no daemon runs"));
}

TEST_F(HistoryPageTest, EveryButtonHasItsOwnKeyAndEveryFieldAName) {
    show(test::ended_jobs(0, 1, 1));
    std::vector<QChar> keys;
    const auto note = [&](const QString& text) {
        const auto mark = text.indexOf(QLatin1Char('&'));
        ASSERT_GE(mark, 0) << text.toStdString();
        keys.push_back(text.at(mark + 1).toUpper());
    };
    for (const auto* button : page.findChildren<QPushButton*>()) {
        note(button->text());
        EXPECT_FALSE(button->accessibleName().isEmpty());
    }
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (label->buddy() != nullptr) {
            note(label->text());
            EXPECT_FALSE(label->buddy()->accessibleName().isEmpty());
        }
    }
    EXPECT_EQ(keys.size(), 7U);
    std::ranges::sort(keys);
    EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end()) << "two have the same";
}

} // namespace
} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/sample_states.h"
#include "ui/log_page.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Json line(int seq, const std::string& message, const std::string& job = {}) {
    Json fields = Json::object();
    if (!job.empty()) {
        fields["job"] = job;
    }
    return {{"seq", seq},
            {"time", "2026-11-21T10:00:00.250Z"},
            {"level", "warning"},
            {"message", message},
            {"fields", fields}};
}

Json tail(int next, const std::vector<Json>& lines, int lost = 0) {
    return {{"next", next}, {"lost", lost}, {"lines", lines}};
}

class LogPageTest : public testing::Test {
protected:
    [[nodiscard]] std::string shown() const { return page.findChild<QPlainTextEdit*>()->toPlainText().toStdString(); }

    [[nodiscard]] QPushButton& button(const char* name) const {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->accessibleName() == QLatin1String(name)) {
                return *button;
            }
        }
        ADD_FAILURE() << "there is no button " << name;
        return *page.findChild<QPushButton*>();
    }

    void answer(const Json& json) { ASSERT_TRUE(daemon.answer("log.tail", json)); }

    DesktopCalls desktop_calls() {
        DesktopCalls calls;
        calls.open = [](const QUrl&) { return true; };
        calls.choose_file = [this](QWidget*, const QString&, const QString&) { return file; };
        calls.confirm = [this](QWidget*, const QString&, const QString& text) {
            asked = text.toStdString();
            return confirms;
        };
        return calls;
    }

    test::TempFolder folder;
    test::FakeDaemonCall daemon;
    QString file;
    std::string asked;
    bool confirms = true;
    LogPage page{daemon, desktop_calls()};
};

TEST_F(LogPageTest, AsksOnlyWhileItIsSeenAndOneAtATime) {
    EXPECT_THAT(daemon.open(), IsEmpty());
    page.show();
    EXPECT_THAT(daemon.open(), SizeIs(1));
    EXPECT_FALSE(daemon.open().front().params.contains("after"));
    page.poll();
    EXPECT_THAT(daemon.open(), SizeIs(1));
    answer(tail(7, {line(7, "the share is away")}));
    page.poll();
    EXPECT_EQ(daemon.open().front().params["after"], 7);
    page.hide();
    answer(tail(7, {}));
    EXPECT_THAT(shown(), HasSubstr("WARNING  the share is away"));
}

TEST_F(LogPageTest, SaysWhatIsMissing) {
    page.show();
    answer(tail(9, {line(9, "late")}, 4));
    EXPECT_THAT(shown(), HasSubstr("4 line(s) are missing"));
}

TEST_F(LogPageTest, FiltersAtTheDaemonAndOffersTheJobsItSaw) {
    page.show();
    answer(tail(2, {line(1, "one", "job-a"), line(2, "two", "job-b")}));
    const auto combos = page.findChildren<QComboBox*>();
    auto* job = combos.at(1);
    ASSERT_EQ(job->count(), 3);
    job->setCurrentIndex(2);
    EXPECT_THAT(shown(), IsEmpty());
    ASSERT_THAT(daemon.open(), SizeIs(1));
    EXPECT_EQ(daemon.open().front().params["job"], "job-b");
    EXPECT_FALSE(daemon.open().front().params.contains("after"));
    combos.at(0)->setCurrentIndex(3);
    EXPECT_EQ(daemon.open().back().params["level"], "error");
    answer(tail(2, {line(2, "of the old filter")}));
    EXPECT_THAT(shown(), Not(HasSubstr("old filter")));
}

TEST_F(LogPageTest, TheOldestJobThatIsNotChosenMakesRoom) {
    page.show();
    const auto job = [](int number) { return "job-" + std::to_string(number); };
    std::vector<Json> lines;
    for (int i = 1; i <= 50; ++i) {
        lines.push_back(line(i, "one of many", job(i)));
    }
    answer(tail(50, lines));
    auto* jobs = page.findChildren<QComboBox*>().at(1);
    ASSERT_EQ(jobs->count(), 51);
    const auto offers = [&](int number) { return jobs->findData(QString::fromStdString(job(number))) >= 0; };
    page.poll();
    answer(tail(51, {line(51, "new", job(51))}));
    EXPECT_EQ(jobs->count(), 51);
    EXPECT_FALSE(offers(1));
    EXPECT_TRUE(offers(51));
    jobs->setCurrentIndex(1);
    answer(tail(53, {line(52, "shown", job(52)), line(53, "shown", job(53))}));
    EXPECT_EQ(jobs->currentData().toString().toStdString(), "job-2");
    EXPECT_TRUE(offers(2));
    EXPECT_FALSE(offers(3));
    EXPECT_FALSE(offers(4));
    EXPECT_TRUE(offers(53));
    jobs->setCurrentIndex(jobs->count() - 1);
    answer(tail(54, {line(54, "stays", job(54))}));
    EXPECT_EQ(jobs->currentData().toString().toStdString(), "job-53");
    EXPECT_THAT(shown(), HasSubstr("stays")) << "the choice is the same, so the lines are too";
    EXPECT_EQ(jobs->itemData(0).toString().toStdString(), "");
}

TEST_F(LogPageTest, FollowsUntilItIsToldNotTo) {
    page.resize(400, 200);
    page.show();
    std::vector<Json> lines;
    for (int i = 1; i <= 200; ++i) {
        lines.push_back(line(i, "line " + std::to_string(i)));
    }
    answer(tail(200, lines));
    auto* bar = page.findChild<QPlainTextEdit*>()->verticalScrollBar();
    EXPECT_GT(bar->maximum(), 0);
    EXPECT_EQ(bar->value(), bar->maximum());
    page.findChild<QCheckBox*>()->setChecked(false);
    bar->setValue(3);
    page.poll();
    answer(tail(201, {line(201, "newest")}));
    EXPECT_EQ(bar->value(), 3);
    page.findChild<QCheckBox*>()->setChecked(true);
    EXPECT_EQ(bar->value(), bar->maximum());
}

TEST_F(LogPageTest, KeepsABoundedNumberOfLinesEachOfWhichIsOne) {
    page.show();
    answer(tail(1, {line(1, "forged\n2026-11-21 ERROR all is lost\x1b[31m")}));
    EXPECT_EQ(page.findChild<QPlainTextEdit*>()->blockCount(), 1);
    EXPECT_EQ(page.findChild<QPlainTextEdit*>()->maximumBlockCount(), LogPage::kMostLines);
}

TEST_F(LogPageTest, CopiesEverythingWhereNothingIsSelected) {
    page.show();
    answer(tail(2, {line(1, "one"), line(2, "two")}));
    button("Copy").click();
    EXPECT_THAT(QGuiApplication::clipboard()->text().toStdString(), HasSubstr("one\n"));
}

TEST_F(LogPageTest, AReportSaysWhatIsInItBeforeItIsMade) {
    page.show();
    answer(tail(0, {}));
    confirms = false;
    button("Save a report...").click();
    EXPECT_THAT(asked, HasSubstr("without passwords"));
    EXPECT_THAT(daemon.open(), IsEmpty());
}

TEST_F(LogPageTest, AReportHasEverythingAndNoPassword) {
    page.show();
    answer(tail(0, {}));
    file = QString::fromStdString((folder.path() / "report.txt").string());
    button("Save a report...").click();
    ASSERT_TRUE(daemon.answer("version", Json{{"program", "framehandd"}, {"version", "0.1.0"}}));
    ASSERT_TRUE(daemon.answer("state.get", test::working_state()));
    ASSERT_TRUE(daemon.answer("settings.get", Json{{"orchestrator_url", "http://me:hunter2@nas:8787"}}));
    ASSERT_TRUE(daemon.answer("capabilities.get", Json{{"encoders", Json::array()}}));
    ASSERT_TRUE(daemon.answer("doctor.run", base::fail(base::ErrorCode::Unsupported, "there is no method doctor.run")));
    answer(tail(2, {line(1, "first"), line(2, "second of http://a:b@c and http://u:p@ss@host/a@b")}));
    answer(tail(2, {}));
    const auto report = folder.read("report.txt");
    for (const char* part : {"Framehand support report", "\"version\": \"0.1.0\"", "movies/Sintel.mkv",
                             "not available: there is no method doctor.run", "2026-11-21T10:00:00.250Z  WARNING  first",
                             "http://***@nas:8787", "http://***@c and http://***@host/a@b"}) {
        EXPECT_THAT(report, HasSubstr(part));
    }
    EXPECT_THAT(report, Not(HasSubstr("hunter2")));
    EXPECT_TRUE(button("Save a report...").isEnabled());
}

} // namespace
} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/recorded_commands.h"
#include "tests/ui/sample_states.h"
#include "ui/now_page.h"
#include "ui/sparkline.h"

#include <QAccessible>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class NowPageTest : public testing::Test {
protected:
    NowPageTest() { page.show(); }

    void show(const base::Json& state) { page.show_snapshot(snapshot_of(state), test::noon()); }

    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> texts;
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->isVisible() && !label->text().isEmpty()) {
                texts.push_back(label->text().toStdString());
            }
        }
        return texts;
    }

    [[nodiscard]] std::vector<std::string> buttons() const {
        std::vector<std::string> names;
        for (const auto* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible()) {
                names.push_back(button->accessibleName().toStdString());
            }
        }
        return names;
    }

    [[nodiscard]] const Sparkline* first_curve() const {
        for (const auto* widget : page.findChildren<QWidget*>()) {
            if (const auto* curve = dynamic_cast<const Sparkline*>(widget)) {
                return curve;
            }
        }
        return nullptr;
    }

    test::RecordedCommands recorded;
    test::FakeDaemonCall daemon;
    NowPage page{recorded.commands, daemon};
};

TEST_F(NowPageTest, ShowsTheJobWithItsProgress) {
    show(test::working_state());
    EXPECT_THAT(texts(),
                ElementsAre("Transcoding Sintel", "Sintel", "movies/Sintel.mkv", "1080p, 720p", "4 min left", "87 fps",
                            "3.6 times as fast as it plays", "Jobs since the start: finished 2, failed 1"));
    const auto* bar = page.findChild<QProgressBar*>();
    EXPECT_EQ(bar->value(), 439);
    EXPECT_EQ(bar->text().toStdString(), "43 %");
    EXPECT_THAT(buttons(), ElementsAre("Pause", "Finish this job, then pause", "Ignore \"in use\" for 1 hour"));
}

TEST_F(NowPageTest, ShowsTheSizeOfEachRungAndWhatTheJobTakes) {
    auto state = test::working_state();
    state["worker"]["job"]["rung_bytes"] = {{"1080p", 1'200'000'000}, {"720p", 0}};
    state["worker"]["usage"] = {{"cpu_percent", 180.4}, {"memory_bytes", 640'000'000}, {"gpu_percent", nullptr}};
    show(state);
    EXPECT_THAT(texts(), Contains("1080p 1.2 GB, 720p"));
    EXPECT_THAT(texts(), Contains("Takes 180 % of a processor core and 640 MB of memory"));
    state["worker"]["usage"]["gpu_percent"] = 12;
    show(state);
    EXPECT_THAT(texts(), Contains("Takes 180 % of a processor core and 640 MB of memory; the GPU is 12 % busy"));
    state["worker"]["usage"] = nullptr;
    show(state);
    EXPECT_THAT(texts(), Not(Contains(testing::HasSubstr("Takes"))));
}

TEST_F(NowPageTest, AsksForThePictureOfTheRunningJob) {
    show(test::idle_state());
    EXPECT_TRUE(daemon.open().empty());
    show(test::working_state());
    ASSERT_EQ(daemon.open().size(), 1U);
    EXPECT_EQ(daemon.open().front().method, "job.preview");
}

TEST_F(NowPageTest, SaysWhyItWaitsAndKeepsTheJobInSight) {
    show(test::paused_state("in_use", 300));
    EXPECT_THAT(texts(), Contains("Waiting: you are using this PC"));
    EXPECT_THAT(texts(), Contains("Goes on after 5 min without input"));
    EXPECT_THAT(texts(), Contains("Sintel"));
    EXPECT_THAT(texts(), Not(Contains("87 fps"))) << "it stands still";
}

TEST_F(NowPageTest, WithoutAJobThereIsNone) {
    show(test::working_state());
    show(test::idle_state());
    EXPECT_THAT(texts(), ElementsAre("Ready, there is no job", "Jobs since the start: finished 2, failed 1"));
    EXPECT_FALSE(page.findChild<QProgressBar*>()->isVisible());
}

TEST_F(NowPageTest, TheCurvesGrowWithTheJobAndBeginAnewWithTheNext) {
    const auto* curve = first_curve();
    ASSERT_NE(curve, nullptr);
    auto state = test::working_state();
    show(state);
    state["worker"]["job"]["fps"] = 90;
    show(state);
    EXPECT_THAT(curve->history().values(), ElementsAre(87.2, 90));
    show(test::paused_state("in_use"));
    EXPECT_EQ(curve->history().values().size(), 2U) << "a pause is no measure";
    state["worker"]["job"]["job_id"] = "j2";
    show(state);
    EXPECT_THAT(curve->history().values(), ElementsAre(90));
}

TEST_F(NowPageTest, ButtonsAskForWhatTheySay) {
    show(test::paused_state("by_you"));
    EXPECT_THAT(buttons(), ElementsAre("Resume", "Ignore \"in use\" for 1 hour"));
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->menu() == nullptr) {
            button->click();
        }
    }
    EXPECT_THAT(recorded.asked, ElementsAre("resume", "finish", "ignore 60", "ignore", "start"));
    auto* pause = page.findChildren<QPushButton*>().constFirst();
    ASSERT_NE(pause->menu(), nullptr);
    pause->menu()->actions().constFirst()->trigger();
    EXPECT_EQ(recorded.asked.back(), "pause 15");
}

TEST_F(NowPageTest, WithoutADaemonItOffersItsStart) {
    Snapshot snapshot;
    snapshot.link = Link::Refused;
    snapshot.problem = QStringLiteral("nas_mount_path is not set");
    page.show_snapshot(snapshot, test::noon());
    EXPECT_THAT(texts(), ElementsAre("Framehand cannot run", "nas_mount_path is not set"));
    EXPECT_THAT(buttons(), ElementsAre("Start Framehand"));
}

TEST_F(NowPageTest, ARefusalIsShownUntilTheNextWish) {
    show(test::working_state());
    page.show_refusal(QStringLiteral("this framehandd has no worker that could be paused"));
    EXPECT_THAT(texts(), Contains("this framehandd has no worker that could be paused"));
    page.show_refusal({});
    EXPECT_THAT(texts(), Not(Contains("this framehandd has no worker that could be paused")));
}

TEST_F(NowPageTest, NamesOfFilesAreNeverMarkUp) {
    auto state = test::working_state();
    state["worker"]["job"]["input"] = "<b>bold</b>.mkv";
    show(state);
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (!label->text().isEmpty()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
        }
    }
}

TEST_F(NowPageTest, EverythingThatCanBeReadOrPressedHasANameForScreenReaders) {
    show(test::working_state());
    for (auto* widget : page.findChildren<QWidget*>()) {
        const bool speaks = qobject_cast<QLabel*>(widget) != nullptr || qobject_cast<QPushButton*>(widget) != nullptr ||
                            qobject_cast<QProgressBar*>(widget) != nullptr ||
                            dynamic_cast<Sparkline*>(widget) != nullptr;
        if (!speaks || !widget->isVisible()) {
            continue;
        }
        auto* accessible = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(accessible, nullptr);
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
}

TEST_F(NowPageTest, EachVisibleButtonIsReachedByTheKeyboard) {
    show(test::working_state());
    std::vector<QChar> keys;
    for (const auto* button : page.findChildren<QPushButton*>()) {
        if (button->isVisible()) {
            EXPECT_TRUE(button->focusPolicy() & Qt::TabFocus);
            const auto mark = button->text().indexOf(QLatin1Char('&'));
            ASSERT_GE(mark, 0);
            keys.push_back(button->text().at(mark + 1));
        }
    }
    EXPECT_THAT(keys, testing::ElementsAre(QLatin1Char('P'), QLatin1Char('F'), QLatin1Char('I'))) << "all different";
}

} // namespace
} // namespace framehand::ui

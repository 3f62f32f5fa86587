// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/sample_machine.h"
#include "tests/ui/sample_states.h"
#include "ui/this_pc_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace framehand::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class ThisPcPageTest : public testing::Test {
protected:
    void come_online() { page.show_snapshot(snapshot_of(test::idle_state())); }

    void show_all() {
        page.show();
        come_online();
        ASSERT_TRUE(daemon.answer("capabilities.get", test::sample_capabilities()));
        ASSERT_TRUE(daemon.answer("doctor.run", test::sample_report()));
    }

    std::vector<std::string> asked() const {
        std::vector<std::string> methods;
        for (const auto& call : daemon.open()) {
            methods.push_back(call.method);
        }
        return methods;
    }

    std::vector<std::string> texts() const {
        std::vector<std::string> found;
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&page)) {
                found.push_back(label->text().toStdString());
            }
        }
        return found;
    }

    QPushButton* button(const char* name) const {
        for (auto* one : page.findChildren<QPushButton*>()) {
            if (one->accessibleName() == QLatin1String(name)) {
                return one;
            }
        }
        return nullptr;
    }

    test::FakeDaemonCall daemon;
    ThisPcPage page{daemon};
};

TEST_F(ThisPcPageTest, AsksOnceItIsSeenAndTheDaemonIsThere) {
    come_online();
    EXPECT_THAT(asked(), IsEmpty()) << "nobody looks at it";
    page.show();
    EXPECT_THAT(asked(), ElementsAre("capabilities.get", "doctor.run"));
    daemon.answer("capabilities.get", test::sample_capabilities());
    daemon.answer("doctor.run", test::sample_report());
    page.hide();
    page.show();
    come_online();
    EXPECT_THAT(asked(), IsEmpty()) << "it is known";
    page.show_snapshot({});
    come_online();
    EXPECT_THAT(asked(), ElementsAre("capabilities.get", "doctor.run")) << "another daemon may know otherwise";
}

TEST_F(ThisPcPageTest, ShowsEveryEncoderAndEveryFinding) {
    show_all();
    const auto* table = page.findChild<QTableWidget*>();
    ASSERT_EQ(table->rowCount(), 3);
    EXPECT_EQ(table->item(0, 0)->text().toStdString(), "libx264");
    EXPECT_EQ(table->item(0, 3)->text().toStdString(), "212");
    EXPECT_EQ(table->item(2, 2)->text().toStdString(), "No");
    EXPECT_EQ(table->item(2, 5)->text().toStdString(), "Cannot load libcuda.so.1");
    EXPECT_THAT(texts(), Contains("no video encoder works"));
    EXPECT_THAT(texts(), Contains("install FFmpeg's libraries"));
    EXPECT_THAT(texts(), Contains("Folder for unfinished videos"));
}

TEST_F(ThisPcPageTest, MeasuresAgainAndTellsHowFarItIs) {
    show_all();
    auto* measure = button("Measure again");
    auto* progress = page.findChild<QProgressBar*>();
    EXPECT_TRUE(progress->isHidden());
    measure->click();
    EXPECT_THAT(asked(), ElementsAre("capabilities.measure"));
    EXPECT_FALSE(measure->isEnabled());
    auto state = test::idle_state();
    state["measuring"] = {{"encoder", "libx264"}, {"done", 2}, {"of", 9}};
    page.show_snapshot(snapshot_of(state));
    EXPECT_FALSE(progress->isHidden());
    EXPECT_EQ(progress->value(), 2);
    EXPECT_EQ(progress->maximum(), 9);
    EXPECT_EQ(progress->format().toStdString(), "Trying libx264 (3 of 9)");
    come_online();
    auto measured = test::sample_capabilities();
    measured["encoders"][1]["fps_720p"] = 300;
    daemon.answer("capabilities.measure", measured);
    EXPECT_EQ(page.findChild<QTableWidget*>()->item(0, 3)->text().toStdString(), "300");
    EXPECT_TRUE(measure->isEnabled());
    EXPECT_TRUE(progress->isHidden());
    EXPECT_THAT(asked(), ElementsAre("doctor.run"));
}

TEST_F(ThisPcPageTest, TakesWhatSomebodyElseHasMeasured) {
    show_all();
    auto state = test::idle_state();
    state["measuring"] = {{"encoder", "libx264"}, {"done", 2}, {"of", 9}};
    page.show_snapshot(snapshot_of(state));
    EXPECT_FALSE(button("Measure again")->isEnabled());
    come_online();
    EXPECT_TRUE(button("Measure again")->isEnabled());
    EXPECT_THAT(asked(), ElementsAre("capabilities.get"));
}

TEST_F(ThisPcPageTest, SaysWhyNothingIsKnownAndLetsOneTryAgain) {
    page.show();
    come_online();
    daemon.answer("capabilities.get", base::fail(base::ErrorCode::Unavailable, "not measured yet"));
    daemon.answer("doctor.run", base::fail(base::ErrorCode::Timeout, "the daemon is silent"));
    EXPECT_THAT(texts(), Contains("not measured yet"));
    EXPECT_THAT(texts(), Contains("the daemon is silent"));
    button("Examine again")->click();
    daemon.answer("doctor.run", test::sample_report());
    EXPECT_THAT(texts(), Not(Contains("the daemon is silent")));
    EXPECT_THAT(asked(), ElementsAre("capabilities.get")) << "the doctor has waited for them";
}

TEST_F(ThisPcPageTest, OffersOnlyWhatCanBeMended) {
    show_all();
    EXPECT_EQ(button("Change this setting..."), nullptr) << "nobody would do it";
    std::vector<std::string> keys;
    page.on_change_setting = [&](const QString& key) { keys.push_back(key.toStdString()); };
    button("Examine again")->click();
    daemon.answer("doctor.run", test::sample_report());
    button("Change this setting...")->click();
    EXPECT_THAT(keys, ElementsAre("temp_dir"));
    button("Measure the encoders again")->click();
    EXPECT_THAT(asked(), ElementsAre("capabilities.measure"));
}

TEST_F(ThisPcPageTest, CopiesItselfAsText) {
    EXPECT_FALSE(button("Copy as text")->isEnabled()) << "there is nothing yet";
    show_all();
    button("Copy as text")->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), page.as_text());
    EXPECT_TRUE(page.as_text().contains(QLatin1String("libx264: works, 212 frames a second")));
}

TEST_F(ThisPcPageTest, ADaemonThatIsAwayCanBeAskedForNothing) {
    show_all();
    page.show_snapshot({});
    EXPECT_FALSE(button("Measure again")->isEnabled());
    EXPECT_FALSE(button("Examine again")->isEnabled());
}

TEST_F(ThisPcPageTest, SaysThatTheSettingsAreNotInUse) {
    auto state = test::idle_state();
    state["settings_problem"] = "the port is taken";
    page.show_snapshot(snapshot_of(state));
    EXPECT_THAT(texts(), Contains("The settings as they are now could not be started with, so the former ones are in "
                                  "use: the port is taken"));
    come_online();
    EXPECT_THAT(texts(), Not(Contains(testing::HasSubstr("the port is taken"))));
}

TEST_F(ThisPcPageTest, EveryControlHasANameForThoseWhoDoNotSee) {
    show_all();
    for (const auto* one : page.findChildren<QPushButton*>()) {
        EXPECT_FALSE(one->accessibleName().isEmpty());
    }
    EXPECT_FALSE(page.findChild<QTableWidget*>()->accessibleName().isEmpty());
    EXPECT_FALSE(page.findChild<QProgressBar*>()->accessibleName().isEmpty());
}

} // namespace
} // namespace framehand::ui

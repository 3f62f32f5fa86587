// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/recorded_commands.h"
#include "tests/ui/sample_states.h"
#include "ui/main_window.h"

#include <QAction>
#include <QTabWidget>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

class MainWindowTest : public testing::Test {
protected:
    test::RecordedCommands recorded;
    test::FakeDaemonCall daemon;
    MainWindow window{recorded.commands, daemon};
};

TEST_F(MainWindowTest, ItsTitleTellsTheProgress) {
    window.show_snapshot(snapshot_of(test::working_state()), test::noon());
    EXPECT_EQ(window.windowTitle().toStdString(), "43 %, Sintel - Framehand");
    window.show_snapshot(snapshot_of(test::idle_state()), test::noon());
    EXPECT_EQ(window.windowTitle().toStdString(), "Framehand");
}

TEST_F(MainWindowTest, EachPageHasATabAndAsksOnlyOnceItIsSeen) {
    window.raise_to_front();
    auto* tabs = window.findChild<QTabWidget*>();
    ASSERT_NE(tabs, nullptr);
    std::vector<std::string> names;
    for (int i = 0; i < tabs->count(); ++i) {
        names.push_back(tabs->tabText(i).toStdString());
    }
    EXPECT_THAT(names, testing::ElementsAre("&Now", "Histor&y", "Lo&g", "&This PC"));
    EXPECT_TRUE(daemon.open().empty());
    tabs->setCurrentIndex(1);
    ASSERT_EQ(daemon.open().size(), 1U);
    EXPECT_EQ(daemon.open().back().method, "jobs.list");
    tabs->setCurrentIndex(2);
    ASSERT_EQ(daemon.open().size(), 2U);
    EXPECT_EQ(daemon.open().back().method, "log.tail");
}

TEST_F(MainWindowTest, ClosingHidesItAndSaysSo) {
    int closed = 0;
    window.on_close = [&] { ++closed; };
    window.raise_to_front();
    EXPECT_TRUE(window.isVisible());
    window.close();
    EXPECT_FALSE(window.isVisible());
    EXPECT_EQ(closed, 1);
    window.raise_to_front();
    EXPECT_TRUE(window.isVisible());
}

TEST_F(MainWindowTest, AMinimizedWindowIsRaisedToo) {
    window.showMinimized();
    window.raise_to_front();
    EXPECT_FALSE(window.isMinimized());
}

TEST_F(MainWindowTest, QuitsAndClosesByTheKeyboard) {
    window.raise_to_front();
    for (QAction* action : window.actions()) {
        EXPECT_FALSE(action->shortcut().isEmpty());
        action->trigger();
    }
    EXPECT_FALSE(window.isVisible());
    EXPECT_THAT(recorded.asked, testing::ElementsAre("open settings", "quit"));
}

TEST_F(MainWindowTest, AFindingOpensTheSettingItNames) {
    window.this_pc_page().on_change_setting(QStringLiteral("nas_mount_path"));
    EXPECT_THAT(recorded.asked, testing::ElementsAre("open settings nas_mount_path"));
}

} // namespace
} // namespace framehand::ui

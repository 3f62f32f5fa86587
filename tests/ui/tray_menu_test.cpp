// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/recorded_commands.h"
#include "tests/ui/sample_states.h"
#include "ui/tray_menu.h"

#include <QAction>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using testing::ElementsAre;

std::vector<std::string> entries(const QMenu& menu) {
    std::vector<std::string> texts;
    for (const QAction* action : menu.actions()) {
        if (action->isVisible() && !action->isSeparator()) {
            QString text = action->text();
            texts.push_back(text.remove(QLatin1Char('&')).toStdString());
        }
    }
    return texts;
}

QAction* entry(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions()) {
        QString name = action->text();
        if (name.remove(QLatin1Char('&')) == text) {
            return action;
        }
    }
    ADD_FAILURE() << "no entry " << text.toStdString();
    return nullptr;
}

class TrayMenuTest : public testing::Test {
protected:
    void show(const base::Json& state) { menu.show(snapshot_of(state), test::noon()); }

    test::RecordedCommands recorded;
    TrayMenu menu{recorded.commands};
};

TEST_F(TrayMenuTest, ShowsWhatIsPossibleNow) {
    show(test::working_state());
    EXPECT_THAT(entries(menu.menu()),
                ElementsAre("Transcoding Sintel, 43 %, 87 fps, 4 min left", "Open Framehand", "Pause",
                            "Finish this job, then pause", "Ignore \"in use\" for 1 hour", "Settings...", "Quit"));
    show(test::paused_state("by_you"));
    EXPECT_THAT(entries(menu.menu()), ElementsAre("Paused by you until you resume", "Open Framehand", "Resume",
                                                  "Ignore \"in use\" for 1 hour", "Settings...", "Quit"));
    Snapshot off;
    off.link = Link::Offline;
    menu.show(off, test::noon());
    EXPECT_THAT(entries(menu.menu()),
                ElementsAre("Framehand does not run", "Open Framehand", "Start Framehand", "Settings...", "Quit"));
}

TEST_F(TrayMenuTest, IsBuiltOnce) {
    show(test::working_state());
    const auto before = menu.menu().actions();
    show(test::paused_state("by_you"));
    show(test::idle_state());
    EXPECT_EQ(menu.menu().actions(), before);
}

TEST_F(TrayMenuTest, TheStateIsReadAndNotClicked) {
    auto state = test::working_state();
    state["worker"]["job"]["input"] = "Tom & Jerry " + std::string(200, 'x') + ".mkv";
    show(state);
    const QAction* status = menu.menu().actions().constFirst();
    EXPECT_FALSE(status->isEnabled());
    EXPECT_TRUE(status->text().startsWith(QStringLiteral("Transcoding Tom && Jerry")));
    EXPECT_LE(status->text().size(), 81);
}

TEST_F(TrayMenuTest, EveryEntryAsksForWhatItSays) {
    for (const auto* text : {"Open Framehand", "Resume", "Finish this job, then pause", "Ignore \"in use\" for 1 hour",
                             "Heed \"in use\" again", "Start Framehand", "Settings...", "Quit"}) {
        entry(menu.menu(), QString::fromUtf8(text))->trigger();
    }
    EXPECT_THAT(recorded.asked, ElementsAre("open window", "resume", "finish", "ignore 60", "ignore", "start",
                                            "open settings", "quit"));
}

TEST_F(TrayMenuTest, APauseHasATime) {
    const QMenu& pause = *entry(menu.menu(), QStringLiteral("Pause"))->menu();
    EXPECT_THAT(entries(pause), ElementsAre("For 15 minutes", "For 1 hour", "Until tomorrow, 06:00", "Until I resume"));
    for (QAction* action : pause.actions()) {
        action->trigger();
    }
    ASSERT_EQ(recorded.asked.size(), 4U);
    EXPECT_EQ(recorded.asked[0], "pause 15");
    EXPECT_EQ(recorded.asked[1], "pause 60");
    EXPECT_EQ(recorded.asked[3], "pause");
    const int minutes = std::stoi(recorded.asked[2].substr(6));
    EXPECT_GE(minutes, 5 * 60 - 1) << "from six hours before to thirty, give or take the change of the clock";
    EXPECT_LE(minutes, 31 * 60);
}

} // namespace
} // namespace framehand::ui

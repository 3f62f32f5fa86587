// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/dialogs.h"
#include "tests/app/framehand/fake_desktop.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_background_service.h"
#include "tests/ui/fake_services.h"
#include "tests/ui/find_children.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <gmock/gmock.h>

#include <optional>

namespace framehand::desktop {
namespace {

using testing::ElementsAre;

class DialogsTest : public testing::Test {
protected:
    DialogsTest() {
        dialogs.emplace(Dialogs::Parts{fake.daemon, fake.timers, background, service, shares, fake.login, fake.programs,
                                       fake.secrets, notifications, fake.app, theme, daemon, nothing_to_start,
                                       [this] { ++daemon_starts; }});
    }

    template <typename Dialog>
    [[nodiscard]] static Dialog* visible() {
        for (auto* widget : QApplication::topLevelWidgets()) {
            if (auto* dialog = dynamic_cast<Dialog*>(widget); dialog != nullptr && dialog->isVisible()) {
                return dialog;
            }
        }
        return nullptr;
    }

    test::FakeServices fake{"# mine\n"};
    test::FakeBackground background;
    test::FakeBackgroundService service;
    test::TwoShares shares;
    test::ShownNotifications notifications;
    test::NoColours colours;
    ui::Theme theme{colours, ui::Appearance::System};
    OwnDaemon::Find nothing_to_start = [] {
        return base::Result<DaemonProgram>(base::fail(base::ErrorCode::NotFound, "there is none"));
    };
    OwnDaemon daemon{nothing_to_start, fake.timers};
    int daemon_starts = 0;
    std::optional<Dialogs> dialogs;
};

TEST_F(DialogsTest, ClosingAllIsForGoodAndCancelsNothing) {
    dialogs->open_settings({});
    dialogs->open_first_run();
    ASSERT_NE(visible<ui::SettingsDialog>(), nullptr);
    ASSERT_NE(visible<ui::FirstRunWizard>(), nullptr);
    dialogs->close_all();
    EXPECT_EQ(visible<QDialog>(), nullptr);
    EXPECT_FALSE(fake.app.first_run_done()) << "nobody has put it off";
    dialogs->open_settings({});
    dialogs->open_first_run();
    EXPECT_EQ(visible<QDialog>(), nullptr);
}

TEST_F(DialogsTest, TheServiceTakesOverAlthoughTheWindowIsClosed) {
    service.state.installed = true;
    dialogs->open_settings({});
    background.run_all();
    auto* settings = visible<ui::SettingsDialog>();
    ASSERT_NE(settings, nullptr);
    for (auto* button : settings->findChildren<QPushButton*>()) {
        if (button->accessibleName() == QStringLiteral("Start it now")) {
            button->click();
        }
    }
    service.failure = base::fail(base::ErrorCode::Unavailable, "exit code 2");
    settings->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ASSERT_EQ(visible<ui::SettingsDialog>(), nullptr);
    EXPECT_EQ(background.waiting(), 1U) << "and nobody has waited for it";
    background.run_all();
    EXPECT_THAT(service.calls, ElementsAre("status", "start", "status"));
    EXPECT_EQ(daemon_starts, 1) << "there is no service, so that the own daemon works";
}

TEST_F(DialogsTest, NobodyIsToldToDoWhatTheOpenSetupAsksFor) {
    const ui::Notice finished{ui::Notice::Kind::Finished, QStringLiteral("finished"), {}};
    const ui::Notice attention{ui::Notice::Kind::NeedsAttention, QStringLiteral("attention"), {}};
    dialogs->open_first_run();
    dialogs->notify(finished);
    dialogs->notify(attention);
    EXPECT_THAT(notifications.titles, ElementsAre("finished"));
    visible<ui::FirstRunWizard>()->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    dialogs->notify(attention);
    EXPECT_THAT(notifications.titles, ElementsAre("finished", "attention"));
}

TEST_F(DialogsTest, TheFirstSetupOffersTheFoldersOfOtherMachines) {
    dialogs->open_first_run();
    auto* setup = visible<ui::FirstRunWizard>();
    ASSERT_NE(setup, nullptr);
    QStringList offered;
    for (auto* box : setup->page(ui::FirstRunWizard::Nas)->findChildren<QComboBox*>()) {
        for (int i = 0; i < box->count(); ++i) {
            offered.append(box->itemText(i));
        }
    }
    EXPECT_THAT(offered, testing::IsSupersetOf({QStringLiteral("/mnt/nas"), QStringLiteral("/mnt/my films")}));
}

} // namespace
} // namespace framehand::desktop

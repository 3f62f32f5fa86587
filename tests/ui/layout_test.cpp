// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_services.h"
#include "tests/ui/recorded_commands.h"
#include "tests/ui/sample_states.h"
#include "ui/first_run/first_run_wizard.h"
#include "ui/main_window.h"
#include "ui/settings/settings_dialog.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

/// From right to left for as long as a test runs.
class LayoutTest : public testing::TestWithParam<Qt::LayoutDirection> {
protected:
    LayoutTest() { QApplication::setLayoutDirection(GetParam()); }

    ~LayoutTest() override { QApplication::setLayoutDirection(Qt::LeftToRight); }

    /// Everything that is shown lies within the window, or in what can be scrolled to.
    static void expect_in_sight(QWidget& window) {
        QApplication::processEvents();
        int seen = 0;
        for (auto* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(&window) || widget->window() != &window || scrolls(*widget, window) ||
                widget->size().isEmpty()) {
                continue;
            }
            ++seen;
            const QRect place(widget->mapTo(&window, QPoint()), widget->size());
            EXPECT_TRUE(window.rect().contains(place))
                << widget->metaObject()->className() << " " << widget->accessibleName().toStdString() << " at "
                << place.x() << "," << place.y() << " " << place.width() << "x" << place.height();
        }
        EXPECT_GT(seen, 5);
    }

    static bool scrolls(const QWidget& widget, const QWidget& window) {
        for (const auto* above = widget.parentWidget(); above != nullptr && above != &window;
             above = above->parentWidget()) {
            if (qobject_cast<const QAbstractScrollArea*>(above) != nullptr || above->inherits("QTabBar") ||
                above->inherits("QComboBoxPrivateContainer")) {
                return true;
            }
        }
        return false;
    }

    test::FakeServices fake{"nas_mount_path: /mnt/nas\n"};
};

TEST_P(LayoutTest, TheWindowHasItsTabsWhereReadingBegins) {
    test::RecordedCommands recorded;
    MainWindow window(recorded.commands, fake.daemon);
    window.show_snapshot(snapshot_of(test::working_state()), test::noon());
    window.show();
    expect_in_sight(window);
    const auto* tabs = window.findChild<QTabBar*>();
    ASSERT_NE(tabs, nullptr);
    const bool first_is_left = tabs->tabRect(0).x() < tabs->tabRect(1).x();
    EXPECT_EQ(first_is_left, GetParam() == Qt::LeftToRight);
}

TEST_P(LayoutTest, TheSettingsDialogShowsAllOfEachPage) {
    SettingsDialog dialog(fake.services);
    dialog.open_anew();
    fake.settle();
    dialog.show();
    expect_in_sight(dialog);
}

TEST_P(LayoutTest, TheFirstSetupShowsAllOfItsPage) {
    FirstRunWizard wizard(fake.services, {QStringLiteral("/mnt/nas")});
    wizard.show();
    fake.answer_settings();
    expect_in_sight(wizard);
}

INSTANTIATE_TEST_SUITE_P(BothWays, LayoutTest, testing::Values(Qt::LeftToRight, Qt::RightToLeft));

} // namespace
} // namespace framehand::ui

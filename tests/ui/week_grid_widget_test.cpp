// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/week_grid_widget.h"

#include <QtTest/QTest>
#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

using Fill = WeekGridWidget::Fill;
using Place = WeekGridWidget::Place;

constexpr Place kMondayNoon{0, 12};
constexpr Place kWednesdayEvening{2, 20};

class WeekGridWidgetTest : public testing::Test {
protected:
    WeekGridWidgetTest() {
        widget.resize(800, 320);
        widget.on_change = [this] { ++changes; };
        widget.show();
    }

    [[nodiscard]] std::string text() const { return settings::to_text(widget.grid()); }

    void set(const char* text) { widget.set_grid(settings::parse_week_grid(text).value()); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&widget, key, modifiers);
    }

    void press(Place place) { QTest::mousePress(&widget, Qt::LeftButton, Qt::NoModifier, widget.cell(place).center()); }

    void drag_to(QPoint point) { QTest::mouseMove(&widget, point); }

    void release(Place place) {
        QTest::mouseRelease(&widget, Qt::LeftButton, Qt::NoModifier, widget.cell(place).center());
    }

    WeekGridWidget widget;
    int changes = 0;
};

TEST_F(WeekGridWidgetTest, AClickAllowsAnHourAndAnotherForbidsIt) {
    press(kMondayNoon);
    release(kMondayNoon);
    EXPECT_EQ(text(), "Mon 12:00-13:00");
    press(kMondayNoon);
    release(kMondayNoon);
    EXPECT_EQ(text(), "never");
    EXPECT_EQ(changes, 2);
}

TEST_F(WeekGridWidgetTest, DraggingPaintsAllInBetween) {
    press(kMondayNoon);
    drag_to(widget.cell(kWednesdayEvening).center());
    EXPECT_EQ(changes, 0) << "told once it is done";
    release(kWednesdayEvening);
    EXPECT_EQ(text(), "Mon-Wed 12:00-21:00");
    EXPECT_EQ(changes, 1);
}

TEST_F(WeekGridWidgetTest, DraggingBackTakesBackWhatWasTooMuch) {
    set("Tue 10:00-11:00");
    press(kMondayNoon);
    drag_to(widget.cell(kWednesdayEvening).center());
    drag_to(widget.cell({0, 13}).center());
    release({0, 13});
    EXPECT_EQ(text(), "Mon 12:00-14:00, Tue 10:00-11:00");
}

TEST_F(WeekGridWidgetTest, DraggingOutOfItStaysAtItsEdge) {
    press({6, 22});
    drag_to(QPoint(5000, 5000));
    release({6, 22});
    EXPECT_EQ(text(), "Sun 22:00-24:00");
}

TEST_F(WeekGridWidgetTest, AClickOnADayIsForAllOfIt) {
    const QPoint name(2, widget.cell({1, 0}).center().y());
    QTest::mouseClick(&widget, Qt::LeftButton, Qt::NoModifier, name);
    EXPECT_EQ(text(), "Tue 00:00-24:00");
    QTest::mouseClick(&widget, Qt::LeftButton, Qt::NoModifier, name);
    EXPECT_EQ(text(), "never");
    EXPECT_EQ(changes, 2);
}

TEST_F(WeekGridWidgetTest, AClickOnAnHourIsForAllDays) {
    QTest::mouseClick(&widget, Qt::LeftButton, Qt::NoModifier, {widget.cell({0, 7}).center().x(), 2});
    EXPECT_EQ(text(), "Mon-Sun 07:00-08:00");
}

TEST_F(WeekGridWidgetTest, OtherButtonsPaintNothing) {
    QTest::mouseClick(&widget, Qt::RightButton, Qt::NoModifier, widget.cell(kMondayNoon).center());
    EXPECT_EQ(text(), "never");
}

TEST_F(WeekGridWidgetTest, IsPaintedByKeyboardToo) {
    key(Qt::Key_Down);
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "Tue 02:00-03:00");
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "Tue-Wed 02:00-04:00");
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "never");
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "always");
    EXPECT_EQ(changes, 4);
}

TEST_F(WeekGridWidgetTest, TheArrowKeysStopAtTheEdges) {
    key(Qt::Key_Up);
    key(Qt::Key_Left);
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "Mon 00:00-01:00");
    key(Qt::Key_End);
    key(Qt::Key_Right);
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "Mon 00:00-01:00, Mon 23:00-24:00");
}

TEST_F(WeekGridWidgetTest, APartOfAnHourStaysUntilItIsPaintedOver) {
    set("Mon 11:30-12:15");
    EXPECT_EQ(widget.fill({0, 11}), Fill::Part);
    press(kMondayNoon);
    release(kMondayNoon);
    EXPECT_EQ(text(), "Mon 11:30-13:00");
    EXPECT_EQ(widget.fill(kMondayNoon), Fill::All);
}

TEST_F(WeekGridWidgetTest, ReadsFromRightToLeftWhereTheLanguageDoes) {
    widget.setLayoutDirection(Qt::RightToLeft);
    EXPECT_GT(widget.cell({0, 0}).x(), widget.cell({0, 23}).x());
    press(kMondayNoon);
    release(kMondayNoon);
    EXPECT_EQ(text(), "Mon 12:00-13:00");
    key(Qt::Key_Left);
    key(Qt::Key_Space);
    EXPECT_EQ(text(), "Mon 12:00-14:00");
}

TEST_F(WeekGridWidgetTest, TellsAScreenReaderWhereItIs) {
    EXPECT_EQ(widget.accessibleDescription().toStdString(), "Monday, hour from 00:00: no work");
    key(Qt::Key_Space);
    EXPECT_EQ(widget.accessibleDescription().toStdString(), "Monday, hour from 00:00: work is allowed");
    key(Qt::Key_Down);
    EXPECT_EQ(widget.accessibleDescription().toStdString(), "Tuesday, hour from 00:00: no work");
}

} // namespace
} // namespace framehand::ui

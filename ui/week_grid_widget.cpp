// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/week_grid_widget.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTime>

#include <algorithm>
#include <cmath>
#include <utility>

namespace framehand::ui {

using settings::WeekGrid;

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr int kMinutes = 60;
constexpr int kGap = 6;

int first_minute(WeekGridWidget::Place place) {
    return place.day * WeekGrid::kDay + place.hour * kMinutes;
}

} // namespace

WeekGridWidget::WeekGridWidget(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Hours of the week in which to work"));
    setToolTip(
        tr("Drag over hours to allow them, or to forbid them again. With the keyboard: arrow keys, Shift to take "
           "more hours, Space to change them."));
    tell_place();
}

void WeekGridWidget::set_grid(const WeekGrid& grid) {
    m_grid = grid;
    tell_place();
    update();
}

WeekGridWidget::Fill WeekGridWidget::fill(Place place) const {
    int allowed = 0;
    for (int minute = 0; minute < kMinutes; ++minute) {
        allowed += m_grid.allows(first_minute(place) + minute) ? 1 : 0;
    }
    if (allowed == 0) {
        return Fill::None;
    }
    return allowed == kMinutes ? Fill::All : Fill::Part;
}

WeekGridWidget::Place WeekGridWidget::place_of(Cell cell) {
    const int first = QLocale().firstDayOfWeek() - 1;
    return {(cell.row + first) % kDays, cell.column};
}

WeekGridWidget::Cell WeekGridWidget::cell_of(Place place) {
    const int first = QLocale().firstDayOfWeek() - 1;
    return {(place.day - first + kDays) % kDays, place.hour};
}

QRect WeekGridWidget::cell(Place place) const {
    return rect_of(cell_of(place));
}

int WeekGridWidget::names_width() const {
    int widest = 0;
    for (int day = 1; day <= kDays; ++day) {
        widest =
            std::max(widest, fontMetrics().horizontalAdvance(QLocale().standaloneDayName(day, QLocale::ShortFormat)));
    }
    return widest + kGap;
}

QRect WeekGridWidget::rect_of(Cell cell) const {
    const int left = names_width();
    const int top = fontMetrics().height() + kGap;
    const auto edge = [](int index, int count, int from, int to) { return from + (to - from) * index / count; };
    const int x = edge(cell.column, kHours, left, width() - 1);
    const int right = edge(cell.column + 1, kHours, left, width() - 1);
    const int y = edge(cell.row, kDays, top, height() - 1);
    const int bottom = edge(cell.row + 1, kDays, top, height() - 1);
    return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, right - x, bottom - y));
}

WeekGridWidget::Cell WeekGridWidget::cell_at(QPoint point) const {
    Cell found{-1, -1};
    for (int row = 0; row < kDays; ++row) {
        const QRect cell = rect_of({row, 0});
        if (point.y() >= cell.top() && (point.y() <= cell.bottom() || row == kDays - 1)) {
            found.row = row;
        }
    }
    for (int column = 0; column < kHours; ++column) {
        const QRect cell = rect_of({0, column});
        if (point.x() >= cell.left() && point.x() <= cell.right()) {
            found.column = column;
        }
    }
    return found;
}

QSize WeekGridWidget::sizeHint() const {
    const int side = fontMetrics().height() + kGap;
    return {names_width() + kHours * side, (kDays + 1) * side};
}

QSize WeekGridWidget::minimumSizeHint() const {
    return {names_width() + kHours * 12, (kDays + 1) * (fontMetrics().height() + 2)};
}

void WeekGridWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const auto colour = [&](QPalette::ColorRole role) { return palette().color(group, role); };
    painter.setPen(colour(QPalette::WindowText));
    const QLocale locale;
    for (int row = 0; row < kDays; ++row) {
        const QRect cell = rect_of({row, 0});
        const QRect place =
            QStyle::visualRect(layoutDirection(), rect(), QRect(0, cell.top(), names_width() - kGap, cell.height()));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading,
                         locale.standaloneDayName(place_of({row, 0}).day + 1, QLocale::ShortFormat));
    }
    for (int column = 0; column < kHours; column += 3) {
        QRect place = rect_of({0, column}).united(rect_of({0, column + 2}));
        place.setTop(0);
        place.setHeight(fontMetrics().height());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading, locale.toString(column));
    }
    for (int row = 0; row < kDays; ++row) {
        for (int column = 0; column < kHours; ++column) {
            const QRect cell = rect_of({row, column});
            const Fill filled = fill(place_of({row, column}));
            painter.fillRect(cell, colour(filled == Fill::All ? QPalette::Highlight : QPalette::Base));
            if (filled == Fill::Part) {
                painter.fillRect(cell, QBrush(colour(QPalette::Highlight), Qt::BDiagPattern));
            }
            painter.setPen(colour(QPalette::Mid));
            painter.drawRect(cell);
        }
    }
    if (hasFocus()) {
        const auto taken = rect_of(m_anchor).united(rect_of(m_cursor));
        painter.setPen(QPen(colour(QPalette::Base), 4));
        painter.drawRect(taken.adjusted(2, 2, -2, -2));
        painter.setPen(QPen(colour(QPalette::WindowText), 2));
        painter.drawRect(taken.adjusted(2, 2, -2, -2));
    }
}

void WeekGridWidget::paint_cells(const WeekGrid& before, Cell from, Cell to, bool allowed) {
    const auto [top, bottom] = std::minmax(from.row, to.row);
    const auto [first, last] = std::minmax(from.column, to.column);
    WeekGrid grid;
    for (int minute = 0; minute < WeekGrid::kWeek; ++minute) {
        const Cell cell = cell_of({minute / WeekGrid::kDay, minute % WeekGrid::kDay / kMinutes});
        const bool painted = cell.row >= top && cell.row <= bottom && cell.column >= first && cell.column <= last;
        if (painted ? allowed : before.allows(minute)) {
            grid.allow(minute, minute + 1);
        }
    }
    m_grid = grid;
    tell_place();
    update();
}

void WeekGridWidget::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const Cell at = cell_at(event->pos());
    m_before = m_grid;
    m_anchor = {std::max(at.row, 0), std::max(at.column, 0)};
    m_cursor = {at.row < 0 ? kDays - 1 : at.row, at.column < 0 ? kHours - 1 : at.column};
    if (at.row < 0 && at.column < 0) {
        m_anchor = m_cursor; // the corner: nothing but the focus
        return;
    }
    bool all = true;
    for (int row = m_anchor.row; row <= m_cursor.row; ++row) {
        for (int column = m_anchor.column; column <= m_cursor.column; ++column) {
            all = all && fill(place_of({row, column})) == Fill::All;
        }
    }
    m_paints_allowed = !all;
    // A day or an hour as a whole is done with the click.
    m_painting = at.row >= 0 && at.column >= 0;
    paint_cells(m_before, m_anchor, m_cursor, m_paints_allowed);
    if (!m_painting) {
        changed();
    }
}

void WeekGridWidget::mouseMoveEvent(QMouseEvent* event) {
    if (!m_painting) {
        return;
    }
    // Beyond the edge counts as at the edge.
    const QRect all = rect_of({0, 0}).united(rect_of({kDays - 1, kHours - 1}));
    const QPoint inside(std::clamp(event->pos().x(), all.left(), all.right()),
                        std::clamp(event->pos().y(), all.top(), all.bottom()));
    m_cursor = cell_at(inside);
    paint_cells(m_before, m_anchor, m_cursor, m_paints_allowed);
}

void WeekGridWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && std::exchange(m_painting, false)) {
        m_anchor = m_cursor;
        update();
        changed();
    }
}

void WeekGridWidget::keyPressEvent(QKeyEvent* event) {
    const int forth = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    Cell next = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        next.column -= forth;
        break;
    case Qt::Key_Right:
        next.column += forth;
        break;
    case Qt::Key_Up:
        --next.row;
        break;
    case Qt::Key_Down:
        ++next.row;
        break;
    case Qt::Key_Home:
        next.column = 0;
        break;
    case Qt::Key_End:
        next.column = kHours - 1;
        break;
    case Qt::Key_A:
        if (event->modifiers() == Qt::ControlModifier) {
            m_anchor = {0, 0};
            m_cursor = {kDays - 1, kHours - 1};
            update();
            return;
        }
        QWidget::keyPressEvent(event);
        return;
    case Qt::Key_Space:
        change_taken();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    move_to({std::clamp(next.row, 0, kDays - 1), std::clamp(next.column, 0, kHours - 1)}, event->modifiers());
}

void WeekGridWidget::move_to(Cell cell, Qt::KeyboardModifiers modifiers) {
    m_cursor = cell;
    if (!modifiers.testFlag(Qt::ShiftModifier)) {
        m_anchor = cell;
    }
    tell_place();
    update();
}

void WeekGridWidget::change_taken() {
    paint_cells(WeekGrid(m_grid), m_anchor, m_cursor, fill(place_of(m_cursor)) != Fill::All);
    changed();
}

void WeekGridWidget::tell_place() {
    const Place place = place_of(m_cursor);
    const QString day = QLocale().standaloneDayName(place.day + 1);
    const QString hour = QLocale().toString(QTime(place.hour, 0), QLocale::ShortFormat);
    switch (fill(place)) {
    case Fill::All:
        setAccessibleDescription(tr("%1, hour from %2: work is allowed").arg(day, hour));
        break;
    case Fill::Part:
        setAccessibleDescription(tr("%1, hour from %2: work is allowed in a part of it").arg(day, hour));
        break;
    case Fill::None:
        setAccessibleDescription(tr("%1, hour from %2: no work").arg(day, hour));
        break;
    }
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void WeekGridWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void WeekGridWidget::changed() const {
    if (on_change) {
        on_change();
    }
}

} // namespace framehand::ui

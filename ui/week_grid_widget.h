// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/week_grid.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

namespace framehand::ui {

/// The hours of a week, to be painted: by dragging over them, by a click on a day or an hour for all of it, or with the
/// arrow keys, Shift to take more of them and Space to change what is taken.
class WeekGridWidget final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(WeekGridWidget)

public:
    /// How much of an hour is allowed: a grid that was written by hand may hold half hours, which stay until somebody
    /// paints over them.
    enum class Fill { None, Part, All };

    struct Place {
        int day = 0; ///< 0 is Monday
        int hour = 0;

        bool operator==(const Place&) const = default;
    };

    explicit WeekGridWidget(QWidget* parent = nullptr);

    [[nodiscard]] const settings::WeekGrid& grid() const { return m_grid; }

    void set_grid(const settings::WeekGrid& grid);

    [[nodiscard]] Fill fill(Place place) const;
    /// Where that hour is painted.
    [[nodiscard]] QRect cell(Place place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// After the person has changed it. May be empty.
    std::function<void()> on_change;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// In rows and columns as they are shown.
    struct Cell {
        int row = 0;
        int column = 0;

        bool operator==(const Cell&) const = default;
    };

    [[nodiscard]] static Place place_of(Cell cell);
    [[nodiscard]] static Cell cell_of(Place place);
    [[nodiscard]] QRect rect_of(Cell cell) const;
    /// Row or column -1 for the names of days and hours.
    [[nodiscard]] Cell cell_at(QPoint point) const;
    [[nodiscard]] int names_width() const;
    void paint_cells(const settings::WeekGrid& before, Cell from, Cell to, bool allowed);
    void change_taken();
    void move_to(Cell cell, Qt::KeyboardModifiers modifiers);
    void tell_place();
    void changed() const;

    settings::WeekGrid m_grid;
    Cell m_cursor;
    Cell m_anchor; ///< where the taken hours begin; the same as m_cursor if it is one

    // While a button of the mouse is held.
    bool m_painting = false;
    bool m_paints_allowed = false;
    settings::WeekGrid m_before;
};

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state_icon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace framehand::ui {

namespace {

constexpr int kSides[] = {16, 22, 24, 32, 48, 64, 128};

// All shapes are drawn in a square of 32 by 32.
constexpr double kUnit = 32;

const QColor kBlue(0x2f, 0x80, 0xed);
const QColor kGreen(0x1e, 0xa0, 0x5a);
const QColor kPurple(0x8e, 0x5b, 0xd6);
const QColor kAmber(0xe8, 0x9a, 0x0c);
const QColor kRed(0xd9, 0x3a, 0x33);
const QColor kGrey(0x80, 0x86, 0x8b);

void fill(QPainter& painter, const QPainterPath& path, const QColor& colour) {
    painter.fillPath(path, colour);
}

void fill(QPainter& painter, const QPolygonF& polygon, const QColor& colour) {
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    painter.fillPath(path, colour);
}

void stroke(QPainter& painter, const QColor& colour, double width) {
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

/// An open ring with a dot: ready.
void draw_idle(QPainter& painter) {
    stroke(painter, kGreen, 4);
    painter.drawEllipse(QRectF(4, 4, 24, 24));
    QPainterPath dot;
    dot.addEllipse(QRectF(12, 12, 8, 8));
    fill(painter, dot, kGreen);
}

/// A full disc with the triangle of "play".
void draw_working(QPainter& painter) {
    QPainterPath disc;
    disc.addEllipse(QRectF(1, 1, 30, 30));
    fill(painter, disc, kBlue);
    fill(painter, QPolygonF({{12, 8}, {25, 16}, {12, 24}}), Qt::white);
}

/// Two bars.
void draw_paused(QPainter& painter) {
    QPainterPath bars;
    bars.addRoundedRect(QRectF(5, 3, 8, 26), 2, 2);
    bars.addRoundedRect(QRectF(19, 3, 8, 26), 2, 2);
    fill(painter, bars, kPurple);
}

/// An hourglass.
void draw_waiting(QPainter& painter) {
    fill(painter,
         QPolygonF({{5, 2}, {27, 2}, {27, 6}, {18, 16}, {27, 26}, {27, 30}, {5, 30}, {5, 26}, {14, 16}, {5, 6}}),
         kAmber);
    fill(painter, QPolygonF({{11, 7}, {21, 7}, {16, 12}}), Qt::white);
}

/// A triangle with an exclamation mark.
void draw_error(QPainter& painter) {
    fill(painter, QPolygonF({{16, 2}, {31, 29}, {1, 29}}), kRed);
    QPainterPath mark;
    mark.addRoundedRect(QRectF(14.2, 11, 3.6, 9), 1.5, 1.5);
    mark.addEllipse(QRectF(14, 22.5, 4, 4));
    fill(painter, mark, Qt::white);
}

/// A cross: nobody there.
void draw_offline(QPainter& painter) {
    stroke(painter, kGrey, 5);
    painter.drawLine(QPointF(6, 6), QPointF(26, 26));
    painter.drawLine(QPointF(26, 6), QPointF(6, 26));
}

void draw(QPainter& painter, AppState state) {
    switch (state) {
    case AppState::Idle:
        return draw_idle(painter);
    case AppState::Working:
        return draw_working(painter);
    case AppState::PausedByYou:
        return draw_paused(painter);
    case AppState::Waiting:
        return draw_waiting(painter);
    case AppState::Error:
        return draw_error(painter);
    case AppState::Offline:
        return draw_offline(painter);
    }
}

} // namespace

QPixmap state_pixmap(AppState state, int side) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / kUnit, side / kUnit);
    draw(painter, state);
    return pixmap;
}

QIcon state_icon(AppState state) {
    QIcon icon;
    for (const int side : kSides) {
        icon.addPixmap(state_pixmap(state, side));
    }
    return icon;
}

QIcon program_icon() {
    return state_icon(AppState::Working);
}

} // namespace framehand::ui

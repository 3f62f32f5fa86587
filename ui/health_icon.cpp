// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health_icon.h"

#include <QPainter>
#include <QPolygonF>

namespace framehand::ui {

namespace {

// All shapes are drawn in a square of 32 by 32.
constexpr double kUnit = 32;

const QColor kGreen(0x1e, 0x8a, 0x4e);
const QColor kAmber(0xb8, 0x6e, 0x00);
const QColor kRed(0xd0, 0x30, 0x2a);

void draw_good(QPainter& painter) {
    painter.setBrush(kGreen);
    painter.drawEllipse(QRectF(2, 2, 28, 28));
    painter.setPen(QPen(Qt::white, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{9, 17}, {14, 22}, {23, 11}}));
}

void draw_warning(QPainter& painter) {
    painter.setBrush(kAmber);
    painter.drawPolygon(QPolygonF({{16, 2}, {31, 29}, {1, 29}}));
    painter.setPen(QPen(Qt::white, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(16, 12), QPointF(16, 19));
    painter.drawPoint(QPointF(16, 25));
}

void draw_bad(QPainter& painter) {
    painter.setBrush(kRed);
    painter.drawPolygon(QPolygonF({{10, 1}, {22, 1}, {31, 10}, {31, 22}, {22, 31}, {10, 31}, {1, 22}, {1, 10}}));
    painter.setPen(QPen(Qt::white, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(10.5, 10.5), QPointF(21.5, 21.5));
    painter.drawLine(QPointF(21.5, 10.5), QPointF(10.5, 21.5));
}

} // namespace

QPixmap health_pixmap(Health health, int side) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / kUnit, side / kUnit);
    painter.setPen(Qt::NoPen);
    switch (health) {
    case Health::Good:
        draw_good(painter);
        break;
    case Health::Warning:
        draw_warning(painter);
        break;
    case Health::Bad:
        draw_bad(painter);
        break;
    }
    return pixmap;
}

} // namespace framehand::ui

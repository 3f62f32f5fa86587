// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sparkline.h"

#include <QPainter>
#include <QPainterPath>

namespace framehand::ui {

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::add(double value) {
    m_history.add(value);
    update();
}

void Sparkline::clear() {
    m_history.clear();
    update();
}

QSize Sparkline::sizeHint() const {
    return {240, fontMetrics().height() * 3};
}

void Sparkline::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = palette().color(QPalette::Highlight);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());

    constexpr double kMargin = 2;
    const auto points = m_history.line(QSizeF(width(), height() - 2 * kMargin));
    if (points.empty()) {
        return;
    }
    QPainterPath curve(points.front() + QPointF(0, kMargin));
    for (const auto& point : points) {
        curve.lineTo(point + QPointF(0, kMargin));
    }
    painter.setPen(QPen(colour, 1.5));
    painter.drawPath(curve);
    curve.lineTo(points.back().x(), height());
    curve.lineTo(points.front().x(), height());
    QColor area = colour;
    area.setAlpha(48);
    painter.fillPath(curve, area);
}

} // namespace framehand::ui

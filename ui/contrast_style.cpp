// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contrast_style.h"

#include <QPainter>
#include <QStyleOption>

namespace framehand::ui {

namespace {

enum class Edge { Box, Round };

void draw_edge(Edge edge, const QStyleOption& option, QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(option.palette.color(QPalette::Mid));
    const auto line = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (edge == Edge::Round) {
        painter.drawEllipse(line.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.drawRoundedRect(line, 2, 2);
    }
    painter.restore();
}

/// Fusion shows it with an edge of a colour of its own.
bool has_focus(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_HasFocus);
}

} // namespace

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        draw_edge(Edge::Box, *option, *painter);
        break;
    case PE_IndicatorRadioButton:
        draw_edge(Edge::Round, *option, *painter);
        break;
    case PE_FrameLineEdit:
        if (!has_focus(*option)) {
            draw_edge(Edge::Box, *option, *painter);
        }
        break;
    default:
        break;
    }
}

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if ((control == CC_SpinBox || control == CC_ComboBox) && !has_focus(*option)) {
        draw_edge(Edge::Box, *option, *painter);
    }
}

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contrast_style.h"

#include <QPainter>
#include <QStyleOption>

namespace framehand::ui {

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool round = element == PE_IndicatorRadioButton;
    const bool field = element == PE_FrameLineEdit;
    // The focus has a colour of its own.
    const bool focused = (option->state & State_HasFocus) != 0;
    if (!(box || round || field) || (field && focused)) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(option->palette.color(QPalette::Mid));
    const auto edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round) {
        painter->drawEllipse(edge.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter->drawRoundedRect(edge, 2, 2);
    }
    painter->restore();
}

} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace framehand::ui {

/// Qt's Fusion with edges of boxes and fields in the palette's Mid. Its own are a darker shade of the window, which
/// cannot be seen on a dark one.
class ContrastStyle final : public QProxyStyle {
public:
    ContrastStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

} // namespace framehand::ui

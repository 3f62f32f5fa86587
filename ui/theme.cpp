// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/contrast_style.h"

#include <QApplication>
#include <QToolTip>

namespace framehand::ui {

namespace {

struct Colours {
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb text;
    QRgb disabled;
    QRgb mid;
    QRgb highlight;
    QRgb highlighted_text;
    QRgb link;
};

constexpr Colours kLight{0xfff3f3f5, 0xffffffff, 0xfff0f1f4, 0xffeaeaee, 0xff1b1c1f,
                         0xff7c7f86, 0xff858992, 0xff1f63b5, 0xffffffff, 0xff1a5aa8};
constexpr Colours kDark{0xff232529, 0xff1a1b1e, 0xff26282c, 0xff33363b, 0xffecedef,
                        0xff85898f, 0xff8a8f98, 0xff2f74c8, 0xffffffff, 0xff7fb2f0};

} // namespace

ports::ColorScheme scheme_of(Appearance chosen, const ports::Reading<ports::ColorScheme>& desktop) {
    switch (chosen) {
    case Appearance::Light:
        return ports::ColorScheme::Light;
    case Appearance::Dark:
        return ports::ColorScheme::Dark;
    case Appearance::System:
        break;
    }
    return desktop.value.value_or(ports::ColorScheme::Light);
}

QPalette palette_of(ports::ColorScheme scheme) {
    const Colours& c = scheme == ports::ColorScheme::Dark ? kDark : kLight;
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.disabled);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, c.highlighted_text);
    palette.setColor(QPalette::Light, QColor(c.button).lighter(120));
    palette.setColor(QPalette::Midlight, QColor(c.button).lighter(108));
    palette.setColor(QPalette::Mid, c.mid);
    palette.setColor(QPalette::Dark, QColor(c.mid).darker(125));
    palette.setColor(QPalette::Shadow, QColor(c.mid).darker(200));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
    return palette;
}

Theme::Theme(ports::ColorSchemeSource& desktop, Appearance chosen) : m_desktop(desktop), m_chosen(chosen) {
    // The desktop's own style could not follow the palette.
    QApplication::setStyle(new ContrastStyle);
    m_desktop.on_change = [this] { apply(); };
    apply();
}

Theme::~Theme() {
    m_desktop.on_change = {};
}

void Theme::choose(Appearance chosen) {
    m_chosen = chosen;
    apply();
}

void Theme::apply() {
    const auto palette = palette_of(scheme_of(m_chosen, m_desktop.preferred()));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace framehand::ui

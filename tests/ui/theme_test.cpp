// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QPixmap>
#include <QStyle>
#include <QStyleOptionButton>
#include <gtest/gtest.h>

#include <cmath>

namespace framehand::ui {
namespace {

using ports::ColorScheme;
using Desktop = ports::Reading<ColorScheme>;

struct FakeDesktop final : ports::ColorSchemeSource {
    [[nodiscard]] Desktop preferred() const override { return scheme; }

    Desktop scheme = Desktop::unknown("the desktop has no preference");
};

/// WCAG 2.1, "relative luminance".
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

class ThemeTest : public testing::Test {
protected:
    ~ThemeTest() override { QApplication::setPalette(before); }

    [[nodiscard]] static bool is_dark() { return luminance(QApplication::palette().color(QPalette::Window)) < 0.2; }

    QPalette before = QApplication::palette();
    FakeDesktop desktop;
};

TEST_F(ThemeTest, ThePersonsChoiceIsAboveTheDesktops) {
    const auto dark = Desktop::known(ColorScheme::Dark);
    EXPECT_EQ(scheme_of(Appearance::System, dark), ColorScheme::Dark);
    EXPECT_EQ(scheme_of(Appearance::Light, dark), ColorScheme::Light);
    EXPECT_EQ(scheme_of(Appearance::Dark, Desktop::known(ColorScheme::Light)), ColorScheme::Dark);
    EXPECT_EQ(scheme_of(Appearance::System, Desktop::unknown("?")), ColorScheme::Light);
}

TEST_F(ThemeTest, TextCanBeReadInAllColours) {
    for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        const QPalette palette = palette_of(scheme);
        const auto expect = [&](QPalette::ColorRole text, QPalette::ColorRole behind) {
            EXPECT_GE(contrast(palette.color(text), palette.color(behind)), 4.5)
                << "role " << text << " on " << behind << " in scheme " << static_cast<int>(scheme);
        };
        for (const auto behind : {QPalette::Window, QPalette::Base}) {
            EXPECT_GE(contrast(palette.color(QPalette::Mid), palette.color(behind)), 3) << "edges of controls";
        }
        expect(QPalette::WindowText, QPalette::Window);
        expect(QPalette::Text, QPalette::Base);
        expect(QPalette::Text, QPalette::AlternateBase);
        expect(QPalette::ButtonText, QPalette::Button);
        expect(QPalette::HighlightedText, QPalette::Highlight);
        expect(QPalette::ToolTipText, QPalette::ToolTipBase);
        expect(QPalette::Link, QPalette::Window);
    }
}

TEST_F(ThemeTest, TheEdgeOfAnEmptyBoxCanBeSeen) {
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        const Theme theme(desktop, appearance);
        QCheckBox box;
        box.resize(box.sizeHint());
        const QImage picture = box.grab().toImage();
        QStyleOptionButton option;
        option.initFrom(&box);
        const QRect indicator = box.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box);
        const QColor edge = picture.pixelColor(indicator.left(), indicator.center().y());
        EXPECT_GE(contrast(edge, QApplication::palette().color(QPalette::Window)), 2.5) << static_cast<int>(appearance);
    }
}

TEST_F(ThemeTest, FollowsTheDesktopWhileItIsAskedTo) {
    Theme theme(desktop, Appearance::System);
    EXPECT_FALSE(is_dark());
    desktop.scheme = Desktop::known(ColorScheme::Dark);
    desktop.on_change();
    EXPECT_TRUE(is_dark());
    theme.choose(Appearance::Light);
    EXPECT_FALSE(is_dark());
    desktop.on_change();
    EXPECT_FALSE(is_dark());
    theme.choose(Appearance::System);
    EXPECT_TRUE(is_dark());
}

} // namespace
} // namespace framehand::ui

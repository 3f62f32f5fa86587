// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state_icon.h"

#include <QImage>
#include <gtest/gtest.h>

#include <cstdlib>

namespace framehand::ui {
namespace {

constexpr int kTraySide = 22;

QImage outline(AppState state) {
    return state_pixmap(state, kTraySide).toImage().convertToFormat(QImage::Format_Alpha8);
}

QImage nothing() {
    QImage image(kTraySide, kTraySide, QImage::Format_Alpha8);
    image.fill(0);
    return image;
}

/// How much of the square is covered by one and not by the other, from 0 to 1.
double difference(const QImage& a, const QImage& b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            sum += std::abs(a.constScanLine(y)[x] - b.constScanLine(y)[x]) / 255.0;
        }
    }
    return sum / (a.width() * a.height());
}

TEST(StateIcon, EachStateHasAnOutlineOfItsOwnAtTheSizeOfATray) {
    for (const AppState a : kAppStates) {
        EXPECT_GT(difference(outline(a), nothing()), 0.15);
        for (const AppState b : kAppStates) {
            if (a != b) {
                EXPECT_GT(difference(outline(a), outline(b)), 0.12)
                    << static_cast<int>(a) << " and " << static_cast<int>(b);
            }
        }
    }
}

TEST(StateIcon, IsSharpAtAnySize) {
    for (const int side : {16, 22, 48, 128}) {
        EXPECT_EQ(state_icon(AppState::Working).pixmap(QSize(side, side), 1.0).size(), QSize(side, side));
    }
}

} // namespace
} // namespace framehand::ui

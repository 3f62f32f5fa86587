// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health_icon.h"

#include <QImage>
#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

/// Which pixels are there at all.
QImage outline(Health health) {
    return health_pixmap(health, 32).toImage().createAlphaMask();
}

TEST(HealthIcon, CanBeToldWithoutColours) {
    EXPECT_NE(outline(Health::Good), outline(Health::Warning));
    EXPECT_NE(outline(Health::Good), outline(Health::Bad));
    EXPECT_NE(outline(Health::Warning), outline(Health::Bad));
}

TEST(HealthIcon, IsAsLargeAsAskedFor) {
    for (const int side : {16, 20, 40}) {
        EXPECT_EQ(health_pixmap(Health::Bad, side).size(), QSize(side, side));
    }
}

} // namespace
} // namespace framehand::ui

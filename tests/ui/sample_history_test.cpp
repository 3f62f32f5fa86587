// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sample_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace framehand::ui {
namespace {

using testing::ElementsAre;

TEST(SampleHistory, KeepsTheNewest) {
    SampleHistory history(3);
    for (const double value : {1.0, 2.0, 3.0, 4.0}) {
        history.add(value);
    }
    EXPECT_THAT(history.values(), ElementsAre(2, 3, 4));
    EXPECT_EQ(history.peak(), 4);
    history.clear();
    EXPECT_TRUE(history.values().empty());
    EXPECT_EQ(history.peak(), 0);
}

TEST(SampleHistory, WhatIsNoMeasureIsNothing) {
    SampleHistory history(3);
    history.add(-1);
    history.add(std::numeric_limits<double>::quiet_NaN());
    history.add(std::numeric_limits<double>::infinity());
    EXPECT_THAT(history.values(), ElementsAre(0, 0, 0));
}

TEST(SampleHistory, DrawsFromTheRightEdgeWithThePeakAtTheTop) {
    SampleHistory history(5);
    EXPECT_TRUE(history.line({100, 40}).empty());
    history.add(10);
    history.add(20);
    history.add(0);
    EXPECT_THAT(history.line({100, 40}), ElementsAre(QPointF(50, 20), QPointF(75, 0), QPointF(100, 40)));
}

TEST(SampleHistory, NothingButZerosLiesAtTheBottom) {
    SampleHistory history(1);
    history.add(0);
    EXPECT_THAT(history.line({100, 40}), ElementsAre(QPointF(100, 40)));
}

} // namespace
} // namespace framehand::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_work_clock.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

TEST(CeleryWorkClock, CountsOnlyTheTimeWorked) {
    using base::Duration;
    const base::SteadyTime begin{Duration{1000}};
    CeleryWorkClock clock(begin);
    EXPECT_EQ(clock.worked(begin + Duration{50}), Duration{50});
    clock.stand(begin + Duration{50});
    clock.stand(begin + Duration{80});
    EXPECT_EQ(clock.worked(begin + Duration{100}), Duration{50});
    EXPECT_FALSE(clock.runs());
    clock.run(begin + Duration{100});
    clock.run(begin + Duration{110});
    EXPECT_EQ(clock.worked(begin + Duration{120}), Duration{70});
}

} // namespace
} // namespace framehand::sources

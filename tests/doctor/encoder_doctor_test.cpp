// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/encoder_doctor.h"

#include <gtest/gtest.h>

namespace framehand::doctor {
namespace {

TEST(EncoderDoctor, NamesWhatWorksAndHowLarge) {
    jobs::Capabilities measured;
    measured.encoders = {{"libx264", "h264", "", true, "", 3840, 2160, 120}, {"aac", "aac", "", true, "", 0, 0, 0}};
    const auto found = examine_encoders(measured);
    EXPECT_EQ(found.health, Health::Ok);
    EXPECT_EQ(found.finding, "libx264; up to 4k");
    EXPECT_FALSE(found.remedy);
}

TEST(EncoderDoctor, OffersToMeasureAgainWhereNoneWorks) {
    jobs::Capabilities measured;
    measured.encoders = {{"libx264", "h264", "", false, "not in this build", 0, 0, 0}};
    for (const auto& result : {base::Result<jobs::Capabilities>(measured),
                               base::Result<jobs::Capabilities>(base::fail(base::ErrorCode::Timeout, "too slow"))}) {
        const auto found = examine_encoders(result);
        EXPECT_EQ(found.health, Health::Fail);
        EXPECT_FALSE(found.advice.empty());
        EXPECT_EQ(found.remedy, (Remedy{Remedy::Kind::Measure, ""}));
    }
}

} // namespace
} // namespace framehand::doctor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/allowed_capabilities.h"

#include <gmock/gmock.h>

namespace framehand::worker {
namespace {

using testing::ElementsAre;

jobs::EncoderCapability working(const char* name, const char* vendor) {
    jobs::EncoderCapability encoder;
    encoder.name = name;
    encoder.codec = "h264";
    encoder.vendor = vendor;
    encoder.works = true;
    return encoder;
}

TEST(AllowedCapabilities, SoftwareLeavesOutTheEncodersOfGraphicsCardsAndNothingElse) {
    jobs::Capabilities measured;
    measured.gpu_name = "a card";
    measured.encoders = {working("h264_nvenc", "nvidia"), working("libx264", ""), working("h264_vaapi", "intel")};
    EXPECT_EQ(allowed_capabilities(measured, settings::Encoders::Auto), measured);
    const auto allowed = allowed_capabilities(measured, settings::Encoders::Software);
    EXPECT_THAT(allowed.working_video_encoders(), ElementsAre("libx264"));
    EXPECT_EQ(allowed.encoders.size(), 1U);
    EXPECT_EQ(allowed.gpu_name, "a card");
}

} // namespace
} // namespace framehand::worker

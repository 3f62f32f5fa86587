// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoder_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using testing::HasSubstr;

constexpr PictureSize kHd{1280, 720};

jobs::Capabilities machine(std::vector<jobs::EncoderCapability> encoders) {
    jobs::Capabilities capabilities;
    capabilities.encoders = std::move(encoders);
    return capabilities;
}

jobs::EncoderCapability hevc(const std::string& name, const std::string& vendor, int max_side) {
    jobs::EncoderCapability encoder;
    encoder.name = name;
    encoder.codec = "hevc";
    encoder.vendor = vendor;
    encoder.works = true;
    encoder.max_width = max_side;
    encoder.max_height = max_side;
    return encoder;
}

const jobs::EncoderCapability kX265 = hevc("libx265", "", 0);
const jobs::EncoderCapability kNvenc = hevc("hevc_nvenc", "nvidia", 4096);

TEST(EncoderChoiceTest, TakesSoftwareWhereNothingWasMeasured) {
    EXPECT_EQ(choose_encoder("h264", kHd, {}, "codec").value().encoder, "libx264");
    EXPECT_EQ(choose_encoder("hevc", kHd, {}, "codec").value().encoder, "libx265");
    EXPECT_EQ(choose_encoder("av1", kHd, {}, "codec").value().encoder, "libsvtav1");
    EXPECT_EQ(choose_encoder("libsvtav1", kHd, {}, "codec").value().codec, "av1");
}

TEST(EncoderChoiceTest, PrefersHardwareThatDoesTheSize) {
    const jobs::Capabilities here = machine({kX265, kNvenc});
    EXPECT_EQ(choose_encoder("hevc", kHd, here, "codec").value().encoder, "hevc_nvenc");
    EXPECT_EQ(choose_encoder("hevc", {7680, 4320}, here, "codec").value().encoder, "libx265");
    EXPECT_EQ(choose_encoder("libx265", kHd, here, "codec").value().encoder, "libx265");
}

TEST(EncoderChoiceTest, AMissingEncoderIsReplacedWithinItsCodec) {
    const auto choice = choose_encoder("hevc_qsv", kHd, machine({kX265}), "codec");
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->encoder, "libx265");
    EXPECT_EQ(choice->note,
              "hevc_qsv was asked for but does not work here (it was not found on this machine); libx265 is used");
}

TEST(EncoderChoiceTest, RefusesACodecThatThisMachineDoesNotMake) {
    jobs::EncoderCapability broken = kX265;
    broken.works = false;
    broken.reason = "it does not open";
    for (const jobs::Capabilities& here : {machine({broken}), machine({kNvenc})}) {
        const auto choice = choose_encoder("libx265", kHd, here, "outputs[0].codec");
        ASSERT_FALSE(choice);
        EXPECT_EQ(choice.error().code, base::ErrorCode::Unsupported);
        EXPECT_THAT(choice.error().message, HasSubstr("outputs[0].codec: \"hevc\" cannot be made on this machine"));
    }
    EXPECT_FALSE(choose_encoder("av1", kHd, machine({kX265}), "codec"));
}

TEST(EncoderChoiceTest, RefusesWhatItDoesNotKnow) {
    for (const char* const name : {"vp9", "", "mpeg4", "HEVC", "hevc_nobody", "av1_nvenc"}) {
        const auto choice = choose_encoder(name, kHd, {}, "codec");
        ASSERT_FALSE(choice) << name;
        EXPECT_THAT(choice.error().message, HasSubstr("\"hevc\""));
    }
}

TEST(EncoderChoiceTest, RefusesPicturesThatAreTooSmallForAv1) {
    const auto choice = choose_encoder("av1", {80, 46}, {}, "outputs[1].codec");
    ASSERT_FALSE(choice);
    EXPECT_THAT(choice.error().message, HasSubstr("64x64"));
    EXPECT_TRUE(choose_encoder("av1", {64, 64}, {}, "codec"));
}

} // namespace
} // namespace framehand::media

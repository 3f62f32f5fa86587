// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/probe/capability_probe.h"
#include "core/media/probe/known_encoders.h"

#include <gtest/gtest.h>

namespace framehand::media::probe {
namespace {

TEST(CapabilityProbe, MeasuresTheSoftwareEncoder) {
    const base::SystemClock clock;
    const auto x264 = CapabilityProbe(clock).measure("libx264", {});
    ASSERT_TRUE(x264) << x264.error().text();
    EXPECT_TRUE(x264->works) << x264->reason;
    EXPECT_EQ(x264->codec, "h264");
    EXPECT_FALSE(x264->is_hardware());
    EXPECT_GT(x264->fps_720p, 0);
    EXPECT_GE(x264->max_width, 4096);
    EXPECT_TRUE(x264->reason.empty());
}

TEST(CapabilityProbe, MeasuresAudio) {
    const base::SystemClock clock;
    const auto aac = CapabilityProbe(clock).measure("aac", {});
    ASSERT_TRUE(aac);
    EXPECT_TRUE(aac->works) << aac->reason;
    EXPECT_EQ(aac->max_width, 0);
}

TEST(CapabilityProbe, SaysWhyAnEncoderOfAnotherSystemDoesNotWork) {
    const base::SystemClock clock;
    const auto amf = CapabilityProbe(clock).measure("h264_videotoolbox", {});
    ASSERT_TRUE(amf);
    if (!amf->works) {
        EXPECT_FALSE(amf->reason.empty());
        EXPECT_EQ(amf->max_width, 0);
        EXPECT_EQ(amf->fps_720p, 0);
    }
}

TEST(CapabilityProbe, SaysOfTheRaspberryPisEncoderThatThereIsNoDevice) {
    const base::SystemClock clock;
    const auto pi = CapabilityProbe(clock).measure("h264_v4l2m2m", {});
    ASSERT_TRUE(pi) << pi.error().text();
    EXPECT_EQ(pi->codec, "h264");
    EXPECT_EQ(pi->vendor, "v4l2");
    EXPECT_TRUE(pi->is_hardware());
    if (pi->works) { // on a Raspberry Pi up to 4, say
        EXPECT_GT(pi->fps_720p, 0);
        EXPECT_GE(pi->max_width, 1280);
        EXPECT_TRUE(pi->reason.empty()) << pi->reason;
    } else {
        EXPECT_NE(pi->reason.find("device"), std::string::npos) << pi->reason;
        EXPECT_EQ(pi->max_width, 0);
        EXPECT_EQ(pi->fps_720p, 0);
    }
}

TEST(CapabilityProbe, TriesFullHdWhereTheLargeSizesAreRefused) {
    const base::SystemClock clock;
    // MPEG-1 has twelve bits for a width, and so ends below 4096.
    const KnownEncoder mpeg1{"mpeg1video", "mpeg1", "", FrameHome::Memory, SizeTrial::EncodeAll, {}};
    const auto measured = CapabilityProbe(clock).measure(mpeg1, {});
    EXPECT_TRUE(measured.works) << measured.reason;
    EXPECT_EQ(measured.max_width, 1920);
    EXPECT_EQ(measured.max_height, 1080);
}

TEST(CapabilityProbe, SuggestsTheEncoderThatWasMeant) {
    const base::SystemClock clock;
    const auto nothing = CapabilityProbe(clock).measure("libx246", {});
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, base::ErrorCode::NotFound);
    EXPECT_NE(nothing.error().message.find("libx264"), std::string::npos) << nothing.error().message;
}

TEST(CapabilityProbe, StopsWhenCancelled) {
    const base::SystemClock clock;
    base::CancelSource source;
    int measured = 0;
    const auto all = CapabilityProbe(clock).measure_all(source.token(), [&](const std::string&) {
        ++measured;
        source.cancel();
    });
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(measured, 1);
}

TEST(KnownEncoders, HaveAVendorExactlyIfTheyAreHardware) {
    for (const KnownEncoder& encoder : known_encoders()) {
        const bool is_software = encoder.name.starts_with("lib") || encoder.name == "aac";
        EXPECT_EQ(encoder.vendor.empty(), is_software) << encoder.name;
    }
}

} // namespace
} // namespace framehand::media::probe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_size.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

VideoStreamInfo video(int width, int height, Rational aspect = {1, 1}, Orientation orientation = Orientation::Upright) {
    VideoStreamInfo info;
    info.width = width;
    info.height = height;
    info.sample_aspect = aspect;
    info.orientation = orientation;
    return info;
}

PictureSize rung(const VideoStreamInfo& info, int height, int width = 0) {
    return rung_size(display_size(info), {width, height});
}

TEST(PictureSizeTest, KeepsTheShapeAtEvenSizes) {
    EXPECT_EQ(rung(video(1920, 1080), 480), (PictureSize{854, 480}));
    EXPECT_EQ(rung(video(854, 480), 360), (PictureSize{640, 360}));
}

TEST(PictureSizeTest, NeverEnlarges) {
    EXPECT_EQ(rung(video(1280, 720), 2160), (PictureSize{1280, 720}));
    EXPECT_EQ(rung(video(321, 241), 1080), (PictureSize{320, 240}));
}

TEST(PictureSizeTest, WidensNonSquarePixels) {
    EXPECT_EQ(rung(video(720, 576, {64, 45}), 576), (PictureSize{1024, 576}));
}

TEST(PictureSizeTest, TurnsBeforeItMeasuresTheHeight) {
    const auto turned = video(3840, 2160, {1, 1}, Orientation::Rotate90);
    EXPECT_EQ(rung(turned, 1080), (PictureSize{608, 1080}));
    EXPECT_EQ(rung(turned, 4320), (PictureSize{2160, 3840}));
}

TEST(PictureSizeTest, FitsIntoABox) {
    EXPECT_EQ(rung(video(1920, 800), 720, 1280), (PictureSize{1280, 534}));
    EXPECT_EQ(rung(video(1080, 1920), 720, 1280), (PictureSize{406, 720}));
}

TEST(PictureSizeTest, NeverGoesBelowSixteen) {
    EXPECT_EQ(rung(video(4000, 40), 16), (PictureSize{1600, 16}));
    EXPECT_EQ(rung(video(40, 4000), 160), (PictureSize{16, 160}));
}

} // namespace
} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/preview_maker.h"
#include "tests/media/transcode_fixture.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <mutex>
#include <string>
#include <vector>

namespace framehand::media {
namespace {

using namespace std::chrono_literals;

/// What a reader makes of it: the picture, or null.
UniqueFrame decoded(const std::string& base64) {
    std::vector<std::uint8_t> jpeg;
    std::uint32_t bits = 0;
    int count = 0;
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (const char c : base64) {
        const auto value = letters.find(c);
        if (value == std::string::npos) {
            EXPECT_EQ(c, '=');
            continue;
        }
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            jpeg.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count) & 0xFFU));
        }
    }
    EXPECT_EQ(base64.size() % 4, 0U);
    const std::size_t size = jpeg.size();
    jpeg.resize(size + AV_INPUT_BUFFER_PADDING_SIZE);
    const AVCodec* codec = avcodec_find_decoder(AV_CODEC_ID_MJPEG);
    const UniqueCodecContext context(avcodec_alloc_context3(codec));
    EXPECT_EQ(avcodec_open2(context.get(), codec, nullptr), 0);
    const UniquePacket packet(av_packet_alloc());
    packet->data = jpeg.data();
    packet->size = static_cast<int>(size);
    UniqueFrame frame(av_frame_alloc());
    if (avcodec_send_packet(context.get(), packet.get()) < 0 || avcodec_receive_frame(context.get(), frame.get()) < 0) {
        return nullptr;
    }
    return frame;
}

/// A picture of one brightness.
UniqueFrame picture(int width, int height, int luma = 128, AVPixelFormat format = AV_PIX_FMT_YUV420P) {
    UniqueFrame frame(av_frame_alloc());
    frame->width = width;
    frame->height = height;
    frame->format = format;
    frame->color_range = AVCOL_RANGE_MPEG;
    EXPECT_EQ(av_frame_get_buffer(frame.get(), 0), 0);
    const int depth = av_pix_fmt_desc_get(format)->comp[0].depth;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (depth == 8) {
                frame->data[0][y * frame->linesize[0] + x] = static_cast<std::uint8_t>(luma);
            } else {
                reinterpret_cast<std::uint16_t*>(frame->data[0] + y * frame->linesize[0])[x] =
                    static_cast<std::uint16_t>(luma << (depth - 8));
            }
        }
    }
    for (int plane = 1; plane < 3; ++plane) {
        for (int y = 0; y < height / 2; ++y) {
            for (int x = 0; x < width / 2; ++x) {
                if (depth == 8) {
                    frame->data[plane][y * frame->linesize[plane] + x] = 128;
                } else {
                    reinterpret_cast<std::uint16_t*>(frame->data[plane] + y * frame->linesize[plane])[x] =
                        static_cast<std::uint16_t>(128 << (depth - 8));
                }
            }
        }
    }
    return frame;
}

class PreviewMakerTest : public testing::Test {
protected:
    test::FakeClock clock;
    std::vector<jobs::TranscodePreview> told;
    PreviewMaker maker{clock, [this](const jobs::TranscodePreview& preview) { told.push_back(preview); }};
};

TEST_F(PreviewMakerTest, MakesAJpegThatDecodesInTheShapeOfThePicture) {
    maker.offer(*picture(854, 480, 180), 12.5);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_DOUBLE_EQ(told.front().media_sec, 12.5);
    EXPECT_LE(told.front().jpeg.size(), jobs::TranscodePreview::kMostBytes);
    const auto frame = decoded(told.front().jpeg);
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->width, 320);
    EXPECT_EQ(frame->height, 180);
    // 180 of 16..235 is 191 of 0..255.
    EXPECT_NEAR(frame->data[0][90 * frame->linesize[0] + 160], 191, 3);
}

TEST_F(PreviewMakerTest, MakesOneEveryTwoSecondsOfRealTime) {
    const auto frame = picture(320, 180);
    for (int i = 0; i < 100; ++i) {
        maker.offer(*frame, i * 0.04);
        clock.advance(50ms);
    }
    ASSERT_EQ(told.size(), 3U);
    EXPECT_DOUBLE_EQ(told[1].media_sec, 1.6);
}

TEST_F(PreviewMakerTest, FollowsASourceThatChangesItsSize) {
    maker.offer(*picture(640, 360), 0);
    clock.advance(2s);
    maker.offer(*picture(360, 640), 2);
    ASSERT_EQ(told.size(), 2U);
    const auto upright = decoded(told[1].jpeg);
    ASSERT_NE(upright, nullptr);
    EXPECT_EQ(upright->width, 180);
    EXPECT_EQ(upright->height, 320);
}

TEST_F(PreviewMakerTest, TakesALargePictureOfTenBits) {
    maker.offer(*picture(3840, 2160, 180, AV_PIX_FMT_YUV420P10LE), 0);
    ASSERT_EQ(told.size(), 1U);
    const auto frame = decoded(told.front().jpeg);
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->height, 180);
    EXPECT_NEAR(frame->data[0][90 * frame->linesize[0] + 160], 191, 3);
}

TEST(PreviewSize, IsNeverLargerThanThePictureAndAlwaysEven) {
    EXPECT_EQ(preview_size({1920, 1080}), (PictureSize{320, 180}));
    EXPECT_EQ(preview_size({256, 144}), (PictureSize{256, 144}));
    EXPECT_EQ(preview_size({1998, 1080}), (PictureSize{320, 172}));
    EXPECT_EQ(preview_size({1080, 1920}), (PictureSize{180, 320}));
    EXPECT_EQ(preview_size({4096, 100}), (PictureSize{320, 16}));
}

class TranscodePreviewTest : public TranscodeFixture {
protected:
    [[nodiscard]] std::vector<jobs::TranscodePreview> previews() {
        std::mutex mutex;
        std::vector<jobs::TranscodePreview> told;
        const auto made = Transcoder(disk, clock, [&](const jobs::TranscodePreview& preview) {
                              const std::scoped_lock lock(mutex);
                              told.push_back(preview);
                          }).run(spec, plan, {}, {});
        EXPECT_TRUE(made) << made.error().text();
        return told;
    }
};

TEST_F(TranscodePreviewTest, ARunShowsItsSmallestRung) {
    prepare({.width = 640, .height = 360, .times_ms = test::regular_times(50, 25)}, {"360p", "180p"});
    spec.preview = jobs::Preview::Newest;
    const auto told = previews();
    ASSERT_FALSE(told.empty());
    const auto frame = decoded(told.front().jpeg);
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->width, 320);
    EXPECT_EQ(frame->height, 180);
}

TEST_F(TranscodePreviewTest, NobodyIsShownWhatNobodyAskedFor) {
    prepare({.width = 320, .height = 180, .times_ms = test::regular_times(50, 25)}, {"180p"});
    EXPECT_TRUE(previews().empty());
}

} // namespace
} // namespace framehand::media

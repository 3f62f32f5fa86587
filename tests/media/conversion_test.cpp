// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/color_rules.h"
#include "core/media/conversion.h"
#include "core/media/frame_converter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

namespace framehand::media {
namespace {

using testing::HasSubstr;
using testing::Not;

const ColorTags kBt709{"bt709", "bt709", "bt709", ColorRange::Limited};

VideoPlan plan(ColorTags source = kBt709, Orientation orientation = Orientation::Upright, HdrKind hdr = HdrKind::Sdr) {
    VideoPlan video;
    video.timescale = 12800;
    video.orientation = orientation;
    video.hdr = hdr;
    video.source_color = std::move(source);
    video.output_color = output_color(video.source_color, hdr);
    return video;
}

UniqueFrame gray_frame(int width, int height, AVPixelFormat format, int luma) {
    UniqueFrame frame(av_frame_alloc());
    frame->width = width;
    frame->height = height;
    frame->format = format;
    av_frame_get_buffer(frame.get(), 0);
    const int planes = av_pix_fmt_count_planes(format);
    for (int i = 0; i < planes; ++i) {
        const int rows = i == 0 ? height : (height + 1) / 2;
        std::memset(frame->data[i], i == 0 ? luma : 128, static_cast<std::size_t>(frame->linesize[i]) * rows);
    }
    return frame;
}

UniqueFrame convert_one(const VideoPlan& video, PictureSize target, UniqueFrame frame) {
    UniqueFrame result;
    FrameConverter converter(video, target, {1, video.timescale});
    const auto keep = [&](UniqueFrame made) -> base::Status {
        result = std::move(made);
        return {};
    };
    const auto converted = converter.convert(std::move(frame), keep);
    EXPECT_TRUE(converted) << (converted ? "" : converted.error().text());
    EXPECT_TRUE(converter.finish(keep));
    EXPECT_TRUE(result);
    return result;
}

TEST(ConversionTest, LeavesAFittingFrameAlone) {
    EXPECT_EQ(conversion_text(plan(), {1920, 1080}, AV_PIX_FMT_YUV420P, {1920, 1080}, Deinterlacing::Off), "");
    auto frame = gray_frame(64, 48, AV_PIX_FMT_YUV420P, 100);
    const std::uint8_t* pixels = frame->data[0];
    EXPECT_EQ(convert_one(plan(), {64, 48}, std::move(frame))->data[0], pixels);
}

TEST(ConversionTest, ScalesBeforeItTurns) {
    const std::string text = conversion_text(plan(kBt709, Orientation::Rotate90), {3840, 2160}, AV_PIX_FMT_YUV420P,
                                             {608, 1080}, Deinterlacing::Off);
    EXPECT_THAT(text, HasSubstr("zscale=w=1080:h=608:"));
    EXPECT_LT(text.find("zscale"), text.find("transpose=clock"));
}

TEST(ConversionTest, GoesThroughSwscaleForOddSizes) {
    const std::string text = conversion_text(plan(), {321, 241}, AV_PIX_FMT_YUV420P10, {320, 240}, Deinterlacing::Off);
    EXPECT_THAT(text, HasSubstr("scale=w=320:h=240:"));
    EXPECT_THAT(text, HasSubstr("format=yuv420p10le,zscale="));
}

TEST(ConversionTest, TurnsAFrameUpright) {
    auto frame = gray_frame(64, 32, AV_PIX_FMT_YUV420P, 50);
    for (int y = 0; y < 32; ++y) {
        std::memset(frame->data[0] + y * frame->linesize[0], 200, 32); // the left half is bright
    }
    const auto upright = convert_one(plan(kBt709, Orientation::Rotate90), {32, 64}, std::move(frame));
    EXPECT_EQ(upright->width, 32);
    EXPECT_EQ(upright->height, 64);
    // Clockwise: what was left is on top.
    EXPECT_NEAR(upright->data[0][8 * upright->linesize[0] + 16], 200, 2);
    EXPECT_NEAR(upright->data[0][56 * upright->linesize[0] + 16], 50, 2);
}

TEST(ConversionTest, BringsFullRangeToLimited) {
    ColorTags full = kBt709;
    full.range = ColorRange::Full;
    const auto white = convert_one(plan(full), {64, 48}, gray_frame(64, 48, AV_PIX_FMT_YUVJ420P, 255));
    EXPECT_NEAR(white->data[0][100], 235, 1);
    EXPECT_EQ(white->color_range, AVCOL_RANGE_MPEG);
    EXPECT_EQ(white->format, AV_PIX_FMT_YUV420P);
}

TEST(ConversionTest, ConvertsSemiPlanarAndPackedAndPaletteFormats) {
    for (const AVPixelFormat format : {AV_PIX_FMT_NV12, AV_PIX_FMT_YUYV422, AV_PIX_FMT_RGB24, AV_PIX_FMT_BGRA,
                                       AV_PIX_FMT_GRAY8, AV_PIX_FMT_YUV444P10, AV_PIX_FMT_P010, AV_PIX_FMT_GBRP,
                                       AV_PIX_FMT_YUVA420P, AV_PIX_FMT_YUV411P, AV_PIX_FMT_RGB48}) {
        VideoStreamInfo info;
        info.width = 64;
        info.height = 48;
        info.pixel_format = av_get_pix_fmt_name(format);
        UniqueFrame frame(av_frame_alloc());
        frame->width = 64;
        frame->height = 48;
        frame->format = format;
        ASSERT_GE(av_frame_get_buffer(frame.get(), 0), 0);
        for (int i = 0; i < 4 && frame->buf[i] != nullptr; ++i) {
            std::memset(frame->buf[i]->data, 0x40, frame->buf[i]->size);
        }
        const auto made = convert_one(plan(complete_source_color(info)), {32, 24}, std::move(frame));
        ASSERT_TRUE(made) << info.pixel_format;
        EXPECT_EQ(made->format, AV_PIX_FMT_YUV420P) << info.pixel_format;
        EXPECT_EQ(made->width, 32) << info.pixel_format;
    }
}

TEST(ConversionTest, ToneMapsHdr) {
    const ColorTags pq{"bt2020", "smpte2084", "bt2020nc", ColorRange::Limited};
    auto frame = gray_frame(64, 48, AV_PIX_FMT_YUV420P, 0);
    UniqueFrame deep(av_frame_alloc());
    deep->width = 64;
    deep->height = 48;
    deep->format = AV_PIX_FMT_YUV420P10;
    av_frame_get_buffer(deep.get(), 0);
    for (int i = 0; i < 3; ++i) {
        auto* words = reinterpret_cast<std::uint16_t*>(deep->data[i]);
        const int count = deep->linesize[i] / 2 * (i == 0 ? 48 : 24);
        std::fill_n(words, count, static_cast<std::uint16_t>(i == 0 ? 500 : 512));
    }
    const auto mapped = convert_one(plan(pq, Orientation::Upright, HdrKind::Pq), {64, 48}, std::move(deep));
    EXPECT_EQ(mapped->color_trc, AVCOL_TRC_BT709);
    EXPECT_GT(mapped->data[0][100], 60);
    EXPECT_LT(mapped->data[0][100], 236);
    EXPECT_NEAR(mapped->data[1][20], 128, 2);
}

TEST(ConversionTest, DeinterlacesFromTheFirstFlaggedFrameOnAndLosesNone) {
    std::vector<std::int64_t> times;
    FrameConverter converter(plan(), {64, 48}, {1, 12800});
    const auto keep = [&](UniqueFrame made) -> base::Status {
        times.push_back(made->pts);
        return {};
    };
    for (std::int64_t i = 0; i < 20; ++i) {
        auto frame = gray_frame(64, 48, AV_PIX_FMT_YUV420P, 100);
        frame->pts = i * 512;
        if (i >= 5) {
#if FH_AV_HAS_FRAME_FLAGS
            frame->flags |= AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST;
#else
            frame->interlaced_frame = 1;
            frame->top_field_first = 1;
#endif
        }
        ASSERT_TRUE(converter.convert(std::move(frame), keep));
    }
    ASSERT_TRUE(converter.finish(keep));
    ASSERT_EQ(times.size(), 20U);
    for (std::int64_t i = 0; i < 20; ++i) {
        EXPECT_EQ(times[static_cast<std::size_t>(i)], i * 512);
    }
}

TEST(ConversionTest, SurvivesASourceThatChangesItsSize) {
    int count = 0;
    FrameConverter converter(plan(), {64, 48}, {1, 12800});
    const auto keep = [&](UniqueFrame made) -> base::Status {
        EXPECT_EQ(made->width, 64);
        EXPECT_EQ(made->height, 48);
        ++count;
        return {};
    };
    for (const auto& [width, height] : {std::pair{64, 48}, {128, 96}, {33, 17}, {64, 48}}) {
        ASSERT_TRUE(converter.convert(gray_frame(width, height, AV_PIX_FMT_YUV420P, 90), keep));
    }
    ASSERT_TRUE(converter.finish(keep));
    EXPECT_EQ(count, 4);
}

TEST(ConversionTest, ConvertedFramesCarryNoStaleSideData) {
    auto frame = gray_frame(64, 48, AV_PIX_FMT_YUV420P, 90);
    ASSERT_NE(av_frame_new_side_data(frame.get(), AV_FRAME_DATA_DISPLAYMATRIX, 36), nullptr);
    EXPECT_EQ(convert_one(plan(), {64, 48}, std::move(frame))->nb_side_data, 0);
}

TEST(ColorRulesTest, FillsGapsByRule) {
    VideoStreamInfo info;
    info.pixel_format = "yuv420p";
    info.width = 720;
    info.height = 480;
    EXPECT_EQ(complete_source_color(info), (ColorTags{"smpte170m", "smpte170m", "smpte170m", ColorRange::Limited}));
    info.height = 576;
    EXPECT_EQ(complete_source_color(info).matrix, "bt470bg");
    info.width = 1280;
    info.height = 720;
    EXPECT_EQ(complete_source_color(info), kBt709);
    info.pixel_format = "rgb24";
    EXPECT_EQ(complete_source_color(info).matrix, "gbr");
    EXPECT_EQ(complete_source_color(info).range, ColorRange::Full);
}

TEST(ColorRulesTest, OutputsNothingButSdrLimitedRange) {
    EXPECT_EQ(output_color({"bt2020", "bt2020-10", "bt2020nc", ColorRange::Full}, HdrKind::Sdr), kBt709);
    EXPECT_EQ(output_color({"bt2020", "arib-std-b67", "bt2020nc", ColorRange::Limited}, HdrKind::Hlg), kBt709);
    const ColorTags pal{"bt470bg", "smpte170m", "bt470bg", ColorRange::Full};
    EXPECT_EQ(output_color(pal, HdrKind::Sdr).matrix, "bt470bg");
    EXPECT_EQ(output_color(pal, HdrKind::Sdr).range, ColorRange::Limited);
}

} // namespace
} // namespace framehand::media

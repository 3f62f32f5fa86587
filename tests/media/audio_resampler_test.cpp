// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_resampler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace framehand::media {
namespace {

constexpr Rational kMillis{1, 1000};

UniqueFrame tone(std::int64_t pts, int samples, int rate = 48000, int channels = 2) {
    UniqueFrame frame(av_frame_alloc());
    frame->nb_samples = samples;
    frame->format = AV_SAMPLE_FMT_FLTP;
    frame->sample_rate = rate;
    av_channel_layout_default(&frame->ch_layout, channels);
    av_frame_get_buffer(frame.get(), 0);
    for (int c = 0; c < channels; ++c) {
        std::fill_n(reinterpret_cast<float*>(frame->extended_data[c]), samples, 0.5F);
    }
    frame->pts = pts;
    frame->best_effort_timestamp = pts;
    return frame;
}

struct Collected {
    std::vector<float> left;
    AudioResampler::Sink sink = [this](const AVFrame& samples) -> base::Status {
        const auto* first = reinterpret_cast<const float*>(samples.extended_data[0]);
        left.insert(left.end(), first, first + samples.nb_samples);
        return {};
    };

    [[nodiscard]] std::size_t silent() const {
        return static_cast<std::size_t>(std::ranges::count_if(left, [](float v) { return std::fabs(v) < 1e-6; }));
    }
};

AudioPlan stereo(int rate = 48000) {
    AudioPlan plan;
    plan.sample_rate = rate;
    return plan;
}

TEST(AudioResamplerTest, FillsAGapWithSilence) {
    AudioResampler resampler(stereo(), {0, kMillis}, kMillis);
    Collected out;
    ASSERT_TRUE(resampler.push(*tone(0, 4800), out.sink));
    ASSERT_TRUE(resampler.push(*tone(2100, 4800), out.sink));
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_EQ(out.left.size(), 105600U);
    EXPECT_EQ(out.silent(), 96000U);
    EXPECT_EQ(resampler.produced(), 105600);
}

TEST(AudioResamplerTest, AudioThatStartsLateBeginsWithSilence) {
    AudioResampler resampler(stereo(), {1000, kMillis}, kMillis);
    Collected out;
    ASSERT_TRUE(resampler.push(*tone(1005, 480), out.sink));
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_EQ(out.left.size(), 720U);
    EXPECT_EQ(out.silent(), 240U); // even a gap shorter than the tolerance counts at the start
}

TEST(AudioResamplerTest, AudioBeforeTheVideoIsCutOff) {
    AudioResampler resampler(stereo(), {1000, kMillis}, kMillis);
    Collected out;
    ASSERT_TRUE(resampler.push(*tone(900, 480), out.sink)); // wholly before
    ASSERT_TRUE(resampler.push(*tone(995, 480), out.sink)); // half before
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_EQ(out.left.size(), 240U);
    EXPECT_EQ(out.silent(), 0U);
}

TEST(AudioResamplerTest, SmallJitterIsNotAGap) {
    AudioResampler resampler(stereo(), {0, kMillis}, kMillis);
    Collected out;
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(resampler.push(*tone(10 * i + (i % 2) * 9, 480), out.sink));
    }
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_EQ(out.left.size(), 48000U);
    EXPECT_EQ(out.silent(), 0U);
}

TEST(AudioResamplerTest, AnOverlapIsDroppedOnce) {
    AudioResampler resampler(stereo(), {0, kMillis}, kMillis);
    Collected out;
    ASSERT_TRUE(resampler.push(*tone(0, 4800), out.sink));
    ASSERT_TRUE(resampler.push(*tone(50, 4800), out.sink));
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_EQ(out.left.size(), 7200U);
}

TEST(AudioResamplerTest, KeepsTheLengthWhenItChangesTheRate) {
    AudioResampler resampler(stereo(48000), {0, {1, 44100}}, {1, 44100});
    Collected out;
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(resampler.push(*tone(std::int64_t{i} * 441, 441, 44100, 6), out.sink));
    }
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_NEAR(static_cast<double>(out.left.size()), 48000, 64);
}

TEST(AudioResamplerTest, FollowsASourceThatChangesItsFormat) {
    AudioResampler resampler(stereo(), {0, kMillis}, kMillis);
    Collected out;
    ASSERT_TRUE(resampler.push(*tone(0, 48000), out.sink));
    ASSERT_TRUE(resampler.push(*tone(1000, 22050, 22050, 1), out.sink));
    ASSERT_TRUE(resampler.push(*tone(2000, 48000), out.sink));
    ASSERT_TRUE(resampler.finish(out.sink));
    EXPECT_NEAR(static_cast<double>(out.left.size()), 3 * 48000, 64);
}

TEST(AudioResamplerTest, RefusesAJumpOfDays) {
    AudioResampler resampler(stereo(), {0, kMillis}, kMillis);
    Collected out;
    ASSERT_TRUE(resampler.push(*tone(0, 480), out.sink));
    const auto status = resampler.push(*tone(100'000'000, 480), out.sink);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, base::ErrorCode::CorruptData);
}

} // namespace
} // namespace framehand::media

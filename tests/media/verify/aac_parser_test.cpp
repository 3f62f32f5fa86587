// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/aac_parser.h"
#include "tests/media/verify/byte_builder.h"

#include <gtest/gtest.h>

namespace framehand::media::verify {
namespace {

using test::ByteBuilder;

// AAC-LC, 48 kHz, stereo.
const std::vector<std::uint8_t> kConfig = {0x11, 0x90};

std::vector<std::uint8_t> adts_frame(std::size_t payload) {
    const std::size_t length = 7 + payload;
    // Syncword, MPEG-4, no checksum; AAC-LC, 48 kHz, two channels; length; one block.
    return ByteBuilder()
        .u16(0xFFF1)
        .u8(0x4C)
        .u8(0x80 | (length >> 11U))
        .u8(length >> 3U & 0xFFU)
        .u8((length & 7U) << 5U | 0x1FU)
        .u8(0xFC)
        .fill(payload, 0x21)
        .bytes();
}

TEST(AacParser, ReadsAnAudioSpecificConfig) {
    const auto config = AacParser::parse_audio_specific_config(kConfig);
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(*config, (AacConfig{"mp4a.40.2", 48000, 2}));
    EXPECT_FALSE(AacParser::parse_audio_specific_config(Bytes(kConfig).first(1)));
    EXPECT_FALSE(AacParser::parse_audio_specific_config({}));
}

TEST(AacParser, ReadsDescriptorsWithLongAndShortLengths) {
    const auto specific = ByteBuilder().u8(5).u8(2).add(kConfig).bytes();
    const auto decoder = ByteBuilder().u8(0x40).fill(12, 0).add(specific).bytes();
    const auto stream = ByteBuilder().u16(1).u8(0).u8(4).u8(decoder.size()).add(decoder).bytes();
    const auto esds = ByteBuilder().u8(3).u8(0x80).u8(0x80).u8(0x80).u8(stream.size()).add(stream).bytes();
    const auto config = AacParser::parse_esds(esds);
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(config->codec, "mp4a.40.2");
    for (std::size_t size = 0; size < esds.size(); ++size) {
        EXPECT_FALSE(AacParser::parse_esds(Bytes(esds).first(size))) << size;
    }
}

TEST(AacParser, CountsAdtsFrames) {
    const auto run = AacParser::parse_adts(test::joined({adts_frame(10), adts_frame(300), adts_frame(0)}));
    ASSERT_TRUE(run) << run.error().text();
    EXPECT_EQ(run->frames, 3U);
    EXPECT_EQ(run->config, (AacConfig{"mp4a.40.2", 48000, 2}));
}

TEST(AacParser, RefusesAdtsFramesThatAreDamagedOrCutShort) {
    auto bytes = test::joined({adts_frame(10), adts_frame(10)});
    EXPECT_FALSE(AacParser::parse_adts(Bytes(bytes).first(bytes.size() - 1)));
    bytes[17] = 0;
    EXPECT_FALSE(AacParser::parse_adts(bytes));
}

} // namespace
} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/av1_parser.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace framehand::media::verify {
namespace {

using Vector = std::vector<std::uint8_t>;

// As libsvtav1 writes it: 322x182, Main, 10 bits, BT.2020 and PQ.
const Vector kAv1c = {0x81, 0x00, 0x4C, 0x00, 0x0A, 0x0E, 0x00, 0x00, 0x00, 0x04,
                      0x3D, 0x06, 0xD4, 0x02, 0xF8, 0x50, 0x91, 0x00, 0x90, 0x40};

TEST(Av1Parser, ReadsCodecSizeAndForm) {
    const auto sequence = Av1Parser::parse_av1c(kAv1c);
    ASSERT_TRUE(sequence) << sequence.error().text();
    EXPECT_EQ(sequence->codec, "av01.0.00m.10");
    EXPECT_EQ(sequence->codec_long, "av01.0.00m.10.0.110.09.16.09.0");
    EXPECT_EQ(sequence->width, 322U);
    EXPECT_EQ(sequence->height, 182U);
    EXPECT_EQ(sequence->form.bit_depth, 10U);
    EXPECT_EQ(sequence->form.chroma_format, 1U);
    EXPECT_EQ(sequence->form.transfer, 16U);
    EXPECT_FALSE(sequence->form.full_range);
}

TEST(Av1Parser, RefusesABoxThatContradictsItsSequenceHeader) {
    Vector other_level = kAv1c;
    other_level[1] = 5;
    EXPECT_FALSE(Av1Parser::parse_av1c(other_level));
    Vector other_depth = kAv1c;
    other_depth[2] = 0x0C;
    EXPECT_FALSE(Av1Parser::parse_av1c(other_depth));
    Vector other_marker = kAv1c;
    other_marker[0] = 0x01;
    EXPECT_FALSE(Av1Parser::parse_av1c(other_marker));
}

TEST(Av1Parser, RefusesEveryBoxThatIsCutShort) {
    for (std::size_t size = 0; size < kAv1c.size(); ++size) {
        EXPECT_FALSE(Av1Parser::parse_av1c(Bytes(kAv1c).first(size))) << size;
    }
}

TEST(Av1Parser, KnowsShownKeyFramesOnly) {
    const auto unit = [](std::uint8_t first_byte) {
        const Vector sample = {0x32, 1, first_byte}; // a frame OBU of one byte
        const auto found = Av1Parser::classify(sample);
        EXPECT_TRUE(found);
        return found ? *found : AccessUnit();
    };
    EXPECT_TRUE(unit(0x10).is_idr);  // key frame, shown
    EXPECT_FALSE(unit(0x00).is_idr); // key frame, not shown
    EXPECT_FALSE(unit(0x30).is_idr); // inter frame, shown
    EXPECT_FALSE(unit(0x80).is_idr); // an earlier frame again
    EXPECT_TRUE(unit(0x30).has_picture);
}

TEST(Av1Parser, RefusesUnitsThatDoNotFitIntoTheirSample) {
    for (const Vector& sample : {Vector{0x32, 2, 0x10}, Vector{0xB2, 1, 0x10}, Vector{0x32},
                                 Vector{0x32, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}}) {
        EXPECT_FALSE(Av1Parser::classify(sample));
    }
}

TEST(Av1Parser, SurvivesSeededDamage) {
    std::mt19937 random(20261121);
    for (int round = 0; round < 20'000; ++round) {
        Vector damaged = kAv1c;
        for (int i = 0; i < 3; ++i) {
            damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        }
        if (const auto sequence = Av1Parser::parse_av1c(damaged)) {
            ASSERT_GT(sequence->width, 0U);
            ASSERT_LE(sequence->width, 65536U);
        }
        static_cast<void>(Av1Parser::classify(damaged));
    }
}

} // namespace
} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/hevc_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace framehand::media::verify {
namespace {

using Vector = std::vector<std::uint8_t>;

// As libx265 writes them: 322x182, Main 10, level 2, BT.2020 and PQ.
const Vector kSps = {0x42, 0x01, 0x01, 0x02, 0x20, 0x00, 0x00, 0x03, 0x00, 0x90, 0x00, 0x00, 0x03, 0x00, 0x00, 0x03,
                     0x00, 0x3C, 0xA0, 0x0A, 0x48, 0x0B, 0x9C, 0x94, 0xD9, 0x65, 0x66, 0x92, 0x4C, 0xAF, 0x01, 0x6A,
                     0x12, 0x20, 0x12, 0x08, 0x00, 0x00, 0x03, 0x00, 0x08, 0x00, 0x00, 0x03, 0x00, 0xC8, 0x40};
const Vector kHead = {0x01, 0x02, 0x20, 0x00, 0x00, 0x00, 0x90, 0x00, 0x00, 0x00, 0x00,
                      0x00, 0x3C, 0xF0, 0x00, 0xFC, 0xFD, 0xFA, 0xFA, 0x00, 0x00, 0x0F};

Vector hvcc(Vector head, int sets) {
    head.push_back(1);
    head.push_back(0xA1);
    head.push_back(0);
    head.push_back(static_cast<std::uint8_t>(sets));
    for (int i = 0; i < sets; ++i) {
        head.push_back(0);
        head.push_back(static_cast<std::uint8_t>(kSps.size()));
        head.insert(head.end(), kSps.begin(), kSps.end());
    }
    return head;
}

TEST(HevcParser, ReadsCodecSizeAndForm) {
    const auto config = HevcParser::parse_hvcc(hvcc(kHead, 1));
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(config->codec, "hvc1.2.4.l60.90");
    EXPECT_EQ(config->nal_length_size, 4U);
    EXPECT_EQ(config->sps.width, 322U);
    EXPECT_EQ(config->sps.height, 182U);
    const PictureForm& form = config->sps.form;
    EXPECT_TRUE(form.progressive);
    EXPECT_EQ(form.bit_depth, 10U);
    EXPECT_EQ(form.chroma_format, 1U);
    EXPECT_EQ(form.aspect_width, form.aspect_height);
    EXPECT_FALSE(form.full_range);
    EXPECT_EQ(form.primaries, 9U);
    EXPECT_EQ(form.transfer, 16U);
    EXPECT_EQ(form.matrix, 9U);
}

TEST(HevcParser, RefusesABoxThatContradictsItsParameterSet) {
    Vector head = kHead;
    head[12] = 0x1E; // another level
    const auto config = HevcParser::parse_hvcc(hvcc(head, 1));
    ASSERT_FALSE(config);
    EXPECT_NE(config.error().text().find("another profile or level"), std::string::npos);
}

TEST(HevcParser, RefusesNoAndSeveralParameterSetsAndOtherVersions) {
    EXPECT_FALSE(HevcParser::parse_hvcc(hvcc(kHead, 0)));
    EXPECT_FALSE(HevcParser::parse_hvcc(hvcc(kHead, 2)));
    Vector other = hvcc(kHead, 1);
    other[0] = 2;
    EXPECT_FALSE(HevcParser::parse_hvcc(other));
}

TEST(HevcParser, RefusesEveryBoxThatIsCutShort) {
    const Vector whole = hvcc(kHead, 1);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(HevcParser::parse_hvcc(Bytes(whole).first(size))) << size;
    }
}

TEST(HevcParser, KnowsIdrPicturesFromOtherRandomAccessPoints) {
    const auto unit = [](unsigned type) {
        const Vector nal = {static_cast<std::uint8_t>(type << 1U), 1, 0x80};
        const Vector parameters = {32U << 1U, 1};
        return HevcParser::classify({Bytes(parameters), Bytes(nal)});
    };
    EXPECT_TRUE(unit(19).is_idr);
    EXPECT_TRUE(unit(20).is_idr);
    EXPECT_TRUE(unit(21).has_picture);
    EXPECT_FALSE(unit(21).is_idr); // CRA: leading pictures may refer to what is before it
    EXPECT_FALSE(unit(1).is_idr);
    EXPECT_FALSE(unit(39).has_picture);
}

TEST(HevcParser, SurvivesSeededDamage) {
    const Vector whole = hvcc(kHead, 1);
    std::mt19937 random(20261121);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        Vector damaged = whole;
        for (int i = 0; i < 4; ++i) {
            damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        }
        refused += HevcParser::parse_hvcc(damaged) ? 0 : 1;
        static_cast<void>(HevcParser::parse_sps(Bytes(damaged).subspan(random() % damaged.size())));
    }
    EXPECT_GT(refused, 5'000);
}

} // namespace
} // namespace framehand::media::verify

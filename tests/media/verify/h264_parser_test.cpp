// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/h264_parser.h"

#include <gtest/gtest.h>

namespace framehand::media::verify {
namespace {

// Parameter sets as libx264 writes them.
const std::vector<std::uint8_t> k1080p = {0x67, 0x64, 0x00, 0x28, 0xAC, 0xD9, 0x40, 0x78, 0x02,
                                          0x27, 0xE5, 0xC0, 0x44, 0x00, 0x00, 0x03, 0x00, 0x04,
                                          0x00, 0x00, 0x03, 0x00, 0xC8, 0x3C, 0x60, 0xC6, 0x58};
const std::vector<std::uint8_t> kBaseline = {0x67, 0x42, 0xC0, 0x1E, 0xD9, 0x00, 0xA0, 0x47, 0xFE, 0xC8};

TEST(H264Parser, ReadsCodecAndCroppedSizeOfAHighProfileStream) {
    const auto sps = H264Parser::parse_sps(k1080p);
    ASSERT_TRUE(sps) << sps.error().text();
    EXPECT_EQ(sps->codec, "avc1.640028");
    EXPECT_EQ(sps->width, 1920U);
    EXPECT_EQ(sps->height, 1080U);
    EXPECT_TRUE(sps->form.progressive);
}

TEST(H264Parser, ReadsABaselineStream) {
    const auto sps = H264Parser::parse_sps(kBaseline);
    ASSERT_TRUE(sps) << sps.error().text();
    EXPECT_EQ(sps->codec, "avc1.42c01e");
    EXPECT_GT(sps->width, 0U);
}

TEST(H264Parser, RefusesAParameterSetThatEndsBeforeItsSize) {
    for (std::size_t size = 0; size < 11; ++size) {
        EXPECT_FALSE(H264Parser::parse_sps(Bytes(k1080p).first(size))) << size;
    }
}

TEST(H264Parser, SplitsLengthPrefixedUnits) {
    const std::vector<std::uint8_t> sample = {0, 0, 0, 2, 0x65, 1, 0, 0, 0, 1, 0x41};
    const auto nals = H264Parser::split_length_prefixed(sample, 4);
    ASSERT_TRUE(nals);
    ASSERT_EQ(nals->size(), 2U);
    EXPECT_EQ(H264Parser::type_of((*nals)[0]), 5U);
}

TEST(H264Parser, RefusesUnitsThatDoNotFitIntoTheirSample) {
    for (const std::vector<std::uint8_t>& sample :
         {std::vector<std::uint8_t>{0, 0, 0, 3, 0x65, 1}, {0, 0, 0, 0}, {0xFF, 0xFF, 0xFF, 0xFF, 1}, {0, 0, 1}}) {
        EXPECT_FALSE(H264Parser::split_length_prefixed(sample, 4));
    }
}

TEST(H264Parser, SplitsUnitsAtStartCodesOfThreeAndFourBytes) {
    const std::vector<std::uint8_t> stream = {9,    9, 0, 0, 0, 1, 0x09, 0xF0, 0, 0,   1,
                                              0x65, 0, 0, 3, 1, 0, 0,    0,    1, 0x41};
    const auto nals = H264Parser::split_annex_b(stream);
    ASSERT_EQ(nals.size(), 3U);
    EXPECT_EQ(nals[0].size(), 2U);
    EXPECT_EQ(nals[1].size(), 5U);
    EXPECT_EQ(H264Parser::type_of(nals[2]), 1U);
}

TEST(H264Parser, JudgesAnAccessUnitByItsFirstSlice) {
    const std::vector<std::uint8_t> idr = {0x65};
    const std::vector<std::uint8_t> other = {0x41};
    const std::vector<std::uint8_t> sei = {0x06};
    EXPECT_TRUE(H264Parser::classify({sei, idr}).is_idr);
    EXPECT_FALSE(H264Parser::classify({sei, other, idr}).is_idr);
    EXPECT_FALSE(H264Parser::classify({sei}).has_picture);
    EXPECT_FALSE(H264Parser::classify({Bytes{}}).has_picture);
}

} // namespace
} // namespace framehand::media::verify

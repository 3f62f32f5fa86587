// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av1_codecs.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using namespace std::string_literals;

// Temporal delimiter and sequence header of 640x360, as SVT-AV1 and libaom write them.
const std::string kSdr = "\x12\x00\x0a\x0e\x00\x00\x00\x0c\xc4\xff\x67\x3e\xfe\x44\x04\x04\x04\x10"s;
const std::string kTenBits = "\x12\x00\x0a\x0b\x00\x00\x00\x0c\xc4\xff\x67\x3e\xfe\x50\x10"s;
const std::string kFullChroma = "\x12\x00\x0a\x0e\x20\x00\x00\x0c\xc4\xff\x67\x36\xbe\x48\x10\x10\x30\x80"s;

TEST(Av1CodecsTest, IsShortForUsualPictures) {
    EXPECT_EQ(av1_codecs(kSdr), "av01.0.01M.08");
}

TEST(Av1CodecsTest, NamesColourAndChromaWhereTheyAreNotTheUsualOnes) {
    EXPECT_EQ(av1_codecs(kTenBits), "av01.0.01M.10.0.110.02.02.02.0");
    EXPECT_EQ(av1_codecs(kFullChroma), "av01.1.01M.08.0.000.02.02.06.0");
}

TEST(Av1CodecsTest, ReadsAnAv1cBoxToo) {
    EXPECT_EQ(av1_codecs("\x81\x01\x0c\x00"s + kSdr.substr(2)), "av01.0.01M.08");
}

TEST(Av1CodecsTest, GivesNothingForAHeaderThatIsCutShort) {
    for (std::size_t size = 0; size < kSdr.size(); ++size) {
        EXPECT_EQ(av1_codecs(kSdr.substr(0, size)), "") << size;
    }
}

TEST(Av1CodecsTest, GivesNothingForOtherThings) {
    EXPECT_EQ(av1_codecs("\x12\x00"s), "");
    EXPECT_EQ(av1_codecs("\x0a\xff\xff\xff\xff\xff\xff"s), "");
    EXPECT_EQ(av1_codecs("\x0e"s), "");
    EXPECT_EQ(av1_codecs("\x0a\x04\x00\x00\x00\x0c"s), "");
}

} // namespace
} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/hevc_codecs.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using namespace std::string_literals;

TEST(HevcCodecsTest, ReadsWhatX265Writes) {
    // 10 bits, 640x360, with the bytes that keep start codes out.
    EXPECT_EQ(hevc_codecs("\x42\x01\x01\x02\x20\x00\x00\x03\x00\x90\x00\x00\x03\x00\x00\x03\x00\x3f\xa0\x05"s),
              "hvc1.2.4.L63.90");
    EXPECT_EQ(hevc_codecs("\x42\x01\x01\x01\x60\x00\x00\x03\x00\x90\x00\x00\x03\x00\x00\x03\x00\x5d\xa0\x05"s),
              "hvc1.1.6.L93.90");
}

TEST(HevcCodecsTest, NamesTierSpaceAndAllConstraints) {
    EXPECT_EQ(hevc_codecs("\x42\x01\x01\x61\x60\x00\x00\x80\xb0\x01\x02\x10\x20\x01\x99"s),
              "hvc1.A1.1000006.H153.B0.1.2.10.20.1");
    EXPECT_EQ(hevc_codecs("\x42\x01\x01\x01\x60\x00\x00\x01\x00\x00\x00\x00\x00\x01\x78"s).substr(0, 5), "hvc1.");
}

TEST(HevcCodecsTest, LeavesOutConstraintsThatAreAllZero) {
    EXPECT_EQ(hevc_codecs("\x42\x01\x01\x01\x60\x11\x22\x33\x00\x00\x03\x00\x00\x03\x00\x00\x03\x78"s),
              "hvc1.1.CC448806.L120");
}

TEST(HevcCodecsTest, GivesNothingForAUnitThatIsCutShort) {
    const std::string whole = "\x42\x01\x01\x01\x60\x11\x22\x33\x90\x11\x11\x11\x11\x11\x5d"s;
    EXPECT_NE(hevc_codecs(whole), "");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_EQ(hevc_codecs(whole.substr(0, size)), "") << size;
    }
}

} // namespace
} // namespace framehand::media

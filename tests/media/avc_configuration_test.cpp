// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/avc_configuration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace framehand::media {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;

// x264 for 1920x1080 at 25 a second, High 4.0, four pictures kept, BT.709.
const std::string k1080p = "\x67\x64\x00\x28\xac\xd9\x40\x78\x02\x27\xe5\xc0\x5a\x80\x80\x80\xa0\x00\x00\x03"
                           "\x00\x20\x00\x00\x06\x51\xe3\x06\x32\xc0"s;
const std::string kPictureSet = "\x68\xeb\xe3\xcb\x22\xc0"s;

std::string sized(const std::string& set) {
    return std::string{static_cast<char>(set.size() >> 8U), static_cast<char>(set.size())} + set;
}

std::string record(const std::string& sequence = k1080p) {
    return "\x01\x64\x00\x28\xff\xe1"s + sized(sequence) + "\x01"s + sized(kPictureSet);
}

TEST(AvcConfigurationTest, ReadsTheSetsOfARecord) {
    const std::string bytes = record() + "\xfd\xf8\xf8\x00"s; // what High adds behind them
    const auto read = read_avc_configuration(bytes);
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->nal_length_size, 4U);
    EXPECT_THAT(read->sequence_sets, ElementsAre(k1080p));
    EXPECT_THAT(read->picture_sets, ElementsAre(kPictureSet));
}

TEST(AvcConfigurationTest, RefusesWhatIsCutShortAtEveryByte) {
    const std::string bytes = record();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(read_avc_configuration(std::string_view(bytes).substr(0, size))) << size;
    }
    EXPECT_FALSE(read_avc_configuration("\0\0\0\1"s + k1080p)) << "start codes";
}

TEST(AvcConfigurationTest, SplitsAPacketIntoItsUnits) {
    const std::string packet = "\0\0\0\2\x65\x88\0\0\0\3\x06\x05\x01"s;
    const auto units = split_nal_units(packet, 4);
    ASSERT_TRUE(units);
    EXPECT_THAT(*units, ElementsAre("\x65\x88"s, "\x06\x05\x01"s));
    EXPECT_EQ(avc_nal_type(units->front()), 5);
    for (std::size_t size = 1; size < packet.size(); ++size) {
        if (size != 6) {
            EXPECT_FALSE(split_nal_units(std::string_view(packet).substr(0, size), 4)) << size;
        }
    }
    EXPECT_FALSE(split_nal_units("\0\0\0\0\x65"s, 4)) << "an empty unit";
}

TEST(AvcConfigurationTest, ReadsWhatASequenceSays) {
    const auto sequence = read_avc_sequence(k1080p);
    ASSERT_TRUE(sequence) << sequence.error().text();
    EXPECT_EQ(sequence->profile, 100);
    EXPECT_EQ(sequence->level, 40);
    EXPECT_EQ(sequence->width, 1920);
    EXPECT_EQ(sequence->height, 1080);
    EXPECT_TRUE(sequence->progressive);
    EXPECT_EQ(sequence->frames_kept, 4);
    EXPECT_EQ(sequence->chroma_format, 1);
    EXPECT_EQ(sequence->bit_depth, 8);
    EXPECT_EQ(sequence->primaries, 1);
    EXPECT_EQ(sequence->transfer, 1);
    EXPECT_EQ(sequence->matrix, 1);
    EXPECT_FALSE(sequence->full_range);
}

TEST(AvcConfigurationTest, ASequenceThatEndsBeforeItsSizeIsDamaged) {
    for (std::size_t size = 0; size < 10; ++size) {
        EXPECT_FALSE(read_avc_sequence(std::string_view(k1080p).substr(0, size))) << size;
    }
    EXPECT_FALSE(read_avc_sequence(kPictureSet));
}

} // namespace
} // namespace framehand::media

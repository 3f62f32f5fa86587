// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/parameter_sets.h"

#include <gtest/gtest.h>

#include <cstring>

namespace framehand::media {
namespace {

using namespace std::string_literals;

UniqueCodecParameters parameters(AVCodecID codec, const std::string& extradata) {
    UniqueCodecParameters made(avcodec_parameters_alloc());
    made->codec_id = codec;
    made->extradata = static_cast<std::uint8_t*>(av_mallocz(extradata.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    made->extradata_size = static_cast<int>(extradata.size());
    std::memcpy(made->extradata, extradata.data(), extradata.size());
    return made;
}

const std::string kSps = "\x67\x64\x00\x28\xac"s;
const std::string kPps = "\x68\xee\x3c"s;

TEST(ParameterSetsTest, FindsSpsAndPpsBetweenOtherUnits) {
    const std::string stream = "\0\0\1\x06sei"s + "\0\0\0\1"s + kSps + "\0\0\1"s + kPps + "\0\0\1\x65idr"s;
    EXPECT_EQ(annex_b_parameter_sets(stream), "\0\0\0\1"s + kSps + "\0\0\0\1"s + kPps);
}

TEST(ParameterSetsTest, FindsNothingInNothing) {
    EXPECT_EQ(annex_b_parameter_sets(""), "");
    EXPECT_EQ(annex_b_parameter_sets("\0\0\1"s), "");
    EXPECT_EQ(annex_b_parameter_sets("no start code"), "");
}

TEST(ParameterSetsTest, NamesTheCodecFromTheBitstream) {
    EXPECT_EQ(codecs_value(*parameters(AV_CODEC_ID_H264, "\0\0\0\1"s + kSps)).value(), "avc1.640028");
    EXPECT_EQ(codecs_value(*parameters(AV_CODEC_ID_AAC, "\x11\x90")).value(), "mp4a.40.2");
}

TEST(ParameterSetsTest, RefusesAnEncoderThatSaidNothing) {
    EXPECT_FALSE(codecs_value(*parameters(AV_CODEC_ID_H264, "\0\0\0\1\x67"s)));
    EXPECT_FALSE(codecs_value(*parameters(AV_CODEC_ID_AAC, "")));
}

} // namespace
} // namespace framehand::media

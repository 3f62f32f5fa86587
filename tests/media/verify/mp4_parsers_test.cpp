// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/mp4_init_parser.h"
#include "core/media/verify/mp4_segment_parser.h"
#include "tests/media/verify/byte_builder.h"

#include <gtest/gtest.h>

#include <random>

namespace framehand::media::verify {
namespace {

using test::box;
using test::ByteBuilder;
using test::joined;
using Vector = std::vector<std::uint8_t>;

const Vector kSps = {0x67, 0x64, 0x00, 0x28, 0xAC, 0xD9, 0x40, 0x78, 0x02, 0x27, 0xE5, 0xC0, 0x44, 0x00,
                     0x00, 0x03, 0x00, 0x04, 0x00, 0x00, 0x03, 0x00, 0xC8, 0x3C, 0x60, 0xC6, 0x58};

Vector avcc() {
    return box("avcC",
               ByteBuilder().u8(1).u8(0x64).u8(0).u8(0x28).u8(0xFF).u8(0xE1).u16(kSps.size()).add(kSps).u8(0).bytes());
}

/// The fields of a visual sample entry before its boxes.
Vector visual_fields(unsigned width, unsigned height) {
    return ByteBuilder().fill(24, 0).u16(width).u16(height).fill(50, 0).bytes();
}

struct InitParts {
    Vector entry = box("avc1", joined({visual_fields(1920, 1080), avcc()}));
    Vector edit_list;
    std::uint32_t timescale = 90000;
    std::uint32_t trex_track = 1;
    int tracks = 1;
};

Vector make_init(const InitParts& parts) {
    const Vector stsd = box("stsd", ByteBuilder().u32(0).u32(1).add(parts.entry).bytes());
    const Vector mdhd = box("mdhd", ByteBuilder().u32(0).u32(0).u32(0).u32(parts.timescale).u64(0).bytes());
    const Vector mdia = box("mdia", joined({mdhd, box("minf", box("stbl", stsd))}));
    const Vector tkhd = box("tkhd", ByteBuilder().u32(7).u32(0).u32(0).u32(1).fill(64, 0).bytes());
    const Vector trak = box("trak", joined({tkhd, parts.edit_list, mdia}));
    const Vector trex = box("trex", ByteBuilder().u32(0).u32(parts.trex_track).u32(1).u32(3600).u32(0).u32(0).bytes());
    ByteBuilder moov;
    for (int i = 0; i < parts.tracks; ++i) {
        moov.add(trak);
    }
    return joined(
        {box("ftyp", ByteBuilder().text("cmfc").u32(0).bytes()), box("moov", moov.add(box("mvex", trex)).bytes())});
}

struct SegmentParts {
    std::uint32_t count = 2;
    std::uint32_t size = 5; ///< of each sample
    std::uint32_t tfhd_flags = 0x020000;
    std::uint32_t track = 1;
    std::int64_t data_shift = 0; ///< added to the right data offset
    Vector media = {0, 0, 0, 1, 0x65, 0, 0, 0, 1, 0x41};
};

Vector make_segment(const SegmentParts& parts, std::uint64_t decode_time) {
    const auto moof_with = [&](std::uint32_t data_offset) {
        const Vector tfhd = box("tfhd", ByteBuilder().u32(parts.tfhd_flags).u32(parts.track).bytes());
        const Vector tfdt = box("tfdt", ByteBuilder().u32(0x01000000).u64(decode_time).bytes());
        ByteBuilder trun;
        trun.u32(0x000A01).u32(parts.count).u32(data_offset); // offset, sizes, composition times
        for (std::uint32_t i = 0; i < std::min(parts.count, 10U); ++i) {
            trun.u32(parts.size).u32(7200);
        }
        return box("moof", joined({box("mfhd", ByteBuilder().u32(0).u32(1).bytes()),
                                   box("traf", joined({tfhd, tfdt, box("trun", trun.bytes())}))}));
    };
    const auto size = static_cast<std::int64_t>(moof_with(0).size());
    return joined({moof_with(static_cast<std::uint32_t>(size + 8 + parts.data_shift)), box("mdat", parts.media)});
}

TEST(Mp4InitParser, ReadsTrackCodecAndDefaults) {
    const auto init = Mp4InitParser::parse(make_init({}));
    ASSERT_TRUE(init) << init.error().text();
    EXPECT_EQ(init->track.kind, TrackKind::Video);
    EXPECT_EQ(init->track.codec, "avc1.640028");
    EXPECT_EQ(init->track.width, 1920U);
    EXPECT_EQ(init->track.height, 1080U);
    EXPECT_EQ(init->track.timescale, 90000U);
    EXPECT_EQ(init->default_duration, 3600U);
    EXPECT_EQ(init->nal_length_size, 4U);
}

TEST(Mp4InitParser, ReadsWhereTheEditListBegins) {
    InitParts parts;
    parts.edit_list = box("edts", box("elst", ByteBuilder().u32(0).u32(1).u32(0).u32(1024).u32(0x10000).bytes()));
    const auto init = Mp4InitParser::parse(make_init(parts));
    ASSERT_TRUE(init) << init.error().text();
    EXPECT_EQ(init->presentation_shift, 1024);
}

TEST(Mp4InitParser, RefusesWhatItCannotTrust) {
    InitParts two_tracks;
    two_tracks.tracks = 2;
    InitParts no_scale;
    no_scale.timescale = 0;
    InitParts other_trex;
    other_trex.trex_track = 2;
    InitParts unknown;
    unknown.entry = box("vvc1", joined({visual_fields(1920, 1080), avcc()}));
    InitParts other_size;
    other_size.entry = box("avc1", joined({visual_fields(1920, 1082), avcc()}));
    InitParts no_avcc;
    no_avcc.entry = box("avc1", ByteBuilder().fill(78, 0).bytes());
    InitParts short_entry;
    short_entry.entry = box("avc1", ByteBuilder().fill(20, 0).bytes());
    for (const InitParts& parts : {two_tracks, no_scale, other_trex, unknown, other_size, no_avcc, short_entry}) {
        EXPECT_FALSE(Mp4InitParser::parse(make_init(parts)));
    }
}

TEST(Mp4InitParser, RefusesEveryFileThatIsCutShort) {
    const Vector whole = make_init({});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(Mp4InitParser::parse(Bytes(whole).first(size))) << size;
    }
}

TEST(Mp4SegmentParser, MeasuresSamples) {
    const auto init = Mp4InitParser::parse(make_init({}));
    ASSERT_TRUE(init);
    const Vector file = joined({make_segment({}, 900000), make_segment({}, 907200)});
    const auto fragments = Mp4SegmentParser::parse(file, *init);
    ASSERT_TRUE(fragments) << fragments.error().text();
    ASSERT_EQ(fragments->size(), 2U);
    const Mp4Fragment& second = (*fragments)[1];
    EXPECT_EQ(second.decode_time, 907200);
    EXPECT_EQ(second.end_decode_time, 914400);
    EXPECT_EQ(second.offset, file.size() / 2);
    EXPECT_EQ(second.end, file.size());
    ASSERT_EQ(second.samples.size(), 2U);
    EXPECT_EQ(second.samples[1].presentation_time, 907200 + 3600 + 7200);
    EXPECT_EQ(file[static_cast<std::size_t>(second.samples[0].offset) + 4], 0x65);
}

TEST(Mp4SegmentParser, RefusesSamplesOutsideTheirMdat) {
    const auto init = Mp4InitParser::parse(make_init({}));
    ASSERT_TRUE(init);
    SegmentParts before;
    before.data_shift = -1;
    SegmentParts behind;
    behind.data_shift = 1;
    SegmentParts too_large;
    too_large.size = 0xFFFFFFFF;
    SegmentParts empty;
    empty.size = 0;
    SegmentParts too_many;
    too_many.count = 0xFFFFFFFF;
    SegmentParts more_than_listed;
    more_than_listed.count = 100;
    SegmentParts absolute;
    absolute.tfhd_flags = 0;
    SegmentParts other_track;
    other_track.track = 9;
    for (const SegmentParts& parts :
         {before, behind, too_large, empty, too_many, more_than_listed, absolute, other_track}) {
        EXPECT_FALSE(Mp4SegmentParser::parse(make_segment(parts, 0), *init));
    }
    EXPECT_FALSE(Mp4SegmentParser::parse(make_segment({}, UINT64_MAX), *init));
}

TEST(Mp4SegmentParser, RefusesEveryFileThatIsCutShort) {
    const auto init = Mp4InitParser::parse(make_init({}));
    ASSERT_TRUE(init);
    const Vector whole = make_segment({}, 0);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(Mp4SegmentParser::parse(Bytes(whole).first(size), *init)) << size;
    }
}

TEST(Mp4Parsers, SurviveTenThousandSeededDamages) {
    const auto init = Mp4InitParser::parse(make_init({}));
    ASSERT_TRUE(init);
    std::mt19937 random(20261121);
    const Vector init_file = make_init({});
    const Vector segment = make_segment({}, 900000);
    for (int round = 0; round < 10'000; ++round) {
        Vector damaged = round % 2 == 0 ? init_file : segment;
        for (int i = 0; i < 3; ++i) {
            damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        }
        // What is accepted must still lie inside the file.
        if (round % 2 == 0) {
            static_cast<void>(Mp4InitParser::parse(damaged));
        } else if (const auto fragments = Mp4SegmentParser::parse(damaged, *init)) {
            for (const Mp4Sample& sample : fragments->front().samples) {
                ASSERT_LE(sample.offset + sample.size, damaged.size());
            }
        }
    }
}

} // namespace
} // namespace framehand::media::verify

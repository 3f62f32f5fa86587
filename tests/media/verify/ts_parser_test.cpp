// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/ts_parser.h"
#include "tests/media/verify/byte_builder.h"

#include <gtest/gtest.h>

#include <random>

namespace framehand::media::verify {
namespace {

using test::ByteBuilder;
using Vector = std::vector<std::uint8_t>;

constexpr std::uint64_t kPmtPid = 0x1000;
constexpr std::uint64_t kVideoPid = 0x100;

std::uint32_t mpeg_crc(const Vector& bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const std::uint8_t byte : bytes) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            const bool top = ((crc >> 31U) ^ (byte >> (7U - bit) & 1U)) != 0;
            crc = (crc << 1U) ^ (top ? 0x04C11DB7U : 0U);
        }
    }
    return crc;
}

Vector packet(std::uint64_t pid, bool starts, unsigned counter, const Vector& payload) {
    ByteBuilder builder;
    builder.u8(0x47).u16((starts ? 0x4000U : 0U) | pid);
    const std::size_t room = 184;
    if (payload.size() == room) {
        builder.u8(0x10U | counter);
    } else {
        builder.u8(0x30U | counter).u8(room - payload.size() - 1);
        if (room - payload.size() > 1) {
            builder.u8(0).fill(room - payload.size() - 2, 0xFF);
        }
    }
    return builder.add(payload).bytes();
}

Vector section(std::uint8_t table, const Vector& body) {
    const Vector head =
        ByteBuilder().u8(table).u16(0xB000U | (body.size() + 9)).u16(1).u8(0xC1).u8(0).u8(0).add(body).bytes();
    return ByteBuilder().u8(0).add(head).u32(mpeg_crc(head)).bytes();
}

Vector pat() {
    return packet(0, true, 0, section(0, ByteBuilder().u16(1).u16(0xE000U | kPmtPid).bytes()));
}

Vector pmt(std::uint8_t type) {
    return packet(
        kPmtPid, true, 0,
        section(
            2,
            ByteBuilder().u16(0xE000U | kVideoPid).u16(0xF000).u8(type).u16(0xE000U | kVideoPid).u16(0xF000).bytes()));
}

Vector pes(std::uint64_t pts, const Vector& data) {
    return ByteBuilder()
        .u32(0x000001E0)
        .u16(0)
        .u8(0x80)
        .u8(0x80)
        .u8(5)
        .u8(0x21U | (pts >> 29U & 0x0EU))
        .u16((pts >> 14U & 0xFFFEU) | 1U)
        .u16((pts << 1U & 0xFFFEU) | 1U)
        .add(data)
        .bytes();
}

Vector sample_file() {
    return test::joined({pat(), pmt(0x1B), packet(kVideoPid, true, 3, pes(0x1'2345'6789, {0, 0, 1, 0x65, 9})),
                         packet(kVideoPid, false, 4, {1, 2, 3}),
                         packet(kVideoPid, true, 5, pes(90000, {0, 0, 1, 0x41}))});
}

TEST(TsParser, CollectsAccessUnitsWithTheirTimes) {
    const auto segment = TsParser::parse(sample_file());
    ASSERT_TRUE(segment) << segment.error().text();
    ASSERT_TRUE(segment->video);
    EXPECT_FALSE(segment->audio);
    const TsStream& video = *segment->video;
    EXPECT_EQ(video.first_counter, 3);
    EXPECT_EQ(video.last_counter, 5);
    ASSERT_EQ(video.units.size(), 2U);
    EXPECT_EQ(video.units[0].pts, 0x1'2345'6789);
    EXPECT_EQ(video.units[0].dts, 0x1'2345'6789);
    EXPECT_EQ(video.units[0].data, (Vector{0, 0, 1, 0x65, 9, 1, 2, 3}));
    EXPECT_EQ(video.units[0].offset, 2 * 188U);
    EXPECT_EQ(video.units[0].end, 4 * 188U);
}

TEST(TsParser, NamesThePacketThatIsWrong) {
    struct Damage {
        std::size_t at;
        std::uint8_t value;
        const char* said;
    };

    for (const Damage& damage : {Damage{3 * 188, 0x46, "transport packet 3 has lost sync"},
                                 Damage{3 * 188 + 3, 0x37, "transport packet 3 breaks the continuity counter"},
                                 Damage{3 * 188 + 1, 0x80, "transport packet 3 is marked as damaged"},
                                 Damage{187, 0x00, "transport packet 0 has a PAT"},
                                 Damage{3 * 188 + 4, 0xFF, "transport packet 3 has an adaptation field"}}) {
        Vector file = sample_file();
        // The table's last byte is its checksum's last; it stands at the packet's end.
        file[damage.at] = damage.at == 187 ? static_cast<std::uint8_t>(file[187] ^ 0xFFU) : damage.value;
        const auto segment = TsParser::parse(file);
        ASSERT_FALSE(segment) << damage.said;
        if (damage.at != 187) {
            EXPECT_NE(segment.error().text().find(damage.said), std::string::npos) << segment.error().text();
        } else {
            EXPECT_NE(segment.error().text().find("checksum"), std::string::npos) << segment.error().text();
        }
    }
}

TEST(TsParser, WantsTablesBeforeMedia) {
    const Vector file = sample_file();
    EXPECT_FALSE(TsParser::parse(Bytes(file).subspan(188)));
    EXPECT_FALSE(TsParser::parse(Bytes(file).subspan(2 * 188)));
    EXPECT_FALSE(TsParser::parse(Bytes(file).first(2 * 188)));
    EXPECT_FALSE(TsParser::parse(Bytes(file).first(2 * 188 + 100)));
    EXPECT_FALSE(TsParser::parse({}));
}

TEST(TsParser, RefusesOtherStreamTypes) {
    const auto segment = TsParser::parse(test::joined({pat(), pmt(0x24)}));
    ASSERT_FALSE(segment);
    EXPECT_EQ(segment.error().code, base::ErrorCode::Unsupported);
}

TEST(TsParser, SurvivesTenThousandSeededDamages) {
    std::mt19937 random(7);
    int accepted = 0;
    for (int round = 0; round < 10'000; ++round) {
        Vector damaged = sample_file();
        damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        accepted += TsParser::parse(damaged) ? 1 : 0;
    }
    EXPECT_LT(accepted, 10'000);
}

} // namespace
} // namespace framehand::media::verify

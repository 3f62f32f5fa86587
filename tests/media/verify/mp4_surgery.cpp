// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/mp4_surgery.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::test {

namespace {

std::uint64_t number_at(const std::string& bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = value << 8U | static_cast<std::uint8_t>(bytes.at(at + i));
    }
    return value;
}

void set_number(std::string& bytes, std::size_t at, std::size_t count, std::uint64_t value) {
    for (std::size_t i = 0; i < count; ++i) {
        bytes.at(at + count - 1 - i) = static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

/// Offset of the type of the last box called so, found by its name.
std::size_t last_box(const std::string& bytes, const std::string& type) {
    const std::size_t at = bytes.rfind(type);
    EXPECT_NE(at, std::string::npos) << type;
    return at;
}

void shrink_box(std::string& bytes, std::size_t type_at, std::size_t count) {
    set_number(bytes, type_at - 4, 4, number_at(bytes, type_at - 4, 4) - count);
}

/// Calls `visit` with the offset of each NAL unit's header in each "mdat".
template <typename Visit>
void for_each_nal(const std::string& segment, Visit visit) {
    for (std::size_t at = 0; at + 8 <= segment.size();) {
        const std::size_t size = number_at(segment, at, 4);
        ASSERT_GE(size, 8U);
        if (segment.compare(at + 4, 4, "mdat") == 0) {
            for (std::size_t nal = at + 8; nal + 4 < at + size; nal += 4 + number_at(segment, nal, 4)) {
                visit(nal + 4);
            }
        }
        at += size;
    }
}

} // namespace

std::string with_shifted_decode_times(std::string segment, std::int64_t ticks) {
    for (std::size_t at = segment.find("tfdt"); at != std::string::npos; at = segment.find("tfdt", at + 4)) {
        const std::size_t width = segment[at + 4] == 1 ? 8 : 4;
        set_number(segment, at + 8, width, number_at(segment, at + 8, width) + static_cast<std::uint64_t>(ticks));
    }
    return segment;
}

std::string without_last_sample(std::string segment) {
    const std::size_t moof = last_box(segment, "moof");
    const std::size_t traf = last_box(segment, "traf");
    const std::size_t trun = last_box(segment, "trun");
    const std::uint64_t flags = number_at(segment, trun + 4, 4) & 0xFFFFFFU;
    const std::uint64_t count = number_at(segment, trun + 8, 4);
    std::size_t entry = 0;
    std::size_t size_in_entry = 0;
    for (const std::uint64_t flag : {0x100U, 0x200U, 0x400U, 0x800U}) {
        size_in_entry = flag == 0x200U ? entry : size_in_entry;
        entry += (flags & flag) != 0 ? 4 : 0;
    }
    EXPECT_TRUE((flags & 0x201U) == 0x201U && count > 1) << "the writer lays its fragments out differently";
    const std::size_t end = trun - 4 + number_at(segment, trun - 4, 4);
    const std::size_t sample_size = number_at(segment, end - entry + size_in_entry, 4);
    set_number(segment, trun + 8, 4, count - 1);
    set_number(segment, trun + 12, 4, number_at(segment, trun + 12, 4) - entry);
    for (const std::size_t box : {moof, traf, trun, last_box(segment, "mdat")}) {
        shrink_box(segment, box, box > trun ? sample_size : entry);
    }
    segment.resize(segment.size() - sample_size);
    return segment.erase(end - entry, entry);
}

std::string with_timescale(std::string init, std::uint32_t timescale) {
    const std::size_t mdhd = last_box(init, "mdhd");
    set_number(init, mdhd + (init[mdhd + 4] == 1 ? 24U : 16U), 4, timescale);
    return init;
}

std::string with_level(std::string init, std::uint8_t level, LevelPlaces places) {
    const std::size_t avcc = last_box(init, "avcC");
    init.at(avcc + 7) = static_cast<char>(level);
    if (places == LevelPlaces::Everywhere) {
        init.at(avcc + 15) = static_cast<char>(level); // behind count and length: header, profile, flags, level
    }
    return init;
}

std::string without_idr(std::string segment, std::size_t index) {
    constexpr unsigned kIdr = 5;
    std::size_t header = 0;
    std::size_t seen = 0;
    for_each_nal(segment, [&](std::size_t at) {
        if ((static_cast<unsigned>(segment[at]) & 0x1FU) == kIdr && seen++ == index) {
            header = at;
        }
    });
    EXPECT_GT(header, 0U) << "there is no such IDR picture";
    segment.at(header) = static_cast<char>((static_cast<unsigned>(segment[header]) & 0xE0U) | 1U);
    return segment;
}

std::string with_flipped_bit(std::string segment, const std::string& box, std::size_t offset) {
    char& byte = segment.at(last_box(segment, box) + 4 + offset);
    byte = static_cast<char>(byte ^ 0x10);
    return segment;
}

std::string with_flipped_pictures(std::string segment) {
    constexpr unsigned kSlice = 1;
    constexpr std::size_t kHeaderFits = 64;
    std::vector<std::size_t> middles;
    for_each_nal(segment, [&](std::size_t at) {
        const unsigned type = static_cast<unsigned>(segment[at]) & 0x1FU;
        const std::size_t size = number_at(segment, at - 4, 4);
        if (type == kSlice && size > kHeaderFits && at > segment.size() / 2) {
            middles.push_back(at + size / 2);
        }
    });
    EXPECT_GT(middles.size(), 3U) << "too few large pictures to be sure that one cannot be decoded";
    for (const std::size_t at : middles) {
        segment.at(at) = static_cast<char>(segment[at] ^ 0x10);
    }
    return segment;
}

} // namespace framehand::test

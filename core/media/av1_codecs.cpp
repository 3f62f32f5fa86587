// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av1_codecs.h"

#include "core/media/bit_reader.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace framehand::media {

namespace {

constexpr unsigned kSequenceHeader = 1;
constexpr char kAv1cMarker = '\x81';
constexpr std::size_t kAv1cHeader = 4;

struct Header {
    unsigned profile = 0;
    unsigned level = 0;
    unsigned tier = 0;
    unsigned depth = 8;
    bool monochrome = false;
    unsigned subsampling_x = 1;
    unsigned subsampling_y = 1;
    unsigned chroma_position = 0;
    unsigned primaries = 2;
    unsigned transfer = 2;
    unsigned matrix = 2;
    bool full_range = false;
};

/// Everything before the size of the picture: section 5.5.1. The first operating point is the one that counts.
void read_operating_points(BitReader& bits, Header& header) {
    bool has_model = false;
    unsigned delay_bits = 0;
    if (bits.flag()) { // timing_info()
        bits.take(32);
        bits.take(32);
        if (bits.flag()) {
            bits.number();
        }
        has_model = bits.flag();
        if (has_model) {
            delay_bits = bits.take(5) + 1;
            bits.take(32);
            bits.take(10);
        }
    }
    const bool has_display_delay = bits.flag();
    const unsigned points = bits.take(5) + 1;
    for (unsigned i = 0; i < points; ++i) {
        bits.take(12);
        const unsigned level = bits.take(5);
        const unsigned tier = level > 7 ? bits.take(1) : 0;
        if (i == 0) {
            header.level = level;
            header.tier = tier;
        }
        if (has_model && bits.flag()) {
            bits.take(delay_bits);
            bits.take(delay_bits);
            bits.take(1);
        }
        if (has_display_delay && bits.flag()) {
            bits.take(4);
        }
    }
}

void skip_size_and_tools(BitReader& bits, bool is_reduced) {
    const unsigned width_bits = bits.take(4) + 1;
    const unsigned height_bits = bits.take(4) + 1;
    bits.take(width_bits);
    bits.take(height_bits);
    if (!is_reduced && bits.flag()) {
        bits.take(7); // lengths of frame ids
    }
    bits.take(3);
    if (!is_reduced) {
        bits.take(4);
        const bool has_order = bits.flag();
        bits.take(has_order ? 2 : 0);
        const bool chooses_screen_content = bits.flag();
        const bool may_be_screen_content = chooses_screen_content || bits.flag();
        if (may_be_screen_content && !bits.flag()) {
            bits.take(1);
        }
        bits.take(has_order ? 3 : 0);
    }
    bits.take(3);
}

/// color_config(), section 5.5.2.
void read_color(BitReader& bits, Header& header) {
    constexpr unsigned kSrgb = 13;
    const bool is_high = bits.flag();
    const bool is_twelve = header.profile == 2 && is_high && bits.flag();
    header.depth = is_twelve ? 12 : is_high ? 10 : 8;
    header.monochrome = header.profile != 1 && bits.flag();
    if (bits.flag()) {
        header.primaries = bits.take(8);
        header.transfer = bits.take(8);
        header.matrix = bits.take(8);
    }
    if (!header.monochrome && header.primaries == 1 && header.transfer == kSrgb && header.matrix == 0) {
        header.full_range = true;
        header.subsampling_x = header.subsampling_y = 0;
        return;
    }
    header.full_range = bits.flag();
    if (header.monochrome) {
        return;
    }
    if (header.profile == 1) {
        header.subsampling_x = header.subsampling_y = 0;
    } else if (header.profile == 2) {
        header.subsampling_x = is_twelve ? bits.take(1) : 1;
        header.subsampling_y = is_twelve && header.subsampling_x == 1 ? bits.take(1) : 0;
    }
    if (header.subsampling_x == 1 && header.subsampling_y == 1) {
        header.chroma_position = bits.take(2);
    }
}

std::string text_of(const Header& header) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "av01.%u.%02u%c.%02u", header.profile, header.level,
                  header.tier == 0 ? 'M' : 'H', header.depth);
    std::string value = text.data();
    std::snprintf(text.data(), text.size(), ".%d.%u%u%u.%02u.%02u.%02u.%d", header.monochrome ? 1 : 0,
                  header.subsampling_x, header.subsampling_y, header.chroma_position, header.primaries, header.transfer,
                  header.matrix, header.full_range ? 1 : 0);
    const std::string rest = text.data();
    return rest == ".0.110.01.01.01.0" ? value : value + rest;
}

std::string codecs_of_sequence(std::string_view payload) {
    BitReader bits(payload);
    Header header;
    header.profile = bits.take(3);
    bits.take(1);
    const bool is_reduced = bits.flag();
    if (is_reduced) {
        header.level = bits.take(5);
    } else {
        read_operating_points(bits, header);
    }
    skip_size_and_tools(bits, is_reduced);
    read_color(bits, header);
    return bits.overran() ? std::string() : text_of(header);
}

} // namespace

std::string av1_codecs(std::string_view stream) {
    if (stream.size() >= kAv1cHeader && stream.front() == kAv1cMarker) {
        stream.remove_prefix(kAv1cHeader);
    }
    while (!stream.empty()) {
        const auto head = static_cast<unsigned char>(stream.front());
        const bool has_extension = (head & 4U) != 0;
        const bool has_size = (head & 2U) != 0;
        stream.remove_prefix(1);
        stream.remove_prefix(has_extension && !stream.empty() ? 1 : 0);
        std::size_t size = stream.size();
        if (has_size) { // leb128(), section 4.10.5
            size = 0;
            bool goes_on = true;
            for (unsigned shift = 0; goes_on && shift < 35 && !stream.empty(); shift += 7) {
                const auto byte = static_cast<unsigned char>(stream.front());
                size |= std::size_t{byte & 0x7fU} << shift;
                goes_on = (byte & 0x80U) != 0;
                stream.remove_prefix(1);
            }
        }
        if (size > stream.size()) {
            return {};
        }
        if ((head >> 3U & 0xfU) == kSequenceHeader) {
            return codecs_of_sequence(stream.substr(0, size));
        }
        stream.remove_prefix(size);
    }
    return {};
}

} // namespace framehand::media

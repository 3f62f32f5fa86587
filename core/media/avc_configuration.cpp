// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/avc_configuration.h"

#include "core/media/bit_reader.h"
#include "core/media/nal_payload.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kSequenceSet = 7;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

base::Error damaged(const char* what) {
    return base::fail(base::ErrorCode::CorruptData, std::string(what) + " of the H.264 video is damaged");
}

bool has_high_fields(int profile) {
    constexpr std::array<int, 13> kProfiles = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135};
    return std::ranges::find(kProfiles, profile) != kProfiles.end();
}

void skip_scaling_list(BitReader& bits, int size) {
    std::int32_t last = 8;
    std::int32_t next = 8;
    for (int i = 0; i < size && !bits.overran(); ++i) {
        next = next != 0 ? (last + bits.signed_number() % 256 + 256) % 256 : 0;
        last = next == 0 ? last : next;
    }
}

void read_high_fields(BitReader& bits, AvcSequence& sequence) {
    sequence.chroma_format = static_cast<int>(std::min<std::uint32_t>(bits.number(), 4));
    if (sequence.chroma_format == 3) {
        bits.take(1);
    }
    const std::uint32_t luma = bits.number();
    const std::uint32_t chroma = bits.number();
    sequence.bit_depth = 8 + static_cast<int>(std::min<std::uint32_t>(std::max(luma, chroma), 8));
    bits.take(1);
    if (bits.flag()) {
        const int lists = sequence.chroma_format == 3 ? 12 : 8;
        for (int list = 0; list < lists; ++list) {
            if (bits.flag()) {
                skip_scaling_list(bits, list < 6 ? 16 : 64);
            }
        }
    }
}

void skip_picture_order(BitReader& bits) {
    const std::uint32_t type = bits.number();
    if (type == 0) {
        bits.number();
    } else if (type == 1) {
        bits.take(1);
        bits.signed_number();
        bits.signed_number();
        const std::uint32_t count = std::min<std::uint32_t>(bits.number(), 255);
        for (std::uint32_t i = 0; i < count && !bits.overran(); ++i) {
            bits.signed_number();
        }
    }
}

void read_usability(BitReader& bits, AvcSequence& sequence) {
    constexpr std::uint32_t kExtended = 255;
    // Table E-1.
    constexpr std::array<std::pair<int, int>, 17> kAspects = {{{0, 0},
                                                               {1, 1},
                                                               {12, 11},
                                                               {10, 11},
                                                               {16, 11},
                                                               {40, 33},
                                                               {24, 11},
                                                               {20, 11},
                                                               {32, 11},
                                                               {80, 33},
                                                               {18, 11},
                                                               {15, 11},
                                                               {64, 33},
                                                               {160, 99},
                                                               {4, 3},
                                                               {3, 2},
                                                               {2, 1}}};
    if (bits.flag()) {
        const std::uint32_t index = bits.take(8);
        if (index == kExtended) {
            sequence.aspect_width = static_cast<int>(bits.take(16));
            sequence.aspect_height = static_cast<int>(bits.take(16));
        } else if (index < kAspects.size()) {
            std::tie(sequence.aspect_width, sequence.aspect_height) = kAspects[index];
        }
    }
    if (bits.flag()) {
        bits.take(1);
    }
    if (bits.flag()) {
        bits.take(3);
        sequence.full_range = bits.flag();
        if (bits.flag()) {
            sequence.primaries = static_cast<int>(bits.take(8));
            sequence.transfer = static_cast<int>(bits.take(8));
            sequence.matrix = static_cast<int>(bits.take(8));
        }
    }
}

/// `count` sets with a length of two bytes before each, from `at` on.
bool take_sets(std::string_view record, std::size_t& at, unsigned count, std::vector<std::string_view>& sets) {
    for (; count > 0; --count) {
        if (record.size() < at + 2) {
            return false;
        }
        const std::size_t size = byte_at(record, at) << 8U | byte_at(record, at + 1);
        at += 2;
        if (size == 0 || record.size() - at < size) {
            return false;
        }
        sets.push_back(record.substr(at, size));
        at += size;
    }
    return true;
}

} // namespace

base::Result<AvcConfiguration> read_avc_configuration(std::string_view record) {
    constexpr std::size_t kLengthSize = 4;
    constexpr std::size_t kSequenceSets = 5;
    constexpr std::size_t kFirstSet = 6;
    AvcConfiguration configuration;
    if (record.size() <= kFirstSet || byte_at(record, 0) != 1) {
        return damaged("the configuration");
    }
    configuration.nal_length_size = (byte_at(record, kLengthSize) & 3U) + 1;
    std::size_t at = kFirstSet;
    bool whole = take_sets(record, at, byte_at(record, kSequenceSets) & 0x1fU, configuration.sequence_sets);
    whole = whole && at < record.size();
    if (whole) {
        const unsigned count = byte_at(record, at++);
        whole = take_sets(record, at, count, configuration.picture_sets);
    }
    if (!whole || configuration.sequence_sets.empty() || configuration.nal_length_size == 3) {
        return damaged("the configuration");
    }
    return configuration;
}

base::Result<std::vector<std::string_view>> split_nal_units(std::string_view packet, unsigned nal_length_size) {
    std::vector<std::string_view> units;
    while (!packet.empty()) {
        if (packet.size() < nal_length_size) {
            return damaged("a packet");
        }
        std::size_t size = 0;
        for (unsigned i = 0; i < nal_length_size; ++i) {
            size = size << 8U | byte_at(packet, i);
        }
        packet.remove_prefix(nal_length_size);
        if (size == 0 || size > packet.size()) {
            return damaged("a packet");
        }
        units.push_back(packet.substr(0, size));
        packet.remove_prefix(size);
    }
    return units;
}

int avc_nal_type(std::string_view nal) {
    return nal.empty() ? -1 : static_cast<int>(byte_at(nal, 0) & 0x1fU);
}

base::Result<AvcSequence> read_avc_sequence(std::string_view nal) {
    constexpr std::size_t kHeader = 4; // of the NAL unit, then profile, constraints and level
    constexpr std::size_t kLongest = 4096;
    const std::string payload = nal_payload(nal.substr(0, kLongest));
    if (avc_nal_type(nal) != kSequenceSet || payload.size() <= kHeader) {
        return damaged("the sequence parameter set");
    }
    AvcSequence sequence;
    sequence.profile = static_cast<int>(byte_at(payload, 1));
    sequence.level = static_cast<int>(byte_at(payload, 3));
    BitReader bits(std::string_view(payload).substr(kHeader));
    bits.number();
    if (has_high_fields(sequence.profile)) {
        read_high_fields(bits, sequence);
    }
    bits.number();
    skip_picture_order(bits);
    sequence.frames_kept = static_cast<int>(std::min<std::uint32_t>(bits.number(), 64));
    bits.take(1);
    const std::int64_t width = 16 * (std::int64_t{bits.number()} + 1);
    const std::int64_t units = std::int64_t{bits.number()} + 1;
    sequence.progressive = bits.flag();
    const std::int64_t rows = sequence.progressive ? 1 : 2;
    const std::int64_t height = 16 * units * rows;
    if (!sequence.progressive) {
        bits.take(1);
    }
    bits.take(1);
    std::array<std::int64_t, 4> crop{}; // left, right, top, bottom
    if (bits.flag()) {
        for (std::int64_t& side : crop) {
            side = bits.number();
        }
    }
    const bool halves_width = sequence.chroma_format == 1 || sequence.chroma_format == 2;
    const std::int64_t cropped_x = (crop[0] + crop[1]) * (halves_width ? 2 : 1);
    const std::int64_t cropped_y = (crop[2] + crop[3]) * (sequence.chroma_format == 1 ? 2 : 1) * rows;
    constexpr std::int64_t kLargest = 65536;
    if (width > kLargest || height > kLargest || cropped_x >= width || cropped_y >= height) {
        return damaged("the sequence parameter set");
    }
    sequence.width = static_cast<int>(width - cropped_x);
    sequence.height = static_cast<int>(height - cropped_y);
    if (bits.flag()) {
        read_usability(bits, sequence);
    }
    if (bits.overran()) {
        return damaged("the sequence parameter set");
    }
    return sequence;
}

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/nal_payload.h"

#include <array>
#include <utility>

namespace framehand::media::verify {

namespace {

constexpr std::uint32_t kExtendedSar = 255;

/// H.264 table E-1.
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 17> kSampleAspects = {{{0, 0},
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

} // namespace

std::vector<std::uint8_t> unescape_nal(Bytes nal) {
    std::vector<std::uint8_t> raw;
    raw.reserve(nal.size());
    unsigned zeros = 0;
    for (const std::uint8_t byte : nal) {
        if (zeros >= 2 && byte == 3) {
            zeros = 0;
            continue;
        }
        zeros = byte == 0 ? zeros + 1 : 0;
        raw.push_back(byte);
    }
    return raw;
}

void read_usability(BitReader& reader, PictureForm& form) {
    if (reader.flag()) {
        const std::uint32_t index = reader.bits(8);
        if (index == kExtendedSar) {
            form.aspect_width = reader.bits(16);
            form.aspect_height = reader.bits(16);
        } else if (index < kSampleAspects.size()) {
            form.aspect_width = kSampleAspects[index].first;
            form.aspect_height = kSampleAspects[index].second;
        }
    }
    if (reader.flag()) {
        reader.skip(1);
    }
    if (reader.flag()) {
        reader.skip(3);
        form.full_range = reader.flag();
        if (reader.flag()) {
            form.primaries = reader.bits(8);
            form.transfer = reader.bits(8);
            form.matrix = reader.bits(8);
        }
    }
}

VideoRange range_of_transfer(unsigned transfer) {
    constexpr unsigned kPq = 16;
    constexpr unsigned kHlg = 18;
    return transfer == kPq ? VideoRange::Pq : transfer == kHlg ? VideoRange::Hlg : VideoRange::Sdr;
}

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/h264_parser.h"

#include "core/media/verify/bit_reader.h"
#include "core/media/verify/nal_payload.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMaxSpsBytes = 4096;

void skip_scaling_list(BitReader& reader, unsigned size) {
    std::int32_t last = 8;
    std::int32_t next = 8;
    for (unsigned i = 0; i < size && !reader.failed(); ++i) {
        if (next != 0) {
            next = (last + reader.se() % 256 + 256) % 256;
        }
        last = next == 0 ? last : next;
    }
}

/// The fields that only the high profiles have.
void read_high_profile_fields(BitReader& reader, PictureForm& form) {
    const std::uint32_t chroma = reader.ue();
    form.chroma_format = chroma;
    if (chroma == 3) {
        reader.skip(1);
    }
    const std::uint32_t luma_depth = reader.ue();
    const std::uint32_t chroma_depth = reader.ue();
    form.bit_depth = 8 + std::min<std::uint32_t>(8, std::max(luma_depth, chroma_depth));
    reader.skip(1);
    if (reader.flag()) {
        for (unsigned list = 0; list < (chroma == 3 ? 12U : 8U); ++list) {
            if (reader.flag()) {
                skip_scaling_list(reader, list < 6 ? 16 : 64);
            }
        }
    }
}

void skip_picture_order(BitReader& reader) {
    const std::uint32_t type = reader.ue();
    if (type == 0) {
        static_cast<void>(reader.ue());
    } else if (type == 1) {
        reader.skip(1);
        static_cast<void>(reader.se());
        static_cast<void>(reader.se());
        const std::uint32_t count = reader.ue();
        for (std::uint32_t i = 0; i < count && i < 256 && !reader.failed(); ++i) {
            static_cast<void>(reader.se());
        }
    }
}

bool is_high_profile(std::uint8_t profile) {
    constexpr std::array<std::uint8_t, 12> kHigh = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134};
    for (const std::uint8_t high : kHigh) {
        if (high == profile) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<H264Sps> H264Parser::parse_sps(Bytes nal) {
    if (nal.size() < 5 || nal.size() > kMaxSpsBytes || type_of(nal) != kSps) {
        return fail(ErrorCode::CorruptData, "the sequence parameter set is malformed");
    }
    const std::vector<std::uint8_t> raw = unescape_nal(nal);
    if (raw.size() < 5) {
        return fail(ErrorCode::CorruptData, "the sequence parameter set is malformed");
    }
    H264Sps sps;
    std::array<char, 16> codec{};
    std::snprintf(codec.data(), codec.size(), "avc1.%02x%02x%02x", static_cast<unsigned>(raw[1]),
                  static_cast<unsigned>(raw[2]), static_cast<unsigned>(raw[3]));
    sps.codec = codec.data();

    BitReader reader(Bytes(raw).subspan(4));
    static_cast<void>(reader.ue());
    PictureForm& form = sps.form;
    if (is_high_profile(raw[1])) {
        read_high_profile_fields(reader, form);
    }
    static_cast<void>(reader.ue());
    skip_picture_order(reader);
    form.reference_frames = reader.ue();
    reader.skip(1);
    const std::uint64_t width_mbs = std::uint64_t{reader.ue()} + 1;
    const std::uint64_t height_units = std::uint64_t{reader.ue()} + 1;
    form.progressive = reader.flag();
    if (!form.progressive) {
        reader.skip(1);
    }
    reader.skip(1);
    std::array<std::uint64_t, 4> crop{}; // left, right, top, bottom
    if (reader.flag()) {
        for (std::uint64_t& side : crop) {
            side = reader.ue();
        }
    }
    const unsigned chroma = form.chroma_format;
    const std::uint64_t field_factor = form.progressive ? 1 : 2;
    const std::uint64_t crop_x = (crop[0] + crop[1]) * (chroma == 1 || chroma == 2 ? 2 : 1);
    const std::uint64_t crop_y = (crop[2] + crop[3]) * (chroma == 1 ? 2 : 1) * field_factor;
    const std::uint64_t width = width_mbs * 16;
    const std::uint64_t height = height_units * 16 * field_factor;
    if (reader.failed() || chroma > 3 || width > 65536 || height > 65536 || crop_x >= width || crop_y >= height) {
        return fail(ErrorCode::CorruptData, "the sequence parameter set is malformed");
    }
    sps.width = static_cast<std::uint32_t>(width - crop_x);
    sps.height = static_cast<std::uint32_t>(height - crop_y);
    form.level = raw[3];
    form.macroblocks = static_cast<std::uint32_t>(width / 16 * (height / 16));
    if (reader.flag()) {
        read_usability(reader, form);
    }
    if (reader.failed()) {
        return fail(ErrorCode::CorruptData, "the sequence parameter set is malformed");
    }
    return sps;
}

Result<std::vector<Bytes>> H264Parser::split_length_prefixed(Bytes sample, unsigned length_size) {
    std::vector<Bytes> nals;
    ByteReader reader(sample);
    while (reader.remaining() > 0) {
        const std::uint64_t size = reader.number(length_size);
        const Bytes nal = reader.take(static_cast<std::size_t>(size));
        if (reader.failed() || nal.empty()) {
            return fail(ErrorCode::CorruptData, "a NAL unit does not fit into its sample");
        }
        nals.push_back(nal);
    }
    return nals;
}

std::vector<Bytes> H264Parser::split_annex_b(Bytes bytes) {
    std::vector<Bytes> nals;
    std::size_t begin = bytes.size(); // of the open NAL unit, bytes.size() before the first start code
    const auto close = [&](std::size_t end) {
        while (end > begin && bytes[end - 1] == 0) {
            --end;
        }
        if (end > begin) {
            nals.push_back(bytes.subspan(begin, end - begin));
        }
    };
    for (std::size_t i = 0; i + 3 <= bytes.size();) {
        if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
            close(i);
            begin = i + 3;
            i = begin;
        } else {
            ++i;
        }
    }
    close(bytes.size());
    return nals;
}

AccessUnit H264Parser::classify(const std::vector<Bytes>& nals) {
    AccessUnit unit;
    for (const Bytes nal : nals) {
        const unsigned type = type_of(nal);
        if (type >= 1 && type <= kIdrSlice && !unit.has_picture) {
            unit.has_picture = true;
            unit.is_idr = type == kIdrSlice;
        }
    }
    return unit;
}

} // namespace framehand::media::verify

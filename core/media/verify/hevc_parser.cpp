// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/hevc_parser.h"

#include "core/media/verify/bit_reader.h"
#include "core/media/verify/nal_payload.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMaxSpsBytes = 4096;
constexpr std::size_t kProfileBytes = 12; ///< profile_space to level_idc

base::Error malformed() {
    return fail(ErrorCode::CorruptData, "the sequence parameter set is malformed");
}

/// "hvc1.<space><profile>.<compatibility>.<tier><level>[.<constraints>]" from the twelve bytes that "hvcC" and
/// profile_tier_level() have in common (ISO/IEC 14496-15, E.3).
std::string codec_of(Bytes fields) {
    constexpr std::array<const char*, 4> kSpaces = {"", "a", "b", "c"};
    std::uint32_t flags = 0;
    for (unsigned bit = 0; bit < 32; ++bit) {
        flags |= static_cast<std::uint32_t>((fields[1 + bit / 8] >> (7U - bit % 8)) & 1U) << bit;
    }
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "hvc1.%s%u.%x.%c%u", kSpaces[fields[0] >> 6U],
                  static_cast<unsigned>(fields[0] & 0x1FU), flags, (fields[0] & 0x20U) != 0 ? 'h' : 'l',
                  static_cast<unsigned>(fields[11]));
    std::string codec = text.data();
    std::size_t constraints = 6;
    while (constraints > 0 && fields[4 + constraints] == 0) {
        --constraints;
    }
    for (std::size_t i = 0; i < constraints; ++i) {
        std::snprintf(text.data(), text.size(), ".%x", static_cast<unsigned>(fields[5 + i]));
        codec += text.data();
    }
    return codec;
}

void skip_sub_layers(BitReader& reader, unsigned max_sub_layers) {
    std::array<std::pair<bool, bool>, 8> present{};
    for (unsigned i = 0; i < max_sub_layers; ++i) {
        present[i].first = reader.flag();
        present[i].second = reader.flag();
    }
    for (unsigned i = max_sub_layers; max_sub_layers > 0 && i < 8; ++i) {
        reader.skip(2);
    }
    for (unsigned i = 0; i < max_sub_layers; ++i) {
        for (unsigned k = 0; k < (present[i].first ? 11U : 0U); ++k) {
            reader.skip(8);
        }
        reader.skip(present[i].second ? 8 : 0);
    }
}

void skip_scaling_lists(BitReader& reader) {
    for (unsigned size = 0; size < 4; ++size) {
        for (unsigned matrix = 0; matrix < 6 && !reader.failed(); matrix += size == 3 ? 3 : 1) {
            if (!reader.flag()) {
                static_cast<void>(reader.ue());
                continue;
            }
            if (size > 1) {
                static_cast<void>(reader.se());
            }
            for (unsigned i = 0; i < std::min(64U, 1U << (4 + (size << 1U))) && !reader.failed(); ++i) {
                static_cast<void>(reader.se());
            }
        }
    }
}

/// st_ref_pic_set() of all sets (H.265 7.3.7). False if a set is impossible.
bool skip_reference_sets(BitReader& reader) {
    constexpr std::uint32_t kMaxPictures = 16;
    const std::uint32_t count = reader.ue();
    if (count > 64) {
        return false;
    }
    std::uint32_t pictures = 0; // NumDeltaPocs of the set before
    for (std::uint32_t set = 0; set < count && !reader.failed(); ++set) {
        if (set > 0 && reader.flag()) {
            reader.skip(1);
            static_cast<void>(reader.ue());
            std::uint32_t kept = 0;
            for (std::uint32_t i = 0; i <= pictures; ++i) {
                const bool used = reader.flag();
                kept += used || reader.flag() ? 1 : 0;
            }
            pictures = kept;
        } else {
            const std::uint32_t before = reader.ue();
            const std::uint32_t after = reader.ue();
            if (before > kMaxPictures || after > kMaxPictures) {
                return false;
            }
            pictures = before + after;
            for (std::uint32_t i = 0; i < pictures; ++i) {
                static_cast<void>(reader.ue());
                reader.skip(1);
            }
        }
        if (pictures > 2 * kMaxPictures) {
            return false;
        }
    }
    return true;
}

/// From log2_max_pic_order_cnt_lsb on; false if a field is impossible.
bool read_tail(BitReader& reader, unsigned max_sub_layers, PictureForm& form) {
    const std::uint32_t order_bits = reader.ue() + 4;
    const bool all_layers = reader.flag();
    for (unsigned i = all_layers ? 0 : max_sub_layers; i <= max_sub_layers; ++i) {
        for (int field = 0; field < 3; ++field) {
            static_cast<void>(reader.ue());
        }
    }
    for (int field = 0; field < 6; ++field) {
        static_cast<void>(reader.ue());
    }
    if (reader.flag() && reader.flag()) {
        skip_scaling_lists(reader);
    }
    reader.skip(2);
    if (reader.flag()) { // pcm_enabled_flag
        reader.skip(8);
        static_cast<void>(reader.ue());
        static_cast<void>(reader.ue());
        reader.skip(1);
    }
    if (order_bits > 16 || !skip_reference_sets(reader)) {
        return false;
    }
    if (reader.flag()) { // long_term_ref_pics_present_flag
        const std::uint32_t count = reader.ue();
        for (std::uint32_t i = 0; i < count && i <= 32 && !reader.failed(); ++i) {
            reader.skip(order_bits + 1);
        }
    }
    reader.skip(2);
    if (reader.flag()) {
        read_usability(reader, form);
    }
    return !reader.failed();
}

} // namespace

Result<HevcSps> HevcParser::parse_sps(Bytes nal) {
    if (nal.size() > kMaxSpsBytes || type_of(nal) != kSps) {
        return malformed();
    }
    const std::vector<std::uint8_t> raw = unescape_nal(nal);
    if (raw.size() < 3 + kProfileBytes) {
        return malformed();
    }
    HevcSps sps;
    const unsigned max_sub_layers = raw[2] >> 1U & 7U;
    sps.codec = codec_of(Bytes(raw).subspan(3, kProfileBytes));
    // general_progressive_source_flag and general_interlaced_source_flag
    sps.form.progressive = (raw[3 + 5] & 0x40U) == 0;

    BitReader reader(Bytes(raw).subspan(3 + kProfileBytes));
    skip_sub_layers(reader, max_sub_layers);
    static_cast<void>(reader.ue());
    sps.form.chroma_format = reader.ue();
    if (sps.form.chroma_format == 3) {
        reader.skip(1);
    }
    const std::uint64_t width = reader.ue();
    const std::uint64_t height = reader.ue();
    std::array<std::uint64_t, 4> window{}; // left, right, top, bottom
    if (reader.flag()) {
        for (std::uint64_t& side : window) {
            side = reader.ue();
        }
    }
    const unsigned unit_x = sps.form.chroma_format == 1 || sps.form.chroma_format == 2 ? 2 : 1;
    const unsigned unit_y = sps.form.chroma_format == 1 ? 2 : 1;
    const std::uint64_t crop_x = (window[0] + window[1]) * unit_x;
    const std::uint64_t crop_y = (window[2] + window[3]) * unit_y;
    const std::uint32_t luma_depth = reader.ue();
    const std::uint32_t chroma_depth = reader.ue();
    if (reader.failed() || sps.form.chroma_format > 3 || luma_depth > 8 || chroma_depth > 8 || width > 65536 ||
        height > 65536 || crop_x >= width || crop_y >= height) {
        return malformed();
    }
    sps.form.bit_depth = 8 + std::max(luma_depth, chroma_depth);
    sps.width = static_cast<std::uint32_t>(width - crop_x);
    sps.height = static_cast<std::uint32_t>(height - crop_y);
    if (!read_tail(reader, max_sub_layers, sps.form)) {
        return malformed();
    }
    return sps;
}

Result<HevcConfig> HevcParser::parse_hvcc(Bytes payload) {
    const auto broken = [](const char* what) {
        return fail(ErrorCode::CorruptData, std::string("box \"hvcC\" ") + what);
    };
    ByteReader reader(payload);
    if (reader.u8() != 1) {
        return broken("has an unknown version");
    }
    const Bytes fields = reader.take(kProfileBytes);
    reader.skip(8);
    HevcConfig config;
    config.nal_length_size = (reader.u8() & 3U) + 1U;
    const unsigned arrays = reader.u8();
    if (reader.failed() || config.nal_length_size == 3) {
        return broken("is cut short");
    }
    config.codec = codec_of(fields);
    std::optional<HevcSps> found;
    for (unsigned array = 0; array < arrays; ++array) {
        const unsigned type = reader.u8() & 0x3FU;
        const unsigned count = reader.u16();
        for (unsigned i = 0; i < count && !reader.failed(); ++i) {
            const Bytes nal = reader.take(reader.u16());
            if (type != kSps || reader.failed()) {
                continue;
            }
            if (found) {
                return broken("must hold one sequence parameter set");
            }
            FH_ASSIGN(found, parse_sps(nal));
        }
    }
    if (reader.failed() || !found) {
        return broken("is cut short or holds no sequence parameter set");
    }
    if (found->codec != config.codec) {
        return broken("names another profile or level than its sequence parameter set");
    }
    config.sps = std::move(*found);
    return config;
}

AccessUnit HevcParser::classify(const std::vector<Bytes>& nals) {
    constexpr unsigned kIdrWithLeading = 19;
    constexpr unsigned kIdr = 20;
    constexpr unsigned kFirstOther = 32; // below are slices
    AccessUnit unit;
    for (const Bytes nal : nals) {
        const unsigned type = type_of(nal);
        if (type < kFirstOther && !unit.has_picture) {
            unit.has_picture = true;
            unit.is_idr = type == kIdrWithLeading || type == kIdr;
        }
    }
    return unit;
}

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/av1_parser.h"

#include "core/media/verify/bit_reader.h"

#include <array>
#include <cstdio>
#include <optional>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr unsigned kSequenceHeader = 1;
constexpr unsigned kFrameHeader = 3;
constexpr unsigned kFrame = 6;

struct Obu {
    unsigned type = 0;
    Bytes payload;
};

base::Error malformed(const char* what) {
    return fail(ErrorCode::CorruptData, std::string(what) + " is malformed");
}

/// leb128() (4.10.5); nothing if it does not end or is larger than 32 bits.
std::optional<std::uint64_t> leb128(ByteReader& reader) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) {
        const std::uint8_t byte = reader.u8();
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << (7 * i);
        if ((byte & 0x80U) == 0) {
            return reader.failed() || value > UINT32_MAX ? std::nullopt : std::optional(value);
        }
    }
    return std::nullopt;
}

/// The next OBU; nothing if it is broken. Only the last one of a sample may come without its size.
std::optional<Obu> next_obu(ByteReader& reader) {
    const std::uint8_t header = reader.u8();
    if ((header & 0x80U) != 0) {
        return std::nullopt;
    }
    if ((header & 4U) != 0) {
        reader.skip(1);
    }
    std::size_t size = reader.remaining();
    if ((header & 2U) != 0) {
        const auto stated = leb128(reader);
        if (!stated) {
            return std::nullopt;
        }
        size = static_cast<std::size_t>(*stated);
    }
    Obu obu{header >> 3U & 15U, reader.take(size)};
    return reader.failed() ? std::nullopt : std::optional(obu);
}

/// The fields of a sequence header that the codec string needs.
struct Fields {
    std::uint32_t profile = 0;
    std::uint32_t level = 0;
    std::uint32_t tier = 0;
    bool monochrome = false;
    unsigned subsampling_x = 1;
    unsigned subsampling_y = 1;
    std::uint32_t sample_position = 0;
};

void skip_uvlc(BitReader& reader) {
    static_cast<void>(reader.ue()); // read as Exp-Golomb codes are
}

/// timing_info(), decoder_model_info() and the operating points (5.5.1).
void read_operating_points(BitReader& reader, Fields& fields) {
    bool has_model = false;
    std::uint32_t delay_bits = 0;
    if (reader.flag()) {
        static_cast<void>(reader.bits(32));
        static_cast<void>(reader.bits(32));
        if (reader.flag()) {
            skip_uvlc(reader);
        }
        has_model = reader.flag();
        if (has_model) {
            delay_bits = reader.bits(5) + 1;
            static_cast<void>(reader.bits(32));
            reader.skip(10);
        }
    }
    const bool has_initial_delay = reader.flag();
    const std::uint32_t points = reader.bits(5) + 1;
    for (std::uint32_t i = 0; i < points; ++i) {
        reader.skip(12);
        const std::uint32_t level = reader.bits(5);
        const std::uint32_t tier = level > 7 ? reader.bits(1) : 0;
        if (i == 0) {
            fields.level = level;
            fields.tier = tier;
        }
        if (has_model && reader.flag()) {
            static_cast<void>(reader.bits(delay_bits));
            static_cast<void>(reader.bits(delay_bits));
            reader.skip(1);
        }
        if (has_initial_delay && reader.flag()) {
            reader.skip(4);
        }
    }
}

/// The tools between the size and color_config() (5.5.1).
void skip_tools(BitReader& reader, bool reduced) {
    if (!reduced && reader.flag()) { // frame_id_numbers_present_flag
        reader.skip(7);
    }
    reader.skip(3);
    if (!reduced) {
        reader.skip(4);
        const bool has_order_hint = reader.flag();
        reader.skip(has_order_hint ? 2 : 0);
        const bool chooses_content_tools = reader.flag();
        const bool content_tools = chooses_content_tools || reader.flag();
        if (content_tools) {
            const bool chooses_integer_vectors = reader.flag();
            reader.skip(chooses_integer_vectors ? 0 : 1);
        }
        reader.skip(has_order_hint ? 3 : 0);
    }
    reader.skip(3); // superres, cdef, restoration
}

void read_color(BitReader& reader, Fields& fields, PictureForm& form) {
    constexpr unsigned kSrgb = 13;
    const bool high = reader.flag();
    const bool twelve = fields.profile == 2 && high && reader.flag();
    form.bit_depth = twelve ? 12 : high ? 10 : 8;
    fields.monochrome = fields.profile != 1 && reader.flag();
    if (reader.flag()) {
        form.primaries = reader.bits(8);
        form.transfer = reader.bits(8);
        form.matrix = reader.bits(8);
    }
    if (!fields.monochrome && form.primaries == 1 && form.transfer == kSrgb && form.matrix == 0) {
        form.full_range = true;
        fields.subsampling_x = fields.subsampling_y = 0;
        form.chroma_format = 3;
        return;
    }
    form.full_range = reader.flag();
    if (fields.monochrome) {
        form.chroma_format = 0;
        return;
    }
    if (fields.profile == 1) {
        fields.subsampling_x = fields.subsampling_y = 0;
    } else if (fields.profile == 2) {
        fields.subsampling_x = twelve ? reader.bits(1) : 1;
        fields.subsampling_y = twelve && fields.subsampling_x == 1 ? reader.bits(1) : 0;
    }
    form.chroma_format = fields.subsampling_x == 0 ? 3 : fields.subsampling_y == 0 ? 2 : 1;
    if (form.chroma_format == 1) {
        fields.sample_position = reader.bits(2);
    }
}

void write_codec(const Fields& fields, Av1Sequence& sequence) {
    const PictureForm& form = sequence.form;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "av01.%u.%02u%c.%02u", fields.profile, fields.level,
                  fields.tier == 0 ? 'm' : 'h', form.bit_depth);
    sequence.codec = text.data();
    std::snprintf(text.data(), text.size(), ".%d.%u%u%u.%02u.%02u.%02u.%d", fields.monochrome ? 1 : 0,
                  fields.subsampling_x, fields.subsampling_y, fields.sample_position, form.primaries, form.transfer,
                  form.matrix, form.full_range ? 1 : 0);
    sequence.codec_long = sequence.codec + text.data();
}

} // namespace

Result<Av1Sequence> Av1Parser::parse_sequence(Bytes payload) {
    BitReader reader(payload);
    Fields fields;
    Av1Sequence sequence;
    fields.profile = reader.bits(3);
    reader.skip(1);
    const bool reduced = reader.flag();
    if (reduced) {
        fields.level = reader.bits(5);
    } else {
        read_operating_points(reader, fields);
    }
    const std::uint32_t width_bits = reader.bits(4) + 1;
    const std::uint32_t height_bits = reader.bits(4) + 1;
    sequence.width = reader.bits(width_bits) + 1;
    sequence.height = reader.bits(height_bits) + 1;
    skip_tools(reader, reduced);
    read_color(reader, fields, sequence.form);
    if (reader.failed() || fields.profile > 2) {
        return malformed("the sequence header");
    }
    write_codec(fields, sequence);
    return sequence;
}

Result<Av1Sequence> Av1Parser::parse_av1c(Bytes payload) {
    constexpr std::uint8_t kMarkerAndVersion = 0x81;
    ByteReader reader(payload);
    const std::uint8_t marker = reader.u8();
    const std::uint8_t profile_level = reader.u8();
    const std::uint8_t flags = reader.u8();
    reader.skip(1);
    if (reader.failed() || marker != kMarkerAndVersion) {
        return malformed("box \"av1C\"");
    }
    std::optional<Av1Sequence> found;
    while (reader.remaining() > 0) {
        const auto obu = next_obu(reader);
        if (!obu) {
            return malformed("box \"av1C\"");
        }
        if (obu->type == kSequenceHeader) {
            FH_ASSIGN(found, parse_sequence(obu->payload));
        }
    }
    if (!found) {
        return fail(ErrorCode::CorruptData, "box \"av1C\" holds no sequence header");
    }
    std::array<char, 32> own{};
    const unsigned depth = (flags & 0x40U) == 0 ? 8 : (flags & 0x20U) == 0 ? 10 : 12;
    std::snprintf(own.data(), own.size(), "av01.%u.%02u%c.%02u", profile_level >> 5U, profile_level & 0x1FU,
                  (flags & 0x80U) == 0 ? 'm' : 'h', depth);
    if (found->codec != own.data()) {
        return fail(ErrorCode::CorruptData,
                    "box \"av1C\" names another profile, level or depth than its sequence header");
    }
    return std::move(*found);
}

Result<AccessUnit> Av1Parser::classify(Bytes sample) {
    constexpr std::uint32_t kKeyFrame = 0;
    AccessUnit unit;
    ByteReader reader(sample);
    while (reader.remaining() > 0) {
        const auto obu = next_obu(reader);
        if (!obu) {
            return fail(ErrorCode::CorruptData, "an OBU does not fit into its sample");
        }
        if ((obu->type == kFrameHeader || obu->type == kFrame) && !unit.has_picture) {
            BitReader frame(obu->payload);
            const bool shows_existing = frame.flag();
            const std::uint32_t type = frame.bits(2);
            const bool is_shown = frame.flag();
            unit.has_picture = true;
            unit.is_idr = !frame.failed() && !shows_existing && type == kKeyFrame && is_shown;
        }
    }
    return unit;
}

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/mp4_init_parser.h"

#include "core/media/verify/aac_parser.h"
#include "core/media/verify/av1_parser.h"
#include "core/media/verify/box_reader.h"
#include "core/media/verify/h264_parser.h"
#include "core/media/verify/hevc_parser.h"

#include <algorithm>
#include <array>
#include <string>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

Status check(const ByteReader& reader, const char* box) {
    if (reader.failed()) {
        return fail(ErrorCode::CorruptData, std::string("box \"") + box + "\" is cut short");
    }
    return {};
}

Status read_avcc(const Box& avcc, Mp4Init& init) {
    ByteReader reader(avcc.payload);
    if (reader.u8() != 1) {
        return fail(ErrorCode::CorruptData, "box \"avcC\" has an unknown version");
    }
    const Bytes profile_and_level = reader.take(3);
    init.nal_length_size = (reader.u8() & 3U) + 1U;
    const unsigned sps_count = reader.u8() & 0x1FU;
    const Bytes nal = reader.take(reader.u16());
    FH_TRY(check(reader, "avcC"));
    if (sps_count != 1 || init.nal_length_size == 3) {
        return fail(ErrorCode::CorruptData, "box \"avcC\" must hold one sequence parameter set");
    }
    FH_ASSIGN(const H264Sps sps, H264Parser::parse_sps(nal));
    if (!std::equal(profile_and_level.begin(), profile_and_level.end(), nal.begin() + 1)) {
        return fail(ErrorCode::CorruptData,
                    "box \"avcC\" names another profile or level than its sequence parameter set");
    }
    init.track.codec = sps.codec;
    init.track.width = sps.width;
    init.track.height = sps.height;
    init.track.form = sps.form;
    return {};
}

Status read_hvcc(const Box& hvcc, Mp4Init& init) {
    FH_ASSIGN(const HevcConfig config, HevcParser::parse_hvcc(hvcc.payload));
    init.nal_length_size = config.nal_length_size;
    init.track.codec = config.codec;
    init.track.width = config.sps.width;
    init.track.height = config.sps.height;
    init.track.form = config.sps.form;
    return {};
}

Status read_av1c(const Box& av1c, Mp4Init& init) {
    FH_ASSIGN(const Av1Sequence sequence, Av1Parser::parse_av1c(av1c.payload));
    init.track.codec = sequence.codec;
    init.track.codec_long = sequence.codec_long;
    init.track.width = sequence.width;
    init.track.height = sequence.height;
    init.track.form = sequence.form;
    return {};
}

struct VideoEntry {
    const char* type;
    const char* configuration;
    VideoCodec codec;
    Status (*read)(const Box& configuration, Mp4Init& init);
};

/// Those whose parameter sets are in the sample entry alone (Apple 1.10).
constexpr std::array<VideoEntry, 3> kVideoEntries = {{{"avc1", "avcC", VideoCodec::H264, &read_avcc},
                                                      {"hvc1", "hvcC", VideoCodec::Hevc, &read_hvcc},
                                                      {"av01", "av1C", VideoCodec::Av1, &read_av1c}}};

/// ColourInformationBox (ISO/IEC 14496-12 12.1.5); profiles say nothing that we ask.
Status read_color(const std::vector<Box>& boxes, ColorCode& color) {
    if (count_boxes(boxes, "colr") == 0) {
        return {};
    }
    FH_ASSIGN(const Box colr, only_box(boxes, "colr"));
    ByteReader reader(colr.payload);
    constexpr std::uint32_t kCodePoints = 0x6e636c78; // "nclx"
    if (reader.u32() == kCodePoints) {
        color.primaries = reader.u16();
        color.transfer = reader.u16();
        color.matrix = reader.u16();
    }
    return check(reader, "colr");
}

Status read_video_entry(const VideoEntry& known, const Box& entry, const std::vector<Box>& boxes, Mp4Init& init) {
    init.track.kind = TrackKind::Video;
    init.track.video_codec = known.codec;
    FH_ASSIGN(const Box configuration, only_box(boxes, known.configuration));
    FH_TRY(known.read(configuration, init));
    FH_TRY(read_color(boxes, init.track.container_color));
    ByteReader reader(entry.payload);
    reader.skip(24);
    const std::uint32_t width = reader.u16();
    const std::uint32_t height = reader.u16();
    if (width != init.track.width || height != init.track.height) {
        return fail(ErrorCode::CorruptData, "the sample entry says " + std::to_string(width) + "x" +
                                                std::to_string(height) + ", its parameter sets " +
                                                std::to_string(init.track.width) + "x" +
                                                std::to_string(init.track.height));
    }
    return {};
}

Status read_audio_entry(const std::vector<Box>& boxes, Mp4Init& init) {
    init.track.kind = TrackKind::Audio;
    FH_ASSIGN(const Box esds, only_box(boxes, "esds"));
    ByteReader reader(esds.payload);
    reader.skip(4);
    FH_ASSIGN(const AacConfig config, AacParser::parse_esds(reader.take(reader.remaining())));
    init.track.codec = config.codec;
    init.track.sample_rate = config.sample_rate;
    init.track.channels = config.channels;
    return {};
}

Status read_sample_entry(const Box& entry, Mp4Init& init) {
    constexpr std::size_t kVisualFields = 78;
    constexpr std::size_t kAudioFields = 28;
    const auto* const known = std::find_if(kVideoEntries.begin(), kVideoEntries.end(),
                                           [&](const VideoEntry& video) { return entry.type == video.type; });
    const bool is_video = known != kVideoEntries.end();
    if (!is_video && entry.type != "mp4a") {
        return fail(ErrorCode::Unsupported,
                    "sample entry \"" + entry.type.substr(0, 4) + "\" is none of avc1, hvc1, av01 and mp4a");
    }
    const std::size_t fields = is_video ? kVisualFields : kAudioFields;
    if (entry.payload.size() < fields) {
        return fail(ErrorCode::CorruptData, "the sample entry is cut short");
    }
    FH_ASSIGN(const std::vector<Box> boxes, read_boxes(entry.payload.subspan(fields), entry.payload_offset() + fields));
    return is_video ? read_video_entry(*known, entry, boxes, init) : read_audio_entry(boxes, init);
}

/// ISO 639-2/T in three times five bits (ISO/IEC 14496-12, 8.4.2.3); "" for "und" and for what is no language.
std::string language_of(std::uint16_t packed) {
    std::string language;
    for (const unsigned shift : {10U, 5U, 0U}) {
        const auto letter = static_cast<char>((packed >> shift & 0x1FU) + 0x60U);
        if (letter < 'a' || letter > 'z') {
            return {};
        }
        language.push_back(letter);
    }
    return language == "und" ? std::string{} : language;
}

Status read_edit_list(const Box& edts, Mp4Init& init) {
    FH_ASSIGN(const std::vector<Box> boxes, read_children(edts));
    FH_ASSIGN(const Box elst, only_box(boxes, "elst"));
    ByteReader reader(elst.payload);
    const bool is_long = reader.u8() == 1;
    reader.skip(3);
    if (reader.u32() != 1) {
        return fail(ErrorCode::CorruptData, "the edit list must have one entry");
    }
    reader.skip(is_long ? 8 : 4);
    init.presentation_shift =
        is_long ? static_cast<std::int64_t>(reader.u64()) : static_cast<std::int32_t>(reader.u32());
    FH_TRY(check(reader, "elst"));
    if (init.presentation_shift < 0 || init.presentation_shift > INT64_C(1) << 48) {
        return fail(ErrorCode::CorruptData, "the edit list begins at an impossible time");
    }
    return {};
}

Status read_track(const Box& trak, Mp4Init& init) {
    FH_ASSIGN(const std::vector<Box> boxes, read_children(trak));
    FH_ASSIGN(const Box tkhd, only_box(boxes, "tkhd"));
    ByteReader header(tkhd.payload);
    header.skip(tkhd.payload.empty() || tkhd.payload[0] != 1 ? 12 : 20);
    init.track_id = header.u32();
    FH_TRY(check(header, "tkhd"));

    FH_ASSIGN(const Box mdia, only_box(boxes, "mdia"));
    FH_ASSIGN(const std::vector<Box> media, read_children(mdia));
    FH_ASSIGN(const Box mdhd, only_box(media, "mdhd"));
    ByteReader media_header(mdhd.payload);
    media_header.skip(mdhd.payload.empty() || mdhd.payload[0] != 1 ? 12 : 20);
    init.track.timescale = media_header.u32();
    media_header.skip(mdhd.payload.empty() || mdhd.payload[0] != 1 ? 4 : 8);
    init.track.language = language_of(media_header.u16());
    FH_TRY(check(media_header, "mdhd"));
    if (init.track.timescale == 0 || init.track.timescale > 1'000'000'000) {
        return fail(ErrorCode::CorruptData, "the track's timescale is impossible");
    }

    FH_ASSIGN(const Box minf, only_box(media, "minf"));
    FH_ASSIGN(const std::vector<Box> information, read_children(minf));
    FH_ASSIGN(const Box stbl, only_box(information, "stbl"));
    FH_ASSIGN(const std::vector<Box> table, read_children(stbl));
    FH_ASSIGN(const Box stsd, only_box(table, "stsd"));
    if (stsd.payload.size() < 8) {
        return fail(ErrorCode::CorruptData, "box \"stsd\" is cut short");
    }
    FH_ASSIGN(const std::vector<Box> entries, read_boxes(stsd.payload.subspan(8), stsd.payload_offset() + 8));
    if (entries.size() != 1) {
        return fail(ErrorCode::CorruptData, "box \"stsd\" must hold one sample entry");
    }
    FH_TRY(read_sample_entry(entries.front(), init));
    if (count_boxes(boxes, "edts") > 0) {
        FH_ASSIGN(const Box edts, only_box(boxes, "edts"));
        FH_TRY(read_edit_list(edts, init));
    }
    return {};
}

} // namespace

Result<Mp4Init> Mp4InitParser::parse(Bytes file) {
    FH_ASSIGN(const std::vector<Box> boxes, read_boxes(file, 0));
    if (boxes.empty() || boxes.front().type != "ftyp") {
        return fail(ErrorCode::CorruptData, "does not begin with \"ftyp\"");
    }
    FH_ASSIGN(const Box moov, only_box(boxes, "moov"));
    FH_ASSIGN(const std::vector<Box> movie, read_children(moov));
    FH_ASSIGN(const Box trak, only_box(movie, "trak"));
    Mp4Init init;
    FH_TRY(read_track(trak, init));

    FH_ASSIGN(const Box mvex, only_box(movie, "mvex"));
    FH_ASSIGN(const std::vector<Box> extends, read_children(mvex));
    FH_ASSIGN(const Box trex, only_box(extends, "trex"));
    ByteReader reader(trex.payload);
    reader.skip(4);
    const std::uint32_t track_id = reader.u32();
    reader.skip(4);
    init.default_duration = reader.u32();
    init.default_size = reader.u32();
    init.default_flags = reader.u32();
    FH_TRY(check(reader, "trex"));
    if (track_id != init.track_id) {
        return fail(ErrorCode::CorruptData, "box \"trex\" is of another track");
    }
    return init;
}

} // namespace framehand::media::verify

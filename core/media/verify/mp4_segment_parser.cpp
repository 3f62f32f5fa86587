// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/mp4_segment_parser.h"

#include "core/media/verify/box_reader.h"

#include <string>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

// ISO/IEC 14496-12, 8.8.7 and 8.8.8.
constexpr std::uint32_t kTfhdBaseDataOffset = 0x000001;
constexpr std::uint32_t kTfhdDescriptionIndex = 0x000002;
constexpr std::uint32_t kTfhdDuration = 0x000008;
constexpr std::uint32_t kTfhdSize = 0x000010;
constexpr std::uint32_t kTfhdFlags = 0x000020;
constexpr std::uint32_t kTfhdBaseIsMoof = 0x020000;
constexpr std::uint32_t kTrunDataOffset = 0x000001;
constexpr std::uint32_t kTrunFirstFlags = 0x000004;
constexpr std::uint32_t kTrunDuration = 0x000100;
constexpr std::uint32_t kTrunSize = 0x000200;
constexpr std::uint32_t kTrunFlags = 0x000400;
constexpr std::uint32_t kTrunComposition = 0x000800;
constexpr std::int64_t kMaxTime = INT64_C(1) << 56;

Status corrupt(const std::string& what) {
    return fail(ErrorCode::CorruptData, what);
}

struct Defaults {
    std::uint32_t duration = 0;
    std::uint32_t size = 0;
};

Result<Defaults> read_tfhd(const Box& tfhd, const Mp4Init& init) {
    ByteReader reader(tfhd.payload);
    const std::uint32_t flags = reader.u32() & 0xFFFFFFU;
    const std::uint32_t track_id = reader.u32();
    Defaults defaults{init.default_duration, init.default_size};
    if ((flags & kTfhdDescriptionIndex) != 0) {
        reader.skip(4);
    }
    if ((flags & kTfhdDuration) != 0) {
        defaults.duration = reader.u32();
    }
    if ((flags & kTfhdSize) != 0) {
        defaults.size = reader.u32();
    }
    if ((flags & kTfhdFlags) != 0) {
        reader.skip(4);
    }
    if (reader.failed() || track_id != init.track_id) {
        return fail(ErrorCode::CorruptData, "box \"tfhd\" is cut short or of another track");
    }
    if ((flags & kTfhdBaseIsMoof) == 0 || (flags & kTfhdBaseDataOffset) != 0) {
        return fail(ErrorCode::CorruptData, "box \"tfhd\" must count offsets from its moof");
    }
    return defaults;
}

Status read_trun(const Box& trun, const Defaults& defaults, Mp4Fragment& fragment, std::size_t samples_left) {
    ByteReader reader(trun.payload);
    const std::uint32_t version_flags = reader.u32();
    const std::uint32_t flags = version_flags & 0xFFFFFFU;
    const std::uint32_t count = reader.u32();
    if ((flags & kTrunDataOffset) == 0) {
        return corrupt("box \"trun\" has no data offset");
    }
    const auto data_offset = static_cast<std::int32_t>(reader.u32());
    if ((flags & kTrunFirstFlags) != 0) {
        reader.skip(4);
    }
    if (reader.failed() || data_offset < 0 || count > samples_left) {
        return corrupt("box \"trun\" is malformed");
    }
    std::uint64_t offset = fragment.offset + static_cast<std::uint64_t>(data_offset);
    for (std::uint32_t i = 0; i < count; ++i) {
        Mp4Sample sample;
        sample.offset = offset;
        sample.decode_time = fragment.end_decode_time;
        sample.duration = (flags & kTrunDuration) != 0 ? reader.u32() : defaults.duration;
        sample.size = (flags & kTrunSize) != 0 ? reader.u32() : defaults.size;
        if ((flags & kTrunFlags) != 0) {
            reader.skip(4);
        }
        const std::uint32_t composition = (flags & kTrunComposition) != 0 ? reader.u32() : 0;
        if (reader.failed() || sample.size == 0) {
            return corrupt("box \"trun\" is cut short or holds an empty sample");
        }
        sample.presentation_time =
            sample.decode_time + ((version_flags >> 24U) == 0 ? std::int64_t{composition}
                                                              : std::int64_t{static_cast<std::int32_t>(composition)});
        fragment.end_decode_time += sample.duration;
        offset += sample.size;
        fragment.samples.push_back(sample);
    }
    return {};
}

Result<Mp4Fragment> read_moof(const Box& moof, const Mp4Init& init, std::size_t samples_left) {
    Mp4Fragment fragment;
    fragment.offset = moof.offset;
    FH_ASSIGN(const std::vector<Box> boxes, read_children(moof));
    FH_ASSIGN(const Box mfhd, only_box(boxes, "mfhd"));
    ByteReader header(mfhd.payload);
    header.skip(4);
    fragment.sequence = header.u32();
    FH_ASSIGN(const Box traf, only_box(boxes, "traf"));
    FH_ASSIGN(const std::vector<Box> track, read_children(traf));
    FH_ASSIGN(const Box tfhd, only_box(track, "tfhd"));
    FH_ASSIGN(const Defaults defaults, read_tfhd(tfhd, init));
    FH_ASSIGN(const Box tfdt, only_box(track, "tfdt"));
    ByteReader time(tfdt.payload);
    const bool is_long = (time.u32() >> 24U) == 1;
    const std::uint64_t decode_time = is_long ? time.u64() : time.u32();
    if (header.failed() || time.failed() || decode_time > static_cast<std::uint64_t>(kMaxTime)) {
        return fail(ErrorCode::CorruptData, "box \"mfhd\" or \"tfdt\" is cut short or holds an impossible time");
    }
    fragment.decode_time = static_cast<std::int64_t>(decode_time);
    fragment.end_decode_time = fragment.decode_time;
    for (const Box& box : track) {
        if (box.type == "trun") {
            FH_TRY(read_trun(box, defaults, fragment, samples_left - fragment.samples.size()));
        }
    }
    if (fragment.samples.empty()) {
        return fail(ErrorCode::CorruptData, "a fragment holds no samples");
    }
    return fragment;
}

} // namespace

Result<std::vector<Mp4Fragment>> Mp4SegmentParser::parse(Bytes file, const Mp4Init& init) {
    FH_ASSIGN(const std::vector<Box> boxes, read_boxes(file, 0));
    std::vector<Mp4Fragment> fragments;
    bool is_open = false; // a moof waits for its mdat
    std::size_t samples = 0;
    for (const Box& box : boxes) {
        if (box.type == "moof" && !is_open) {
            FH_ASSIGN(Mp4Fragment fragment, read_moof(box, init, kMaxSamples - samples));
            samples += fragment.samples.size();
            fragments.push_back(std::move(fragment));
            is_open = true;
        } else if (box.type == "mdat" && is_open) {
            Mp4Fragment& fragment = fragments.back();
            for (const Mp4Sample& sample : fragment.samples) {
                if (sample.offset < box.payload_offset() || sample.offset + sample.size > box.end()) {
                    return fail(ErrorCode::CorruptData, "a sample lies outside its mdat");
                }
            }
            fragment.end = box.end();
            is_open = false;
        } else if (is_open || (box.type != "styp" && box.type != "sidx" && box.type != "prft" && box.type != "emsg" &&
                               box.type != "free")) {
            return fail(ErrorCode::CorruptData,
                        "box \"" + box.type + "\" at offset " + std::to_string(box.offset) + " is out of place");
        }
    }
    if (fragments.empty() || is_open) {
        return fail(ErrorCode::CorruptData, "the segment has no complete fragment");
    }
    return fragments;
}

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/parameter_sets.h"

#include "core/base/text.h"
#include "core/media/av1_codecs.h"
#include "core/media/avc_configuration.h"
#include "core/media/hevc_codecs.h"

namespace framehand::media {

namespace {

constexpr int kNalSps = 7;
constexpr int kNalPps = 8;
constexpr int kHevcVps = 32;
constexpr int kHevcSps = 33;
constexpr int kHevcPps = 34;

int nal_type(std::string_view nal) {
    return nal.empty() ? -1 : static_cast<unsigned char>(nal.front()) & 0x1f;
}

int hevc_nal_type(std::string_view nal) {
    return nal.empty() ? -1 : static_cast<unsigned char>(nal.front()) >> 1 & 0x3f;
}

bool is_parameter_set(std::string_view nal, AVCodecID codec) {
    if (codec == AV_CODEC_ID_HEVC) {
        return hevc_nal_type(nal) >= kHevcVps && hevc_nal_type(nal) <= kHevcPps;
    }
    return nal_type(nal) == kNalSps || nal_type(nal) == kNalPps;
}

/// Calls `use` with each NAL unit between start codes (annex B of H.264 and H.265).
template <typename Use>
void for_each_nal(std::string_view stream, Use use) {
    using namespace std::string_view_literals;
    constexpr std::string_view kStart = "\0\0\1"sv;
    std::size_t at = stream.find(kStart);
    while (at != std::string_view::npos) {
        const std::size_t begin = at + kStart.size();
        const std::size_t next = stream.find(kStart, begin);
        std::string_view nal = stream.substr(begin, next == std::string_view::npos ? next : next - begin);
        while (!nal.empty() && nal.back() == '\0') {
            nal.remove_suffix(1); // trailing zeros belong to the next start code
        }
        use(nal);
        at = next;
    }
}

} // namespace

std::string_view bytes_of(const AVCodecParameters& parameters) {
    if (parameters.extradata == nullptr || parameters.extradata_size <= 0) {
        return {};
    }
    return {reinterpret_cast<const char*>(parameters.extradata), static_cast<std::size_t>(parameters.extradata_size)};
}

std::string annex_b_parameter_sets(std::string_view stream, AVCodecID codec) {
    using namespace std::string_view_literals;
    std::string sets;
    for_each_nal(stream, [&](std::string_view nal) {
        if (is_parameter_set(nal, codec)) {
            sets.append("\0\0\0\1"sv).append(nal);
        }
    });
    return sets;
}

base::Result<std::string> codecs_value(const AVCodecParameters& parameters) {
    const std::string_view extradata = bytes_of(parameters);
    std::string value;
    if (parameters.codec_id == AV_CODEC_ID_H264 && extradata.starts_with('\1')) {
        const auto configuration = read_avc_configuration(extradata);
        if (configuration && configuration->sequence_sets.front().size() >= 4) {
            value = "avc1." + base::to_hex(configuration->sequence_sets.front().substr(1, 3));
        }
    } else if (parameters.codec_id == AV_CODEC_ID_H264) {
        for_each_nal(extradata, [&](std::string_view nal) {
            if (nal_type(nal) == kNalSps && nal.size() >= 4 && value.empty()) {
                value = "avc1." + base::to_hex(nal.substr(1, 3));
            }
        });
    } else if (parameters.codec_id == AV_CODEC_ID_HEVC) {
        for_each_nal(extradata, [&](std::string_view nal) {
            if (hevc_nal_type(nal) == kHevcSps && value.empty()) {
                value = hevc_codecs(nal);
            }
        });
    } else if (parameters.codec_id == AV_CODEC_ID_AV1) {
        value = av1_codecs(extradata);
    } else if (parameters.codec_id == AV_CODEC_ID_AAC && !extradata.empty()) {
        // ISO/IEC 14496-3: the first five bits are the object type.
        value = "mp4a.40." + std::to_string(static_cast<unsigned char>(extradata.front()) >> 3);
    }
    if (value.empty()) {
        return base::fail(base::ErrorCode::Internal, std::string("the encoder of ") +
                                                         avcodec_get_name(parameters.codec_id) +
                                                         " did not describe its stream");
    }
    return value;
}

} // namespace framehand::media

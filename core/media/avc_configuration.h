// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string_view>
#include <vector>

namespace framehand::media {

/// An AVCDecoderConfigurationRecord (ISO/IEC 14496-15 5.3.3.1), as MP4 and Matroska hold it. The views are into what it
/// was read from.
struct AvcConfiguration {
    unsigned nal_length_size = 4; ///< bytes before each NAL unit
    std::vector<std::string_view> sequence_sets;
    std::vector<std::string_view> picture_sets;
};

/// CorruptData if it is none, or cut short.
[[nodiscard]] base::Result<AvcConfiguration> read_avc_configuration(std::string_view record);

/// The NAL units of a packet in that form; CorruptData if their lengths do not fit it.
[[nodiscard]] base::Result<std::vector<std::string_view>> split_nal_units(std::string_view packet,
                                                                          unsigned nal_length_size);

/// nal_unit_type of H.264 (table 7-1); -1 of an empty one.
[[nodiscard]] int avc_nal_type(std::string_view nal);

/// What a sequence parameter set (H.264 7.3.2.1.1) says of its pictures.
struct AvcSequence {
    int profile = 0; ///< profile_idc
    int level = 0;   ///< level_idc, 10 times the level
    int chroma_format = 1;
    int bit_depth = 8;
    bool progressive = false; ///< frame_mbs_only_flag
    int width = 0;            ///< after cropping
    int height = 0;
    int frames_kept = 0;   ///< max_num_ref_frames
    int aspect_width = 0;  ///< of a sample; 0: not said
    int aspect_height = 0; ///< likewise
    bool full_range = false;
    int primaries = 2; ///< ITU-T H.273; 2: not said, as the next two
    int transfer = 2;
    int matrix = 2;
};

/// CorruptData if it is cut short or its size is impossible.
[[nodiscard]] base::Result<AvcSequence> read_avc_sequence(std::string_view nal);

} // namespace framehand::media

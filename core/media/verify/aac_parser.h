// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"

#include <cstdint>
#include <string>

namespace framehand::media::verify {

/// What an AudioSpecificConfig or ADTS header says.
struct AacConfig {
    std::string codec; ///< RFC 6381: "mp4a.40.2"
    std::uint32_t sample_rate = 0;
    std::uint32_t channels = 0; ///< 0 if an ADTS header leaves it to a program config element

    bool operator==(const AacConfig&) const = default;
};

/// The ADTS frames in a run of bytes.
struct AdtsRun {
    AacConfig config;
    std::uint64_t frames = 0;
};

/// Looks at AAC headers without decoding. Pure.
class AacParser {
public:
    static constexpr std::uint32_t kSamplesPerFrame = 1024;

    /// ISO/IEC 14496-3, 1.6.2.1.
    [[nodiscard]] static base::Result<AacConfig> parse_audio_specific_config(Bytes bytes);
    /// The payload of an "esds" box after its version and flags: descriptors down to the AudioSpecificConfig.
    [[nodiscard]] static base::Result<AacConfig> parse_esds(Bytes bytes);
    /// Whole ADTS frames one after the other, all with the same configuration (ISO/IEC 13818-7, 6.2).
    [[nodiscard]] static base::Result<AdtsRun> parse_adts(Bytes bytes);
};

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// True for a codec whose subtitles are text that lives in packets of its own stream and that libav can decode.
[[nodiscard]] bool is_text_codec(AVCodecID codec);

/// A subtitle as the source has it.
struct SourceCue {
    std::int64_t start_us = 0;          ///< on the source's clock
    std::optional<std::int64_t> end_us; ///< nothing where the source does not say
    std::string text;                   ///< of a WebVTT cue, never empty
};

/// Decodes one stream of text subtitles of any format that libav reads. Damaged packets are left out and counted.
/// Used by one thread at a time.
class TextDecoder {
public:
    /// Unsupported if libav cannot open the decoder.
    [[nodiscard]] static base::Result<TextDecoder> open(const AVStream& stream);

    /// The cues of one packet; none for one that only ends what was shown.
    [[nodiscard]] std::vector<SourceCue> decode(AVPacket& packet);

    /// Packets that could not be used.
    [[nodiscard]] std::int64_t damaged() const { return m_damaged; }

private:
    explicit TextDecoder(UniqueCodecContext context) : m_context(std::move(context)) {}

    UniqueCodecContext m_context;
    std::int64_t m_damaged = 0;
};

} // namespace framehand::media

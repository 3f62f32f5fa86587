// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"

#include <cstdint>
#include <functional>
#include <string>

namespace framehand::media {

/// Decodes one stream. Damaged packets are left out and counted; too many of them make the source CorruptData.
/// Used by one thread at a time.
class Decoder {
public:
    using Sink = std::function<base::Status(UniqueFrame)>;

    /// `threads` 1 or more. Unsupported if libav has no decoder or cannot open it.
    [[nodiscard]] static base::Result<Decoder> open(const AVStream& stream, int threads);

    /// Decodes one packet; frames that become ready go to `sink`, whose errors end the call.
    [[nodiscard]] base::Status decode(const AVPacket& packet, const Sink& sink);
    /// The end of the stream: the frames that are still inside, then the verdict on damage. A stream without a single
    /// packet is not damaged: ask frames().
    [[nodiscard]] base::Status finish(const Sink& sink);

    [[nodiscard]] Rational time_base() const { return m_time_base; }

    [[nodiscard]] std::int64_t frames() const { return m_frames; }

    /// Packets and frames that could not be used.
    [[nodiscard]] std::int64_t damaged() const { return m_damaged; }

    /// Frames that were used although the decoder had to make parts of them up.
    [[nodiscard]] std::int64_t concealed() const { return m_concealed; }

private:
    Decoder(UniqueCodecContext context, Rational time_base, std::string kind);
    [[nodiscard]] base::Status drain(const Sink& sink);
    [[nodiscard]] base::Status judge_damage() const;

    UniqueCodecContext m_context;
    Rational m_time_base;
    std::string m_kind; ///< "video", "audio": for messages
    std::int64_t m_frames = 0;
    std::int64_t m_damaged = 0;
    std::int64_t m_concealed = 0;
};

} // namespace framehand::media

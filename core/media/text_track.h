// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/plan.h"
#include "core/media/rendition_record.h"
#include "core/media/text_decoder.h"
#include "core/media/webvtt.h"
#include "core/ports/file_system.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::media {

/// Where text is cut: exactly where video is.
struct TextTimes {
    std::int64_t zero_us = 0;            ///< the source's time that is 0 in the package
    std::int64_t timescale = 1;          ///< of `cuts`
    std::vector<std::int64_t> cuts = {}; ///< of all segments: the first one's start, then each one's end
};

/// One text track: packets become cues as they come; once the whole timeline is known, cues become WebVTT segments. A
/// cue that is shown in several segments stands in each of them, with its full times (RFC 8216 section 3.5).
/// The cues are held in memory, at most kMaxBytes of them. Used by one thread at a time.
class TextTrack {
public:
    static constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;   ///< of cues
    static constexpr std::size_t kMaxWritten = 64 * 1024 * 1024; ///< of all segments, in which cues repeat

    TextTrack(TextPlan plan, TextDecoder decoder);

    void take(AVPacket& packet);

    /// Sorts the cues onto the package's clock: from 0 to its end, each once, each with an end. Call once, last.
    void finish(const TextTimes& times);

    /// Why this track cannot be part of the package, or "". Valid after finish().
    [[nodiscard]] std::string obstacle() const;

    /// Writes the segments into `folder`, which exists. Only without an obstacle().
    [[nodiscard]] base::Status write(ports::FileSystem& file_system, const std::filesystem::path& folder,
                                     const base::CancelToken& cancel);

    [[nodiscard]] const TextPlan& plan() const { return m_plan; }

    [[nodiscard]] const std::vector<TextCue>& cues() const { return m_cues; }

    /// Valid after write().
    [[nodiscard]] const RenditionRecord& record() const { return m_record; }

    /// What happened on the way, for people.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    [[nodiscard]] std::int64_t cut_ms(std::size_t index) const;
    [[nodiscard]] std::size_t bytes_to_write() const;

    TextPlan m_plan;
    TextDecoder m_decoder;
    std::vector<SourceCue> m_source;
    std::size_t m_bytes = 0;
    std::int64_t m_dropped = 0; ///< cues beyond kMaxBytes
    TextTimes m_times;
    std::vector<TextCue> m_cues; ///< sorted by start
    RenditionRecord m_record;
};

} // namespace framehand::media

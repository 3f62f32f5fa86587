// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/demuxer.h"
#include "core/media/media_source.h"
#include "core/media/plan.h"
#include "core/media/text_track.h"

#include <string>
#include <vector>

namespace framehand::media {

/// Collects the planned subtitles of a source while its packets pass by. Text is little and quickly decoded, so it
/// needs no thread and no queue. Used by one thread at a time.
class TextCollector {
public:
    /// A track whose decoder does not open is left out, and notes() says so.
    TextCollector(const Demuxer& demuxer, const std::vector<TextPlan>& plans);

    /// A packet of any stream.
    void take(AVPacket& packet);

    /// Of the plan's tracks, those that can be decoded.
    [[nodiscard]] std::vector<TextTrack>& tracks() { return m_tracks; }

    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

private:
    std::vector<TextTrack> m_tracks;
    std::vector<std::string> m_notes;
};

/// Reads a source for nothing but its subtitles: for a package whose segments were made by several runs.
[[nodiscard]] base::Result<TextCollector> collect_text(const MediaSource& file, const Plan& plan,
                                                       const base::CancelToken& cancel);

} // namespace framehand::media

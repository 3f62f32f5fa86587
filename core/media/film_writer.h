// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/media/rendition_record.h"
#include "core/media/webvtt.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::media {

/// A finished fMP4 rendition that becomes a track.
struct FilmTrack {
    std::filesystem::path folder;
    const RenditionRecord* record = nullptr;
    std::string language; ///< RFC 5646; "" for video
    std::string name;     ///< what a player's menu shows
};

struct FilmText {
    const std::vector<TextCue>* cues = nullptr; ///< sorted by start
    std::string language;
    std::string name;
    bool is_default = false;
    bool forced = false;
};

struct Film {
    jobs::Deliverable kind = jobs::Deliverable::Mp4; ///< Mp4 or Mkv
    std::vector<FilmTrack> tracks;                   ///< video first, if there is any, then audio; never empty
    std::vector<FilmText> text;
};

/// Puts finished renditions into one file without encoding anything again: MP4 with its index in front (faststart), or
/// Matroska. Time 0 is the package's; audio keeps its place beside the pictures (MP4 hides the encoder's priming
/// samples by an edit list, Matroska leaves out the packet that holds nothing else). `file` is
/// complete on return, but neither synced nor safe from being half there after a kill: write it under another name.
/// Errors: Cancelled; those of the disk; CorruptData (a rendition cannot be read back).
[[nodiscard]] base::Status write_film(const Film& film, const std::filesystem::path& file,
                                      const base::CancelToken& cancel);

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_rendition.h"
#include "core/media/verify/measured_subtitles.h"
#include "core/media/verify/playlist.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// What is known of a package once all its files have been read. Files are relative to the root; "" stands for one that
/// a URI did not lead to.
struct MeasuredPackage {
    std::string multivariant_file;
    MultivariantPlaylist multivariant;
    std::vector<std::string> variant_files;             ///< per multivariant.variants
    std::vector<std::string> iframe_files;              ///< per multivariant.iframe_streams
    std::vector<std::string> rendition_files;           ///< per multivariant.renditions, "" too where it has no URI
    std::map<std::string, MeasuredRendition> measured;  ///< by media playlist; only those that could be measured whole
    std::map<std::string, MeasuredSubtitles> subtitles; ///< by media playlist; only those that could be read whole
    std::map<std::string, MediaPlaylist> iframe_playlists; ///< by file
    std::set<std::string> referenced; ///< every file that some playlist leads to, and the playlists

    [[nodiscard]] const MeasuredRendition* find(const std::string& playlist) const {
        const auto found = measured.find(playlist);
        return found == measured.end() ? nullptr : &found->second;
    }

    /// Whether all that a media playlist leads to is known.
    [[nodiscard]] bool is_measured(const std::string& playlist) const {
        return measured.contains(playlist) || subtitles.contains(playlist);
    }

    /// The rendition that others are compared with: the first video, else the first audio; null if there is none.
    [[nodiscard]] const MeasuredRendition* reference() const;
    /// The measured video in the folder of an I-frame playlist, of several the one that is called most alike; null if
    /// there is none.
    [[nodiscard]] const MeasuredRendition* video_beside(const std::string& iframe_playlist) const;
    /// Measured renditions of one kind, in the order in which the multivariant playlist names them first.
    [[nodiscard]] std::vector<const MeasuredRendition*> of_kind(TrackKind kind) const;
};

} // namespace framehand::media::verify

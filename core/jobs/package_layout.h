// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"

#include <string>
#include <vector>

namespace framehand::jobs {

/// Where everything of a package lies, relative to the package's root: the deepest folder that all `dest_path`s share.
///
///     <root>/index.m3u8                          the multivariant playlist, renamed into place last
///     <root>/1080p/playlist.m3u8                 stable name of the rung's media playlist
///     <root>/1080p/v-<id>/playlist.m3u8          what the multivariant playlist refers to
///     <root>/1080p/v-<id>/init.mp4, 00000.m4s    its segments (00000.ts for MPEG-TS)
///     <root>/audio/...                           the default audio track, laid out alike
///     <root>/audio/v-<id>/2-de/...               each further audio track
///     <root>/subtitles/v-<id>/1-en/...           each text track (00000.vtt)
///     <root>/manifest.mpd                        DASH, if asked for: names the same segments
///     <root>/1080p/v-<id>/film.mp4, film.mkv     single files, if asked for, beside the rung that they are made of
///
/// Every file that a multivariant playlist reaches lies in folders that carry the package's own id. That is what makes
/// replacing a package one atomic rename: until it, readers see only the old files, after it only the new ones.
///
/// All paths are '/' separated, relative and without "." or "..".
struct PackageLayout {
    std::string package_id;             ///< 12 hex digits, new for each package
    std::string destination;            ///< the package's root relative to the NAS root; "" is the NAS root itself
    std::string multivariant;           ///< file name of the multivariant playlist
    std::vector<std::string> rung_dirs; ///< per output, relative to the root; "" is the root itself
    std::string audio_dir;              ///< folder of the audio tracks; never that of a rung
    std::string text_dir; ///< folder of the text tracks; never another one's; "" in packages made before there were any
    std::string dash;     ///< file name of the DASH manifest, "" for none

    /// "v-<id>".
    [[nodiscard]] std::string version_name() const { return "v-" + package_id; }

    /// "1080p/v-<id>", or "v-<id>" for the root.
    [[nodiscard]] std::string version_dir(const std::string& dir) const;
    /// The stable playlist of a rung or audio folder ("1080p/playlist.m3u8"), or "" where the multivariant playlist
    /// has that very name.
    [[nodiscard]] std::string alias_playlist(const std::string& dir) const;

    bool operator==(const PackageLayout&) const = default;
};

/// In the root of a folder of segments: what is finished of them. A finished package has none.
inline constexpr const char* kSegmentJournal = "segments.journal";

/// The only name that a DASH manifest has.
inline constexpr std::string_view kDashManifest = "manifest.mpd";

/// True for "v-" and 12 lower-case hex digits: the only folders that a later commit may remove.
[[nodiscard]] bool is_version_name(std::string_view name);

/// Of work that makes no renditions: nothing but the id.
/// Refuses, naming the field: a dest_path that is absolute, holds "..", a backslash, a control character or a part that
/// begins with ".framehand" or looks like a version folder; two equal dest_paths; a folder of a rung where a playlist
/// has to be; a playlist name that is not a plain file name ending in ".m3u8".
[[nodiscard]] base::Result<PackageLayout> make_layout(const Job& job, std::string package_id);

} // namespace framehand::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/package_manifest.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace framehand::storage {

/// One file of a package whose files lie all beside each other.
struct FlatFile {
    std::string name;
    std::string path; ///< in the package that it is made of
    std::uint64_t bytes = 0;
    std::string sha256;
    std::optional<std::string>
        content; ///< of a playlist or manifest: with the new names; nothing where it is unchanged
};

struct FlatPackage {
    std::vector<FlatFile> files; ///< in the manifest's order
    std::string multivariant;    ///< "<name>.m3u8"
    std::string dash;            ///< "<name>.mpd", "" for none
};

/// The text of one file of the package.
using ReadText = std::function<base::Result<std::string>(const std::string& path)>;

/// "<name>.m3u8" for the multivariant playlist, "<name>.mpd" for the DASH manifest, and for all else
/// "<name>_<path with / as _>": "film_1080p_v-0123456789ab_00000.m4s". The version stays in the names, so that a
/// package never takes the place of another one's segments before its playlist does.
[[nodiscard]] std::string flat_name(const jobs::PackageLayout& layout, const std::string& name,
                                    const std::string& path);

/// The same package with flat names: all URIs of its playlists (lines that are no tags, URI attributes, and the values
/// of our own EXT-X-SESSION-DATA) and of its DASH manifest (BaseURL, SegmentTemplate, SegmentList) name the new files.
/// InvalidArgument: `name` is no plain file name, or two files would get one name. CorruptData: a playlist names a file
/// that is not in the package. Beside that pure, but for `read`.
[[nodiscard]] base::Result<FlatPackage> flatten(const jobs::PackageManifest& manifest, const std::string& name,
                                                const ReadText& read);

} // namespace framehand::storage

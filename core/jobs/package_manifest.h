// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/package_layout.h"
#include "core/jobs/segment_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::jobs {

/// One finished file of a package.
struct PackageFile {
    std::string path; ///< relative to the package's root
    std::uint64_t bytes = 0;
    std::string sha256; ///< 64 hex digits

    bool operator==(const PackageFile&) const = default;
};

/// One rendition as it was really made, for people and for history.
struct RenditionFacts {
    std::string name;    ///< "1080p", "audio"
    std::string codecs;  ///< RFC 6381, from the bitstream
    std::string encoder; ///< "libx264"
    int width = 0;       ///< 0 for audio
    int height = 0;
    std::int64_t average_bandwidth = 0; ///< measured, bits a second
    std::int64_t frames = 0;            ///< video frames or audio packets
    std::uint64_t bytes = 0;

    bool operator==(const RenditionFacts&) const = default;
};

/// What framehand-transcoder made: the complete list of files, in no order that matters. A whole package is verified.
///
/// With `segments` it is only a part of one: no playlists and no text; files are the segments and what precedes them
/// of every range that lies in the folder, and the journal that says what they are. Such a folder is nothing to play
/// or to commit, but input of a run with TranscodeSpec::parts.
struct PackageManifest {
    PackageLayout layout;
    std::optional<SegmentRange> segments; ///< what of the film was asked for and is there; absent: all of it
    double duration_sec = 0;              ///< of what is there
    std::vector<PackageFile> files;
    std::vector<RenditionFacts> renditions;
    std::vector<std::string> notes; ///< sentences for people: "2160p was asked for; the source is 1920x1080, ..."

    [[nodiscard]] std::uint64_t total_bytes() const;
    bool operator==(const PackageManifest&) const = default;
};

[[nodiscard]] base::Json to_json(const PackageLayout& layout);
/// CorruptData names the field.
[[nodiscard]] base::Result<PackageLayout> layout_from_json(const base::Json& json);
[[nodiscard]] base::Json to_json(const PackageManifest& manifest);
/// CorruptData names the field. Every path is checked to be relative and inside the package.
[[nodiscard]] base::Result<PackageManifest> manifest_from_json(const base::Json& json);

} // namespace framehand::jobs

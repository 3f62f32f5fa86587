// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/playlist_checks.h"

#include "core/media/verify/leftover_check.h"
#include "core/media/verify/m3u8_parser.h"
#include "core/media/verify/times.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media::verify {

namespace {

/// The version that the used tags need at least (RFC 8216 section 7).
std::uint64_t needed_version(const MediaPlaylist& media) {
    if (!media.map_uri.empty()) {
        return media.iframes_only ? 5 : 6;
    }
    return media.iframes_only ? 4 : 3;
}

void check_media_tags(const std::string& file, const MediaPlaylist& media, VerifyReport& report) {
    const auto demand = [&](bool holds, const std::string& problem) {
        if (!holds) {
            report.add(CheckId::Tags, file, problem);
        }
    };
    const std::uint64_t version = needed_version(media);
    demand(media.version >= version,
           "EXT-X-VERSION is " + std::to_string(media.version) + ", its tags need " + std::to_string(version));
    demand(media.type == "VOD", "EXT-X-PLAYLIST-TYPE is not VOD");
    demand(media.has_endlist, "EXT-X-ENDLIST is missing");
    demand(!media.has_discontinuity, "EXT-X-DISCONTINUITY has no place in one asset");
    demand(media.media_sequence == 0, "EXT-X-MEDIA-SEQUENCE of a finished package must be 0");
    demand(media.target_duration.has_value(), "EXT-X-TARGETDURATION is missing");
    for (std::size_t i = 0; i < media.segments.size(); ++i) {
        const double rounded = std::round(media.segments[i].duration);
        demand(!media.target_duration || rounded <= static_cast<double>(*media.target_duration),
               "EXTINF of segment " + std::to_string(i) + " is longer than EXT-X-TARGETDURATION");
    }
}

/// TARGETDURATION of one playlist against the longest segment that it must cover: true is the rounded length.
void check_target(const std::string& file, const MediaPlaylist& media, double longest, VerifyReport& report) {
    const double needed = std::max(1.0, std::round(longest));
    if (media.target_duration && static_cast<double>(*media.target_duration) > needed + 1) {
        report.add(CheckId::Tags, file,
                   "EXT-X-TARGETDURATION is " + std::to_string(*media.target_duration) + ", the longest segment is " +
                       seconds_text(longest));
    }
}

double longest_of(const MediaPlaylist& media) {
    double longest = 0;
    for (const MediaSegment& segment : media.segments) {
        longest = std::max(longest, segment.duration);
    }
    return longest;
}

/// The segments of a playlist that was read, as files.
struct KnownPlaylist {
    const std::string& file;
    const MediaPlaylist& media;
    std::string map;
    std::vector<std::string> segments;
};

void check_stable(const KnownPlaylist& known, const PackageFiles& files, const std::string& multivariant,
                  VerifyReport& report) {
    const auto place = version_place_of(known.file);
    if (!place || place->stable == multivariant || !files.is_regular_file(place->stable)) {
        return;
    }
    const std::string& stable = place->stable;
    const auto text = files.read_text(stable);
    const auto media = text ? M3u8Parser::parse_media(*text) : base::Result<MediaPlaylist>(base::Error(text.error()));
    if (!media) {
        report.add(CheckId::StablePlaylists, stable, media.error().text());
        return;
    }
    const auto map =
        media->map_uri.empty() ? base::Result<std::string>(std::string{}) : files.resolve(stable, media->map_uri);
    bool is_same = map && *map == known.map && media->segments.size() == known.segments.size() &&
                   media->version == known.media.version && media->type == known.media.type &&
                   media->has_endlist == known.media.has_endlist &&
                   media->target_duration == known.media.target_duration;
    for (std::size_t i = 0; is_same && i < media->segments.size(); ++i) {
        const auto file = files.resolve(stable, media->segments[i].uri);
        is_same = file && *file == known.segments[i] && media->segments[i].duration == known.media.segments[i].duration;
    }
    if (!is_same) {
        report.add(CheckId::StablePlaylists, stable, "does not say the same as " + known.file);
    }
}

} // namespace

void check_tags(const MeasuredPackage& package, VerifyReport& report) {
    if (!package.multivariant.independent_segments) {
        report.add(CheckId::Tags, package.multivariant_file, "EXT-X-INDEPENDENT-SEGMENTS is missing");
    }
    std::optional<std::uint64_t> target;
    double longest = 0;
    for (const auto& [file, rendition] : package.measured) {
        longest = std::max(longest, longest_of(rendition.media));
    }
    for (const auto& [file, rendition] : package.measured) {
        check_target(file, rendition.media, longest, report);
        check_media_tags(file, rendition.media, report);
        if (rendition.media.iframes_only) {
            report.add(CheckId::Tags, file, "EXT-X-I-FRAMES-ONLY has no place in a variant's playlist");
        }
        if (target && rendition.media.target_duration && *target != *rendition.media.target_duration) {
            report.add(CheckId::Tags, file, "EXT-X-TARGETDURATION differs from that of the other renditions");
        }
        target = target ? target : rendition.media.target_duration;
    }
    for (const auto& [file, subtitles] : package.subtitles) {
        check_media_tags(file, subtitles.media, report);
        check_target(file, subtitles.media, longest_of(subtitles.media), report);
        if (subtitles.media.iframes_only || !subtitles.media.map_uri.empty()) {
            report.add(CheckId::Tags, file, "has tags that WebVTT segments have no use for");
        }
    }
    for (const auto& [file, media] : package.iframe_playlists) {
        check_media_tags(file, media, report);
        if (!media.iframes_only) {
            report.add(CheckId::Tags, file, "EXT-X-I-FRAMES-ONLY is missing");
        }
    }
}

void check_stable_playlists(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report) {
    for (const auto& [playlist, rendition] : package.measured) {
        KnownPlaylist known{playlist, rendition.media, rendition.map, {}};
        for (const MeasuredSegment& segment : rendition.segments) {
            known.segments.push_back(segment.file);
        }
        check_stable(known, files, package.multivariant_file, report);
    }
    for (const auto& [playlist, subtitles] : package.subtitles) {
        KnownPlaylist known{playlist, subtitles.media, {}, {}};
        for (const SubtitleSegment& segment : subtitles.segments) {
            known.segments.push_back(segment.file);
        }
        check_stable(known, files, package.multivariant_file, report);
    }
}

} // namespace framehand::media::verify

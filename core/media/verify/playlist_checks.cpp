// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/playlist_checks.h"

#include "core/jobs/package_layout.h"
#include "core/media/verify/m3u8_parser.h"

#include <cmath>
#include <set>
#include <string>

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

/// The folder whose version folder `playlist` lies in, if it does.
std::optional<std::string> rung_folder_of(const std::string& playlist) {
    const std::string folder = folder_of(playlist);
    return jobs::is_version_name(name_of(folder)) ? std::optional(folder_of(folder)) : std::nullopt;
}

} // namespace

void check_tags(const MeasuredPackage& package, VerifyReport& report) {
    if (!package.multivariant.independent_segments) {
        report.add(CheckId::Tags, package.multivariant_file, "EXT-X-INDEPENDENT-SEGMENTS is missing");
    }
    std::optional<std::uint64_t> target;
    for (const auto& [file, rendition] : package.measured) {
        check_media_tags(file, rendition.media, report);
        if (rendition.media.iframes_only) {
            report.add(CheckId::Tags, file, "EXT-X-I-FRAMES-ONLY has no place in a variant's playlist");
        }
        if (target && rendition.media.target_duration && *target != *rendition.media.target_duration) {
            report.add(CheckId::Tags, file, "EXT-X-TARGETDURATION differs from that of the other renditions");
        }
        target = target ? target : rendition.media.target_duration;
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
        const auto folder = rung_folder_of(playlist);
        const std::string stable = folder ? join(*folder, name_of(playlist)) : std::string{};
        if (!folder || stable == package.multivariant_file || !files.is_regular_file(stable)) {
            continue;
        }
        const auto text = files.read_text(stable);
        const auto media =
            text ? M3u8Parser::parse_media(*text) : base::Result<MediaPlaylist>(base::Error(text.error()));
        if (!media) {
            report.add(CheckId::StablePlaylists, stable, media.error().text());
            continue;
        }
        const auto map =
            media->map_uri.empty() ? base::Result<std::string>(std::string{}) : files.resolve(stable, media->map_uri);
        bool is_same = map && *map == rendition.map && media->segments.size() == rendition.segments.size() &&
                       media->version == rendition.media.version && media->type == rendition.media.type &&
                       media->has_endlist == rendition.media.has_endlist &&
                       media->target_duration == rendition.media.target_duration;
        for (std::size_t i = 0; is_same && i < media->segments.size(); ++i) {
            const auto file = files.resolve(stable, media->segments[i].uri);
            is_same = file && *file == rendition.segments[i].file &&
                      media->segments[i].duration == rendition.media.segments[i].duration;
        }
        if (!is_same) {
            report.add(CheckId::StablePlaylists, stable, "does not say the same as " + playlist);
        }
    }
}

void check_leftovers(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report) {
    std::set<std::string> folders;
    for (const std::vector<std::string>* list :
         {&package.variant_files, &package.rendition_files, &package.iframe_files}) {
        for (const std::string& playlist : *list) {
            if (rung_folder_of(playlist)) {
                folders.insert(folder_of(playlist));
            }
        }
    }
    // A playlist that could not be measured names fewer files than it should: what it misses is no leftover.
    std::set<std::string> unknown;
    for (const std::string& playlist : package.variant_files) {
        if (package.find(playlist) == nullptr) {
            unknown.insert(folder_of(playlist));
        }
    }
    for (const std::string& playlist : package.rendition_files) {
        if (package.find(playlist) == nullptr) {
            unknown.insert(folder_of(playlist));
        }
    }
    for (const std::string& folder : folders) {
        if (unknown.contains(folder)) {
            continue;
        }
        const auto listed = files.list_below(folder);
        if (!listed) {
            report.add(CheckId::Leftovers, folder, listed.error().text());
            continue;
        }
        for (const std::string& file : *listed) {
            if (!package.referenced.contains(file)) {
                report.add(CheckId::Leftovers, file, "no playlist refers to it");
            }
        }
    }
}

} // namespace framehand::media::verify

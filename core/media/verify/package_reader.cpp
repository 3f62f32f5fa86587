// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/package_reader.h"

#include "core/media/verify/m3u8_parser.h"
#include "core/media/verify/rendition_reader.h"
#include "core/media/verify/subtitle_reader.h"

#include <algorithm>
#include <utility>

namespace framehand::media::verify {

std::string PackageReader::follow(MeasuredPackage& package, const std::string& from, const std::string& uri) {
    auto file = m_files.resolve(from, uri);
    if (!file) {
        m_report.add(CheckId::References, from, file.error().text());
        return {};
    }
    package.referenced.insert(*file);
    return std::move(*file);
}

std::optional<MeasuredPackage> PackageReader::read(const std::string& multivariant, const Progress& progress) {
    MeasuredPackage package;
    package.multivariant_file = multivariant;
    package.referenced.insert(multivariant);
    if (!m_files.is_regular_file(multivariant)) {
        m_report.add(CheckId::References, multivariant, "the multivariant playlist does not exist");
        return std::nullopt;
    }
    const auto text = m_files.read_text(multivariant);
    auto parsed =
        text ? M3u8Parser::parse_multivariant(*text) : base::Result<MultivariantPlaylist>(base::Error(text.error()));
    if (!parsed) {
        m_report.add(CheckId::Playlists, multivariant, parsed.error().text());
        return std::nullopt;
    }
    package.multivariant = std::move(*parsed);
    if (package.multivariant.variants.empty()) {
        m_report.add(CheckId::Playlists, multivariant, "names no variant");
    }

    for (const VariantStream& variant : package.multivariant.variants) {
        package.variant_files.push_back(follow(package, multivariant, variant.uri));
    }
    for (const MediaRendition& rendition : package.multivariant.renditions) {
        package.rendition_files.push_back(rendition.uri.empty() ? std::string{}
                                                                : follow(package, multivariant, rendition.uri));
    }
    for (const VariantStream& stream : package.multivariant.iframe_streams) {
        package.iframe_files.push_back(follow(package, multivariant, stream.uri));
        if (!package.iframe_files.back().empty()) {
            read_iframe_playlist(package, package.iframe_files.back());
        }
    }

    std::set<std::string> playlists(package.variant_files.begin(), package.variant_files.end());
    for (std::size_t i = 0; i < package.rendition_files.size(); ++i) {
        const std::string& type = package.multivariant.renditions[i].type;
        if (type == "AUDIO") {
            playlists.insert(package.rendition_files[i]);
        } else if (type == "SUBTITLES") {
            read_subtitles(package, package.rendition_files[i]);
        } else {
            m_report.add(CheckId::Playlists, multivariant,
                         "EXT-X-MEDIA of type " + type + " is not used in packages of this kind");
        }
    }
    playlists.erase("");
    double done = 0;
    for (const std::string& playlist : playlists) {
        if (auto rendition = RenditionReader(m_files, m_report, m_cancel).read(playlist)) {
            package.referenced.insert(rendition->map);
            for (const MeasuredSegment& segment : rendition->segments) {
                package.referenced.insert(segment.file);
            }
            package.measured.emplace(playlist, std::move(*rendition));
        }
        done += 1;
        progress(done / static_cast<double>(playlists.size()));
    }
    note_copies(package);
    return package;
}

void PackageReader::note_copies(MeasuredPackage& package) {
    const std::vector<VariantStream>& variants = package.multivariant.variants;
    for (const std::string& uri : package.multivariant.copied) {
        const auto variant = std::find_if(variants.begin(), variants.end(),
                                          [&](const VariantStream& stream) { return stream.uri == uri; });
        if (variant == variants.end()) {
            m_report.add(CheckId::References, package.multivariant_file,
                         "EXT-X-SESSION-DATA names \"" + uri + "\" as a copy, which is no variant");
            continue;
        }
        const auto file = static_cast<std::size_t>(variant - variants.begin());
        const auto measured = package.measured.find(package.variant_files[file]);
        if (measured != package.measured.end()) {
            measured->second.origin = PictureOrigin::Copied;
        }
    }
}

void PackageReader::read_subtitles(MeasuredPackage& package, const std::string& playlist) {
    if (playlist.empty() || package.subtitles.contains(playlist)) {
        return;
    }
    auto subtitles = SubtitleReader(m_files, m_report, m_cancel).read(playlist);
    if (!subtitles) {
        return;
    }
    for (const SubtitleSegment& segment : subtitles->segments) {
        package.referenced.insert(segment.file);
    }
    package.subtitles.emplace(playlist, std::move(*subtitles));
}

void PackageReader::read_iframe_playlist(MeasuredPackage& package, const std::string& playlist) {
    const auto text = m_files.read_text(playlist);
    auto parsed = text ? M3u8Parser::parse_media(*text) : base::Result<MediaPlaylist>(base::Error(text.error()));
    if (!parsed) {
        m_report.add(CheckId::Playlists, playlist, parsed.error().text());
        return;
    }
    package.iframe_playlists.emplace(playlist, std::move(*parsed));
}

} // namespace framehand::media::verify

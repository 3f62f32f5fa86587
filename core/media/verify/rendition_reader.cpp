// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/rendition_reader.h"

#include "core/media/verify/m3u8_parser.h"
#include "core/media/verify/segment_meter.h"

#include <cstdlib>
#include <utility>

namespace framehand::media::verify {

namespace {

/// Ticks by which decode times of neighbouring segments may differ: none in fMP4, rounding in MPEG-TS.
constexpr std::int64_t kTsRounding = 2;

} // namespace

bool RenditionReader::read_playlist(MeasuredRendition& rendition) {
    const auto text = m_files.read_text(rendition.playlist);
    if (!text) {
        m_report.add(CheckId::Playlists, rendition.playlist, text.error().text());
        return false;
    }
    auto media = M3u8Parser::parse_media(*text);
    if (!media) {
        m_report.add(CheckId::Playlists, rendition.playlist, media.error().text());
        return false;
    }
    rendition.media = std::move(*media);
    if (rendition.media.segments.empty()) {
        m_report.add(CheckId::Playlists, rendition.playlist, "has no segments");
        return false;
    }
    return true;
}

std::optional<MeasuredRendition> RenditionReader::read(const std::string& playlist) {
    MeasuredRendition rendition;
    rendition.playlist = playlist;
    if (!read_playlist(rendition)) {
        return std::nullopt;
    }
    std::optional<Mp4Init> init;
    if (rendition.media.map_uri.empty()) {
        rendition.container = Container::MpegTs;
    } else {
        const auto map = m_files.resolve(playlist, rendition.media.map_uri);
        if (!map) {
            m_report.add(CheckId::References, playlist, "EXT-X-MAP: " + map.error().text());
            return std::nullopt;
        }
        rendition.map = *map;
        const auto bytes = m_files.read(rendition.map, PackageFiles::kMaxPlaylistBytes);
        const auto parsed = bytes ? Mp4InitParser::parse(*bytes) : base::Result<Mp4Init>(base::Error(bytes.error()));
        if (!parsed) {
            m_report.add(CheckId::Structure, rendition.map, parsed.error().text());
            return std::nullopt;
        }
        init = *parsed;
    }

    SegmentMeter meter(std::move(init));
    bool is_complete = true;
    for (const MediaSegment& entry : rendition.media.segments) {
        if (m_cancel.cancelled()) {
            return std::nullopt;
        }
        const auto file = m_files.resolve(playlist, entry.uri);
        if (!file) {
            m_report.add(CheckId::References, playlist, file.error().text());
            is_complete = false;
            continue;
        }
        const auto bytes = m_files.read(*file, PackageFiles::kMaxMediaBytes);
        auto measured =
            bytes ? meter.measure(*bytes) : base::Result<SegmentMeter::Measured>(base::Error(bytes.error()));
        if (!measured) {
            m_report.add(CheckId::Structure, *file, measured.error().text());
            is_complete = false;
            continue;
        }
        measured->segment.file = *file;
        for (std::string& fault : measured->keyframe_faults) {
            m_report.add(CheckId::Keyframes, *file, std::move(fault));
        }
        for (std::string& fault : measured->timeline_faults) {
            m_report.add(CheckId::Timeline, *file, std::move(fault));
        }
        rendition.track = meter.track();
        if (is_complete && !rendition.segments.empty()) {
            check_joint(rendition, measured->segment);
        }
        rendition.segments.push_back(std::move(measured->segment));
    }
    return is_complete ? std::optional(std::move(rendition)) : std::nullopt;
}

void RenditionReader::check_joint(const MeasuredRendition& rendition, const MeasuredSegment& next) {
    const MeasuredSegment& before = rendition.segments.back();
    const bool is_ts = rendition.container == Container::MpegTs;
    if (next.start <= before.last) {
        m_report.add(CheckId::Timeline, next.file, "shows a frame that belongs before the end of " + before.file);
    }
    if (is_ts && rendition.track.kind == TrackKind::Video) {
        if (next.decode_start <= before.decode_start) {
            m_report.add(CheckId::Timeline, next.file, "decode times do not rise from " + before.file);
        }
        return;
    }
    if (std::abs(next.decode_start - before.decode_end) > (is_ts ? kTsRounding : 0)) {
        m_report.add(CheckId::Timeline, next.file,
                     "begins at decode time " + std::to_string(next.decode_start) + ", " + before.file + " ends at " +
                         std::to_string(before.decode_end));
    }
}

} // namespace framehand::media::verify

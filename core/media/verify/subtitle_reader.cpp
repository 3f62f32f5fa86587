// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/subtitle_reader.h"

#include "core/media/verify/m3u8_parser.h"

#include <utility>

namespace framehand::media::verify {

using base::Result;

std::optional<MeasuredSubtitles> SubtitleReader::read(const std::string& playlist) {
    MeasuredSubtitles subtitles;
    subtitles.playlist = playlist;
    const auto text = m_files.read_text(playlist);
    auto media = text ? M3u8Parser::parse_media(*text) : Result<MediaPlaylist>(base::Error(text.error()));
    if (!media) {
        m_report.add(CheckId::Playlists, playlist, media.error().text());
        return std::nullopt;
    }
    subtitles.media = std::move(*media);
    if (subtitles.media.segments.empty()) {
        m_report.add(CheckId::Playlists, playlist, "has no segments");
        return std::nullopt;
    }
    bool is_complete = true;
    for (const MediaSegment& entry : subtitles.media.segments) {
        if (m_cancel.cancelled()) {
            return std::nullopt;
        }
        auto file = m_files.resolve(playlist, entry.uri);
        if (!file) {
            m_report.add(CheckId::References, playlist, file.error().text());
            is_complete = false;
            continue;
        }
        const auto content = m_files.read_text(*file);
        auto segment = content ? WebVttParser::parse(*content) : Result<WebVttSegment>(base::Error(content.error()));
        if (!segment) {
            m_report.add(CheckId::Subtitles, *file, segment.error().text());
            is_complete = false;
            continue;
        }
        subtitles.segments.push_back({std::move(*file), std::move(*segment)});
    }
    return is_complete ? std::optional(std::move(subtitles)) : std::nullopt;
}

} // namespace framehand::media::verify

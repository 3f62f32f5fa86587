// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/iframe_check.h"

#include "core/media/verify/attribute_list.h"
#include "core/media/verify/h264_parser.h"
#include "core/media/verify/mp4_segment_parser.h"
#include "core/media/verify/sample_classifier.h"
#include "core/media/verify/times.h"
#include "core/media/verify/ts_parser.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr double kAllowedExcess = 1.10; ///< Apple 1.26, 1.27
constexpr double kRounding = 1.001;

/// A picture that a range may be cut at.
struct Picture {
    std::uint64_t offset = 0; ///< where its range must begin
    std::uint64_t end = 0;    ///< what its range must reach
    double time = 0;          ///< seconds, presentation
    bool is_idr = false;
};

Result<std::vector<Picture>> pictures_of_fmp4(Bytes file, const Mp4Init& init) {
    FH_ASSIGN(const std::vector<Mp4Fragment> fragments, Mp4SegmentParser::parse(file, init));
    std::vector<Picture> pictures;
    for (const Mp4Fragment& fragment : fragments) {
        const Mp4Sample& sample = fragment.samples.front();
        FH_ASSIGN(const AccessUnit unit,
                  classify_sample(init, file.subspan(static_cast<std::size_t>(sample.offset), sample.size)));
        pictures.push_back({fragment.offset, sample.offset + sample.size,
                            static_cast<double>(sample.presentation_time - init.presentation_shift) /
                                static_cast<double>(init.track.timescale),
                            unit.is_idr});
    }
    return pictures;
}

Result<std::vector<Picture>> pictures_of_ts(Bytes file) {
    FH_ASSIGN(const TsSegment segment, TsParser::parse(file));
    if (!segment.video) {
        return fail(ErrorCode::CorruptData, "holds no video");
    }
    std::vector<Picture> pictures;
    for (const TsPes& unit : segment.video->units) {
        pictures.push_back({unit.offset, unit.end, static_cast<double>(unit.pts) / 90000.0,
                            H264Parser::classify(H264Parser::split_annex_b(unit.data)).is_idr});
    }
    return pictures;
}

class IFramePlaylistCheck {
public:
    IFramePlaylistCheck(std::string playlist, const MediaPlaylist& media, MeasuredPackage& package,
                        const PackageFiles& files, VerifyReport& report)
        : m_playlist(std::move(playlist)), m_media(media), m_package(package), m_files(files), m_report(report) {}

    /// False if it could not be read to its end.
    bool run(const base::CancelToken& cancel) {
        if (m_media.segments.empty()) {
            add("has no pictures");
            return false;
        }
        if (!m_media.map_uri.empty() && !read_map()) {
            return false;
        }
        for (std::size_t i = 0; i < m_media.segments.size(); ++i) {
            if (cancel.cancelled() || !check_range(i)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] const std::optional<Mp4Init>& init() const { return m_init; }

private:
    void add(const std::string& problem) { m_report.add(CheckId::IFrames, m_playlist, problem); }

    bool read_map() {
        const auto map = m_files.resolve(m_playlist, m_media.map_uri);
        if (!map) {
            m_report.add(CheckId::References, m_playlist, "EXT-X-MAP: " + map.error().text());
            return false;
        }
        m_package.referenced.insert(*map);
        const auto bytes = m_files.read(*map, PackageFiles::kMaxPlaylistBytes);
        auto parsed = bytes ? Mp4InitParser::parse(*bytes) : Result<Mp4Init>(base::Error(bytes.error()));
        if (!parsed) {
            m_report.add(CheckId::Structure, *map, parsed.error().text());
            return false;
        }
        m_init = *parsed;
        return true;
    }

    /// Keeps the pictures of one file at a time: ranges of a file stand together.
    bool load(const std::string& uri) {
        const auto file = m_files.resolve(m_playlist, uri);
        if (!file) {
            m_report.add(CheckId::References, m_playlist, file.error().text());
            return false;
        }
        if (*file == m_file) {
            return true;
        }
        m_package.referenced.insert(*file);
        auto bytes = m_files.read(*file, PackageFiles::kMaxMediaBytes);
        auto pictures = !bytes   ? Result<std::vector<Picture>>(base::Error(bytes.error()))
                        : m_init ? pictures_of_fmp4(*bytes, *m_init)
                                 : pictures_of_ts(*bytes);
        if (!pictures) {
            m_report.add(CheckId::Structure, *file, pictures.error().text());
            return false;
        }
        m_file = *file;
        m_bytes = std::move(*bytes);
        m_pictures = std::move(*pictures);
        return true;
    }

    /// The picture whose range may begin at `offset`: at its moof; in a transport stream, also at the tables before it.
    [[nodiscard]] std::vector<Picture>::const_iterator picture_at(std::uint64_t offset) const {
        const auto found = std::find_if(m_pictures.begin(), m_pictures.end(),
                                        [&](const Picture& picture) { return picture.offset >= offset; });
        if (found == m_pictures.end() || found->offset == offset) {
            return found;
        }
        const std::uint64_t before = found == m_pictures.begin() ? 0 : std::prev(found)->end;
        return !m_init && offset >= before ? found : m_pictures.end();
    }

    bool check_range(std::size_t index) {
        const MediaSegment& entry = m_media.segments[index];
        if (!load(entry.uri)) {
            return false;
        }
        const ByteRange range = entry.range.value_or(ByteRange{m_bytes.size(), 0});
        const std::string what = "the range of picture " + std::to_string(index) + " in " + m_file;
        if (range.length > m_bytes.size() || range.offset > m_bytes.size() - range.length) {
            add(what + " reaches beyond the file");
            return true;
        }
        const auto picture = picture_at(range.offset);
        if (picture == m_pictures.end()) {
            add(what + " does not begin where a picture does");
            return true;
        }
        if (!m_init && !TsParser::parse(Bytes(m_bytes).subspan(static_cast<std::size_t>(range.offset),
                                                               static_cast<std::size_t>(range.length)))) {
            add(what + " is not a transport stream of its own, with PAT and PMT");
        }
        if (!picture->is_idr) {
            add(what + " does not hold an IDR picture");
        }
        if (range.offset + range.length < picture->end) {
            add(what + " cuts the picture short");
        }
        if (m_last_time) {
            const double gap = picture->time - *m_last_time;
            // A 33-bit clock may have turned over in between.
            if (m_init && std::abs(gap - m_media.segments[index - 1].duration) > kTolerance) {
                add("EXTINF of picture " + std::to_string(index - 1) + " is not the distance to the next");
            }
        }
        m_last_time = picture->time;
        return true;
    }

    static constexpr double kTolerance = 0.002;

    std::string m_playlist;
    const MediaPlaylist& m_media;
    MeasuredPackage& m_package;
    const PackageFiles& m_files;
    VerifyReport& m_report;
    std::optional<Mp4Init> m_init;
    std::string m_file;                ///< whose pictures are loaded
    std::vector<std::uint8_t> m_bytes; ///< of that file
    std::vector<Picture> m_pictures;
    std::optional<double> m_last_time;
};

/// The I-frame playlist must show all of the film, with every IDR picture.
void check_completeness(const MeasuredRendition& video, const std::string& file, const MediaPlaylist& media,
                        VerifyReport& report) {
    std::size_t idrs = 0;
    for (const MeasuredSegment& segment : video.segments) {
        idrs += segment.idrs.size();
    }
    if (media.segments.size() != idrs) {
        report.add(CheckId::IFrames, file,
                   "names " + std::to_string(media.segments.size()) + " pictures, " + video.playlist + " has " +
                       std::to_string(idrs) + " IDR pictures");
    } else if (std::abs(media.duration() - video.media.duration()) > kTimeRounding) {
        report.add(CheckId::IFrames, file,
                   "lasts " + seconds_text(media.duration()) + ", " + video.playlist + " lasts " +
                       seconds_text(video.media.duration()));
    }
}

void check_stream(const VariantStream& stream, const std::string& file, const MediaPlaylist& media,
                  const std::optional<Mp4Init>& init, const MeasuredPackage& package, VerifyReport& report) {
    const auto add = [&](CheckId id, const std::string& problem) {
        report.add(id, package.multivariant_file, "I-frame stream " + stream.uri + ": " + problem);
    };
    // MPEG-TS: the pictures are those of a measured rendition, which lies beside the I-frame playlist.
    const MeasuredRendition* video = package.video_beside(file);
    std::optional<TrackFacts> track;
    if (init) {
        track = init->track;
    } else if (video != nullptr) {
        track = video->track;
    }
    if (video != nullptr) {
        check_completeness(*video, file, media, report);
    }
    if (track) {
        const Resolution actual{track->width, track->height};
        const bool is_true = stream.codecs.size() == 1 && (lower_case(stream.codecs.front()) == track->codec ||
                                                           lower_case(stream.codecs.front()) == track->codec_long);
        if (!is_true) {
            add(CheckId::Codecs, "CODECS is not \"" + track->codec + "\", as the bitstream says");
        }
        if (!stream.resolution || !(*stream.resolution == actual)) {
            add(CheckId::Resolution, "RESOLUTION is not what the bitstream says");
        }
    }
    double bits = 0;
    double peak = 0;
    for (const MediaSegment& segment : media.segments) {
        const double own = 8.0 * static_cast<double>(segment.range ? segment.range->length : 0);
        bits += own;
        peak = segment.duration > 0 ? std::max(peak, own / segment.duration) : peak;
    }
    const double time = media.duration();
    const double average = time > 0 ? bits / time : 0;
    const auto declared = static_cast<double>(stream.bandwidth);
    if (declared * kRounding < std::max(average, peak) || declared > std::max(average, peak) * kAllowedExcess) {
        add(CheckId::Bandwidth, "BANDWIDTH is not the measured peak");
    }
    if (!stream.average_bandwidth || static_cast<double>(*stream.average_bandwidth) * kAllowedExcess < average ||
        static_cast<double>(*stream.average_bandwidth) > average * kAllowedExcess + 1) {
        add(CheckId::AverageBandwidth, "AVERAGE-BANDWIDTH is not the measured average");
    }
}

/// Each rung has its own, so that a player finds one for any bandwidth (Apple 6.6).
void check_each_has_one(const MeasuredPackage& package, VerifyReport& report) {
    for (const MeasuredRendition* video : package.of_kind(TrackKind::Video)) {
        const bool found = std::any_of(package.iframe_files.begin(), package.iframe_files.end(),
                                       [&](const std::string& file) { return package.video_beside(file) == video; });
        if (!found) {
            report.add(CheckId::IFrames, package.multivariant_file,
                       "no EXT-X-I-FRAME-STREAM-INF leads to pictures of " + video->playlist);
        }
    }
}

} // namespace

void check_iframes(MeasuredPackage& package, const PackageFiles& files, const base::CancelToken& cancel,
                   VerifyReport& report) {
    const bool has_video = !package.of_kind(TrackKind::Video).empty();
    if (has_video && package.multivariant.iframe_streams.empty()) {
        report.add(CheckId::IFrames, package.multivariant_file, "EXT-X-I-FRAME-STREAM-INF is missing");
    } else {
        check_each_has_one(package, report);
    }
    for (std::size_t i = 0; i < package.iframe_files.size(); ++i) {
        const auto found = package.iframe_playlists.find(package.iframe_files[i]);
        if (found == package.iframe_playlists.end()) {
            continue;
        }
        IFramePlaylistCheck check(found->first, found->second, package, files, report);
        if (check.run(cancel)) {
            check_stream(package.multivariant.iframe_streams[i], found->first, found->second, check.init(), package,
                         report);
        }
    }
}

} // namespace framehand::media::verify

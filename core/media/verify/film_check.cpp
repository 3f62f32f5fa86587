// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/film_check.h"

#include "core/media/av.h"
#include "core/media/verify/times.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace framehand::media::verify {

namespace {

constexpr std::int64_t kMaxPixels = INT64_C(8192) * 8192;
constexpr double kLooseSound = 0.05; // seconds: priming and the last packet

/// One track of the file while it is read.
struct FilmStream {
    UniqueCodecContext decoder; ///< null: packets are counted alone
    std::int64_t packets = 0;
    std::int64_t frames = 0;
    std::optional<double> start;
    double end = 0;
};

class FilmCheck {
public:
    FilmCheck(std::string file, const MeasuredRendition& rendition, const MeasuredPackage& package,
              const PackageFiles& files, const VerifyOptions& options, VerifyReport& report)
        : m_file(std::move(file)), m_rendition(rendition), m_package(package), m_files(files), m_options(options),
          m_report(report) {}

    void run(const base::CancelToken& cancel, const std::function<void(double)>& progress) {
        const bool is_mp4 = m_file.ends_with(".mp4");
        if (is_mp4) {
            check_order();
        }
        AVFormatContext* raw = nullptr;
        AvDictionary options;
        options.set("protocol_whitelist", "file");
        const AVInputFormat* format = av_find_input_format(is_mp4 ? "mov" : "matroska");
        const std::string url = "file:" + m_files.absolute(m_file).string();
        if (const int rc = avformat_open_input(&raw, url.c_str(), format, options.address()); rc < 0) {
            add("libav cannot open it: " + av_error_text(rc));
            return;
        }
        const UniqueInputContext input(raw);
        if (!open_streams(*input) || !read(*input, cancel, progress)) {
            return;
        }
        for (std::size_t i = 0; i < m_streams.size(); ++i) {
            check_stream(m_streams[i], input->streams[i]->codecpar->codec_type);
        }
        check_tracks(*input);
    }

private:
    void add(const std::string& problem) { m_report.add(CheckId::SingleFiles, m_file, problem); }

    /// ISO/IEC 14496-12 4.2: the boxes of the file, by their headers alone.
    void check_order() {
        bool has_index = false;
        std::uint64_t at = 0;
        const auto size = m_files.size(m_file);
        while (size && at < *size) {
            const auto head = m_files.read_part(m_file, at, std::min<std::uint64_t>(16, *size - at));
            if (!head || head->size() < 8) {
                break;
            }
            const auto number = [&](std::size_t begin, std::size_t count) {
                std::uint64_t value = 0;
                for (std::size_t i = begin; i < begin + count; ++i) {
                    value = value << 8U | (*head)[i];
                }
                return value;
            };
            const std::string type(head->begin() + 4, head->begin() + 8);
            const std::uint64_t own = number(0, 4);
            const std::uint64_t length = own == 1 && head->size() == 16 ? number(8, 8) : own;
            if (length < 8 || length > *size - at) {
                break;
            }
            if (type == "mdat" && !has_index) {
                add("its index (moov) comes after its media");
                return;
            }
            has_index = has_index || type == "moov";
            at += length;
        }
        if (!size || at != *size || !has_index) {
            add("is not made of whole boxes with an index");
        }
    }

    bool open_streams(const AVFormatContext& input) {
        for (unsigned i = 0; i < input.nb_streams; ++i) {
            const AVCodecParameters& parameters = *input.streams[i]->codecpar;
            FilmStream stream;
            if (m_options.level == VerifyLevel::Full && parameters.codec_type != AVMEDIA_TYPE_SUBTITLE) {
                const AVCodec* codec = avcodec_find_decoder(parameters.codec_id);
                stream.decoder.reset(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
                if (!stream.decoder || avcodec_parameters_to_context(stream.decoder.get(), &parameters) < 0) {
                    add("no decoder for track " + std::to_string(i));
                    return false;
                }
                stream.decoder->max_pixels = kMaxPixels;
                stream.decoder->thread_count = parameters.codec_type == AVMEDIA_TYPE_VIDEO ? m_options.threads : 1;
                stream.decoder->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
                if (avcodec_open2(stream.decoder.get(), codec, nullptr) < 0) {
                    add("the decoder of track " + std::to_string(i) + " does not open");
                    return false;
                }
            }
            m_streams.push_back(std::move(stream));
        }
        return true;
    }

    bool read(AVFormatContext& input, const base::CancelToken& cancel, const std::function<void(double)>& progress) {
        const double size = static_cast<double>(std::max<std::uint64_t>(1, m_files.size(m_file).value_or(1)));
        const UniquePacket packet(av_packet_alloc());
        const UniqueFrame frame(av_frame_alloc());
        if (!packet || !frame) {
            return false;
        }
        for (;;) {
            if (cancel.cancelled()) {
                return false;
            }
            const int rc = av_read_frame(&input, packet.get());
            if (rc == AVERROR_EOF) {
                break;
            }
            if (rc < 0 || packet->stream_index < 0 ||
                static_cast<std::size_t>(packet->stream_index) >= m_streams.size()) {
                add("libav cannot read it to its end");
                return false;
            }
            FilmStream& stream = m_streams[static_cast<std::size_t>(packet->stream_index)];
            const double tick = av_q2d(input.streams[packet->stream_index]->time_base);
            const double time = static_cast<double>(packet->pts) * tick;
            stream.start = std::min(stream.start.value_or(time), time);
            stream.end = std::max(stream.end, time + static_cast<double>(packet->duration) * tick);
            ++stream.packets;
            if (packet->pos > 0) {
                progress(std::min(1.0, static_cast<double>(packet->pos) / size));
            }
            const bool is_fine = decode(stream, packet.get(), *frame);
            av_packet_unref(packet.get());
            if (!is_fine) {
                return false;
            }
        }
        return std::ranges::all_of(m_streams, [&](FilmStream& stream) { return decode(stream, nullptr, *frame); });
    }

    bool decode(FilmStream& stream, const AVPacket* packet, AVFrame& frame) {
        if (!stream.decoder) {
            return true;
        }
        int rc = avcodec_send_packet(stream.decoder.get(), packet);
        while (rc >= 0) {
            rc = avcodec_receive_frame(stream.decoder.get(), &frame);
            stream.frames += rc >= 0 ? 1 : 0;
        }
        if (rc != AVERROR(EAGAIN) && rc != AVERROR_EOF) {
            add("does not decode after " + std::to_string(stream.frames) + " frames: " + av_error_text(rc));
            return false;
        }
        return true;
    }

    void check_stream(const FilmStream& stream, AVMediaType type) {
        const bool is_video = type == AVMEDIA_TYPE_VIDEO;
        if (type == AVMEDIA_TYPE_SUBTITLE) {
            return;
        }
        const std::int64_t count = stream.decoder ? stream.frames : stream.packets;
        if (is_video && count != m_rendition.frames()) {
            add("has " + std::to_string(count) + " frames, " + m_rendition.playlist + " has " +
                std::to_string(m_rendition.frames()));
        }
        const double start = stream.start.value_or(0);
        const double loose = is_video ? kTimeRounding : kLooseSound;
        if (std::abs(start) > loose) {
            add(std::string(is_video ? "video" : "audio") + " begins at " + seconds_text(start));
        }
        const double loose_end = is_video ? longest_frame() + kTimeRounding : kLooseSound;
        if (std::abs(stream.end - m_rendition.media.duration()) > loose_end) {
            add(std::string(is_video ? "video" : "audio") + " ends at " + seconds_text(stream.end) + ", " +
                m_rendition.playlist + " lasts " + seconds_text(m_rendition.media.duration()));
        }
    }

    /// Only the writer knows how long the last frame is shown.
    [[nodiscard]] double longest_frame() const {
        double longest = m_rendition.frame_duration();
        for (const MeasuredSegment& segment : m_rendition.segments) {
            longest = std::max(longest, m_rendition.seconds(segment.last_duration));
        }
        return longest;
    }

    void check_tracks(const AVFormatContext& input) {
        const auto count = [&](AVMediaType type) {
            std::size_t found = 0;
            for (unsigned i = 0; i < input.nb_streams; ++i) {
                found += input.streams[i]->codecpar->codec_type == type ? 1 : 0;
            }
            return found;
        };
        const auto demand = [&](AVMediaType type, std::size_t wanted, const char* what) {
            if (count(type) != wanted) {
                add("has " + std::to_string(count(type)) + " tracks of " + what + ", the package " +
                    std::to_string(wanted));
            }
        };
        demand(AVMEDIA_TYPE_VIDEO, m_rendition.track.kind == TrackKind::Video ? 1 : 0, "video");
        demand(AVMEDIA_TYPE_AUDIO, m_package.of_kind(TrackKind::Audio).size(), "audio");
        demand(AVMEDIA_TYPE_SUBTITLE, m_package.subtitles.size(), "text");
    }

    std::string m_file;
    const MeasuredRendition& m_rendition;
    const MeasuredPackage& m_package;
    const PackageFiles& m_files;
    const VerifyOptions& m_options;
    VerifyReport& m_report;
    std::vector<FilmStream> m_streams;
};

} // namespace

void check_films(MeasuredPackage& package, const PackageFiles& files, const VerifyOptions& options,
                 const base::CancelToken& cancel, const std::function<void(double)>& progress, VerifyReport& report) {
    for (const auto& [playlist, rendition] : package.measured) {
        for (const char* const name : {"film.mp4", "film.mkv"}) {
            const std::string file = join(folder_of(playlist), name);
            if (files.is_regular_file(file)) {
                package.referenced.insert(file);
                FilmCheck(file, rendition, package, files, options, report).run(cancel, progress);
            }
        }
    }
}

} // namespace framehand::media::verify

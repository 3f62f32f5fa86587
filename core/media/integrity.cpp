// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/integrity.h"

#include "core/media/input_file.h"
#include "core/media/libav_log.h"
#include "core/media/timestamp_repair.h"
#include "core/media/whole_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

using base::ErrorCode;
using base::fail;
using base::Status;

constexpr double kLooseSec = 0.5;    // between what a container says and what there is ...
constexpr double kLooseShare = 0.02; // ... or so much of it
constexpr std::int64_t kMaxPixels = 16384LL * 16384LL;
constexpr const char* kMadeUp = "the decoder had to make up parts of a picture";

std::string seconds_text(double seconds) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f s", seconds);
    return text.data();
}

/// Others have packets that show nothing, or two pictures.
bool shows_each_packet(AVCodecID codec) {
    constexpr std::array kCodecs = {AV_CODEC_ID_H264,       AV_CODEC_ID_HEVC,   AV_CODEC_ID_MPEG1VIDEO,
                                    AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_PRORES, AV_CODEC_ID_MJPEG};
    return std::ranges::find(kCodecs, codec) != kCodecs.end();
}

/// What libav says while it decodes, beside its return values.
class DecoderWords {
public:
    DecoderWords()
        : m_log([this](LibavSeverity severity, std::string_view line) {
              const std::scoped_lock lock(m_mutex);
              if (severity == LibavSeverity::Error) {
                  m_error = line;
              }
              m_concealed += severity == LibavSeverity::Concealment ? 1 : 0;
          }) {}

    /// True once for each time that a decoder began to make up pictures.
    [[nodiscard]] bool take_concealed() {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_concealed, 0) > 0;
    }

    /// The last error, "" for none.
    [[nodiscard]] std::string error() const {
        const std::scoped_lock lock(m_mutex);
        return m_error;
    }

private:
    mutable std::mutex m_mutex; ///< guards the next two: decoders have threads of their own
    std::string m_error;
    int m_concealed = 0;
    LibavLog m_log; ///< last: its destruction ends the calls
};

/// One stream of video or audio.
class CheckedStream {
public:
    static base::Result<CheckedStream> open(const AVStream& stream, std::string name, double stated_sec, int threads) {
        const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
        UniqueCodecContext context(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
        if (!context || avcodec_parameters_to_context(context.get(), stream.codecpar) < 0) {
            return fail(ErrorCode::Unsupported, "libav has no decoder for the " + name);
        }
        context->pkt_timebase = stream.time_base;
        context->thread_count = stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO ? threads : 1;
        context->max_pixels = kMaxPixels;
        context->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
        if (const int rc = avcodec_open2(context.get(), codec, nullptr); rc < 0) {
            return fail(ErrorCode::CorruptData, "the decoder for the " + name + " does not open", av_error_text(rc));
        }
        return CheckedStream(std::move(context), from_av(stream.time_base), std::move(name), stated_sec);
    }

    /// Whether damage before the first whole picture counts.
    void may_begin_anywhere() { m_forgives = true; }

    /// Null: the end.
    Status decode(const AVPacket* packet, AVFrame& frame, DecoderWords& words) {
        if (packet != nullptr) {
            note_time(*packet);
            if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0) {
                FH_TRY(damaged("the container marks a packet as damaged or cut off"));
            }
        }
        for (bool sent = false; !sent;) {
            const int rc = avcodec_send_packet(m_context.get(), packet);
            sent = rc != AVERROR(EAGAIN);
            if (rc < 0 && rc != AVERROR(EAGAIN) && rc != AVERROR_EOF) {
                FH_TRY(damaged(av_error_text(rc)));
            }
            FH_TRY(drain(frame));
        }
        return words.take_concealed() ? damaged(kMadeUp) : Status();
    }

    [[nodiscard]] Status verdict() const {
        if (m_frames == 0) {
            return fail(ErrorCode::CorruptData, "nothing of the " + m_name + " can be decoded");
        }
        FH_TRY(check_pictures());
        const double short_by = m_stated_sec - duration();
        if (short_by > std::max(kLooseSec, m_stated_sec * kLooseShare)) {
            return fail(ErrorCode::CorruptData, "the " + m_name + " ends after " + seconds_text(duration()) +
                                                    ", the file says that it lasts " + seconds_text(m_stated_sec));
        }
        return {};
    }

    [[nodiscard]] double duration() const { return m_first && m_end ? *m_end - *m_first : 0; }

    [[nodiscard]] double position() const { return m_end.value_or(0); }

    [[nodiscard]] std::int64_t frames() const { return m_frames; }

    [[nodiscard]] std::int64_t forgiven() const { return m_forgiven; }

private:
    CheckedStream(UniqueCodecContext context, Rational time_base, std::string name, double stated_sec)
        : m_context(std::move(context)), m_time_base(time_base), m_name(std::move(name)), m_stated_sec(stated_sec),
          m_shows_each(shows_each_packet(m_context->codec_id)) {}

    Status drain(AVFrame& frame) {
        for (;;) {
            const int rc = avcodec_receive_frame(m_context.get(), &frame);
            if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF) {
                return {};
            }
            if (rc < 0) {
                FH_TRY(damaged(av_error_text(rc)));
                return {};
            }
            m_is_interlaced = m_is_interlaced || is_interlaced(frame);
            if (frame.pts != AV_NOPTS_VALUE) {
                m_first_shown = std::min(m_first_shown.value_or(frame.pts), frame.pts);
                m_due.erase(frame.pts);
            }
            if (frame.best_effort_timestamp != AV_NOPTS_VALUE) {
                m_shown = static_cast<double>(frame.best_effort_timestamp) * m_time_base.value();
            }
            if ((frame.flags & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags != 0) {
                FH_TRY(damaged(kMadeUp));
                continue;
            }
            ++m_frames;
        }
    }

    /// A packet whose damage hides what it is (another kind of NAL unit) is left out without a word. A field may be a
    /// packet of its own, and what precedes the first key frame cannot be shown.
    [[nodiscard]] Status check_pictures() const {
        const auto missing = std::ranges::count_if(m_due, [this](std::int64_t pts) { return pts > m_first_shown; });
        if (!m_shows_each || m_is_interlaced || missing == 0) {
            return {};
        }
        const double at = static_cast<double>(*m_due.upper_bound(m_first_shown.value_or(0))) * m_time_base.value();
        return fail(ErrorCode::CorruptData,
                    "the " + m_name + " cannot be decoded at " + seconds_text(std::max(0.0, at - m_first.value_or(0))),
                    std::to_string(missing) + " of its pictures are missing");
    }

    /// Frames come out in order, also where several threads decode: the damage is behind the last one.
    Status damaged(const std::string& cause) {
        if (m_frames == 0 && m_forgives) {
            ++m_forgiven;
            return {};
        }
        const double first = m_first.value_or(0);
        const double at = std::max(0.0, m_shown.value_or(first) - first);
        return fail(ErrorCode::CorruptData, "the " + m_name + " cannot be decoded at " + seconds_text(at), cause);
    }

    void note_time(const AVPacket& packet) {
        const std::int64_t stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
        if (stamp == AV_NOPTS_VALUE) {
            return;
        }
        const double from = static_cast<double>(stamp) * m_time_base.value();
        const double to = from + static_cast<double>(std::max<std::int64_t>(packet.duration, 0)) * m_time_base.value();
        if (m_shows_each && packet.pts != AV_NOPTS_VALUE && (packet.flags & AV_PKT_FLAG_DISCARD) == 0) {
            m_due.insert(packet.pts);
        }
        m_first = std::min(m_first.value_or(from), from);
        m_end = std::max(m_end.value_or(to), to);
    }

    UniqueCodecContext m_context;
    Rational m_time_base;
    std::string m_name;  ///< "video", "audio (stream 2)": for sentences
    double m_stated_sec; ///< what the container says of it, 0 where it does not
    bool m_shows_each;   ///< each packet is a picture
    bool m_is_interlaced = false;
    std::set<std::int64_t> m_due; ///< of the packets whose pictures did not come out yet
    std::optional<std::int64_t> m_first_shown;
    std::optional<double> m_first;
    std::optional<double> m_end;
    std::optional<double> m_shown; ///< time of the latest frame
    std::int64_t m_frames = 0;
    std::int64_t m_forgiven = 0;
    bool m_forgives = false;
};

class Integrity {
public:
    Integrity(InputFile file, const MediaInfo& info) : m_file(std::move(file)), m_info(info) {}

    Status open(int threads) {
        AVFormatContext& context = m_file.context();
        const bool any_begin = (context.iformat->flags & AVFMT_TS_DISCONT) != 0;
        for (unsigned i = 0; i < context.nb_streams; ++i) {
            const AVStream& stream = *context.streams[i];
            const AVMediaType type = stream.codecpar->codec_type;
            const bool is_media = type == AVMEDIA_TYPE_VIDEO || type == AVMEDIA_TYPE_AUDIO;
            if (!is_media || is_attached_picture(stream)) {
                continue;
            }
            auto opened = CheckedStream::open(stream, name_of(stream), stated_duration(stream), threads);
            if (opened) {
                if (any_begin) {
                    opened->may_begin_anywhere();
                }
                m_streams.emplace(stream.index, std::move(*opened));
            } else if (opened.error().code != ErrorCode::Unsupported || is_first_video(stream)) {
                return opened.error();
            } else {
                m_notes.push_back("stream " + std::to_string(i) + " was not checked: " + opened.error().text());
            }
        }
        return {};
    }

    Status read(ProgressMeter& progress) {
        TimestampRepair repair(*m_file.context().iformat);
        const UniquePacket packet(av_packet_alloc());
        const UniqueFrame frame(av_frame_alloc());
        if (!packet || !frame) {
            return fail(ErrorCode::Internal, "memory is out");
        }
        for (;;) {
            FH_ASSIGN(const bool more, m_file.read(*packet));
            if (!more) {
                break;
            }
            const auto stream = m_streams.find(packet->stream_index);
            if (stream != m_streams.end()) {
                const AVStream& source = *m_file.context().streams[packet->stream_index];
                repair.apply(*packet, from_av(source.time_base));
                FH_TRY(stream->second.decode(packet.get(), *frame, m_words));
                tell(progress);
            }
            av_packet_unref(packet.get());
        }
        for (auto& [index, stream] : m_streams) {
            FH_TRY(stream.decode(nullptr, *frame, m_words));
        }
        m_jumps = repair.jumps();
        return {};
    }

    /// With libav's own words, where it had any.
    [[nodiscard]] base::Error in_full(base::Error error) const {
        if (const std::string words = m_words.error(); error.code == ErrorCode::CorruptData && !words.empty()) {
            error.cause += (error.cause.empty() ? "" : "; ") + words;
        }
        return error;
    }

    base::Result<IntegrityReport> verdict() {
        IntegrityReport report;
        for (const auto& [index, stream] : m_streams) {
            FH_TRY(stream.verdict());
            report.duration_sec = std::max(report.duration_sec, stream.duration());
            if (stream.forgiven() > 0) {
                m_notes.push_back("stream " + std::to_string(index) +
                                  " begins in the middle: what precedes its first whole picture was left out");
            }
        }
        const double stated = m_info.duration_is_estimate ? 0 : m_info.duration_sec;
        if (stated - report.duration_sec > std::max(kLooseSec, stated * kLooseShare)) {
            return fail(ErrorCode::CorruptData, "the file ends after " + seconds_text(report.duration_sec) +
                                                    ", it says that it lasts " + seconds_text(stated));
        }
        if (m_jumps > 0) {
            m_notes.push_back("the clock jumps " + std::to_string(m_jumps) + " times");
        }
        report.frames = m_streams.at(m_info.video->index).frames();
        report.notes = std::move(m_notes);
        return report;
    }

private:
    [[nodiscard]] bool is_first_video(const AVStream& stream) const { return stream.index == m_info.video->index; }

    [[nodiscard]] std::string name_of(const AVStream& stream) const {
        const bool is_video = stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
        const std::string what = is_video ? "video" : "audio";
        const bool is_only = is_video ? is_first_video(stream) : m_info.audio.size() == 1;
        return is_only ? what : what + " of stream " + std::to_string(stream.index);
    }

    [[nodiscard]] double stated_duration(const AVStream& stream) const {
        if (is_first_video(stream)) {
            return m_info.duration_is_estimate ? 0 : m_info.video->duration_sec;
        }
        const auto audio = std::ranges::find(m_info.audio, stream.index, &AudioStreamInfo::index);
        return audio == m_info.audio.end() || m_info.duration_is_estimate ? 0 : audio->duration_sec;
    }

    void tell(ProgressMeter& progress) const {
        const CheckedStream& video = m_streams.at(m_info.video->index);
        progress.at(0, std::max(0.0, video.position() - m_info.start_sec), video.frames());
    }

    DecoderWords m_words; ///< outlives the decoders
    InputFile m_file;
    const MediaInfo& m_info;
    std::map<int, CheckedStream> m_streams; ///< by the index of the stream
    int m_jumps = 0;
    std::vector<std::string> m_notes;
};

} // namespace

base::Result<IntegrityReport> check_integrity(const std::filesystem::path& file, const MediaInfo& info, int threads,
                                              const base::Clock& clock, const ProgressMeter::Sink& progress,
                                              const base::CancelToken& cancel) {
    if (!info.video) {
        return fail(ErrorCode::Unsupported, "there is no video in it: " + file.string());
    }
    FH_TRY(check_whole(file));
    FH_ASSIGN(InputFile input, InputFile::open(file, cancel));
    ProgressMeter meter(clock, progress, {"video"}, 1, {info.duration_sec});
    Integrity integrity(std::move(input), info);
    FH_TRY(integrity.open(threads));
    if (Status read = integrity.read(meter); !read) {
        return integrity.in_full(std::move(read.error()));
    }
    meter.finish();
    return integrity.verdict();
}

} // namespace framehand::media

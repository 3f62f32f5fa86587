// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/source_expectation.h"

#include "core/media/decoder.h"
#include "core/media/input_file.h"
#include "core/media/inspector.h"
#include "core/media/language_tag.h"
#include "core/media/timestamp_repair.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace framehand::media::verify {

using base::Result;
using base::Status;

namespace {

constexpr double kHighestRate = 60.06; ///< 60 with the rounding of containers

/// What was seen of one stream.
struct Seen {
    std::int64_t count = 0; ///< packets, or frames
    std::int64_t damaged = 0;
    std::optional<double> first; ///< seconds
    std::optional<double> end;

    void add(std::int64_t time, std::int64_t duration, Rational time_base) {
        ++count;
        if (time == AV_NOPTS_VALUE) {
            return;
        }
        const double start = static_cast<double>(time) * time_base.value();
        const double stop = static_cast<double>(time + std::max<std::int64_t>(duration, 0)) * time_base.value();
        first = std::min(first.value_or(start), start);
        end = std::max(end.value_or(stop), stop);
    }

    [[nodiscard]] double duration() const { return first && end ? *end - *first : 0; }
};

class SourceScan {
public:
    SourceScan(InputFile file, int stream) : m_file(std::move(file)), m_stream(stream) {}

    /// Reads to the end; decodes if there is a decoder.
    Result<Seen> run(std::optional<Decoder> decoder) {
        const AVStream& stream = *m_file.context().streams[m_stream];
        const Rational time_base = from_av(stream.time_base);
        TimestampRepair repair(*m_file.context().iformat);
        const auto sink = [&](UniqueFrame frame) -> Status {
            m_seen.add(frame->best_effort_timestamp, frame_duration(*frame), time_base);
            return {};
        };
        const UniquePacket packet(av_packet_alloc());
        if (!packet) {
            return base::fail(base::ErrorCode::Internal, "memory is out");
        }
        while (true) {
            FH_ASSIGN(const bool more, m_file.read(*packet));
            if (!more) {
                break;
            }
            const Rational base = from_av(m_file.context().streams[packet->stream_index]->time_base);
            repair.apply(*packet, base);
            if (packet->stream_index == m_stream && decoder) {
                FH_TRY(decoder->decode(*packet, sink));
            } else if (packet->stream_index == m_stream && (packet->flags & AV_PKT_FLAG_DISCARD) == 0) {
                m_seen.add(packet->pts == AV_NOPTS_VALUE ? packet->dts : packet->pts, packet->duration, time_base);
            }
            av_packet_unref(packet.get());
        }
        if (decoder) {
            (void)decoder->finish(sink); // how much is damaged only makes the comparison looser
            m_seen.damaged = decoder->damaged();
        }
        return m_seen;
    }

private:
    InputFile m_file;
    int m_stream;
    Seen m_seen;
};

/// Codecs some of whose packets show nothing, or two frames.
bool packs_frames(std::string_view codec) {
    constexpr std::array<std::string_view, 5> kPacking = {"vp8", "vp9", "av1", "mpeg4", "msmpeg4v3"};
    return std::find(kPacking.begin(), kPacking.end(), codec) != kPacking.end();
}

void expect_frames(const VideoStreamInfo& video, const Seen& seen, VerifyLevel level, SourceExpectation& expectation) {
    const auto count = static_cast<double>(seen.count);
    double slack = static_cast<double>(2 * seen.damaged);
    double least = count;
    if (level == VerifyLevel::Fast) {
        slack = std::max(3.0, count * (packs_frames(video.codec) ? 0.15 : 0.01));
        // Each field may be a packet of its own.
        least = video.field_order == FieldOrder::Progressive ? count : count / 2;
    }
    const double rate = video.frame_rate.value();
    if (rate > kHighestRate) {
        const double keep_every = std::ceil(rate / kHighestRate);
        least = std::floor(least / keep_every) - 1;
        expectation.max_frames = std::llround(std::ceil((count + slack) / keep_every) + 1);
    } else {
        expectation.max_frames = std::llround(count + slack);
    }
    expectation.min_frames = std::max<std::int64_t>(1, std::llround(least - slack));
}

} // namespace

Result<SourceExpectation> expect_from_source(const std::filesystem::path& video, VerifyLevel level, int threads,
                                             const base::CancelToken& cancel) {
    FH_ASSIGN(const MediaInfo info, inspect(video, cancel));
    SourceExpectation expectation;
    expectation.audio = info.audio.empty() ? AudioPresence::Absent : AudioPresence::Present;
    for (const AudioStreamInfo& audio : info.audio) {
        expectation.audio_languages.push_back(language_tag(audio.language));
    }
    if (!info.video && info.audio.empty()) {
        return expectation;
    }
    const int index = info.video ? info.video->index : info.audio.front().index;
    FH_ASSIGN(InputFile file, InputFile::open(video, cancel));
    if (index < 0 || static_cast<unsigned>(index) >= file.context().nb_streams) {
        return base::fail(base::ErrorCode::CorruptData, "the source changes while it is read: " + video.string());
    }
    std::optional<Decoder> decoder;
    if (info.video && level == VerifyLevel::Full) {
        FH_ASSIGN(decoder, Decoder::open(*file.context().streams[index], threads));
    }
    FH_ASSIGN(const Seen seen, SourceScan(std::move(file), index).run(std::move(decoder)));
    if (info.video) {
        expect_frames(*info.video, seen, level, expectation);
    }
    const double duration = seen.duration() > 0 ? seen.duration() : info.duration_sec;
    if (duration > 0) {
        expectation.duration_sec = duration;
        expectation.duration_tolerance_sec = std::max(0.25, duration * 0.001);
    }
    return expectation;
}

} // namespace framehand::media::verify

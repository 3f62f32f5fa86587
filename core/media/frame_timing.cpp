// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_timing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace framehand::media {

namespace {

constexpr std::size_t kPacketsToJudge = 300;
constexpr std::size_t kBytesToJudge = 16 * 1024 * 1024;
constexpr double kToleranceSec = 0.0015; // Matroska rounds to milliseconds, and muxers round what others rounded

constexpr double kLeastFilled = 0.9; // of a constant grid's slots; broadcasts lose some

constexpr std::array<Rational, 14> kUsualRates = {{{24000, 1001},
                                                   {24, 1},
                                                   {25, 1},
                                                   {30000, 1001},
                                                   {30, 1},
                                                   {48, 1},
                                                   {50, 1},
                                                   {60000, 1001},
                                                   {60, 1},
                                                   {15, 1},
                                                   {10, 1},
                                                   {12, 1},
                                                   {100, 1},
                                                   {120, 1}}};

bool fits(const std::vector<std::int64_t>& sorted, Rational time_base, Rational rate) {
    if (!rate.known()) {
        return false;
    }
    const double tick = time_base.value();
    const double tolerance = std::min(std::max(tick, kToleranceSec), 0.25 / rate.value());
    // The first timestamp is rounded too: the grid may lie up to one tolerance off it.
    double low = -tolerance;
    double high = tolerance;
    double last_slot = -1;
    for (const std::int64_t timestamp : sorted) {
        const double at = static_cast<double>(timestamp - sorted.front()) * tick;
        const double slot = std::round(at * rate.value());
        const double off = at - slot / rate.value();
        low = std::max(low, off - tolerance);
        high = std::min(high, off + tolerance);
        if (low > high + 1e-9 || slot <= last_slot) {
            return false;
        }
        last_slot = slot;
    }
    return static_cast<double>(sorted.size()) >= kLeastFilled * (last_slot + 1);
}

} // namespace

TimingFacts judge_timing(std::vector<std::int64_t> timestamps, Rational time_base, Rational named_rate) {
    std::ranges::sort(timestamps);
    if (timestamps.size() < 2 || timestamps.back() == timestamps.front()) {
        return {FrameTiming::Constant, named_rate};
    }
    if (fits(timestamps, time_base, named_rate)) {
        return {FrameTiming::Constant, reduced(named_rate)};
    }
    for (const Rational rate : kUsualRates) {
        if (fits(timestamps, time_base, rate)) {
            return {FrameTiming::Constant, rate};
        }
    }
    const std::int64_t span = timestamps.back() - timestamps.front();
    const auto intervals = static_cast<std::int64_t>(timestamps.size() - 1);
    const Rational average = reduced({intervals * time_base.den, span * time_base.num});
    if (average.num >= 1'000'000 || average.den >= 1'000'000) {
        return {FrameTiming::Variable, reduced({std::llround(average.value() * 1000), 1000})};
    }
    return {fits(timestamps, time_base, average) ? FrameTiming::Constant : FrameTiming::Variable, average};
}

namespace {

/// All timestamps of the container's own index, empty if it lists key frames only.
std::vector<std::int64_t> indexed_timestamps(const AVStream& stream) {
    const int count = avformat_index_get_entries_count(&stream);
    if (stream.nb_frames < 2 || count < stream.nb_frames) {
        return {};
    }
    std::vector<std::int64_t> timestamps;
    timestamps.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        // libav's only reading accessor takes a mutable stream.
        const AVIndexEntry* entry = avformat_index_get_entry(const_cast<AVStream*>(&stream), i);
        if (entry != nullptr && (entry->flags & AVINDEX_DISCARD_FRAME) == 0) {
            timestamps.push_back(entry->timestamp);
        }
    }
    return timestamps;
}

} // namespace

base::Result<TimingFacts> probe_timing(InputFile& file, const AVStream& stream) {
    const Rational time_base = from_av(stream.time_base);
    const AVRational guessed = av_guess_frame_rate(&file.context(), const_cast<AVStream*>(&stream), nullptr);
    const Rational named = guessed.num > 0 ? from_av(guessed) : from_av(stream.avg_frame_rate);

    std::vector<std::int64_t> timestamps = indexed_timestamps(stream);
    if (timestamps.empty()) {
        const UniquePacket packet(av_packet_alloc());
        std::size_t bytes = 0;
        while (packet && timestamps.size() < kPacketsToJudge && bytes < kBytesToJudge) {
            FH_ASSIGN(const bool more, file.read(*packet));
            if (!more) {
                break;
            }
            bytes += static_cast<std::size_t>(packet->size);
            if (packet->stream_index == stream.index && packet->pts != AV_NOPTS_VALUE &&
                (packet->flags & AV_PKT_FLAG_DISCARD) == 0) {
                timestamps.push_back(packet->pts);
            }
            av_packet_unref(packet.get());
        }
        // Reordering leaves holes among the last few that later packets would have filled.
        if (timestamps.size() == kPacketsToJudge || bytes >= kBytesToJudge) {
            std::ranges::sort(timestamps);
            timestamps.resize(timestamps.size() - std::min<std::size_t>(timestamps.size(), 20));
        }
    }
    TimingFacts facts = judge_timing(std::move(timestamps), time_base, named);
    if (!facts.frame_rate.known() || facts.frame_rate.value() > 1000) {
        facts.frame_rate = named.known() && named.value() <= 1000 ? named : Rational{25, 1};
        facts.timing = FrameTiming::Variable;
    }
    return facts;
}

} // namespace framehand::media

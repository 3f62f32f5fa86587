// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/text_track.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::int64_t kLongestUnknownMs = 5000; // of a subtitle whose end the source does not say
constexpr std::size_t kCueOverhead = 64;         // its times and line breaks, and what memory needs around it

std::string segment_name(std::size_t number) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%05zu.vtt", number);
    return name.data();
}

std::int64_t to_ms(std::int64_t us) {
    return rescale(us, {1, 1'000'000}, {1, 1000});
}

std::string label(const TextPlan& plan) {
    return "the subtitles of stream " + std::to_string(plan.stream_index);
}

} // namespace

TextTrack::TextTrack(TextPlan plan, TextDecoder decoder) : m_plan(std::move(plan)), m_decoder(std::move(decoder)) {
}

void TextTrack::take(AVPacket& packet) {
    for (SourceCue& cue : m_decoder.decode(packet)) {
        const std::size_t bytes = cue.text.size() + kCueOverhead;
        if (m_bytes + bytes > kMaxBytes) {
            ++m_dropped;
            continue;
        }
        m_bytes += bytes;
        m_source.push_back(std::move(cue));
    }
}

void TextTrack::finish(const TextTimes& times) {
    m_times = times;
    const std::int64_t first_ms = m_times.cuts.empty() ? 0 : cut_ms(0);
    const std::int64_t last_ms = m_times.cuts.empty() ? 0 : cut_ms(m_times.cuts.size() - 1);
    std::ranges::stable_sort(m_source, {}, &SourceCue::start_us);
    for (std::size_t i = 0; i < m_source.size(); ++i) {
        SourceCue& source = m_source[i];
        const std::int64_t start = to_ms(source.start_us - times.zero_us);
        std::int64_t end = start + kLongestUnknownMs;
        if (source.end_us) {
            end = to_ms(*source.end_us - times.zero_us);
        } else if (const auto next =
                       std::ranges::upper_bound(m_source.begin() + static_cast<std::ptrdiff_t>(i), m_source.end(),
                                                source.start_us, {}, &SourceCue::start_us);
                   next != m_source.end()) {
            end = std::min(end, to_ms(next->start_us - times.zero_us));
        }
        TextCue cue{std::max<std::int64_t>(start, 0), std::min(end, last_ms), std::move(source.text)};
        // Outlines and shadows of ASS are the same text once more.
        const bool repeated = !m_cues.empty() && m_cues.back() == cue;
        if (cue.end_ms > std::max(cue.start_ms, first_ms) && !repeated) {
            m_cues.push_back(std::move(cue));
        }
    }
    m_source = {};
    std::ranges::stable_sort(m_cues, {}, [](const TextCue& cue) { return std::tuple(cue.start_ms, cue.end_ms); });
}

std::string TextTrack::obstacle() const {
    if (m_cues.empty()) {
        return label(m_plan) + " are empty and were left out";
    }
    if (bytes_to_write() > kMaxWritten) {
        return label(m_plan) + " show too much at once and were left out";
    }
    return {};
}

base::Status TextTrack::write(ports::FileSystem& file_system, const std::filesystem::path& folder,
                              const base::CancelToken& cancel) {
    m_record.codecs = "wvtt";
    m_record.timescale = m_times.timescale;
    std::vector<const TextCue*> shown;
    auto next = m_cues.begin();
    for (std::size_t i = 0; i + 1 < m_times.cuts.size(); ++i) {
        std::erase_if(shown, [&](const TextCue* cue) { return cue->end_ms <= cut_ms(i); });
        for (; next != m_cues.end() && next->start_ms < cut_ms(i + 1); ++next) {
            if (next->end_ms > cut_ms(i)) {
                shown.push_back(&*next);
            }
        }
        if (cancel.cancelled()) {
            return base::fail(base::ErrorCode::Cancelled, "cancelled while writing subtitles");
        }
        SegmentRecord segment;
        segment.file = segment_name(i);
        segment.start = m_times.cuts[i];
        segment.end = m_times.cuts[i + 1];
        segment.packets = static_cast<std::int64_t>(shown.size());
        const std::string text = webvtt_segment(shown);
        segment.bytes = text.size();
        FH_TRY(file_system.write_file_atomic(folder / segment.file, text));
        m_record.segments.push_back(std::move(segment));
    }
    return {};
}

std::vector<std::string> TextTrack::notes() const {
    std::vector<std::string> notes;
    if (m_dropped > 0) {
        notes.push_back(label(m_plan) + " are larger than 16 MiB; their last " + std::to_string(m_dropped) +
                        " were left out");
    }
    if (m_decoder.damaged() > 0) {
        notes.push_back(std::to_string(m_decoder.damaged()) + " damaged parts of " + label(m_plan) + " were left out");
    }
    return notes;
}

std::int64_t TextTrack::cut_ms(std::size_t index) const {
    return rescale(m_times.cuts[index], {1, m_times.timescale}, {1, 1000});
}

std::size_t TextTrack::bytes_to_write() const {
    std::vector<std::int64_t> cuts;
    for (std::size_t i = 0; i < m_times.cuts.size(); ++i) {
        cuts.push_back(cut_ms(i));
    }
    std::size_t bytes = 0;
    for (const TextCue& cue : m_cues) {
        const auto first = std::ranges::upper_bound(cuts, cue.start_ms);
        const auto last = std::ranges::lower_bound(cuts, cue.end_ms);
        const auto segments = std::max<std::ptrdiff_t>(last - first, 0) + 1;
        bytes += static_cast<std::size_t>(segments) * (cue.text.size() + kCueOverhead);
    }
    return bytes;
}

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_source.h"

#include <array>
#include <cstdio>
#include <utility>

namespace framehand::media {

namespace {

std::string seconds_text(double seconds) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.1f s", seconds);
    return text.data();
}

} // namespace

PictureSource::PictureSource(const VideoPlan& plan, PictureSize top, PresentationTimeline& timeline, Decoder decoder)
    : m_plan(plan), m_timeline(timeline), m_decoder(std::move(decoder)), m_times(plan, m_decoder.time_base()),
      m_converter(plan, top, {1, plan.timescale}), m_grid(plan) {
}

base::Status PictureSource::decode(PacketQueue& packets, FrameQueue& frames) {
    const auto sink = [&](UniqueFrame frame) { return take_frame(std::move(frame), frames); };
    while (auto packet = packets.pop()) {
        FH_TRY(m_decoder.decode(**packet, sink));
    }
    FH_TRY(m_decoder.finish(sink));
    FH_TRY(check_length());
    m_end = m_times.end();
    frames.finish();
    return {};
}

base::Status PictureSource::take_frame(UniqueFrame frame, FrameQueue& frames) {
    if (m_seen++ % m_plan.keep_every != 0) {
        return {};
    }
    const std::int64_t pts = frame->best_effort_timestamp;
    const bool first = m_seen == 1;
    frame->pts = m_times.place(pts == AV_NOPTS_VALUE ? std::nullopt : std::optional(pts), frame_duration(*frame));
    if (first) {
        m_timeline.set_start({m_times.zero(), m_decoder.time_base()});
    }
    const std::size_t bytes = frame_bytes(*frame);
    // A closed queue means that the group stops; the decoder then runs dry by itself.
    (void)frames.push(std::move(frame), bytes);
    return {};
}

base::Status PictureSource::check_length() const {
    const double made = to_seconds(m_times.end(), m_plan.timescale);
    const double expected = m_plan.expected_duration_sec;
    if (m_seen > 0 && expected > 0 && made < expected * 0.95 - 1) {
        return base::fail(base::ErrorCode::CorruptData, "the source's video ends after " + seconds_text(made) + " of " +
                                                            seconds_text(expected) +
                                                            ": the file is damaged or incomplete");
    }
    return {};
}

base::Status PictureSource::convert(FrameQueue& frames, const Taker& take) {
    bool wanted = true;
    const auto sink = [&](UniqueFrame frame) -> base::Status {
        Picture picture;
        picture.index = m_next_index++;
        picture.pts = frame->pts;
        picture.mark = m_grid.mark(picture.pts);
        if (picture.mark == Mark::SegmentStart && picture.index > 0) {
            m_timeline.add_boundary(picture.pts);
        }
        picture.frame = std::move(frame);
        wanted = take(std::move(picture));
        return {};
    };
    while (auto frame = frames.pop()) {
        FH_TRY(m_converter.convert(std::move(*frame), sink));
        if (!wanted) {
            return {};
        }
    }
    const std::int64_t end = m_end;
    if (end == kNoEnd) {
        return {}; // the queue was closed, not finished: the group stops
    }
    FH_TRY(m_converter.finish(sink));
    if (m_next_index == 0) {
        return base::fail(base::ErrorCode::CorruptData, "no video in the source could be decoded");
    }
    m_timeline.finish(end);
    return {};
}

} // namespace framehand::media

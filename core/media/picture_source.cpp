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

PictureSource::PictureSource(const VideoPlan& plan, PictureSize top, const RunWindow& window,
                             PresentationTimeline& timeline, Decoder decoder)
    : m_plan(plan), m_window(window), m_timeline(timeline), m_decoder(std::move(decoder)),
      m_times(plan, m_decoder.time_base()), m_converter(plan, top, {1, plan.timescale}), m_grid(plan) {
    if (window.entered) {
        m_times.enter(rescale(window.entered->pts, window.entered->time_base, m_decoder.time_base()));
    }
}

base::Status PictureSource::decode(PacketQueue& packets, FrameQueue& frames) {
    const auto sink = [&](UniqueFrame frame) { return take_frame(std::move(frame), frames); };
    while (auto packet = packets.pop()) {
        FH_TRY(m_decoder.decode(**packet, sink));
    }
    if (m_enough) {
        return {};
    }
    FH_TRY(m_decoder.finish(sink));
    FH_TRY(check_length());
    m_end = m_times.end();
    frames.finish();
    return {};
}

base::Status PictureSource::take_frame(UniqueFrame frame, FrameQueue& frames) {
    const std::int64_t pts = frame->best_effort_timestamp;
    if (pts == AV_NOPTS_VALUE && m_window.entered && m_seen == 0) {
        return {}; // in the middle of the film nothing says where it belongs
    }
    if (m_seen++ % m_plan.keep_every != 0) {
        return {};
    }
    frame->pts = m_times.place(pts == AV_NOPTS_VALUE ? std::nullopt : std::optional(pts), frame_duration(*frame));
    const std::size_t bytes = frame_bytes(*frame);
    // A closed queue means that nobody wants more; the decoder then runs dry by itself.
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
    const auto sink = [&](UniqueFrame frame) { return take_picture(std::move(frame), take); };
    while (auto frame = frames.pop()) {
        FH_TRY(m_converter.convert(std::move(*frame), sink));
        if (!m_wanted) {
            return {};
        }
    }
    const std::int64_t end = m_end;
    if (end == kNoEnd) {
        return {}; // the queue was closed, not finished: the group stops
    }
    FH_TRY(m_converter.finish(sink));
    if (m_next_index == 0) {
        if (m_history.empty()) {
            return base::fail(base::ErrorCode::CorruptData, "no video in the source could be decoded");
        }
        // Everything was made before; only that the film ends here was not known.
        m_timeline.set_start({{m_times.zero(), m_decoder.time_base()}, {end, m_window.first}});
    }
    if (m_wanted) {
        m_timeline.finish({end, PresentationTimeline::Ending::Film});
    }
    return {};
}

base::Status PictureSource::take_picture(UniqueFrame frame, const Taker& take) {
    Picture picture;
    picture.pts = frame->pts;
    picture.place = m_grid.place(picture.pts);
    if (!m_wanted || picture.place.segment < m_window.first) {
        remember(picture.pts);
        return {};
    }
    if (m_window.last && picture.place.segment > *m_window.last) {
        m_wanted = false;
        m_enough = true;
        m_timeline.finish({picture.pts, PresentationTimeline::Ending::Range});
        return {};
    }
    picture.index = m_next_index++;
    if (picture.place.mark != Mark::None) {
        picture.history.assign(m_history.begin(), m_history.end());
    }
    if (picture.place.mark == Mark::SegmentStart) {
        FH_TRY(begin_segment(picture));
    }
    remember(picture.pts);
    picture.frame = std::move(frame);
    m_wanted = take(std::move(picture));
    return {};
}

base::Status PictureSource::begin_segment(const Picture& picture) {
    if (picture.index > 0) {
        m_timeline.add_boundary({picture.pts, picture.place.segment});
        return {};
    }
    if (m_window.entered && m_history.size() < kHistoryPictures) {
        return base::fail(base::ErrorCode::NotFound,
                          "the source cannot be entered before segment " + std::to_string(m_window.first));
    }
    m_timeline.set_start({{m_times.zero(), m_decoder.time_base()}, {picture.pts, picture.place.segment}});
    return {};
}

void PictureSource::remember(std::int64_t pts) {
    m_history.push_back(pts);
    if (m_history.size() > kHistoryPictures) {
        m_history.pop_front();
    }
}

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/av.h"
#include "core/media/filter_graph.h"
#include "core/media/picture_size.h"

#include <functional>
#include <optional>
#include <string>

namespace framehand::media {

/// Makes a small JPEG of one of the pictures that pass by, every kInterval of real time. All other pictures cost one
/// look at the clock; a large one is thinned out before it is scaled. What cannot be made is left out: nobody's work
/// depends on it. Used by one thread at a time.
class PreviewMaker {
public:
    static constexpr base::Duration kInterval{2'000};
    static constexpr int kMostSide = 320; ///< pixels; smaller pictures keep their size

    using Sink = std::function<void(const jobs::TranscodePreview&)>;

    /// `clock` must outlive it.
    PreviewMaker(const base::Clock& clock, Sink sink) : m_clock(clock), m_sink(std::move(sink)) {}

    /// `frame` has square pixels and is at `media_sec` of the film.
    void offer(const AVFrame& frame, double media_sec);

private:
    [[nodiscard]] base::Result<std::string> make(const AVFrame& frame);
    [[nodiscard]] base::Status fit(const AVFrame& frame);

    const base::Clock& m_clock;
    const Sink m_sink;
    std::optional<base::SteadyTime> m_made;
    PictureSize m_source; ///< what m_graph is for
    int m_format = -1;
    std::optional<FilterGraph> m_graph;
    UniqueCodecContext m_encoder;
};

/// The size of the JPEG of a picture: in a square of PreviewMaker::kMostSide, sides even, never larger.
[[nodiscard]] PictureSize preview_size(PictureSize picture);

} // namespace framehand::media

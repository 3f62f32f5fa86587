// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"
#include "core/media/plan.h"

#include <cstdint>
#include <functional>

namespace framehand::media {

/// Makes one unbroken stream of stereo float samples that begins at the package's time 0, out of decoded audio with all
/// its gaps and overlaps: silence where a gap is longer than 20 ms, samples dropped where time goes back by as much,
/// anything before 0 cut off. Sample rate and layout may change on the way. Used by one thread at a time.
class AudioResampler {
public:
    using Sink = std::function<base::Status(const AVFrame&)>;

    struct Origin {
        std::int64_t zero = 0; ///< the source's time that becomes 0, in ticks of zero_base
        Rational zero_base;
        std::int64_t first_sample = 0; ///< the stream begins here; what lies before is cut off
    };

    /// `time_base` is that of the frames' pts.
    AudioResampler(const AudioPlan& plan, const Origin& origin, Rational time_base);
    ~AudioResampler();
    AudioResampler(const AudioResampler&) = delete;
    AudioResampler& operator=(const AudioResampler&) = delete;

    /// CorruptData for a gap of more than six hours.
    [[nodiscard]] base::Status push(const AVFrame& frame, const Sink& sink);
    /// The end: samples that the filter still holds.
    [[nodiscard]] base::Status finish(const Sink& sink);

    /// Where the next sample for the sink belongs, from time 0.
    [[nodiscard]] std::int64_t produced() const { return m_produced; }

private:
    [[nodiscard]] base::Status reconfigure(const AVFrame& frame, const Sink& sink);
    [[nodiscard]] base::Status insert_silence(std::int64_t samples, const Sink& sink);
    [[nodiscard]] base::Status convert(const AVFrame* frame, std::int64_t skip, const Sink& sink);
    [[nodiscard]] std::int64_t position_of(const AVFrame& frame) const;

    const int m_rate;
    const Origin m_origin;
    const Rational m_time_base;
    AVChannelLayout m_stereo{};
    UniqueResampler m_resampler;
    AVChannelLayout m_layout{}; ///< of the input, as below
    int m_input_rate = 0;
    int m_input_format = -1;
    std::int64_t m_next = 0; ///< input samples from 0 to where the next sample belongs
    bool m_started = false;
    std::int64_t m_produced;
};

} // namespace framehand::media

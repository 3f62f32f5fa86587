// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/input_file.h"
#include "core/media/media_info.h"

#include <cstdint>
#include <vector>

namespace framehand::media {

/// What a list of timestamps says about its frame rate.
struct TimingFacts {
    FrameTiming timing = FrameTiming::Constant;
    Rational frame_rate; ///< unknown for fewer than two timestamps
};

/// Judges timestamps (any order, ticks of `time_base`) against the rate that the container names. The timing is
/// constant if each timestamp lies within one tick, and within 1.5 ms, of the grid of one rate: the named one, a usual
/// one (24000/1001 ... 60) or the average; up to a tenth of the grid may be empty. Pure.
[[nodiscard]] TimingFacts judge_timing(std::vector<std::int64_t> timestamps, Rational time_base, Rational named_rate);

/// The same for a stream of a file: from the container's index where it lists every frame, else from the first packets
/// (at most 16 MiB or 300 frames of the stream); reading moves the file's position.
[[nodiscard]] base::Result<TimingFacts> probe_timing(InputFile& file, const AVStream& stream);

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/media/media_info.h"
#include "core/media/progress_meter.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::media {

/// What a sound video holds.
struct IntegrityReport {
    double duration_sec = 0;        ///< of the longest stream, measured
    std::int64_t frames = 0;        ///< of video
    std::vector<std::string> notes; ///< sentences for people: streams that nobody here can decode, a clock that jumps
};

/// Reads all of a file and decodes all of its video and audio, as strictly as libav can. `info` is what inspect() said
/// of it. Attached pictures, subtitles and data are read, not decoded. Blocks; decodes video on `threads` threads, and
/// tells `progress` 0..95 percent by time.
///
/// Errors: CorruptData names what is wrong and where: "the video cannot be decoded at 12.4 s", "the file is cut off:
/// ...", "the video ends after 36.0 s, the file says that it lasts 60.0 s"; Unsupported: there is no video; those of
/// reading; Cancelled. What a codec cannot notice (a changed sample of PCM, a changed picture in a stream without
/// checks) stays unnoticed, and decoders of H.265, VP8 and VP9 notice little. In a stream that may begin anywhere
/// (MPEG-TS), what comes before the first whole picture may be missing.
[[nodiscard]] base::Result<IntegrityReport> check_integrity(const std::filesystem::path& file, const MediaInfo& info,
                                                            int threads, const base::Clock& clock,
                                                            const ProgressMeter::Sink& progress,
                                                            const base::CancelToken& cancel);

} // namespace framehand::media

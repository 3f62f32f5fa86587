// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/verify/verify_options.h"

#include <filesystem>

namespace framehand::media::verify {

/// What a package made from `video` must hold: its frames, duration, whether there is audio, and in which languages.
/// Fast counts packets, and is generous where those are not frames; Full decodes the video and is exact, apart from
/// frames that are damaged. Above 60 frames a second, a package holds one of every two or more (Apple 1.19).
///
/// Blocks while it reads the whole file; `threads` are for decoding. Errors are those of inspect() and of reading.
[[nodiscard]] base::Result<SourceExpectation> expect_from_source(const std::filesystem::path& video, VerifyLevel level,
                                                                 int threads, const base::CancelToken& cancel);

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/h264_parser.h"
#include "core/media/verify/mp4_init_parser.h"

namespace framehand::media::verify {

/// What one sample of an fMP4 video track holds, by the track's codec. CorruptData if its parts do not fit into it.
[[nodiscard]] base::Result<AccessUnit> classify_sample(const Mp4Init& init, Bytes sample);

} // namespace framehand::media::verify

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/media_source.h"

#include <string>

namespace framehand::media {

/// Names a video by its content without reading all of it: its size and the SHA-256 of its first and last MiB, so
/// "1234567-<64 hex digits>". It is the same however the bytes come. Errors name the source.
[[nodiscard]] base::Result<std::string> source_identity(const MediaSource& source);

} // namespace framehand::media

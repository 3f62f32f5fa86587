// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace framehand::media {

/// CorruptData if a file is shorter than its own structure says: the boxes of MP4 and MOV (ISO/IEC 14496-12 4.2) go
/// beyond its end, or there is no index because writing it was never finished; the segment of Matroska does (RFC 9559).
/// Other files pass. Says so even where libav only finds that it cannot read it.
[[nodiscard]] base::Status check_whole(const std::filesystem::path& file);

} // namespace framehand::media

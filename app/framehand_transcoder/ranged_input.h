// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/ports/range_reader.h"

#include <memory>

namespace framehand::transcoder {

/// The connection to the source that the spec's `input_ranges` names; null for a file. Call it before wall_off(), after
/// which no connection can be made. Unavailable if nobody offers it.
[[nodiscard]] base::Result<std::unique_ptr<ports::RangeReader>> connect_ranges(const Services& services,
                                                                               const jobs::TranscodeSpec& spec);

} // namespace framehand::transcoder

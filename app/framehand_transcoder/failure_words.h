// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/transcode_limits.h"

#include <string>

namespace framehand::transcoder {

/// A job's failure in words that lead to its cause: what a library could only call its own affair gets the last error
/// that libav logged, and lack of memory is said in front, with the limit and its setting.
[[nodiscard]] base::Error in_full(base::Error error, const std::string& last_libav_error,
                                  const jobs::TranscodeLimits& limits);

} // namespace framehand::transcoder

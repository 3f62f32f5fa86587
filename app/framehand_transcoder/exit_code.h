// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framehand::transcoder {

/// What framehand-transcoder ends with; the parent depends on the numbers.
enum class ExitCode {
    Ok = 0,
    Failed = 1,     ///< a `failed` event with the error came before; for `verify`, a check failed
    Usage = 2,      ///< wrong arguments, or a spec that cannot be read
    ParentGone = 3, ///< standard input ended while a job was running
};

} // namespace framehand::transcoder

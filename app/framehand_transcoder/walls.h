// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"

#include <filesystem>
#include <vector>

namespace framehand::transcoder {

/// Walls this process off for a job, and logs which walls stand and which this system cannot give. From here on it
/// reads the source (what is read in ranges only through the connection that stands by then) and the parts to assemble,
/// and writes into package_dir. Call it before the first thread and the first foreign byte.
[[nodiscard]] base::Status wall_off(const Services& services, const jobs::TranscodeSpec& spec);

/// For the verbs that only read: `files` may be folders. The default limits apply.
[[nodiscard]] base::Status wall_off_reader(const Services& services, const std::vector<std::filesystem::path>& files);

} // namespace framehand::transcoder

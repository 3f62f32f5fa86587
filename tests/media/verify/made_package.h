// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/transcode_protocol.h"

#include <string>

namespace framehand::test {

/// Plans and makes the package of a spec that has its job, input and folder; it gets its layout. A failure is the
/// calling test's.
void make_package(jobs::TranscodeSpec& spec, const std::string& package_id);

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "app/framehandctl/progress_reporter.h"
#include "core/jobs/transcode_protocol.h"
#include "core/settings/settings.h"

#include <filesystem>
#include <functional>

namespace framehand::cli {

/// Runs framehand-transcoder (`program`) for `spec` and shows its progress. Blocks until it has ended; it is killed
/// when the user interrupts (Cancelled). `on_planned` may be empty. Main thread only.
[[nodiscard]] base::Result<jobs::PackageManifest>
run_transcoder(Context& context, const std::filesystem::path& program, const settings::Settings& settings,
               const jobs::TranscodeSpec& spec, ProgressReporter& reporter,
               std::function<void(const base::Json& plan)> on_planned = {});

} // namespace framehand::cli

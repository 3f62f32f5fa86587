// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/verify/verify_options.h"
#include "core/media/verify/verify_report.h"

#include <filesystem>
#include <functional>
#include <string>

namespace framehand::media::verify {

/// Checks a finished package against everything that it promises (CheckId), reading it back from the disk as a player
/// would and trusting nothing that its writer remembers. `multivariant` is the file name of the multivariant playlist
/// in `root`. Writes nothing, opens nothing outside `root`.
///
/// Whatever is wrong in the package is a failed check of the report, not an error; errors are NotFound (no such folder)
/// and Cancelled. Blocks; uses `options.threads` threads. `progress` gets 0..1, rising, from any of them but never from
/// two at once; it may be empty.
[[nodiscard]] base::Result<VerifyReport> verify_package(const std::filesystem::path& root,
                                                        const std::string& multivariant, const VerifyOptions& options,
                                                        const base::CancelToken& cancel,
                                                        const std::function<void(double)>& progress);

} // namespace framehand::media::verify

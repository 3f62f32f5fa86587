// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>

namespace framehand::worker {

/// The framehand-transcoder that belongs to the program in `program_dir`: beside it, or in ../libexec/framehand of an
/// installation. Never searched for in PATH: another version would not speak the same protocol. NotFound names the
/// places.
[[nodiscard]] base::Result<std::filesystem::path> find_transcoder(const std::filesystem::path& program_dir,
                                                                  const ports::FileSystem& files);

} // namespace framehand::worker

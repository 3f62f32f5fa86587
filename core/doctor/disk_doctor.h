// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/diagnosis.h"
#include "core/ports/file_system.h"
#include "core/settings/settings.h"

#include <filesystem>

namespace framehand::doctor {

/// Tries what a commit needs of the share: looks, reads, writes, renames, makes names durable, reads back, removes.
/// Leaves nothing behind. Blocking. Stops at the first step that fails, with advice for that one.
[[nodiscard]] Diagnoses examine_nas(ports::FileSystem& files, const std::filesystem::path& root);

/// Free space of staging and NAS against min_free_bytes, and that staging is not on the NAS. A NAS that is not there
/// is left out: examine_nas() says that.
[[nodiscard]] Diagnoses examine_space(const ports::FileSystem& files, const settings::Settings& settings);

} // namespace framehand::doctor

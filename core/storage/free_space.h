// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <cstdint>
#include <filesystem>

namespace framehand::storage {

/// NoSpace, naming the place, what is free and what is needed, unless at least `bytes` are free on the disk or share of
/// `path`. `path` need not exist yet: its deepest existing parent is asked.
[[nodiscard]] base::Status require_free(const ports::FileSystem& file_system, const std::filesystem::path& path,
                                        std::uint64_t bytes);

} // namespace framehand::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace framehand::platform {

/// Before the programs in `folder` are replaced or removed: asks each process of theirs to end (polite_quit.h),
/// whoever's it is, and waits for all of these and for their children there. Those named `first` ("framehand.exe")
/// before all others, as they end what they have started themselves. Left alone are this process, those that this user
/// may not see, and those that take no such requests, as a service, which its manager stops.
///
/// Timeout, or what else went wrong, of the first one that still runs after `patience`. Waits: not for a thread that
/// serves somebody.
[[nodiscard]] base::Status quit_programs(const std::filesystem::path& folder, std::string_view first,
                                         base::Duration patience);

/// The folder of this process's own program.
[[nodiscard]] std::filesystem::path own_program_folder();

} // namespace framehand::platform

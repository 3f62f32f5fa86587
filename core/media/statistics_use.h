// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace framehand::media {

/// How an x264 takes part in the sharing of statistics between rungs.
struct StatisticsUse {
    enum class Role {
        None,
        Write, ///< the largest rung: an ordinary encode that also writes what it finds out
        Read   ///< a smaller one: takes frame types and dependencies from the file instead of looking itself
    };

    Role role = Role::None;
    std::filesystem::path file = {};
};

} // namespace framehand::media

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/free_space.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <string>

namespace framehand::storage {
namespace {

std::string humanize(std::uint64_t bytes) {
    constexpr std::uint64_t kMax = std::numeric_limits<std::int64_t>::max();
    return base::humanize_bytes(static_cast<std::int64_t>(std::min(bytes, kMax)));
}

} // namespace

base::Status require_free(const ports::FileSystem& file_system, const std::filesystem::path& path,
                          std::uint64_t bytes) {
    using Kind = ports::FileSystem::Kind;
    std::filesystem::path at = path;
    while (at.has_parent_path() && at.parent_path() != at) {
        FH_ASSIGN(const Kind kind, file_system.kind(at));
        if (kind != Kind::Missing) {
            break;
        }
        at = at.parent_path();
    }
    FH_ASSIGN(const std::uint64_t free, file_system.free_bytes(at));
    if (free < bytes) {
        return base::fail(base::ErrorCode::NoSpace, "not enough free space on the disk of " + at.string() + ": " +
                                                        humanize(free) + " free, " + humanize(bytes) + " needed");
    }
    return {};
}

} // namespace framehand::storage

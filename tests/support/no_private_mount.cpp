// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_mount.h"

// For a system that has no namespaces of its own for one process.

namespace framehand::test {

std::optional<std::string> run_on_small_disk(const std::filesystem::path& /*folder*/, std::uint64_t /*bytes*/,
                                             const std::function<std::string()>& /*body*/) {
    return std::nullopt;
}

std::optional<std::string> run_on_read_only(const std::filesystem::path& /*folder*/,
                                            const std::function<std::string()>& /*body*/) {
    return std::nullopt;
}

} // namespace framehand::test

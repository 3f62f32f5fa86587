// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace framehand::test {

/// Runs `body` in a child process that sees an empty memory disk of `bytes` at `folder`, and returns what it returns.
/// Nothing if this machine does not let us mount, not even in namespaces of our own: skip the test then.
/// `body` reports by its text; assertions inside it are lost.
[[nodiscard]] std::optional<std::string> run_on_small_disk(const std::filesystem::path& folder, std::uint64_t bytes,
                                                           const std::function<std::string()>& body);

/// The same over what is in `folder` already, which is read-only there, for root too.
[[nodiscard]] std::optional<std::string> run_on_read_only(const std::filesystem::path& folder,
                                                          const std::function<std::string()>& body);

} // namespace framehand::test

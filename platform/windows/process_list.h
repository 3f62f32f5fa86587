// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace framehand::platform {

/// One process, as NtQuerySystemInformation(SystemProcessInformation) tells of it. Times are in units of 100 ns.
struct ListedProcess {
    std::int64_t id = 0;
    std::int64_t parent = 0; ///< may have ended, and its number may be another's by now
    std::int64_t created = 0;
    std::uint64_t used = 0; ///< of all processors together
    std::uint32_t session = 0;
    std::string name; ///< "vlc.exe"; "" for the idle process

    bool operator==(const ListedProcess&) const = default;
};

/// All processes that run now; needs no right to any of them. None where Windows does not tell.
[[nodiscard]] std::optional<std::vector<ListedProcess>> all_processes();

/// Reads what the call above was answered. Stops at the first entry that leaves the buffer. Pure.
[[nodiscard]] std::vector<ListedProcess> parse_process_list(std::span<const std::byte> answer);

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::platform {

/// What a service runs.
struct ServiceProgram {
    std::vector<std::string> command; ///< the program's absolute path, then its arguments
    std::map<std::string, std::string> environment;
};

/// The name of the service.
inline constexpr std::string_view kServiceUnit = "framehandd.service";

/// One word of an Exec line or an Environment line, quoted as systemd.syntax(7) asks for. `$` begins a variable in an
/// Exec line only.
[[nodiscard]] std::string exec_word(std::string_view word);
[[nodiscard]] std::string environment_word(std::string_view word);

/// The text of resources/systemd/framehandd.service.in for a program.
[[nodiscard]] std::string service_unit(const ServiceProgram& program);

/// A setting of the unit that needs a user namespace, which not every system gives to services of users.
struct Wall {
    std::string_view up;   ///< as the unit has it, "ProtectSystem=full"
    std::string_view down; ///< what takes it back, "ProtectSystem=no"
};

/// All of them. Without the first one none of the others can be had.
[[nodiscard]] std::span<const Wall> walls_in_namespaces();

/// What is added to the unit where these walls cannot be had; the others stay.
[[nodiscard]] std::string without_walls(const std::vector<Wall>& down);

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
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

/// What is added to the unit where systemd cannot give a service a user namespace of its own: everything that needs one
/// is off, the walls that do not need one stay.
[[nodiscard]] std::string without_namespaces();

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/command_bytes.h"

namespace framehand::redis {

std::string command_bytes(const Command& command) {
    std::string bytes = "*" + std::to_string(command.size()) + "\r\n";
    for (const std::string& argument : command) {
        bytes.append("$").append(std::to_string(argument.size())).append("\r\n").append(argument).append("\r\n");
    }
    return bytes;
}

} // namespace framehand::redis

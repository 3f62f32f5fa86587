// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/own_orchestrator.h"

namespace framehand::settings {

std::string own_orchestrator_url(const std::string& address, std::uint16_t port) {
    std::string host = address;
    if (address.empty() || address == "0.0.0.0") {
        host = "127.0.0.1";
    } else if (address == "::") {
        host = "[::1]";
    } else if (address.find(':') != std::string::npos) {
        host = "[" + address + "]";
    }
    return "http://" + host + ":" + std::to_string(port);
}

} // namespace framehand::settings

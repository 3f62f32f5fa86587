// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace framehand::settings {

/// How this machine reaches an orchestrator of its own that listens on `address` (Settings::listen_address) and `port`:
/// "http://127.0.0.1:8787". An address that stands for all of them is reached through the loopback one.
[[nodiscard]] std::string own_orchestrator_url(const std::string& address, std::uint16_t port);

} // namespace framehand::settings

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace framehand::platform {

/// resources/systemd/framehandd.service.in, with its @FRAMEHANDD@ and @ENVIRONMENT@.
[[nodiscard]] std::string_view service_unit_template();

} // namespace framehand::platform

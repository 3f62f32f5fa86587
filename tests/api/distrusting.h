// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/peer_identity.h"

#include <cstdint>

namespace framehand::api {

/// As where somebody else has the daemon's place.
class Distrusting final : public ports::PeerIdentity {
public:
    [[nodiscard]] base::Status check_may_control(std::intptr_t) const override { return {}; }

    [[nodiscard]] base::Status check_may_be_told(std::intptr_t) const override {
        return base::fail(base::ErrorCode::PermissionDenied, "it is somebody else's");
    }
};

} // namespace framehand::api

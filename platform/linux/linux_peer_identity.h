// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/peer_identity.h"

namespace framehand::platform {

/// SO_PEERCRED: the effective user at the time of the peer's connect(). Root counts as the administrator.
class LinuxPeerIdentity final : public ports::PeerIdentity {
public:
    [[nodiscard]] base::Status check_may_control(std::intptr_t socket) const override;
};

} // namespace framehand::platform

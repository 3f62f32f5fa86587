// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace framehand::ports {

/// Who is at the other end of a local socket.
class PeerIdentity {
public:
    virtual ~PeerIdentity() = default;
    /// Fine if the peer runs as the same user as this process, or as the system's administrator; else
    /// PermissionDenied. `socket` is a connected local socket's descriptor (a pipe's handle on Windows).
    [[nodiscard]] virtual base::Status check_may_control(std::intptr_t socket) const = 0;

    /// Whether the peer can be asked for before anything of what it says has been read.
    [[nodiscard]] virtual bool knows_silent_peers() const { return true; }

    /// Whether another user than that of this process is let in, so that the socket must be open to all. An
    /// administrator needs no opening.
    [[nodiscard]] virtual bool lets_in_others() const { return false; }
};

} // namespace framehand::ports

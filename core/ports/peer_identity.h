// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace framehand::ports {

/// Who is at the other end of a local socket, and who can be there at all.
class PeerIdentity {
public:
    virtual ~PeerIdentity() = default;
    /// Fine if the peer runs as the same user as this process, or as the system's administrator; else
    /// PermissionDenied. `socket` is a connected local socket's descriptor (a pipe's handle on Windows).
    [[nodiscard]] virtual base::Status check_may_control(std::intptr_t socket) const = 0;

    /// Whether the peer can be asked for before anything of what it says has been read.
    [[nodiscard]] virtual bool knows_silent_peers() const { return true; }

    /// Before a server listens at `socket`: as long as what is returned lives, nobody else can listen there too, and
    /// only those reach the server who may control. AlreadyExists if somebody else has the place. Nothing to keep where
    /// the folder of a socket says all that.
    [[nodiscard]] virtual base::Result<std::shared_ptr<void>> guard(const std::filesystem::path& /*socket*/) const {
        return std::shared_ptr<void>();
    }

    /// For a client, before it says anything: fine if what the server listens with belongs to somebody who may know
    /// what this user knows; else PermissionDenied. `socket` is the client's end. Fine where the folder of a socket
    /// says who can listen there.
    [[nodiscard]] virtual base::Status check_may_be_told(std::intptr_t /*socket*/) const { return {}; }
};

} // namespace framehand::ports

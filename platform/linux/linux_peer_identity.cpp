// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_peer_identity.h"

#include <cerrno>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace framehand::platform {

base::Status LinuxPeerIdentity::check_may_control(std::intptr_t socket) const {
    ucred peer{};
    socklen_t size = sizeof(peer);
    if (::getsockopt(static_cast<int>(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
        return base::error_from_errno(errno, "cannot tell who is at the other end of the local socket");
    }
    if (peer.uid != 0 && peer.uid != ::geteuid()) {
        return base::fail(base::ErrorCode::PermissionDenied, "user " + std::to_string(peer.uid) +
                                                                 " may not control this daemon, which runs as user " +
                                                                 std::to_string(::geteuid()));
    }
    return {};
}

} // namespace framehand::platform

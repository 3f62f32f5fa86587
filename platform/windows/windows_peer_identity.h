// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/peer_identity.h"

#include <optional>
#include <string>

namespace framehand::platform {

/// Who may control a daemon. Pure.
struct ControlRule {
    enum class Powers { Plain, Administrator };

    std::string own; ///< SIDs
    std::optional<std::string> owner;

    [[nodiscard]] bool allows(const std::string& peer, Powers powers) const;
};

/// Whose daemon may be told what a person says to his own: that of the person, of the service, SYSTEM and
/// administrators. Who makes a pipe cannot give it to somebody else than himself. Pure.
struct ServerRule {
    std::string own; ///< SID of the person

    [[nodiscard]] bool trusts(const std::string& owner) const;
};

/// Who has opened the other end of a named pipe: the token with which it was opened, or, while nothing has been read
/// from the pipe, that of the process that opened it. The own user, SYSTEM, and an administrator with his powers may
/// control; nobody from another machine may. And for clients, to whom the pipe belongs.
class WindowsPeerIdentity final : public ports::PeerIdentity {
public:
    /// `owner_sid` is one more user who may: of a service, who installed it ("S-1-5-21-...").
    explicit WindowsPeerIdentity(std::optional<std::string> owner_sid = std::nullopt);

    /// `socket` is the handle of the server's end of a connected pipe.
    [[nodiscard]] base::Status check_may_control(std::intptr_t socket) const override;

    /// Windows tells of a pipe's client by what has been read of it. The process that opened it can be looked at by the
    /// same user alone, and not where that one has an administrator's powers.
    [[nodiscard]] bool knows_silent_peers() const override { return false; }

    [[nodiscard]] base::Result<std::shared_ptr<void>> guard(const std::filesystem::path& socket) const override;

    [[nodiscard]] base::Status check_may_be_told(std::intptr_t socket) const override;

private:
    std::optional<std::string> m_owner;
};

} // namespace framehand::platform

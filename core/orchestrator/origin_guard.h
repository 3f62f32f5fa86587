// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/orchestrator/http_types.h"

#include <string>
#include <vector>

namespace framehand::orchestrator {

/// Keeps web pages of other origins from driving the orchestrator through the browser of somebody who can reach it.
///
/// - A request with an `Origin` is refused unless that origin is this very server (its scheme-less authority equals
///   `Host`) under a name that no stranger's DNS can claim: an IP address, localhost, or one of `trusted_hosts`.
/// - A server that listens on a loopback address answers only to such names at all, which stops DNS rebinding for
///   requests without `Origin` too.
class OriginGuard {
public:
    enum class Reach { Loopback, Network };

    /// `trusted_hosts`: host names without port, any case ("media.example.org").
    OriginGuard(Reach reach, std::vector<std::string> trusted_hosts);

    /// InvalidArgument (no or a malformed Host) or PermissionDenied.
    [[nodiscard]] base::Status check(const HttpRequest& request) const;

    /// Whether a listening address is one of the loopback.
    [[nodiscard]] static Reach reach_of(const std::string& listen_address);

private:
    [[nodiscard]] bool trusted(const std::string& host) const;

    Reach m_reach;
    std::vector<std::string> m_trusted_hosts;
};

} // namespace framehand::orchestrator

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/orchestrator/http_types.h"

#include <optional>

namespace framehand::orchestrator {

/// Asks for the access token (`Authorization: Bearer`, RFC 6750), where there is one. /healthz is for everybody: it
/// says that the server lives, for monitors that know no secret.
class AccessGuard {
public:
    /// Without a token everybody may do everything.
    explicit AccessGuard(std::optional<base::Secret> token) : m_token(std::move(token)) {}

    /// The answer to a request that is refused: 401 with WWW-Authenticate.
    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest& request) const;

private:
    std::optional<base::Secret> m_token;
};

} // namespace framehand::orchestrator

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/dispatcher.h"
#include "core/settings/default_dirs.h"

#include <filesystem>
#include <functional>

namespace framehand::daemon {

struct TokenParts {
    settings::Environment environment;
    std::filesystem::path data_dir;
    std::function<void()> changed; ///< the token that the next start reads is another one
};

/// `token.set` with {"token": text or null}: keeps the access token for the next start, or forgets it. The answer is
/// {"restart": true}. PermissionDenied where it is a credential of the service manager. No answer has the token in it.
void add_token_methods(api::Dispatcher& dispatcher, TokenParts parts);

} // namespace framehand::daemon

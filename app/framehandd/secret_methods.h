// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/dispatcher.h"
#include "core/settings/default_dirs.h"

#include <filesystem>

namespace framehand::daemon {

struct SecretParts {
    settings::Environment environment;
    std::filesystem::path data_dir;
};

/// `secrets.list`: where each secret of the sources comes from, never its value. `secrets.set` with
/// {"name", "value": text or null}: keeps it for the next start, or forgets it; the answer is {"restart": true}.
/// PermissionDenied where a credential or the environment decides. No answer has a secret in it.
void add_secret_methods(api::Dispatcher& dispatcher, SecretParts parts);

} // namespace framehand::daemon

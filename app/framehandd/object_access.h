// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/source_options.h"
#include "core/base/result.h"
#include "core/s3/access.h"
#include "core/settings/default_dirs.h"
#include "core/settings/settings.h"

namespace framehand::daemon {

/// Where objects are kept and who asks for them: what the environment says in the names of AWS' programs and of MinIO,
/// and before it the settings and secrets of our own. Without any endpoint or key it is empty, which is fine until a
/// job needs them. Errors name the variable, or the secret that others may read.
[[nodiscard]] base::Result<s3::Access> object_access(const settings::Environment& environment,
                                                     const settings::Settings& settings);

/// The same with the secrets that `secrets` gives.
[[nodiscard]] base::Result<s3::Access> object_access(const settings::Environment& environment,
                                                     const settings::Settings& settings, const SecretReader& secrets);

} // namespace framehand::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "core/settings/source_secrets.h"

#include <optional>
#include <string>

namespace framehand::cli {

/// InvalidArgument lists the names that there are.
[[nodiscard]] base::Result<settings::SourceSecret> secret_named(const std::string& name);

/// As settings::describe_source_secrets() has them: those of the daemon that runs here, or what the next one would
/// find.
[[nodiscard]] base::Result<base::Json> list_secrets(Context& context);

/// Keeps a secret, or forgets it where there is no value: by the daemon that runs here, else in its data folder.
[[nodiscard]] base::Status change_secret(Context& context, settings::SourceSecret secret,
                                         const std::optional<base::Secret>& value);

} // namespace framehand::cli

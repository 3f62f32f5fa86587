// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/settings/default_dirs.h"
#include "core/settings/settings.h"
#include "core/settings/source_secrets.h"
#include "core/sources/bullmq_source.h"
#include "core/sources/celery_source.h"
#include "core/sources/rabbitmq_source.h"
#include "core/sources/redis_source.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>

namespace framehand::daemon {

/// Gives a secret, or nothing where there is none.
using SecretReader = std::function<base::Result<std::optional<base::Secret>>(settings::SourceSecret)>;

/// Those that this daemon has: settings::read_source_secret(). `environment` must outlive it.
[[nodiscard]] SecretReader kept_secrets(const settings::Environment& environment, std::filesystem::path data_dir);

/// Secrets that were typed and are not kept yet go before those of `kept`.
[[nodiscard]] SecretReader typed_secrets(std::map<settings::SourceSecret, base::Secret> typed, SecretReader kept);

// What the settings say of each source. InvalidArgument names the setting, PermissionDenied a secret that others may
// read, Unsupported a source that this program was built without.

[[nodiscard]] base::Result<sources::RedisSourceOptions> redis_source_options(const settings::Settings& settings,
                                                                             const SecretReader& secrets);
[[nodiscard]] base::Result<sources::CelerySourceOptions> celery_source_options(const settings::Settings& settings,
                                                                               const SecretReader& secrets);
[[nodiscard]] base::Result<sources::BullmqSourceOptions> bullmq_source_options(const settings::Settings& settings,
                                                                               const SecretReader& secrets);
[[nodiscard]] base::Result<sources::RabbitMqSourceOptions> rabbitmq_source_options(const settings::Settings& settings,
                                                                                   const SecretReader& secrets);

} // namespace framehand::daemon

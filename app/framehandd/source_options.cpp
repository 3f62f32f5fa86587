// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_options.h"

#include <utility>

namespace framehand::daemon {

namespace {

using settings::Settings;
using settings::SourceSecret;

base::Result<redis::Options> redis_options(const char* setting, const std::string& text,
                                           std::optional<base::Secret> password, const Settings& settings) {
    redis::Options options;
    auto url = redis::parse_url(text);
    if (!url) {
        return base::Error{url.error().code, std::string(setting) + ": " + url.error().message, url.error().cause};
    }
    options.url = std::move(*url);
    if (password) {
        options.url.password = std::move(password);
    }
    options.client_name = "framehand-" + settings.worker_id;
    return options;
}

sources::BullExpected expected_of(settings::BullKind kind) {
    switch (kind) {
    case settings::BullKind::BullMq:
        return sources::BullExpected::BullMq;
    case settings::BullKind::Bull:
        return sources::BullExpected::Bull;
    case settings::BullKind::Either:
        break;
    }
    return sources::BullExpected::Either;
}

} // namespace

SecretReader kept_secrets(const settings::Environment& environment, std::filesystem::path data_dir) {
    return [&environment, data_dir = std::move(data_dir)](SourceSecret secret) {
        return settings::read_source_secret(environment, data_dir, secret);
    };
}

SecretReader typed_secrets(std::map<SourceSecret, base::Secret> typed, SecretReader kept) {
    return [typed = std::move(typed),
            kept = std::move(kept)](SourceSecret secret) -> base::Result<std::optional<base::Secret>> {
        const auto found = typed.find(secret);
        return found == typed.end() ? kept(secret) : std::optional(found->second);
    };
}

base::Result<sources::RedisSourceOptions> redis_source_options(const Settings& settings, const SecretReader& secrets) {
    sources::RedisSourceOptions options;
    FH_ASSIGN(auto password, secrets(SourceSecret::RedisPassword));
    FH_ASSIGN(options.queue.connection, redis_options("redis_url", settings.redis_url, std::move(password), settings));
    options.queue.worker_id = settings.worker_id;
    options.queue.keys.prefix = settings.redis_prefix;
    options.queue.roles.clear();
    for (const auto& name : settings.redis_roles) {
        const auto role = sources::redis_role_from_string(name);
        if (!role) {
            return base::fail(base::ErrorCode::InvalidArgument, "redis_roles: \"" + name + "\" is no role");
        }
        options.queue.roles.push_back(*role);
    }
    options.take = settings.redis_taking == settings::RedisTaking::Streams ? sources::RedisTake::Streams
                                                                           : sources::RedisTake::Lists;
    options.rules.roots = settings.redis_roots;
    options.rules.roots.push_back(settings.nas_mount_path.string());
    options.rules.replaced = settings.redis_original == settings::Original::Keep ? jobs::ReplacedFile::KeepBackup
                                                                                 : jobs::ReplacedFile::Remove;
    return options;
}

base::Result<sources::CelerySourceOptions> celery_source_options(const Settings& settings,
                                                                 const SecretReader& secrets) {
    sources::CelerySourceOptions options;
    FH_ASSIGN(auto password, secrets(SourceSecret::CeleryPassword));
    FH_ASSIGN(options.redis, redis_options("celery_url", settings.celery_url, std::move(password), settings));
    options.queue.queue = settings.celery_queue;
    options.queue.task = settings.celery_task;
    options.queue.visibility = settings.celery_visibility_timeout;
    options.rules.task = settings.celery_task;
    options.rules.parameters = settings.celery_parameters;
    options.rules.bucket = settings.celery_bucket;
    options.node = "framehand@" + settings.worker_id;
    options.version = FRAMEHAND_VERSION;
    options.max_retries = settings.celery_max_retries;
    options.retry_countdown = settings.celery_retry_countdown;
    options.soft_limit = settings.celery_soft_time_limit;
    options.hard_limit = settings.celery_time_limit;
    return options;
}

base::Result<sources::BullmqSourceOptions> bullmq_source_options(const Settings& settings,
                                                                 const SecretReader& secrets) {
    if (!sources::BullmqSource::is_built_in()) {
        return base::fail(base::ErrorCode::Unsupported,
                          "job_source: this program was built without the scripts of BullMQ and Bull");
    }
    sources::BullmqSourceOptions options;
    FH_ASSIGN(auto password, secrets(SourceSecret::BullmqPassword));
    FH_ASSIGN(options.server, redis_options("bullmq_url", settings.bullmq_url, std::move(password), settings));
    options.queues = settings.bullmq_queues;
    options.prefix = settings.bullmq_prefix;
    options.expected = expected_of(settings.bullmq_kind);
    options.worker_id = settings.worker_id;
    options.buckets = {settings.bullmq_input_bucket, settings.bullmq_output_bucket};
    options.store_url = settings.s3_endpoint;
    return options;
}

base::Result<sources::RabbitMqSourceOptions> rabbitmq_source_options(const Settings& settings,
                                                                     const SecretReader& secrets) {
    sources::RabbitMqSourceOptions options;
    FH_ASSIGN(auto password, secrets(SourceSecret::RabbitmqPassword));
    options.url = settings.rabbitmq_url;
    options.password = std::move(password);
    options.bucket = settings.rabbitmq_bucket;
    options.worker_id = settings.worker_id;
    return options;
}

} // namespace framehand::daemon

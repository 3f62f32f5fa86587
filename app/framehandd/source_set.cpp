// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_set.h"

#include "core/settings/source_secrets.h"
#include "core/sources/bullmq_source.h"
#include "core/sources/celery_source.h"
#include "core/sources/orchestrator_source.h"
#include "core/sources/postgres_video_table.h"
#include "core/sources/rabbitmq_source.h"
#include "core/sources/redis_source.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace framehand::daemon {

namespace {

using settings::Settings;
using settings::SourceSecret;
using Made = base::Result<std::unique_ptr<sources::JobSource>>;

/// What a setting holds: a sentence that names it.
base::Error named(const char* setting, const base::Error& error) {
    return {error.code, std::string(setting) + ": " + error.message, error.cause};
}

base::Result<std::optional<base::Secret>> secret_of(const SourceServices& services, const Settings& settings,
                                                    SourceSecret secret) {
    return settings::read_source_secret(services.environment, settings.data_dir, secret);
}

redis::Services redis_services(const SourceServices& services, const char* source) {
    return {services.timers, services.random, services.logger.with("source", source)};
}

base::Result<redis::Options> redis_options(const char* setting, const std::string& text,
                                           std::optional<base::Secret> password, const Settings& settings) {
    redis::Options options;
    auto url = redis::parse_url(text);
    if (!url) {
        return named(setting, url.error());
    }
    options.url = std::move(*url);
    if (password) {
        options.url.password = std::move(password);
    }
    options.client_name = "framehand-" + settings.worker_id;
    return options;
}

Made make_orchestrator(const SourceServices& services, const Settings& settings) {
    sources::OrchestratorSourceOptions options;
    options.url = settings.orchestrator_url;
    options.worker_id = settings.worker_id;
    options.dialect = settings.capabilities_form == settings::CapabilitiesForm::List
                          ? jobs::CapabilitiesDialect::List
                          : jobs::CapabilitiesDialect::Object;
    return std::make_unique<sources::OrchestratorSource>(services.http, options, services.logger);
}

Made make_redis(const SourceServices& services, const Settings& settings) {
    sources::RedisSourceOptions options;
    FH_ASSIGN(auto password, secret_of(services, settings, SourceSecret::RedisPassword));
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
    return std::make_unique<sources::RedisSource>(std::move(options), redis_services(services, "redis"),
                                                  services.clock);
}

Made make_celery(const SourceServices& services, const Settings& settings) {
    sources::CelerySourceOptions options;
    FH_ASSIGN(auto password, secret_of(services, settings, SourceSecret::CeleryPassword));
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
    return std::make_unique<sources::CelerySource>(
        std::move(options), sources::CelerySourceParts{services.timers, services.clock, services.random,
                                                       services.logger.with("source", "celery")});
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

Made make_bullmq(const SourceServices& services, const Settings& settings, sources::BullVideoRecords* records) {
    if (!sources::BullmqSource::is_built_in()) {
        return base::fail(base::ErrorCode::Unsupported,
                          "job_source: this program was built without the scripts of BullMQ and Bull");
    }
    sources::BullmqSourceOptions options;
    FH_ASSIGN(auto password, secret_of(services, settings, SourceSecret::BullmqPassword));
    FH_ASSIGN(options.server, redis_options("bullmq_url", settings.bullmq_url, std::move(password), settings));
    options.queues = settings.bullmq_queues;
    options.prefix = settings.bullmq_prefix;
    options.expected = expected_of(settings.bullmq_kind);
    options.worker_id = settings.worker_id;
    options.buckets = {settings.bullmq_input_bucket, settings.bullmq_output_bucket};
    options.store_url = settings.s3_endpoint;
    return std::make_unique<sources::BullmqSource>(
        std::move(options),
        sources::BullmqSource::Services{redis_services(services, "bullmq"), services.clock, records});
}

Made make_rabbitmq(const SourceServices& services, const Settings& settings) {
    sources::RabbitMqSourceOptions options;
    FH_ASSIGN(auto password, secret_of(services, settings, SourceSecret::RabbitmqPassword));
    options.url = settings.rabbitmq_url;
    options.password = std::move(password);
    options.bucket = settings.rabbitmq_bucket;
    options.worker_id = settings.worker_id;
    auto source =
        sources::RabbitMqSource::make(options, services.timers, services.clock, services.random, services.logger);
    if (!source) {
        return named("rabbitmq_url, rabbitmq_bucket", source.error());
    }
    return std::move(*source);
}

} // namespace

std::string addresses_of_sources(const Settings& settings) {
    const std::map<std::string_view, std::string> addresses{{sources::kOrchestrator, settings.orchestrator_url},
                                                            {"redis", settings.redis_url},
                                                            {"celery", settings.celery_url},
                                                            {"bullmq", settings.bullmq_url},
                                                            {"rabbitmq", settings.rabbitmq_url}};
    std::string all;
    for (const auto& name : settings.job_source) {
        const auto address = addresses.find(name);
        all += (all.empty() ? "" : ", ") + (address == addresses.end() ? name : address->second);
    }
    return all;
}

base::Result<std::unique_ptr<SourceSet>> SourceSet::make(const SourceServices& services, const Settings& settings) {
    std::unique_ptr<SourceSet> set(new SourceSet());
    std::vector<sources::PreferredSources::Named> members;
    for (const auto& name : settings.job_source) {
        FH_ASSIGN(auto source, set->make_one(name, services, settings));
        members.push_back({name, std::move(source)});
    }
    set->m_source = std::make_unique<sources::PreferredSources>(std::move(members), services.clock, services.logger);
    return set;
}

Made SourceSet::make_one(const std::string& name, const SourceServices& services, const Settings& settings) {
    if (name == sources::kOrchestrator) {
        return make_orchestrator(services, settings);
    }
    if (name == "redis") {
        return make_redis(services, settings);
    }
    if (name == "celery") {
        return make_celery(services, settings);
    }
    if (name == "bullmq") {
        FH_TRY(open_records(services, settings));
        return make_bullmq(services, settings, m_records.get());
    }
    if (name == "rabbitmq") {
        return make_rabbitmq(services, settings);
    }
    return base::fail(base::ErrorCode::InvalidArgument, "job_source: \"" + name + "\" is no source of jobs");
}

base::Status SourceSet::open_records(const SourceServices& services, const Settings& settings) {
    if (settings.bullmq_database_url.empty()) {
        return {};
    }
    auto url = sources::parse_postgres_url(settings.bullmq_database_url);
    if (!url) {
        return named("bullmq_database_url", url.error());
    }
    FH_ASSIGN(auto password, secret_of(services, settings, SourceSecret::BullmqDatabasePassword));
    if (password) {
        url->password = std::move(*password);
    }
    m_records = std::make_unique<sources::BullVideoRecords>(
        std::make_unique<sources::PostgresVideoTable>(std::move(*url)),
        sources::BullVideoRecords::Services{services.background, services.timers, services.random,
                                            services.logger.with("source", "bullmq")});
    return {};
}

} // namespace framehand::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_set.h"

#include "app/framehandd/source_options.h"
#include "core/sources/orchestrator_source.h"
#include "core/sources/postgres_video_table.h"

#include <map>
#include <utility>
#include <vector>

namespace framehand::daemon {

namespace {

using settings::Settings;
using Made = base::Result<std::unique_ptr<sources::JobSource>>;

/// What a setting holds: a sentence that names it.
base::Error named(const char* setting, const base::Error& error) {
    return {error.code, std::string(setting) + ": " + error.message, error.cause};
}

redis::Services redis_services(const SourceServices& services, const char* source) {
    return {services.timers, services.random, services.logger.with("source", source)};
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

Made make_redis(const SourceServices& services, const Settings& settings, const SecretReader& secrets) {
    FH_ASSIGN(auto options, redis_source_options(settings, secrets));
    return std::make_unique<sources::RedisSource>(std::move(options), redis_services(services, "redis"),
                                                  services.clock);
}

Made make_celery(const SourceServices& services, const Settings& settings, const SecretReader& secrets) {
    FH_ASSIGN(auto options, celery_source_options(settings, secrets));
    return std::make_unique<sources::CelerySource>(
        std::move(options), sources::CelerySourceParts{services.timers, services.clock, services.random,
                                                       services.logger.with("source", "celery")});
}

Made make_bullmq(const SourceServices& services, const Settings& settings, const SecretReader& secrets,
                 sources::BullVideoRecords* records) {
    FH_ASSIGN(auto options, bullmq_source_options(settings, secrets));
    return std::make_unique<sources::BullmqSource>(
        std::move(options),
        sources::BullmqSource::Services{redis_services(services, "bullmq"), services.clock, records});
}

Made make_rabbitmq(const SourceServices& services, const Settings& settings, const SecretReader& secrets) {
    FH_ASSIGN(auto options, rabbitmq_source_options(settings, secrets));
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
    const auto secrets = kept_secrets(services.environment, settings.data_dir);
    if (name == sources::kOrchestrator) {
        return make_orchestrator(services, settings);
    }
    if (name == "redis") {
        return make_redis(services, settings, secrets);
    }
    if (name == "celery") {
        return make_celery(services, settings, secrets);
    }
    if (name == "bullmq") {
        FH_TRY(open_records(services, settings));
        return make_bullmq(services, settings, secrets, m_records.get());
    }
    if (name == "rabbitmq") {
        return make_rabbitmq(services, settings, secrets);
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
    FH_ASSIGN(auto password,
              kept_secrets(services.environment, settings.data_dir)(settings::SourceSecret::BullmqDatabasePassword));
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

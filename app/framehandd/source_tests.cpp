// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_tests.h"

#include "app/framehandd/object_access.h"
#include "app/framehandd/object_store_probe.h"
#include "app/framehandd/orchestrator_probe.h"
#include "core/settings/access_token.h"
#include "core/sources/bull_probe.h"
#include "core/sources/celery_probe.h"
#include "core/sources/rabbitmq_probe.h"
#include "core/sources/redis_probe.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace framehand::daemon {

using doctor::Diagnoses;
using doctor::Diagnosis;
using doctor::Health;
using doctor::Remedy;
using sources::SourceFinding;

namespace {

Health health_of(SourceFinding::Health health) {
    switch (health) {
    case SourceFinding::Health::Ok:
        return Health::Ok;
    case SourceFinding::Health::Warning:
        return Health::Warn;
    case SourceFinding::Health::Problem:
        break;
    }
    return Health::Fail;
}

Diagnoses diagnoses_of(std::vector<SourceFinding> findings) {
    Diagnoses all;
    for (auto& one : findings) {
        Diagnosis diagnosis{std::move(one.what), health_of(one.health), std::move(one.sentence), std::move(one.advice)};
        if (!one.setting.empty()) {
            diagnosis.remedy = Remedy{Remedy::Kind::Setting, std::move(one.setting)};
        }
        all.push_back(std::move(diagnosis));
    }
    return all;
}

/// What is wrong in the settings alone, behind what the server has said.
void add_gaps(Diagnoses& found, const std::string& source, const settings::Settings& settings) {
    if (source == "rabbitmq" && settings.rabbitmq_bucket.empty()) {
        found.push_back({"bucket", Health::Fail, "rabbitmq_bucket is not set, and no job can be done without it",
                         "framehandctl config set rabbitmq_bucket NAME",
                         Remedy{Remedy::Kind::Setting, "rabbitmq_bucket"}});
    }
}

/// The buckets of the sources that are worked for.
std::vector<ProbedBucket> buckets_of(const settings::Settings& settings, const std::string& of_environment) {
    using Use = ProbedBucket::Use;
    std::vector<ProbedBucket> buckets;
    const auto add = [&buckets](const std::string& name, Use use, const char* setting) {
        const auto same = std::ranges::find(buckets, name, &ProbedBucket::name);
        if (same != buckets.end()) {
            same->use = std::max(same->use, use);
        } else if (!name.empty()) {
            buckets.push_back({name, use, setting});
        }
    };
    for (const auto& source : settings.job_source) {
        if (source == "celery") {
            add(settings.celery_bucket, Use::InputsAndOutputs, "celery_bucket");
        } else if (source == "bullmq") {
            add(settings.bullmq_input_bucket, Use::Inputs, "bullmq_input_bucket");
            add(settings.bullmq_output_bucket, Use::InputsAndOutputs, "bullmq_output_bucket");
        } else if (source == "rabbitmq") {
            add(settings.rabbitmq_bucket, Use::InputsAndOutputs, "rabbitmq_bucket");
        }
    }
    add(of_environment, Use::InputsAndOutputs, "");
    return buckets;
}

} // namespace

SourceTests::Id SourceTests::run(const Question& question, Done done) {
    const Id id = m_next++;
    if (m_probes.size() >= kMost) {
        done({{"test", Health::Fail, "too many tests are under way", "wait some seconds, then try again"}});
        return id;
    }
    auto probe = make_probe(question);
    if (!probe) {
        done({{"settings", Health::Fail, probe.error().text(), "correct that, then try again"}});
        return id;
    }
    auto& running = *(m_probes[id] = std::move(*probe));
    running.run([this, id, source = question.source, settings = question.settings,
                 done = std::move(done)](std::vector<SourceFinding> findings) {
        const auto ended = m_probes.extract(id);
        auto found = diagnoses_of(std::move(findings));
        add_gaps(found, source, settings);
        done(std::move(found));
    });
    return id;
}

SourceTests::Probe SourceTests::make_probe(const Question& question) const {
    const auto& settings = question.settings;
    const redis::Services redis{m_services.timers, m_services.random, {}};
    if (question.source == "orchestrator") {
        return make_orchestrator_probe(question);
    }
    if (question.source == "redis") {
        FH_ASSIGN(auto options, redis_source_options(settings, question.secrets));
        return std::make_unique<sources::RedisProbe>(std::move(options), redis,
                                                     sources::ProbeNames{"redis_url", "redis-password"});
    }
    if (question.source == "celery") {
        FH_ASSIGN(auto options, celery_source_options(settings, question.secrets));
        return std::make_unique<sources::CeleryProbe>(std::move(options.redis), std::move(options.queue), redis,
                                                      sources::ProbeNames{"celery_url", "celery-password"});
    }
    if (question.source == "bullmq") {
        FH_ASSIGN(auto options, bullmq_source_options(settings, question.secrets));
        return std::make_unique<sources::BullProbe>(std::move(options), redis,
                                                    sources::ProbeNames{"bullmq_url", "bullmq-password"});
    }
    if (question.source == "rabbitmq") {
        FH_ASSIGN(auto options, rabbitmq_source_options(settings, question.secrets));
        auto url = amqp::parse_url(options.url);
        if (!url) {
            return url.error().wrapped("rabbitmq_url is no address of a broker");
        }
        if (options.password) {
            url->password = *options.password;
        }
        return std::make_unique<sources::RabbitMqProbe>(std::move(*url), options.names, m_services.timers,
                                                        m_services.random,
                                                        sources::ProbeNames{"rabbitmq_url", "rabbitmq-password"});
    }
    if (question.source == "s3") {
        return make_object_store_probe(question);
    }
    return base::fail(base::ErrorCode::InvalidArgument, "\"" + question.source + "\" is nothing that can be tested");
}

SourceTests::Probe SourceTests::make_orchestrator_probe(const Question& question) const {
    FH_ASSIGN(auto token,
              settings::read_access_token(settings::access_token_place(m_environment, question.settings.data_dir)));
    return std::make_unique<OrchestratorProbe>(m_services.http, question.settings.orchestrator_url, std::move(token),
                                               m_services.timers);
}

SourceTests::Probe SourceTests::make_object_store_probe(const Question& question) const {
    FH_ASSIGN(auto access, object_access(m_environment, question.settings, question.secrets));
    auto buckets = buckets_of(question.settings, access.bucket);
    return std::make_unique<ObjectStoreProbe>(std::move(access), std::move(buckets), m_services.disks, m_services.clock,
                                              m_services.timers);
}

} // namespace framehand::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/services.h"
#include "app/framehandd/source_options.h"
#include "core/doctor/diagnosis.h"
#include "core/sources/source_probe.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace framehand::daemon {

/// Tests of sources and of the object storage that are under way. Main thread. Its end waits for nothing.
class SourceTests {
public:
    using Id = std::uint64_t;
    /// Called once, possibly from inside run(); never after cancel() or after the end of this object.
    using Done = std::function<void(doctor::Diagnoses)>;

    /// What may be tested.
    static constexpr std::array<std::string_view, 6> kNames{"orchestrator", "redis",    "celery",
                                                            "bullmq",       "rabbitmq", "s3"};
    /// Tests at a time.
    static constexpr std::size_t kMost = 8;

    struct Question {
        std::string source; ///< one of kNames
        settings::Settings settings;
        SecretReader secrets; ///< lives as long as the call of run() only
    };

    /// The references must outlive it.
    SourceTests(const Services& services, const settings::Environment& environment)
        : m_services(services), m_environment(environment) {}

    Id run(const Question& question, Done done);

    /// Nothing if it has ended.
    void cancel(Id id) { m_probes.erase(id); }

    [[nodiscard]] std::size_t running() const { return m_probes.size(); }

private:
    using Probe = base::Result<std::unique_ptr<sources::SourceProbe>>;

    [[nodiscard]] Probe make_probe(const Question& question) const;
    [[nodiscard]] Probe make_orchestrator_probe(const Question& question) const;
    [[nodiscard]] Probe make_object_store_probe(const Question& question) const;

    const Services& m_services;
    const settings::Environment& m_environment;
    Id m_next = 0;
    std::map<Id, std::unique_ptr<sources::SourceProbe>> m_probes;
};

} // namespace framehand::daemon

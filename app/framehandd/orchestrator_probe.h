// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/diagnosis.h"
#include "core/ports/http_client.h"
#include "core/sources/bearer_http_client.h"
#include "core/sources/source_probe.h"

#include <memory>
#include <optional>
#include <string>

namespace framehand::daemon {

/// Looks at an orchestrator: its health with the jobs that it has, and whether it lets this PC in.
class OrchestratorProbe final : public sources::SourceProbe {
public:
    /// `http` and `timers` must outlive it.
    OrchestratorProbe(ports::HttpClient& http, std::string url, std::optional<base::Secret> token,
                      ports::Timers& timers);

private:
    void begin() override;
    [[nodiscard]] sources::SourceFinding silence() const override;
    void ask_for_access();
    void add_diagnosis(const std::string& what, const doctor::Diagnosis& diagnosis);

    const std::string m_url;
    sources::BearerHttpClient m_http;
    std::unique_ptr<ports::HttpCall> m_health;
    std::unique_ptr<ports::HttpCall> m_access;
};

} // namespace framehand::daemon

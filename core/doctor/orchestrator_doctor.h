// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/doctor/diagnosis.h"
#include "core/ports/http_client.h"

#include <optional>
#include <string>

namespace framehand::doctor {

/// The question whose answer examine_orchestrator() takes. `url` as in the settings.
[[nodiscard]] ports::HttpRequest health_question(const std::string& url);

/// Whether what answers at `url` is an orchestrator in good health.
[[nodiscard]] Diagnosis examine_orchestrator(const base::Result<ports::HttpResponse>& answer, const std::string& url);

/// A question that only those who may use the orchestrator get an answer to, to be sent with the access token; and what
/// is wrong by that. Other faults are examine_orchestrator()'s.
[[nodiscard]] ports::HttpRequest access_question(const std::string& url);
[[nodiscard]] std::optional<Diagnosis> examine_access(const base::Result<ports::HttpResponse>& answer,
                                                      const std::string& url);

/// The orchestrator's health (`GET /healthz`) for people: "answers at http://...; jobs: ...".
[[nodiscard]] std::string orchestrator_line(const base::Json& health, const std::string& url);

} // namespace framehand::doctor

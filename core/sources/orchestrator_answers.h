// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/ports/http_client.h"
#include "core/sources/job_source.h"

#include <string>
#include <string_view>

namespace framehand::sources {

/// What an orchestrator's answers mean. Pure functions.

[[nodiscard]] bool is_success(const ports::HttpResponse& response);
/// The body as an object; empty where it is none (the protocol's own 200s need no body).
[[nodiscard]] base::Json answer_object(const ports::HttpResponse& response);
/// The failure that a status other than 2xx is; `call` is named in the message ("finalize").
[[nodiscard]] base::Error answer_error(const ports::HttpResponse& response, std::string_view call);
/// The assignment in the answer to a sync. InvalidArgument if it has no usable job_id, so that nobody can be told.
[[nodiscard]] base::Result<Taken> taken_from_answer(const base::Json& answer);

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_task.h"
#include "core/sources/job_source.h"

#include <cstdint>
#include <string>

namespace framehand::sources {

enum class CeleryState { Started, Progress, Success, Retry, Failure, Revoked };

/// "STARTED".
[[nodiscard]] std::string_view to_string(CeleryState state);

/// An exception as clients rebuild it: module.type(*arguments). It must be one that they can import.
struct CeleryException {
    std::string type;
    std::string module;
    base::Json arguments = base::Json::array();

    /// "RuntimeError('FFmpeg error: ...')".
    [[nodiscard]] std::string repr() const;
    /// What Python prints below "Traceback": there is none of a program that is not Python.
    [[nodiscard]] std::string traceback() const;
};

/// builtins.RuntimeError, what the original task raises.
[[nodiscard]] CeleryException celery_runtime_error(const std::string& message);
[[nodiscard]] CeleryException celery_hard_limit(double seconds);
[[nodiscard]] CeleryException celery_soft_limit(double seconds);
/// `reason`: "revoked", "expired" or "terminated".
[[nodiscard]] CeleryException celery_revoked_error(const std::string& reason);

/// What a state has as its `result`.
[[nodiscard]] base::Json celery_started(std::int64_t pid, const std::string& node);
/// As the original has it, {"status": "transcoding"}, with percent, fps and eta_sec beside it.
[[nodiscard]] base::Json celery_progress(const JobProgress& progress);
/// What the original task returns.
[[nodiscard]] base::Json celery_return_value(const CeleryCall& call);

/// The text of the key celery-task-meta-<id>, and of the message on the channel of that name. The state decides whether
/// the exception's traceback and the date are in it.
[[nodiscard]] std::string celery_result(const CeleryEnvelope& envelope, CeleryState state, const base::Json& result,
                                        base::WallTime now);
[[nodiscard]] std::string celery_result(const CeleryEnvelope& envelope, CeleryState state,
                                        const CeleryException& exception, base::WallTime now);

[[nodiscard]] std::string celery_result_key(const std::string& task_id);

} // namespace framehand::sources

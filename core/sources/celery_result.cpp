// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_result.h"

#include "core/sources/celery_repr.h"
#include "core/sources/celery_time.h"

#include <cmath>

namespace framehand::sources {

namespace {

double one_decimal(double value) {
    return std::round(value * 10) / 10;
}

bool is_final(CeleryState state) {
    return state == CeleryState::Success || state == CeleryState::Failure || state == CeleryState::Revoked;
}

std::string meta(const CeleryEnvelope& envelope, CeleryState state, const base::Json& result, base::Json traceback,
                 base::WallTime now) {
    base::Json json{{"status", to_string(state)},      {"result", result},     {"traceback", std::move(traceback)},
                    {"children", base::Json::array()}, {"date_done", nullptr}, {"task_id", envelope.id}};
    if (is_final(state)) {
        json["date_done"] = celery_time(now);
    }
    if (!envelope.parent_id.empty()) {
        json["parent_id"] = envelope.parent_id;
    }
    if (!envelope.group.empty()) {
        json["group_id"] = envelope.group;
    }
    return base::dump_json(json);
}

} // namespace

std::string_view to_string(CeleryState state) {
    switch (state) {
    case CeleryState::Started:
        return "STARTED";
    case CeleryState::Progress:
        return "PROGRESS";
    case CeleryState::Success:
        return "SUCCESS";
    case CeleryState::Retry:
        return "RETRY";
    case CeleryState::Failure:
        return "FAILURE";
    case CeleryState::Revoked:
        return "REVOKED";
    }
    return "";
}

std::string CeleryException::repr() const {
    std::string out = type + "(";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        out += (i == 0 ? "" : ", ") + python_repr(arguments[i]);
    }
    return out + ")";
}

std::string CeleryException::traceback() const {
    std::string words;
    for (const auto& argument : arguments) {
        words +=
            (words.empty() ? "" : ", ") + (argument.is_string() ? argument.get<std::string>() : python_repr(argument));
    }
    const auto name = module == "builtins" ? type : module + "." + type;
    return "Traceback (most recent call last):\n" + name + ": " + words + "\n";
}

CeleryException celery_runtime_error(const std::string& message) {
    return {"RuntimeError", "builtins", base::Json::array({message})};
}

CeleryException celery_hard_limit(double seconds) {
    return {"TimeLimitExceeded", "billiard.exceptions", base::Json::array({seconds})};
}

CeleryException celery_soft_limit(double seconds) {
    return {"SoftTimeLimitExceeded", "billiard.exceptions", base::Json::array({seconds})};
}

CeleryException celery_revoked_error(const std::string& reason) {
    return {"TaskRevokedError", "celery.exceptions", base::Json::array({reason})};
}

base::Json celery_started(std::int64_t pid, const std::string& node) {
    return {{"pid", pid}, {"hostname", node}};
}

base::Json celery_progress(const JobProgress& progress) {
    base::Json json{{"status", "transcoding"}, {"percent", one_decimal(progress.percent)}};
    if (progress.fps > 0) {
        json["fps"] = one_decimal(progress.fps);
    }
    if (progress.eta_sec >= 0) {
        json["eta_sec"] = std::llround(progress.eta_sec);
    }
    return json;
}

base::Json celery_return_value(const CeleryCall& call) {
    return {{"status", "completed"}, {"output_name", call.output_name}, {"format", call.format}};
}

std::string celery_result(const CeleryEnvelope& envelope, CeleryState state, const base::Json& result,
                          base::WallTime now) {
    return meta(envelope, state, result, nullptr, now);
}

std::string celery_result(const CeleryEnvelope& envelope, CeleryState state, const CeleryException& exception,
                          base::WallTime now) {
    const base::Json result{
        {"exc_type", exception.type}, {"exc_message", exception.arguments}, {"exc_module", exception.module}};
    base::Json traceback;
    if (state != CeleryState::Revoked) {
        traceback = exception.traceback();
    }
    return meta(envelope, state, result, std::move(traceback), now);
}

std::string celery_result_key(const std::string& task_id) {
    return "celery-task-meta-" + task_id;
}

} // namespace framehand::sources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/json_rpc.h"

#include <utility>

namespace framehand::api {

using base::Json;

Json make_request(std::int64_t id, std::string_view method, Json params) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}};
}

Json make_notification(std::string_view method, Json params) {
    return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

Json make_result(const Json& id, Json result) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

Json make_error(const Json& id, RpcErrorCode code, std::string_view message) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}};
}

Json make_error(const Json& id, const base::Error& error) {
    const auto code =
        error.code == base::ErrorCode::InvalidArgument ? RpcErrorCode::InvalidParams : RpcErrorCode::Failed;
    auto response = make_error(id, code, error.text());
    response["error"]["data"] = base::to_json(error);
    return response;
}

base::Error error_of(const Json& response) {
    const auto error = response.find("error");
    if (error == response.end() || !error->is_object()) {
        return base::fail(base::ErrorCode::CorruptData, "the daemon's answer is neither a result nor an error");
    }
    const auto data = error->find("data");
    if (data != error->end() && data->is_object()) {
        return base::error_from_json(*data);
    }
    const auto message = error->find("message");
    const bool missing = error->value("code", Json()) == static_cast<int>(RpcErrorCode::MethodNotFound);
    return base::fail(missing ? base::ErrorCode::Unsupported : base::ErrorCode::Internal,
                      message != error->end() && message->is_string()
                          ? message->get<std::string>()
                          : std::string("the daemon reports an error without a message"));
}

} // namespace framehand::api

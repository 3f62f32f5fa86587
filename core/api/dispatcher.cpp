// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/dispatcher.h"

#include "core/api/json_rpc.h"

#include <utility>

namespace framehand::api {

using base::Json;

void Dispatcher::add(std::string name, Method method) {
    m_methods.insert_or_assign(std::move(name), std::move(method));
}

std::optional<std::string> Dispatcher::handle(std::string_view line, Session& session) const {
    const auto json = base::parse_json(line, "request");
    if (!json) {
        return base::dump_json(make_error(nullptr, RpcErrorCode::ParseError, json.error().text()));
    }
    if (!json->is_array()) {
        const auto response = answer(*json, session);
        return response ? std::optional(base::dump_json(*response)) : std::nullopt;
    }
    if (json->empty()) {
        return base::dump_json(make_error(nullptr, RpcErrorCode::InvalidRequest, "an empty batch asks for nothing"));
    }
    auto responses = Json::array();
    for (const auto& request : *json) {
        if (auto response = answer(request, session)) {
            responses.push_back(std::move(*response));
        }
    }
    return responses.empty() ? std::nullopt : std::optional(base::dump_json(responses));
}

std::optional<Json> Dispatcher::answer(const Json& request, Session& session) const {
    const auto refuse = [](std::string_view why) { return make_error(nullptr, RpcErrorCode::InvalidRequest, why); };
    if (!request.is_object()) {
        return refuse("a request must be an object");
    }
    const auto version = request.find("jsonrpc");
    if (version == request.end() || *version != "2.0") {
        return refuse("jsonrpc: must be \"2.0\"");
    }
    const auto id = request.find("id");
    if (id != request.end() && !id->is_string() && !id->is_number() && !id->is_null()) {
        return refuse("id: must be a string or a number");
    }
    const auto name = request.find("method");
    if (name == request.end() || !name->is_string()) {
        return refuse("method: must be a string");
    }
    const bool wants_answer = id != request.end();
    const auto reply = [&](Json response) { return wants_answer ? std::optional(std::move(response)) : std::nullopt; };
    const auto request_id = wants_answer ? *id : Json();

    const auto method = m_methods.find(name->get_ref<const std::string&>());
    if (method == m_methods.end()) {
        return reply(make_error(request_id, RpcErrorCode::MethodNotFound,
                                "there is no method " + name->get_ref<const std::string&>()));
    }
    const auto params = request.find("params");
    if (params != request.end() && !params->is_object()) {
        return reply(make_error(request_id, RpcErrorCode::InvalidParams, "params: must be an object"));
    }
    auto result = method->second(params == request.end() ? Json::object() : *params, session);
    return reply(result ? make_result(request_id, std::move(*result)) : make_error(request_id, result.error()));
}

} // namespace framehand::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/dispatcher.h"

#include "core/api/json_rpc.h"

#include <memory>
#include <utility>

namespace framehand::api {

using base::Json;

Session::~Session() {
    for (const auto& waiting : m_when_gone) {
        if (const auto call = waiting.lock()) {
            (*call)();
        }
    }
}

std::shared_ptr<void> Session::when_gone(std::function<void()> call) {
    std::erase_if(m_when_gone, [](const auto& waiting) { return waiting.expired(); });
    auto kept = std::make_shared<std::function<void()>>(std::move(call));
    m_when_gone.push_back(kept);
    return kept;
}

void Dispatcher::add(std::string name, Method method) {
    m_methods.insert_or_assign(std::move(name),
                               [method = std::move(method)](const Json& params, Session& session, const Reply& reply) {
                                   reply(method(params, session));
                               });
}

void Dispatcher::add_later(std::string name, LaterMethod method) {
    m_methods.insert_or_assign(std::move(name),
                               [method = std::move(method)](const Json& params, Session& /*session*/, Reply reply) {
                                   method(params, std::move(reply));
                               });
}

void Dispatcher::add_later(std::string name, SessionLaterMethod method) {
    m_methods.insert_or_assign(std::move(name), std::move(method));
}

void Dispatcher::handle(std::string_view line, Session& session, Send send) const {
    const auto json = base::parse_json(line, "request");
    if (!json) {
        send(base::dump_json(make_error(nullptr, RpcErrorCode::ParseError, json.error().text())));
    } else if (json->is_array()) {
        answer_all(*json, session, std::move(send));
    } else {
        answer(*json, session, [send = std::move(send)](const Json& response) {
            if (!response.is_null()) {
                send(base::dump_json(response));
            }
        });
    }
}

void Dispatcher::answer_all(const Json& requests, Session& session, Send send) const {
    if (requests.empty()) {
        send(base::dump_json(make_error(nullptr, RpcErrorCode::InvalidRequest, "an empty batch asks for nothing")));
        return;
    }

    struct Batch {
        Json responses = Json::array();
        std::size_t open = 0;
        Send send;
    };

    const auto batch = std::make_shared<Batch>();
    batch->open = requests.size();
    batch->send = std::move(send);
    for (const auto& request : requests) {
        answer(request, session, [batch](Json response) {
            if (!response.is_null()) {
                batch->responses.push_back(std::move(response));
            }
            if (--batch->open == 0 && !batch->responses.empty()) {
                batch->send(base::dump_json(batch->responses));
            }
        });
    }
}

void Dispatcher::answer(const Json& request, Session& session, Respond respond) const {
    const auto refuse = [&](std::string_view why) { respond(make_error(nullptr, RpcErrorCode::InvalidRequest, why)); };
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
    const auto request_id = id == request.end() ? Json() : *id;
    if (id == request.end()) {
        // Whatever comes of it: nobody waits.
        respond(Json());
        respond = [](const Json&) {};
    }
    const auto method = m_methods.find(name->get_ref<const std::string&>());
    if (method == m_methods.end()) {
        respond(make_error(request_id, RpcErrorCode::MethodNotFound,
                           "there is no method " + name->get_ref<const std::string&>()));
        return;
    }
    const auto params = request.find("params");
    if (params != request.end() && !params->is_object()) {
        respond(make_error(request_id, RpcErrorCode::InvalidParams, "params: must be an object"));
        return;
    }
    Reply reply([request_id, respond = std::move(respond)](base::Result<Json> result) {
        respond(result ? make_result(request_id, std::move(*result)) : make_error(request_id, result.error()));
    });
    method->second(params == request.end() ? Json::object() : *params, session, std::move(reply));
}

} // namespace framehand::api

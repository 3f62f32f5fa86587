// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/router.h"

#include "core/base/text.h"

#include <optional>
#include <set>
#include <utility>

namespace framehand::orchestrator {

namespace {

constexpr std::string_view kPlaceholder = "{id}";

/// What stands in the place of {id} ("" if nothing does), or nothing if the path is another one.
std::optional<std::string> match(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    if (pattern.size() != path.size()) {
        return std::nullopt;
    }
    std::string id;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == kPlaceholder && !path[i].empty()) {
            id = path[i];
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return id;
}

} // namespace

base::Result<base::Json> RoutedRequest::json_object() const {
    FH_ASSIGN(auto json, base::parse_json(http.body, "request body"));
    if (!json.is_object()) {
        return base::fail(base::ErrorCode::InvalidArgument, "request body: must be a JSON object");
    }
    return json;
}

void Router::add(std::string method, std::string_view pattern, Handler handler) {
    m_routes.push_back({std::move(method), base::split(pattern, '/'), std::move(handler)});
}

void Router::route(const HttpRequest& request, const Respond& respond) const {
    const std::string_view target = request.target;
    const auto question = target.find('?');
    auto query = parse_query(question == std::string_view::npos ? std::string_view() : target.substr(question + 1));
    if (!query) {
        respond(error_response(query.error()));
        return;
    }
    // Decoded after splitting, so that an escaped slash stays part of its segment.
    std::vector<std::string> path;
    for (const auto& segment : base::split(target.substr(0, question), '/')) {
        auto decoded = percent_decode(segment);
        if (!decoded) {
            respond(error_response(decoded.error()));
            return;
        }
        path.push_back(std::move(*decoded));
    }

    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    std::set<std::string> allowed;
    for (const auto& route : m_routes) {
        auto id = match(route.segments, path);
        if (!id) {
            continue;
        }
        if (route.method == method) {
            route.handler(RoutedRequest{request, std::move(*id), std::move(*query)}, respond);
            return;
        }
        allowed.insert(route.method);
    }
    if (allowed.empty()) {
        respond(error_response(404, "not_found", "there is nothing at this address"));
        return;
    }
    if (allowed.contains("GET")) {
        allowed.insert("HEAD");
    }
    std::string allow;
    for (const auto& name : allowed) {
        allow += (allow.empty() ? "" : ", ") + name;
    }
    auto response = error_response(405, "method_not_allowed", "this address answers only to " + allow);
    response.headers.emplace_back("Allow", allow);
    respond(std::move(response));
}

} // namespace framehand::orchestrator

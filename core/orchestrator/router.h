// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/http_types.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::orchestrator {

/// What a route's handler is given: the request, and what its address says, percent-decoded.
struct RoutedRequest {
    const HttpRequest& http;
    std::string id; ///< what stood in the place of {id}; "" if the route has none
    std::map<std::string, std::string> query;

    /// The body as a JSON object. InvalidArgument for anything else.
    [[nodiscard]] base::Result<base::Json> json_object() const;
};

/// Finds the handler of a request by method and path. Fixed once set up; then usable by one thread.
class Router {
public:
    using Handler = std::function<void(const RoutedRequest&, Respond)>;

    /// `pattern`: "/api/v1/jobs/{id}/retry", with at most one {id}, which stands for one non-empty segment.
    void add(std::string method, std::string_view pattern, Handler handler);

    /// Calls the handler, or answers 400 for a malformed address, 404 for an unknown path, 405 with `Allow` for an
    /// unknown method of a known path. HEAD is served by GET's handler.
    void route(const HttpRequest& request, const Respond& respond) const;

private:
    struct Route {
        std::string method;
        std::vector<std::string> segments;
        Handler handler;
    };

    std::vector<Route> m_routes;
};

} // namespace framehand::orchestrator

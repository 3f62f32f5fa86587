// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/token_methods.h"

#include "core/settings/access_token.h"

#include <utility>

namespace framehand::daemon {

using base::Json;

namespace {

base::Result<Json> set_token(const TokenParts& parts, const Json& params) {
    const auto token = params.find("token");
    if (token == params.end() || !(token->is_null() || token->is_string())) {
        return base::fail(base::ErrorCode::InvalidArgument, "token: must be a text, or null for none");
    }
    FH_TRY(token->is_null() ? settings::forget_access_token(parts.environment, parts.data_dir)
                            : settings::keep_access_token(parts.environment, parts.data_dir,
                                                          base::Secret(token->get<std::string>())));
    parts.changed();
    return Json{{"restart", true}};
}

} // namespace

void add_token_methods(api::Dispatcher& dispatcher, TokenParts parts) {
    dispatcher.add("token.set", [parts = std::move(parts)](const Json& params, api::Session& /*session*/) {
        return set_token(parts, params);
    });
}

} // namespace framehand::daemon

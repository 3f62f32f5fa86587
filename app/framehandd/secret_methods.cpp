// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/secret_methods.h"

#include "core/settings/source_secrets.h"

#include <utility>

namespace framehand::daemon {

using base::Json;

namespace {

using Answer = base::Result<Json>;

Answer list_secrets(const SecretParts& parts) {
    return Json{{"secrets", settings::describe_source_secrets(parts.environment, parts.data_dir)}};
}

Answer set_secret(const SecretParts& parts, const Json& params) {
    base::JsonReader reader(params, "");
    const auto name = reader.required_string("name");
    FH_TRY(reader.status());
    const auto secret = settings::source_secret_from_string(name);
    if (!secret) {
        return base::fail(base::ErrorCode::InvalidArgument, "name: there is no secret \"" + name + "\"");
    }
    const auto value = params.find("value");
    if (value == params.end() || !(value->is_null() || value->is_string())) {
        return base::fail(base::ErrorCode::InvalidArgument, "value: must be a text, or null for none");
    }
    FH_TRY(settings::change_source_secret(parts.environment, parts.data_dir, *secret,
                                          value->is_null() ? std::nullopt
                                                           : std::optional(base::Secret(value->get<std::string>()))));
    return Json{{"restart", true}};
}

} // namespace

void add_secret_methods(api::Dispatcher& dispatcher, SecretParts parts) {
    dispatcher.add("secrets.list", [parts](const Json&, api::Session&) { return list_secrets(parts); });
    dispatcher.add("secrets.set",
                   [parts = std::move(parts)](const Json& params, api::Session&) { return set_secret(parts, params); });
}

} // namespace framehand::daemon

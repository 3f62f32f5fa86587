// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/secret_keeper.h"

#include "app/framehandctl/local_daemon.h"

#include <utility>

namespace framehand::cli {

using base::ErrorCode;

base::Result<settings::SourceSecret> secret_named(const std::string& name) {
    if (const auto secret = settings::source_secret_from_string(name)) {
        return *secret;
    }
    std::string known;
    for (const auto secret : settings::kSourceSecrets) {
        known += (known.empty() ? "" : ", ") + std::string(settings::to_string(secret));
    }
    return base::fail(ErrorCode::InvalidArgument, "there is no secret \"" + name + "\", but " + known);
}

base::Result<base::Json> list_secrets(Context& context) {
    auto daemon = connect_to_daemon(context);
    if (daemon) {
        FH_ASSIGN(auto answer, daemon->call("secrets.list"));
        return answer;
    }
    if (daemon.error().code != ErrorCode::Unavailable) {
        return daemon.error();
    }
    FH_ASSIGN(const auto* loaded, context.settings());
    return base::Json{
        {"secrets", settings::describe_source_secrets(context.load_request().environment, loaded->settings.data_dir)}};
}

base::Status change_secret(Context& context, settings::SourceSecret secret, const std::optional<base::Secret>& value) {
    auto daemon = connect_to_daemon(context);
    if (daemon) {
        base::Json params{{"name", settings::to_string(secret)}, {"value", nullptr}};
        if (value) {
            params["value"] = value->reveal();
        }
        FH_TRY(daemon->call("secrets.set", params));
        return {};
    }
    if (daemon.error().code != ErrorCode::Unavailable) {
        return daemon.error();
    }
    FH_ASSIGN(const auto* loaded, context.settings());
    return settings::change_source_secret(context.load_request().environment, loaded->settings.data_dir, secret, value);
}

} // namespace framehand::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/local_daemon.h"

#include "core/api/socket_path.h"

namespace framehand::cli {

base::Result<api::LocalClient> connect_to_daemon(Context& context) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    std::filesystem::path socket =
        api::default_socket_path(context.load_request().dirs.runtime_dir, loaded->settings.data_dir);
    const auto& identity = context.services().identity;
    auto client = api::LocalClient::connect(socket, identity);
    if (!client && client.error().code == base::ErrorCode::Unavailable) {
        // A daemon that is an orchestrator only leaves the usual name to a worker beside it.
        if (auto orchestrator = api::LocalClient::connect(socket.replace_filename("orchestrator.sock"), identity)) {
            return orchestrator;
        }
    }
    if (!client && client.error().code == base::ErrorCode::Unavailable) {
        return client.error().wrapped("no framehandd of yours is running here; start it with \"framehandd worker\", or "
                                      "\"framehandd all\" to be the orchestrator as well");
    }
    return client;
}

} // namespace framehand::cli

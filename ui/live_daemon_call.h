// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/live_client.h"
#include "ui/daemon_call.h"

namespace framehand::ui {

/// Over the connection that the app has with its daemon.
class LiveDaemonCall final : public DaemonCall {
public:
    /// `client` must outlive it.
    explicit LiveDaemonCall(api::LiveClient& client) : m_client(client) {}

    using DaemonCall::call;
    void call(const std::string& method, base::Json params, const QObject& receiver, Answer answer,
              base::Duration patience) override;

private:
    api::LiveClient& m_client;
};

} // namespace framehand::ui

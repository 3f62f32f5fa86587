// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/json_rpc.h"
#include "core/api/local_client.h"
#include "core/api/local_server.h"
#include "tests/platform/this_system.h"
#include "tests/platform/wait_for.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

namespace framehand::api {

/// A server of the local API, and clients of it.
class LocalApiTest : public testing::Test {
protected:
    LocalApiTest() {
        dispatcher.add("echo", [](const base::Json& params, Session&) -> base::Result<base::Json> { return params; });
        dispatcher.add("state.subscribe", [this](const base::Json&, Session& session) -> base::Result<base::Json> {
            session.subscribe();
            return base::Json{{"seq", events.latest().sequence}, {"state", events.latest().state}};
        });
        dispatcher.add("fail", [](const base::Json&, Session&) -> base::Result<base::Json> {
            return base::fail(base::ErrorCode::NotFound, "no such job", "really");
        });
    }

    [[nodiscard]] std::filesystem::path socket_path() const { return folder.path() / "run" / "agent.sock"; }

    /// Runs a blocking client on a thread of its own while the server's event loop runs here.
    template <typename Work>
    void with_client(Work work) {
        std::atomic<bool> done = false;
        std::thread thread([&] {
            auto client = LocalClient::connect(socket_path(), identity);
            EXPECT_TRUE(client) << (client ? "" : client.error().text());
            if (client) {
                work(*client);
            }
            done = true;
        });
        EXPECT_TRUE(test::wait_for([&] { return done.load(); }));
        thread.join();
    }

    test::TempFolder folder;
    Dispatcher dispatcher;
    EventHub events{base::Json{{"phase", "idle"}}};
    const std::unique_ptr<ports::PeerIdentity> own_identity = test::make_peer_identity();
    const ports::PeerIdentity& identity = *own_identity;
    LocalServer server{dispatcher, events, identity, "1.2.3", {}};
};

} // namespace framehand::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/socket_path.h"

#include <gtest/gtest.h>

namespace framehand::api {
namespace {

TEST(SocketPath, LiesInTheRuntimeFolderOrElseInTheDataFolder) {
    EXPECT_EQ(default_socket_path("/run/user/1000", "/data"), "/run/user/1000/framehand/agent.sock");
    EXPECT_EQ(default_socket_path("", "/data"), "/data/agent.sock");
    EXPECT_EQ(default_socket_path("relative", "/data"), "/data/agent.sock");
}

} // namespace
} // namespace framehand::api

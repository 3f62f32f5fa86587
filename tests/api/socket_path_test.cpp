// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/socket_path.h"
#include "tests/support/rooted.h"

#include <gtest/gtest.h>

namespace framehand::api {
namespace {

TEST(SocketPath, LiesInTheRuntimeFolderOrElseInTheDataFolder) {
    EXPECT_EQ(default_socket_path(test::rooted("/run/user/1000").string(), "/data"),
              test::rooted("/run/user/1000/framehand/agent.sock"));
    EXPECT_EQ(default_socket_path("", "/data"), "/data/agent.sock");
    EXPECT_EQ(default_socket_path("relative", "/data"), "/data/agent.sock");
}

} // namespace
} // namespace framehand::api

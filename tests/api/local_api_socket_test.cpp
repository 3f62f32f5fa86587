// SPDX-License-Identifier: GPL-3.0-or-later
// The local API where it is a socket in a folder.
#include "tests/api/local_api_fixture.h"

#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace framehand::api {
namespace {

using LocalApiSocketTest = LocalApiTest;

TEST_F(LocalApiSocketTest, IsPrivate) {
    ASSERT_TRUE(server.listen(socket_path()));

    struct stat about {};

    ASSERT_EQ(::stat(socket_path().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0700U);
    ASSERT_EQ(::stat(socket_path().parent_path().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0700U);
}

TEST_F(LocalApiSocketTest, TheSocketOfAKilledDaemonIsReplaced) {
    std::filesystem::create_directories(socket_path().parent_path());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket_path().c_str(), sizeof(address.sun_path) - 1);
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ASSERT_EQ(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    ::close(dead);
    ASSERT_TRUE(std::filesystem::exists(socket_path()));
    const auto listening = server.listen(socket_path());
    ASSERT_TRUE(listening) << listening.error().text();
    with_client([](LocalClient& client) { EXPECT_TRUE(client.call("echo")); });
}

} // namespace
} // namespace framehand::api

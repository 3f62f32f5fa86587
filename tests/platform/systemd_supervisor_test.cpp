// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/systemd_supervisor.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

namespace framehand::platform {
namespace {

using Environment = std::map<std::string, std::string>;

/// Systemd's end of the socket.
class Manager {
public:
    /// `name` as in NOTIFY_SOCKET.
    explicit Manager(std::string name) : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        if (name[0] == '@') {
            name[0] = '\0';
        }
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.data(), name.size());
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        EXPECT_EQ(::bind(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), length), 0);
    }

    /// The next message that has arrived, "" for none.
    std::string heard() const {
        std::array<char, 1000> bytes{};
        const auto length = ::recv(m_socket.get(), bytes.data(), bytes.size(), 0);
        return length > 0 ? std::string(bytes.data(), static_cast<std::size_t>(length)) : std::string();
    }

private:
    Descriptor m_socket;
};

TEST(SystemdSupervisor, SaysWhatHappensToASocketInAFolder) {
    const test::TempFolder folder;
    const auto name = (folder.path() / "notify").string();
    const Manager manager(name);
    SystemdSupervisor supervisor({{"NOTIFY_SOCKET", name}}, 17);
    supervisor.ready();
    supervisor.say("waiting for\njobs");
    supervisor.alive();
    supervisor.stopping();
    EXPECT_EQ(manager.heard(), "READY=1");
    EXPECT_EQ(manager.heard(), "STATUS=waiting for jobs");
    EXPECT_EQ(manager.heard(), "WATCHDOG=1");
    EXPECT_EQ(manager.heard(), "STOPPING=1");
    EXPECT_EQ(manager.heard(), "");
    EXPECT_FALSE(supervisor.patience());
}

TEST(SystemdSupervisor, ReachesASocketInTheAbstractNamespace) {
    const test::TempFolder folder; // its name is nobody else's
    const auto name = "@" + folder.path().string();
    const Manager manager(name);
    SystemdSupervisor supervisor({{"NOTIFY_SOCKET", name}}, 17);
    supervisor.ready();
    EXPECT_EQ(manager.heard(), "READY=1");
}

TEST(SystemdSupervisor, IsSilentWithoutAManager) {
    for (const auto& name : {std::string(), std::string("relative/path"), std::string("/"), std::string("vsock:2:1"),
                             std::string("/nobody/listens/here"), "/" + std::string(200, 'x')}) {
        SystemdSupervisor supervisor({{"NOTIFY_SOCKET", name}}, 17);
        supervisor.ready(); // nothing to see but that it comes back
        supervisor.say("waiting");
    }
    EXPECT_FALSE(SystemdSupervisor(Environment{}, 17).patience());
    EXPECT_FALSE(SystemdSupervisor({{"WATCHDOG_USEC", "1000000"}}, 17).patience());
}

TEST(SystemdSupervisor, TakesTheWatchdogOfItsOwnProcessOnly) {
    const auto patience = [](const std::string& time, const std::string& process) {
        return SystemdSupervisor({{"NOTIFY_SOCKET", "/run/notify"}, {"WATCHDOG_USEC", time}, {"WATCHDOG_PID", process}},
                                 17)
            .patience();
    };
    EXPECT_EQ(patience("60000000", ""), base::Duration(60'000));
    EXPECT_EQ(patience("60000000", "17"), base::Duration(60'000));
    EXPECT_FALSE(patience("60000000", "18"));
    EXPECT_FALSE(patience("60000000", "x"));
    EXPECT_FALSE(patience("0", "17"));
    EXPECT_FALSE(patience("-5", "17"));
    EXPECT_FALSE(patience("60 s", "17"));
}

} // namespace
} // namespace framehand::platform

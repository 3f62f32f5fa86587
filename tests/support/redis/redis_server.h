// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/options.h"
#include "tests/support/temp_folder.h"

#include <QProcess>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace framehand::test {

/// A real redis-server on loopback, with a folder of its own; its port stays the same over restarts. Ends with this
/// object. A server that does not come up fails the test.
class RedisServer {
public:
    enum class Memory {
        Lost, ///< a restarted server is empty
        Kept, ///< everything that was answered is there after a restart, even after kill()
    };

    /// `arguments` as of redis-server: {"--requirepass", "secret"}.
    explicit RedisServer(Memory memory = Memory::Lost, std::vector<std::string> arguments = {});
    ~RedisServer();
    RedisServer(const RedisServer&) = delete;
    RedisServer& operator=(const RedisServer&) = delete;

    /// Comes back when it answers (with whatever words).
    void start();
    /// As by kill -9.
    void kill();
    /// Stops it where it is: connections stay open, nothing is answered. And lets it go on.
    void freeze();
    void thaw();

    void restart() {
        kill();
        start();
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    /// "redis://127.0.0.1:<port>/0", with a password if one is given.
    [[nodiscard]] std::string url(const std::string& password = "", int database = 0) const;
    /// For a connection to it that tries again soon after a loss.
    [[nodiscard]] redis::Options options(const std::string& password = "") const;

private:
    [[nodiscard]] bool try_start();

    TempFolder m_folder;
    Memory m_memory;
    std::vector<std::string> m_arguments;
    std::uint16_t m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace framehand::test

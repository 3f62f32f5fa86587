// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/supervisor.h"
#include "platform/linux/descriptor.h"

#include <cstdint>
#include <map>
#include <string>

namespace framehand::platform {

/// systemd's notification protocol, sd_notify(3): one datagram to $NOTIFY_SOCKET for each message. Silent where the
/// variable is missing or names what is no socket of this machine.
class SystemdSupervisor final : public ports::Supervisor {
public:
    /// `environment` of this process: NOTIFY_SOCKET ("/path", or "@name" in the abstract namespace), WATCHDOG_USEC, and
    /// WATCHDOG_PID, which must be `process_id` if it is there.
    SystemdSupervisor(const std::map<std::string, std::string>& environment, std::int64_t process_id);

    void ready() override;
    void stopping() override;
    void say(std::string_view sentence) override;
    void alive() override;

    [[nodiscard]] std::optional<base::Duration> patience() const override { return m_patience; }

private:
    void send(std::string_view message) const;

    std::string m_address; ///< as bind() takes it, "" for none
    Descriptor m_socket{-1};
    std::optional<base::Duration> m_patience;
};

} // namespace framehand::platform

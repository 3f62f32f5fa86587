// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/input_idle.h"
#include "platform/windows/windows_sessions.h"

#include <cstdint>
#include <optional>

namespace framehand::platform {

/// GetLastInputInfo(), which tells of the session of this process only: nothing in that of the services, which the
/// desktop app makes up for by its reports. Each report() looks; there is no event to wait for. Owner's thread.
class WindowsInputIdle final : public ports::InputIdle {
public:
    /// `clock` must outlive this.
    WindowsInputIdle(const base::Clock& clock, ProcessSession session) : m_clock(clock), m_session(session) {}

    [[nodiscard]] Report report() const override;

    void look_every(base::Duration /*interval*/) override {}

private:
    const base::Clock& m_clock;
    const ProcessSession m_session;
};

/// Between two of Windows' 32-bit milliseconds, which begin anew every 49.7 days and of which the last input's may be a
/// little ahead. Pure.
[[nodiscard]] base::Duration ticks_between(std::uint32_t last_input, std::uint32_t now);

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_input_idle.h"

#include "platform/windows/windows_api.h"

namespace framehand::platform {

base::Duration ticks_between(std::uint32_t last_input, std::uint32_t now) {
    const auto passed = static_cast<std::int32_t>(now - last_input);
    // Longer than half of the clock's round without a touch looks as if the touch were ahead; by more than some
    // seconds it cannot be.
    constexpr std::int32_t kAhead = -60'000;
    if (passed >= 0) {
        return base::Duration{passed};
    }
    return passed > kAhead ? base::Duration{0} : base::Duration{static_cast<std::uint32_t>(now - last_input)};
}

ports::InputIdle::Report WindowsInputIdle::report() const {
    using Idle = ports::Reading<base::Duration>;
    const auto at = m_clock.steady();
    if (m_session == ProcessSession::Services) {
        return {at, Idle::unknown("a service sees neither keyboard nor mouse")};
    }
    LASTINPUTINFO last{};
    last.cbSize = sizeof(last);
    if (::GetLastInputInfo(&last) == FALSE) {
        return {at, Idle::unknown("Windows does not tell when keyboard and mouse were last touched")};
    }
    return {at, Idle::known(ticks_between(last.dwTime, ::GetTickCount()))};
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/graphical_session.h"
#include "core/ports/input_idle.h"
#include "platform/windows/session_signs.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace framehand::platform {

/// Where a process lives.
enum class ProcessSession {
    Services, ///< session 0, which has neither screen nor keyboard
    Person,   ///< the session of somebody who has logged in, here or from afar
};

[[nodiscard]] ProcessSession own_session();

/// The sessions of people: the one at this machine, and those from afar. Where each is locked or disconnected nobody
/// uses the machine, whichever session this process is in. One of which Windows does not tell may be in use. Owner's
/// thread.
class WindowsSessions final : public ports::GraphicalSession, public ports::InputIdle {
public:
    /// None where nothing is known.
    using List = std::function<std::optional<std::vector<LoginSession>>()>;

    /// `clock` must outlive this.
    explicit WindowsSessions(const base::Clock& clock);
    WindowsSessions(const base::Clock& clock, List list);

    [[nodiscard]] ports::Reading<bool> session_exists() const override;
    /// Since this has seen that nobody is there; a day where nobody has logged in. Unknown while somebody may be.
    [[nodiscard]] Report report() const override;

    void look_every(base::Duration /*interval*/) override {} // each report looks

    /// Whether the session `own` has been left for another one that may be in use. Careful: where Windows does not tell
    /// it has been.
    [[nodiscard]] bool left_for_another(unsigned long own) const;

private:
    const base::Clock& m_clock;
    const List m_list;
    mutable std::optional<base::SteadyTime> m_away_since;
};

/// Whether a session is locked, by the answer to WTSSessionInfoEx of wtsapi32.h. Pure.
[[nodiscard]] bool locked_in(std::span<const std::byte> session_info);

/// As they are now (session_signs.h).
[[nodiscard]] std::optional<std::vector<LoginSession>> login_sessions();

} // namespace framehand::platform

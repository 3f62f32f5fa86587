// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/process_list.h"

#include <optional>
#include <vector>

namespace framehand::platform {

/// One session as WTSEnumerateSessions() lists it.
struct ToldSession {
    unsigned long id = 0;
    bool has_a_person = false; ///< somebody has logged in, or may have
    bool connected = false;    ///< to a screen, of this machine or (remote) of another one
    bool locked = false;
};

/// All that tells which sessions are people's.
struct SessionSigns {
    /// None where that call fails. It lists only those of which the caller may ask: of none to a service without
    /// rights, which is an error or an empty list, and to people often their own alone.
    std::optional<std::vector<ToldSession>> told;
    std::optional<std::vector<ListedProcess>> processes; ///< of all sessions; takes no right
    unsigned long console = 0; ///< at the screen of this machine, by WTSGetActiveConsoleSessionId(), which takes none
};

/// What is known of one session in which somebody has logged in, or may have.
struct LoginSession {
    unsigned long id = 0;
    std::optional<bool> connected; ///< to a screen, here or afar; none where nobody tells
    bool locked = false;           ///< where somebody tells

    bool operator==(const LoginSession&) const = default;
};

/// Those of people: what Windows tells, and what it keeps to itself but their processes show. None where nobody can be
/// seen and that may be for want of the right to see them. Pure.
[[nodiscard]] std::optional<std::vector<LoginSession>> sessions_of_people(const SessionSigns& signs);

/// Unless it is known that nobody sees its screen. Pure.
[[nodiscard]] bool may_be_in_use(const LoginSession& session);

/// Whether the session `own` is not known to have a screen, while another one may be in use. Pure.
[[nodiscard]] bool left_for_another(const std::vector<LoginSession>& people, unsigned long own);

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/full_screen.h"
#include "core/ports/graphical_session.h"
#include "core/ports/input_idle.h"

#include <vector>

namespace framehand::platform {

/// Several sources of the same: the first one that knows is believed. Where this very program is in a graphical
/// session, there is one, whatever others say.
class DesktopPresence final : public ports::InputIdle, public ports::GraphicalSession {
public:
    enum class OwnSession { None, Graphical };

    /// Best source first; this takes their on_change. All must outlive this.
    DesktopPresence(std::vector<ports::InputIdle*> sources, const ports::GraphicalSession& sessions, OwnSession own);

    [[nodiscard]] Report report() const override;
    void look_every(base::Duration interval) override;
    [[nodiscard]] ports::Reading<bool> session_exists() const override;

private:
    const std::vector<ports::InputIdle*> m_sources;
    const ports::GraphicalSession& m_sessions;
    const OwnSession m_own;
};

} // namespace framehand::platform

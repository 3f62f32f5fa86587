// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/input_idle.h"

#include <QTimer>

#include <memory>
#include <string>

namespace framehand::platform {

/// A Wayland compositor that speaks ext-idle-notify-v1 (wlroots, KDE, COSMIC) or its elder org_kde_kwin_idle, over a
/// connection of its own, from the first look_every() on. Such a compositor tells edges only: what was before this
/// connection is unknown to it, so that the idle time begins with that. Never waits. One that went away is tried again.
///
/// The compositor counts a video that plays as use.
class WaylandIdle final : public ports::InputIdle {
public:
    /// `display` as in $WAYLAND_DISPLAY; "" is no compositor.
    WaylandIdle(std::string display, const base::Clock& clock);
    ~WaylandIdle() override;

    [[nodiscard]] Report report() const override;
    void look_every(base::Duration interval) override;

private:
    class Connection;

    void connect();
    void lost(std::string why);
    void changed() const;

    const std::string m_display;
    const base::Clock& m_clock;
    std::string m_why_unknown;
    bool m_started = false;
    std::unique_ptr<Connection> m_connection;
    QTimer m_again;
};

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/reading.h"

#include <memory>
#include <string>

namespace framehand::platform {

/// A connection to an X server, and what it tells of the person before it. The X libraries are loaded when the first
/// one is made: programs run without them, and without an X server. Calls block for as long as the server does: for a
/// thread of its own.
class X11Display {
public:
    /// `name` as in $DISPLAY.
    explicit X11Display(const std::string& name);
    ~X11Display();
    X11Display(const X11Display&) = delete;
    X11Display& operator=(const X11Display&) = delete;

    /// "" while the connection stands.
    [[nodiscard]] std::string problem() const;
    [[nodiscard]] ports::Reading<base::Duration> idle();
    /// _NET_WM_STATE_FULLSCREEN of the window that the window manager calls active.
    [[nodiscard]] ports::Reading<bool> full_screen();
    /// Whether somebody shows icons by the System Tray Protocol (XEmbed).
    [[nodiscard]] bool has_tray();

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
    std::string m_problem;
};

} // namespace framehand::platform

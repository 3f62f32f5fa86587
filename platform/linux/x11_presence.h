// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/full_screen.h"
#include "core/ports/input_idle.h"

#include <QObject>

#include <memory>
#include <string>

namespace framehand::platform {

/// An X server, asked again and again on a thread of its own, so that one that hangs stops nobody: its last report then
/// ages. One that went away is tried again.
class X11Presence final : public ports::InputIdle, public ports::FullScreen {
public:
    /// `display` as in $DISPLAY; "" is no X server. It is asked from the first look_every() on.
    explicit X11Presence(std::string display);
    ~X11Presence() override;

    [[nodiscard]] Report report() const override;
    [[nodiscard]] ports::Reading<bool> full_screen() const override;
    void look_every(base::Duration interval) override;

private:
    struct Shared;
    void start();
    static void watch(const std::shared_ptr<Shared>& shared, const std::string& display);

    const std::string m_display;
    bool m_started = false;
    QObject m_context; ///< of the calls from the thread
    std::shared_ptr<Shared> m_shared;
};

} // namespace framehand::platform

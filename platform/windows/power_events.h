// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace framehand::platform {

/// Tells when the machine wakes, and when its power comes from elsewhere or is to be saved. Needs neither a window nor
/// a service; silent on a Windows that cannot call back. The thread that made it, which runs a Qt event loop.
class PowerEvents {
public:
    PowerEvents();
    ~PowerEvents();
    PowerEvents(const PowerEvents&) = delete;
    PowerEvents& operator=(const PowerEvents&) = delete;

    std::function<void()> on_wake;   ///< may be empty
    std::function<void()> on_change; ///< may be empty

    /// What Windows calls, on a thread of its own: PBT_APMRESUMEAUTOMATIC, PBT_POWERSETTINGCHANGE, ...
    void happened(unsigned long power_event);

private:
    struct Registrations;

    QObject m_context;                              ///< of the calls from Windows' thread
    std::unique_ptr<Registrations> m_registrations; ///< last: its end waits for calls that run
};

} // namespace framehand::platform

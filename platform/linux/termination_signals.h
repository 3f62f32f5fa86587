// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace framehand::platform {

/// Turns the first SIGTERM or SIGINT into a call on the thread that made this object (which runs a Qt event loop). The
/// second one ends the process at once with status 128 + signal, even if that thread hangs on a dead share.
/// One at a time in a process; its destructor restores the default actions.
class TerminationSignals {
public:
    explicit TerminationSignals(std::function<void()> on_first);
    ~TerminationSignals();
    TerminationSignals(const TerminationSignals&) = delete;
    TerminationSignals& operator=(const TerminationSignals&) = delete;

private:
    std::function<void()> m_on_first;
    int m_read_end = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace framehand::platform {

/// Turns the first Ctrl+C, Ctrl+Break, closed console, log-off, shutdown, or polite request (polite_quit.h) into a call
/// on the thread that made this object (which runs a Qt event loop). The second one ends the process at once, Ctrl+C
/// and Ctrl+Break with status 130, all others with 143, even if that thread hangs on a dead share. When the console
/// closes or the person logs off, Windows gives a process a few seconds from the first one on, and after a log-off or
/// shutdown it alone ends one that takes longer. One at a time in a
/// process; its destructor restores the default actions.
class TerminationSignals {
public:
    explicit TerminationSignals(std::function<void()> on_first);
    ~TerminationSignals();
    TerminationSignals(const TerminationSignals&) = delete;
    TerminationSignals& operator=(const TerminationSignals&) = delete;

private:
    struct State;

    static int __stdcall handle_console(unsigned long event);

    std::unique_ptr<State> m_state;
};

} // namespace framehand::platform

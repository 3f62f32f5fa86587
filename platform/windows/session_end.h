// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/handle.h"

#include <functional>
#include <thread>

namespace framehand::platform {

/// Tells when the person logs off or the machine is shut down. A program with user32.dll in it, as every one of Qt's,
/// is told so as the owner of a window alone, never as one with a console. Windows waits some seconds for its end.
class SessionEnd {
public:
    static constexpr auto kWindowClass = L"FramehandSessionEnd";

    /// `on_end` is called on a thread of this.
    explicit SessionEnd(std::function<void()> on_end);
    /// From then on Windows may end this process.
    ~SessionEnd();
    SessionEnd(const SessionEnd&) = delete;
    SessionEnd& operator=(const SessionEnd&) = delete;

private:
    void listen() const;
    static LRESULT CALLBACK received(HWND window, UINT message, WPARAM first, LPARAM second);

    const std::function<void()> m_on_end;
    const UniqueHandle m_over; ///< an event
    std::thread m_thread;
};

} // namespace framehand::platform

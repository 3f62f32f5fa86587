// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/session_end.h"

#include <utility>

namespace framehand::platform {

SessionEnd::SessionEnd(std::function<void()> on_end)
    : m_on_end(std::move(on_end)), m_over(owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr))) {
    if (m_over) {
        m_thread = std::thread([this] { listen(); });
    }
}

SessionEnd::~SessionEnd() {
    if (m_thread.joinable()) {
        ::SetEvent(m_over.get());
        m_thread.join();
    }
}

void SessionEnd::listen() const {
    WNDCLASSEXW about{};
    about.cbSize = sizeof(about);
    about.lpfnWndProc = received;
    about.hInstance = ::GetModuleHandleW(nullptr);
    about.lpszClassName = kWindowClass;
    ::RegisterClassExW(&about); // fails where it is registered already
    // Never shown; but not one for messages alone, which hears of no such thing.
    HWND window = ::CreateWindowExW(0, kWindowClass, L"", 0, 0, 0, 0, 0, nullptr, nullptr, about.hInstance, nullptr);
    if (window == nullptr) {
        return;
    }
    ::SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
    HANDLE over = m_over.get();
    while (::MsgWaitForMultipleObjects(1, &over, FALSE, INFINITE, QS_ALLINPUT) == WAIT_OBJECT_0 + 1) {
        MSG message{};
        while (::PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE) != FALSE) {
            ::DispatchMessageW(&message);
        }
    }
    ::DestroyWindow(window);
}

LRESULT CALLBACK SessionEnd::received(HWND window, UINT message, WPARAM first, LPARAM second) {
    const auto* self = reinterpret_cast<const SessionEnd*>(::GetWindowLongPtrW(window, GWLP_USERDATA));
    if (message != WM_ENDSESSION || first == FALSE || self == nullptr) {
        return ::DefWindowProcW(window, message, first, second);
    }
    self->m_on_end();
    // Windows ends this process as soon as all have returned.
    ::WaitForSingleObject(self->m_over.get(), INFINITE);
    return 0;
}

} // namespace framehand::platform

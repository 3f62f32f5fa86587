// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/shell_notifications.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_error.h"

#include <algorithm>
#include <iterator>
#include <shellapi.h>
#include <utility>

namespace framehand::platform {

namespace {

constexpr auto kClass = L"FramehandNotifications";
constexpr UINT kTold = WM_APP + 1; ///< by the shell, of what became of a notification
constexpr UINT kIcon = 1;
constexpr WORD kProgramIcon = 1; ///< of the program's resources

template <std::size_t Size>
void put(wchar_t (&place)[Size], const std::string& text) {
    const auto words = fitting(text, Size);
    std::ranges::copy(words, std::begin(place));
    place[words.size()] = L'\0';
}

HICON program_icon() {
    HICON icon = ::LoadIconW(::GetModuleHandleW(nullptr), MAKEINTRESOURCEW(kProgramIcon));
    return icon != nullptr ? icon : ::LoadIconW(nullptr, IDI_INFORMATION);
}

} // namespace

std::wstring fitting(const std::string& text, std::size_t most) {
    auto wide = to_wide(text);
    if (most == 0 || wide.size() < most) {
        return most == 0 ? std::wstring() : wide;
    }
    wide.resize(most - 1);
    if (!wide.empty()) {
        wide.pop_back(); // for the "…"
        if (!wide.empty() && IS_HIGH_SURROGATE(wide.back())) {
            wide.pop_back();
        }
        wide += L'…';
    }
    return wide;
}

/// Never shown; the shell tells it of its icon.
class ShellNotifications::Window {
public:
    Window() {
        WNDCLASSEXW about{};
        about.cbSize = sizeof(about);
        about.lpfnWndProc = received;
        about.hInstance = ::GetModuleHandleW(nullptr);
        about.lpszClassName = kClass;
        ::RegisterClassExW(&about); // fails where it is registered already
        m_window = ::CreateWindowExW(0, kClass, L"", 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr, about.hInstance, nullptr);
        if (m_window != nullptr) {
            ::SetWindowLongPtrW(m_window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
        }
    }

    ~Window() {
        take_icon_away();
        if (m_window != nullptr) {
            ::DestroyWindow(m_window);
        }
    }

    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    bool show(const ports::Notification& notification) {
        if (m_window == nullptr) {
            return false;
        }
        const bool critical = notification.urgency == ports::Notification::Urgency::Critical;
        auto data = about_icon();
        data.uFlags |= NIF_INFO;
        data.dwInfoFlags = (critical ? NIIF_WARNING : NIIF_INFO) | NIIF_RESPECT_QUIET_TIME;
        put(data.szInfoTitle, notification.title);
        // Without a text the shell shows nothing.
        put(data.szInfo, notification.text.empty() ? " " : notification.text);
        const DWORD message = std::exchange(m_in_tray, true) ? NIM_MODIFY : NIM_ADD;
        if (::Shell_NotifyIconW(message, &data) != FALSE) {
            return true;
        }
        // Explorer may have been started anew, and has lost the icon.
        m_in_tray = ::Shell_NotifyIconW(NIM_ADD, &data) != FALSE;
        return m_in_tray;
    }

private:
    static LRESULT CALLBACK received(HWND window, UINT message, WPARAM first, LPARAM second) {
        auto* self = reinterpret_cast<Window*>(::GetWindowLongPtrW(window, GWLP_USERDATA));
        if (message != kTold || self == nullptr) {
            return ::DefWindowProcW(window, message, first, second);
        }
        if (const auto what = LOWORD(second);
            what == NIN_BALLOONHIDE || what == NIN_BALLOONTIMEOUT || what == NIN_BALLOONUSERCLICK) {
            self->take_icon_away();
        }
        return 0;
    }

    [[nodiscard]] NOTIFYICONDATAW about_icon() const {
        NOTIFYICONDATAW data{};
        data.cbSize = sizeof(data);
        data.hWnd = m_window;
        data.uID = kIcon;
        data.uFlags = NIF_ICON | NIF_MESSAGE | NIF_TIP;
        data.uCallbackMessage = kTold;
        data.hIcon = program_icon();
        put(data.szTip, "Framehand");
        return data;
    }

    void take_icon_away() {
        if (std::exchange(m_in_tray, false)) {
            auto data = about_icon();
            ::Shell_NotifyIconW(NIM_DELETE, &data);
        }
    }

    HWND m_window = nullptr;
    bool m_in_tray = false;
};

ShellNotifications::ShellNotifications(base::Logger logger) : m_logger(std::move(logger)) {
}

ShellNotifications::~ShellNotifications() = default;

void ShellNotifications::show(const ports::Notification& notification) {
    if (m_window == nullptr) {
        m_window = std::make_unique<Window>();
    }
    if (!m_window->show(notification)) {
        m_logger.debug("a notification cannot be shown", {{"error", windows_error_text(::GetLastError())}});
    }
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/termination_signals.h"

#include "platform/windows/account.h"
#include "platform/windows/polite_quit.h"
#include "platform/windows/session_end.h"
#include "platform/windows/wide_text.h"

#include <QObject>

#include <mutex>
#include <optional>
#include <sddl.h>
#include <utility>

namespace framehand::platform {

namespace {

constexpr UINT kInterrupted = 130; // as shells on other systems say it: 128 + SIGINT
constexpr UINT kTerminated = 143;  // 128 + SIGTERM

/// Who installs and removes Framehand works as SYSTEM or as an administrator, in another session.
LocalMemory<void> access_to_quit_event() {
    const auto user = own_user();
    PSECURITY_DESCRIPTOR made = nullptr;
    const std::string text = "D:P(A;;GA;;;" + (user ? *user : std::string("OW")) + ")(A;;GA;;;SY)(A;;GA;;;BA)";
    ::ConvertStringSecurityDescriptorToSecurityDescriptorW(to_wide(text).c_str(), SDDL_REVISION_1, &made, nullptr);
    return LocalMemory<void>(made);
}

bool is_in_the_services_session() {
    DWORD session = 1;
    return ::ProcessIdToSessionId(::GetCurrentProcessId(), &session) != 0 && session == 0;
}

} // namespace

struct TerminationSignals::State {
    std::function<void()> on_first;
    QObject context;
    UniqueHandle event;
    HANDLE wait = nullptr; ///< of the thread pool, for the event

    std::mutex mutex; ///< guards the next two
    bool asked = false;
    bool session_ends = false;
    std::optional<SessionEnd> session; ///< of who has logged in

    /// On any thread.
    void ask(UINT status) {
        const std::scoped_lock lock(mutex);
        if (!std::exchange(asked, true)) {
            tell();
        } else if (!session_ends) {
            ::TerminateProcess(::GetCurrentProcess(), status);
        }
    }

    /// All programs are told of it at once, and then ask each other. Windows ends who does not.
    void end_of_session() {
        const std::scoped_lock lock(mutex);
        session_ends = true;
        if (!std::exchange(asked, true)) {
            tell();
        }
    }

    /// With the mutex.
    void tell() {
        QMetaObject::invokeMethod(
            &context, [this] { on_first(); }, Qt::QueuedConnection);
    }
};

namespace {

// Windows gives a console's handler no argument of its own, so this cannot live in the object.
std::mutex g_mutex; ///< guards the next one, and keeps what it points to alive
void* g_state = nullptr;

} // namespace

TerminationSignals::TerminationSignals(std::function<void()> on_first) : m_state(std::make_unique<State>()) {
    m_state->on_first = std::move(on_first);
    const auto descriptor = access_to_quit_event();
    SECURITY_ATTRIBUTES access{sizeof(SECURITY_ATTRIBUTES), descriptor.get(), FALSE};
    m_state->event =
        owned_handle(::CreateEventW(&access, FALSE, FALSE, quit_event_name(::GetCurrentProcessId()).c_str()));
    const auto requested = [](void* state, BOOLEAN /*timed_out*/) { static_cast<State*>(state)->ask(kTerminated); };
    if (m_state->event) {
        ::RegisterWaitForSingleObject(&m_state->wait, m_state->event.get(), requested, m_state.get(), INFINITE,
                                      WT_EXECUTEDEFAULT);
    }
    {
        const std::scoped_lock lock(g_mutex);
        g_state = m_state.get();
    }
    ::SetConsoleCtrlHandler(handle_console, TRUE);
    m_state->session.emplace([state = m_state.get()] { state->end_of_session(); });
}

TerminationSignals::~TerminationSignals() {
    m_state->session.reset();
    ::SetConsoleCtrlHandler(handle_console, FALSE);
    {
        const std::scoped_lock lock(g_mutex);
        g_state = nullptr;
    }
    if (m_state->wait != nullptr) {
        ::UnregisterWaitEx(m_state->wait, INVALID_HANDLE_VALUE); // waits for one that runs
    }
}

/// On a thread of Windows' own.
int __stdcall TerminationSignals::handle_console(unsigned long event) {
    // A service is told of every person who logs off.
    if (event == CTRL_LOGOFF_EVENT && is_in_the_services_session()) {
        return TRUE;
    }
    const bool interrupt = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
    {
        const std::scoped_lock lock(g_mutex);
        if (g_state == nullptr) {
            return FALSE;
        }
        static_cast<State*>(g_state)->ask(interrupt ? kInterrupted : kTerminated);
    }
    if (!interrupt) {
        // Windows ends this process as soon as we return.
        ::WaitForSingleObject(::GetCurrentProcess(), INFINITE);
    }
    return TRUE;
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_sessions.h"

#include "platform/windows/windows_api.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <wtsapi32.h>

namespace framehand::platform {

namespace {

constexpr base::Duration kDay = std::chrono::hours(24);

constexpr auto kSessionInfoEx = static_cast<WTS_INFO_CLASS>(25); // WTSSessionInfoEx

/// How WTSINFOEXW begins, which the headers of mingw-w64 do not have.
struct SessionInfoEx {
    ULONG level; ///< 1
    ULONG padding;
    ULONG session;
    ULONG state;
    LONG flags; ///< WTS_SESSIONSTATE_LOCK is 0, WTS_SESSIONSTATE_UNLOCK 1, WTS_SESSIONSTATE_UNKNOWN -1
};

struct WtsMemoryFreer {
    void operator()(void* memory) const noexcept { ::WTSFreeMemory(memory); }
};

template <typename T>
using WtsMemory = std::unique_ptr<T, WtsMemoryFreer>;

/// Where Windows does not tell, as it may to an account without the right to ask, there may be somebody.
bool somebody_may_have_logged_in(DWORD session) {
    wchar_t* name = nullptr;
    DWORD size = 0;
    const bool told =
        ::WTSQuerySessionInformationW(WTS_CURRENT_SERVER_HANDLE, session, WTSUserName, &name, &size) != FALSE;
    const WtsMemory<wchar_t> owner(name);
    return !told || (name != nullptr && *name != L'\0');
}

bool is_locked(DWORD session) {
    wchar_t* answer = nullptr;
    DWORD size = 0;
    const bool told =
        ::WTSQuerySessionInformationW(WTS_CURRENT_SERVER_HANDLE, session, kSessionInfoEx, &answer, &size) != FALSE;
    const WtsMemory<wchar_t> owner(answer);
    return told && answer != nullptr &&
           locked_in(std::as_bytes(std::span(reinterpret_cast<const char*>(answer), size)));
}

/// Those of which this process may ask.
std::optional<std::vector<ToldSession>> told_sessions() {
    WTS_SESSION_INFOW* listed = nullptr;
    DWORD count = 0;
    if (::WTSEnumerateSessionsW(WTS_CURRENT_SERVER_HANDLE, 0, 1, &listed, &count) == FALSE) {
        return std::nullopt;
    }
    const WtsMemory<WTS_SESSION_INFOW> owner(listed);
    std::vector<ToldSession> sessions;
    for (const auto& session : std::span(listed, listed == nullptr ? 0 : count)) {
        const bool may_be_a_persons = session.State == WTSActive || session.State == WTSDisconnected;
        const bool has_a_person = may_be_a_persons && somebody_may_have_logged_in(session.SessionId);
        sessions.push_back({session.SessionId, has_a_person, session.State == WTSActive,
                            has_a_person && is_locked(session.SessionId)});
    }
    return sessions;
}

} // namespace

bool locked_in(std::span<const std::byte> session_info) {
    SessionInfoEx info{};
    if (session_info.size() < sizeof(info)) {
        return false;
    }
    std::memcpy(&info, session_info.data(), sizeof(info));
    return info.level == 1 && info.flags == 0;
}

ProcessSession own_session() {
    DWORD session = 0;
    const bool told = ::ProcessIdToSessionId(::GetCurrentProcessId(), &session) != FALSE;
    return told && session == 0 ? ProcessSession::Services : ProcessSession::Person;
}

std::optional<std::vector<LoginSession>> login_sessions() {
    return sessions_of_people({told_sessions(), all_processes(), ::WTSGetActiveConsoleSessionId()});
}

WindowsSessions::WindowsSessions(const base::Clock& clock) : WindowsSessions(clock, login_sessions) {
}

WindowsSessions::WindowsSessions(const base::Clock& clock, List list) : m_clock(clock), m_list(std::move(list)) {
}

bool WindowsSessions::left_for_another(unsigned long own) const {
    const auto sessions = m_list();
    return sessions && platform::left_for_another(*sessions, own);
}

ports::Reading<bool> WindowsSessions::session_exists() const {
    const auto sessions = m_list();
    return sessions ? ports::Reading<bool>::known(!sessions->empty())
                    : ports::Reading<bool>::unknown("Windows does not tell who has logged in");
}

ports::InputIdle::Report WindowsSessions::report() const {
    using Idle = ports::Reading<base::Duration>;
    const auto now = m_clock.steady();
    const auto sessions = m_list();
    if (!sessions) {
        m_away_since.reset();
        return {now, Idle::unknown("Windows does not tell who has logged in")};
    }
    if (sessions->empty()) {
        m_away_since = now;
        return {now, Idle::known(kDay)};
    }
    if (std::ranges::any_of(*sessions, may_be_in_use)) {
        m_away_since.reset();
        return {now, Idle::unknown("somebody has logged in, and a service sees neither keyboard nor mouse")};
    }
    if (!m_away_since) {
        m_away_since = now;
    }
    return {now, Idle::known(now - *m_away_since)};
}

} // namespace framehand::platform

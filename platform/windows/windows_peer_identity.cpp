// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_peer_identity.h"

#include "platform/windows/account.h"
#include "platform/windows/pipe_guard.h"
#include "platform/windows/service_account.h"
#include "platform/windows/service_parameters.h"
#include "platform/windows/windows_error.h"

#include <array>
#include <exception>
#include <utility>

namespace framehand::platform {

namespace {

using base::ErrorCode;
using base::fail;

/// The token with which the client opened its end. Nothing before the first read of a pipe whose client did not say
/// that this is how it wants to be known.
UniqueHandle token_of_opening(HANDLE pipe) {
    if (::ImpersonateNamedPipeClient(pipe) == 0) {
        return nullptr;
    }
    HANDLE opened = nullptr;
    const BOOL told = ::OpenThreadToken(::GetCurrentThread(), TOKEN_QUERY, TRUE, &opened);
    if (::RevertToSelf() == 0) {
        std::terminate(); // to go on as somebody else is worse
    }
    return told != 0 ? owned_handle(opened) : nullptr;
}

UniqueHandle token_of_process(HANDLE pipe) {
    ULONG id = 0;
    if (::GetNamedPipeClientProcessId(pipe, &id) == 0) {
        return nullptr;
    }
    const UniqueHandle process = owned_handle(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id));
    HANDLE opened = nullptr;
    return process && ::OpenProcessToken(process.get(), TOKEN_QUERY, &opened) != 0 ? owned_handle(opened) : nullptr;
}

/// The number of a process says nothing there, nor should anybody there control this machine.
bool is_from_another_machine(HANDLE pipe) {
    // wine has the name of the function alone, and ends who calls it. Its pipes do not reach other machines.
    if (::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr) {
        return false;
    }
    std::array<wchar_t, 256> name{};
    // A name that does not fit is another machine's too.
    return ::GetNamedPipeClientComputerNameW(pipe, name.data(), sizeof(name)) != 0 ||
           ::GetLastError() != ERROR_PIPE_LOCAL;
}

} // namespace

bool ControlRule::allows(const std::string& peer, Powers powers) const {
    return powers == Powers::Administrator || peer == own || peer == kSystemSid || (owner && peer == *owner);
}

bool ServerRule::trusts(const std::string& owner) const {
    return owner == own || owner == kSystemSid || owner == kAdministratorsSid || owner == service_sid(kServiceName);
}

WindowsPeerIdentity::WindowsPeerIdentity(std::optional<std::string> owner_sid) : m_owner(std::move(owner_sid)) {
}

base::Status WindowsPeerIdentity::check_may_control(std::intptr_t socket) const {
    HANDLE pipe = reinterpret_cast<HANDLE>(socket);
    if (is_from_another_machine(pipe)) {
        return fail(ErrorCode::PermissionDenied, "a program on another machine may not control this daemon");
    }
    UniqueHandle token = token_of_opening(pipe);
    if (!token) {
        token = token_of_process(pipe);
    }
    if (!token) {
        return fail(ErrorCode::PermissionDenied, "cannot tell who is at the other end of the local pipe",
                    windows_error_text(::GetLastError()));
    }
    FH_ASSIGN(const std::string peer, user_of(token.get()));
    FH_ASSIGN(const std::string own, own_user());
    const auto powers =
        is_member(token.get(), kAdministratorsSid) ? ControlRule::Powers::Administrator : ControlRule::Powers::Plain;
    if (ControlRule{own, m_owner}.allows(peer, powers)) {
        return {};
    }
    return fail(ErrorCode::PermissionDenied,
                "user " + account_name(peer) + " may not control this daemon, which runs as user " + account_name(own));
}

base::Result<std::shared_ptr<void>> WindowsPeerIdentity::guard(const std::filesystem::path& socket) const {
    FH_ASSIGN(auto guard, PipeGuard::create(socket, m_owner));
    return std::make_shared<PipeGuard>(std::move(guard));
}

base::Status WindowsPeerIdentity::check_may_be_told(std::intptr_t socket) const {
    FH_ASSIGN(const std::string owner, owner_of(reinterpret_cast<HANDLE>(socket)));
    FH_ASSIGN(const std::string own, own_user());
    if (ServerRule{own}.trusts(owner)) {
        return {};
    }
    return fail(ErrorCode::PermissionDenied,
                "the pipe belongs to user " + account_name(owner) + ", and neither to you nor to Framehand's service");
}

} // namespace framehand::platform

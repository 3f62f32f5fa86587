// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/pipe_guard.h"

#include "platform/windows/account.h"
#include "platform/windows/service_account.h"
#include "platform/windows/service_parameters.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <aclapi.h>
#include <cstring>
#include <string_view>

namespace framehand::platform {

namespace {

constexpr std::wstring_view kPipes = L"\\\\.\\pipe\\";
/// As Qt's instances: Windows wants the same of all.
constexpr DWORD kTimeout = 3000;

/// What CreateFile() wants for reading and writing. FILE_APPEND_DATA, which is FILE_CREATE_PIPE_INSTANCE, is among what
/// it asks for, but no client needs to have it.
constexpr const char* kToConnect = "0x12019b";
static_assert(((FILE_GENERIC_READ | FILE_GENERIC_WRITE) & ~FILE_CREATE_PIPE_INSTANCE) == 0x12019b);

std::string list_for(const std::string& own, const std::optional<std::string>& guest) {
    std::string text = "O:" + own + "D:P(A;;FA;;;" + own + ")(A;;FA;;;SY)(A;;FA;;;BA)";
    return guest ? text + "(A;;" + kToConnect + ";;;" + *guest + ")" : text;
}

bool same_lists(ACL* one, ACL* other) {
    if (one == nullptr || other == nullptr || one->AceCount != other->AceCount) {
        return false; // none at all lets everybody do everything
    }
    for (DWORD i = 0; i < one->AceCount; ++i) {
        void* first = nullptr;
        void* second = nullptr;
        if (::GetAce(one, i, &first) == 0 || ::GetAce(other, i, &second) == 0) {
            return false;
        }
        const auto size = static_cast<ACE_HEADER*>(first)->AceSize;
        if (size != static_cast<ACE_HEADER*>(second)->AceSize || std::memcmp(first, second, size) != 0) {
            return false;
        }
    }
    return true;
}

bool is_guarded_by(HANDLE pipe, void* wanted) {
    PSID owner = nullptr;
    ACL* list = nullptr;
    void* found = nullptr;
    if (::GetSecurityInfo(pipe, SE_KERNEL_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner,
                          nullptr, &list, nullptr, &found) != ERROR_SUCCESS) {
        return false;
    }
    const LocalMemory<void> found_owner(found);
    PSID wanted_owner = nullptr;
    ACL* wanted_list = nullptr;
    BOOL ignored = FALSE;
    BOOL present = FALSE;
    return ::GetSecurityDescriptorOwner(wanted, &wanted_owner, &ignored) != 0 &&
           ::GetSecurityDescriptorDacl(wanted, &present, &wanted_list, &ignored) != 0 && owner != nullptr &&
           ::EqualSid(owner, wanted_owner) != 0 && same_lists(list, wanted_list);
}

/// An instance to which somebody was connected takes nobody until its server asks for the next one. Whoever came before
/// this one is among those who may come, and tries again.
base::Status shut(HANDLE pipe, const std::wstring& name) {
    const UniqueHandle somebody =
        owned_handle(::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
                                   FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS, nullptr));
    if (::DisconnectNamedPipe(pipe) == 0) {
        return error_from_windows(::GetLastError(), "a local pipe cannot be kept: " + to_utf8(name));
    }
    return {};
}

} // namespace

base::Result<std::string> own_face() {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened) == 0) {
        return error_from_windows(::GetLastError(), "Windows does not tell whose process this is");
    }
    const UniqueHandle token = owned_handle(opened);
    auto service = service_sid(kServiceName);
    return is_member(token.get(), service) ? base::Result<std::string>(std::move(service)) : user_of(token.get());
}

std::wstring pipe_name(const std::filesystem::path& socket) {
    const std::wstring& given = socket.native();
    return given.starts_with(kPipes) ? given : std::wstring(kPipes) + given;
}

base::Result<PipeGuard> PipeGuard::create(const std::filesystem::path& socket,
                                          const std::optional<std::string>& guest_sid) {
    FH_ASSIGN(const std::string own, own_face());
    FH_ASSIGN(const auto wanted, security_descriptor(list_for(own, guest_sid)));
    SECURITY_ATTRIBUTES attributes{sizeof(SECURITY_ATTRIBUTES), wanted.get(), FALSE};
    const std::wstring name = pipe_name(socket);
    // Not FILE_FLAG_FIRST_PIPE_INSTANCE: a client that has not noticed the end of the last daemon yet keeps the name,
    // and with it the list. To whom a name belongs, its owner says, which nobody can set to somebody else.
    UniqueHandle pipe = owned_handle(::CreateNamedPipeW(name.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED,
                                                        PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT,
                                                        PIPE_UNLIMITED_INSTANCES, 0, 0, kTimeout, &attributes));
    const DWORD code = pipe ? ERROR_SUCCESS : ::GetLastError();
    const bool taken = code == ERROR_ACCESS_DENIED || code == ERROR_PIPE_BUSY; // the second: they want no more of it
    if (code != ERROR_SUCCESS && !taken) {
        return error_from_windows(code, "a local pipe cannot be made: " + to_utf8(name));
    }
    if (!pipe || !is_guarded_by(pipe.get(), wanted.get())) {
        return base::fail(base::ErrorCode::AlreadyExists,
                          "a program of somebody else has taken the name of this pipe: " + to_utf8(name));
    }
    FH_TRY(shut(pipe.get(), name));
    return PipeGuard(std::move(pipe));
}

} // namespace framehand::platform

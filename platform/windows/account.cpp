// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/account.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <aclapi.h>
#include <cstddef>
#include <sddl.h>
#include <utility>
#include <vector>

namespace framehand::platform {

namespace {

/// Aligned as all that is asked of a token wants it; empty where the token does not tell.
std::vector<std::max_align_t> told_by(HANDLE token, TOKEN_INFORMATION_CLASS what) {
    DWORD bytes = 0;
    ::GetTokenInformation(token, what, nullptr, 0, &bytes);
    std::vector<std::max_align_t> buffer(bytes / sizeof(std::max_align_t) + 1);
    if (bytes == 0 || ::GetTokenInformation(token, what, buffer.data(), bytes, &bytes) == 0) {
        buffer.clear();
    }
    return buffer;
}

LocalMemory<void> sid_of(std::string_view text) {
    PSID sid = nullptr;
    return LocalMemory<void>(::ConvertStringSidToSidW(to_wide(text).c_str(), &sid) != 0 ? sid : nullptr);
}

std::string text_of(PSID sid) {
    wchar_t* text = nullptr;
    if (::ConvertSidToStringSidW(sid, &text) == 0) {
        return {};
    }
    const LocalMemory<wchar_t> owner(text);
    return to_utf8(text);
}

} // namespace

base::Result<std::string> user_of(HANDLE token) {
    const auto told = told_by(token, TokenUser);
    const std::string user =
        told.empty() ? std::string() : text_of(reinterpret_cast<const TOKEN_USER*>(told.data())->User.Sid);
    if (user.empty()) {
        return error_from_windows(::GetLastError(), "Windows does not tell whose process it is");
    }
    return user;
}

bool is_member(HANDLE token, std::string_view group_sid) {
    const auto told = told_by(token, TokenGroups);
    const auto wanted = sid_of(group_sid);
    if (told.empty() || !wanted) {
        return false;
    }
    const auto* groups = reinterpret_cast<const TOKEN_GROUPS*>(told.data());
    for (DWORD i = 0; i < groups->GroupCount; ++i) {
        const SID_AND_ATTRIBUTES& group = groups->Groups[i];
        const bool counts =
            (group.Attributes & SE_GROUP_ENABLED) != 0 && (group.Attributes & SE_GROUP_USE_FOR_DENY_ONLY) == 0;
        if (counts && ::EqualSid(group.Sid, wanted.get()) != 0) {
            return true;
        }
    }
    return false;
}

base::Result<std::string> own_user() {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened) == 0) {
        return error_from_windows(::GetLastError(), "Windows does not tell whose process this is");
    }
    const UniqueHandle token = owned_handle(opened);
    return user_of(token.get());
}

std::string account_name(const std::string& sid) {
    const auto wanted = sid_of(sid);
    DWORD name_size = 0;
    DWORD domain_size = 0;
    SID_NAME_USE use{};
    if (!wanted) {
        return sid;
    }
    ::LookupAccountSidW(nullptr, wanted.get(), nullptr, &name_size, nullptr, &domain_size, &use);
    std::wstring name(name_size, L'\0');
    std::wstring domain(domain_size, L'\0');
    if (name_size == 0 ||
        ::LookupAccountSidW(nullptr, wanted.get(), name.data(), &name_size, domain.data(), &domain_size, &use) == 0) {
        return sid;
    }
    name.resize(name_size);
    domain.resize(domain_size);
    return to_utf8(domain.empty() ? name : domain + L"\\" + name);
}

base::Result<std::string> owner_of(HANDLE object) {
    PSID owner = nullptr;
    void* found = nullptr;
    const DWORD code = ::GetSecurityInfo(object, SE_KERNEL_OBJECT, OWNER_SECURITY_INFORMATION, &owner, nullptr, nullptr,
                                         nullptr, &found);
    const LocalMemory<void> found_owner(found);
    const std::string text = code == ERROR_SUCCESS && owner != nullptr ? text_of(owner) : std::string();
    if (text.empty()) {
        return error_from_windows(code, "Windows does not tell to whom it belongs");
    }
    return text;
}

base::Result<LocalMemory<void>> security_descriptor(const std::string& text) {
    PSECURITY_DESCRIPTOR made = nullptr;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(to_wide(text).c_str(), SDDL_REVISION_1, &made,
                                                               nullptr) == 0) {
        return error_from_windows(::GetLastError(), "a list of who may have access cannot be made");
    }
    return LocalMemory<void>(made);
}

base::Result<PrivateSecurity> PrivateSecurity::create() {
    FH_ASSIGN(const std::string user, own_user());
    FH_ASSIGN(auto made, security_descriptor("O:" + user + "D:P(A;;GA;;;" + user + ")(A;;GA;;;SY)"));
    return PrivateSecurity(std::move(made));
}

SECURITY_ATTRIBUTES PrivateSecurity::attributes() const {
    return {sizeof(SECURITY_ATTRIBUTES), m_descriptor.get(), FALSE};
}

} // namespace framehand::platform

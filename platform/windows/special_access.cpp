// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/special_access.h"

#include "platform/windows/file_handle.h"
#include "platform/windows/long_path.h"

#include <aclapi.h>

namespace framehand::platform {

namespace {

bool has_own_entries(ACL* list) {
    ACL_SIZE_INFORMATION size{};
    if (list == nullptr || ::GetAclInformation(list, &size, sizeof(size), AclSizeInformation) == 0) {
        return false;
    }
    for (DWORD i = 0; i < size.AceCount; ++i) {
        void* entry = nullptr;
        if (::GetAce(list, i, &entry) != 0 && (static_cast<ACE_HEADER*>(entry)->AceFlags & INHERITED_ACE) == 0) {
            return true;
        }
    }
    return false;
}

UniqueHandle open_list(const std::filesystem::path& path, DWORD access) {
    return owned_handle(::CreateFileW(long_path(path).c_str(), access, kShareAll, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_BACKUP_SEMANTICS, nullptr));
}

/// What servers without access lists say.
bool has_no_lists(DWORD code) {
    return code == ERROR_NOT_SUPPORTED || code == ERROR_INVALID_FUNCTION || code == ERROR_CALL_NOT_IMPLEMENTED;
}

} // namespace

DWORD keep_special_access(const std::filesystem::path& replaced, const std::filesystem::path& fresh) {
    const UniqueHandle old = open_list(replaced, READ_CONTROL);
    if (!old) {
        return 0; // there is none
    }
    ACL* list = nullptr;
    void* found = nullptr;
    if (const DWORD code = ::GetSecurityInfo(old.get(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                             &list, nullptr, &found);
        code != ERROR_SUCCESS) {
        return has_no_lists(code) ? 0 : code;
    }
    const LocalMemory<void> owner(found);
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;
    ::GetSecurityDescriptorControl(found, &control, &revision);
    const bool closed = (control & SE_DACL_PROTECTED) != 0;
    if (!closed && !has_own_entries(list)) {
        return 0;
    }
    const UniqueHandle file = open_list(fresh, READ_CONTROL | WRITE_DAC);
    if (!file) {
        return ::GetLastError();
    }
    return ::SetSecurityInfo(file.get(), SE_FILE_OBJECT,
                             DACL_SECURITY_INFORMATION |
                                 (closed ? PROTECTED_DACL_SECURITY_INFORMATION : UNPROTECTED_DACL_SECURITY_INFORMATION),
                             nullptr, nullptr, list, nullptr);
}

} // namespace framehand::platform

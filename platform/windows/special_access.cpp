// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/special_access.h"

#include "platform/windows/file_handle.h"
#include "platform/windows/long_path.h"

#include <aclapi.h>
#include <cstring>

namespace framehand::platform {

namespace {

/// The list of a file, as its server tells it.
struct AccessList {
    LocalMemory<void> descriptor; ///< owns `entries`
    ACL* entries = nullptr;       ///< null: everybody may do everything
    bool closed = false;          ///< takes nothing from its folder
};

DWORD used_bytes(ACL* list) {
    ACL_SIZE_INFORMATION size{};
    return list != nullptr && ::GetAclInformation(list, &size, sizeof(size), AclSizeInformation) != 0
               ? size.AclBytesInUse
               : 0;
}

bool same(const AccessList& one, const AccessList& other) {
    const DWORD bytes = used_bytes(one.entries);
    return one.closed == other.closed && (one.entries == nullptr) == (other.entries == nullptr) &&
           bytes == used_bytes(other.entries) &&
           // what stands before the entries tells how much room there is, too
           (bytes <= sizeof(ACL) || std::memcmp(one.entries + 1, other.entries + 1, bytes - sizeof(ACL)) == 0);
}

bool has_own_entries(ACL* list) {
    for (DWORD i = 0; list != nullptr && i < list->AceCount; ++i) {
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

DWORD read_list(HANDLE file, AccessList& list) {
    void* found = nullptr;
    if (const DWORD code = ::GetSecurityInfo(file, SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                             &list.entries, nullptr, &found);
        code != ERROR_SUCCESS) {
        return code;
    }
    list.descriptor = LocalMemory<void>(found);
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;
    ::GetSecurityDescriptorControl(found, &control, &revision);
    list.closed = (control & SE_DACL_PROTECTED) != 0;
    return ERROR_SUCCESS;
}

/// A server that keeps modes (Samba) says of every list that it is not inherited. Mostly both files have the same one
/// then, and nobody has to ask for the right to change it.
bool has_it_already(const std::filesystem::path& fresh, const AccessList& wanted) {
    const UniqueHandle file = open_list(fresh, READ_CONTROL);
    AccessList found;
    return file && read_list(file.get(), found) == ERROR_SUCCESS && same(found, wanted);
}

} // namespace

DWORD keep_special_access(const std::filesystem::path& replaced, const std::filesystem::path& fresh) {
    const UniqueHandle old = open_list(replaced, READ_CONTROL);
    if (!old) {
        return 0; // there is none
    }
    AccessList list;
    if (const DWORD code = read_list(old.get(), list); code != ERROR_SUCCESS) {
        return has_no_lists(code) ? 0 : code;
    }
    if ((!list.closed && !has_own_entries(list.entries)) || has_it_already(fresh, list)) {
        return 0;
    }
    const UniqueHandle file = open_list(fresh, READ_CONTROL | WRITE_DAC);
    if (!file) {
        return ::GetLastError();
    }
    const DWORD inheritance = list.closed ? PROTECTED_DACL_SECURITY_INFORMATION : UNPROTECTED_DACL_SECURITY_INFORMATION;
    return ::SetSecurityInfo(file.get(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION | inheritance, nullptr, nullptr,
                             list.entries, nullptr);
}

} // namespace framehand::platform

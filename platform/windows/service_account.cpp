// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_account.h"

#include "platform/windows/handle.h"
#include "platform/windows/long_path.h"
#include "platform/windows/real_folder.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <aclapi.h>
#include <cstdint>
#include <cstring>
#include <sddl.h>
#include <utility>

namespace framehand::platform {

namespace {

/// An object with a list of who may do what.
struct Guarded {
    std::wstring name; ///< as GetNamedSecurityInfo() takes it; of what no handle is open
    HANDLE handle;
    SE_OBJECT_TYPE type;
    std::string shown;
};

DWORD read_list(const Guarded& object, ACL*& list, void*& descriptor) {
    return object.handle == nullptr
               ? ::GetNamedSecurityInfoW(object.name.c_str(), object.type, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                         &list, nullptr, &descriptor)
               : ::GetSecurityInfo(object.handle, object.type, DACL_SECURITY_INFORMATION, nullptr, nullptr, &list,
                                   nullptr, &descriptor);
}

/// Also where it is inherited below.
DWORD write_list(const Guarded& object, ACL* list) {
    if (object.handle != nullptr) {
        return ::SetSecurityInfo(object.handle, object.type, DACL_SECURITY_INFORMATION, nullptr, nullptr, list,
                                 nullptr);
    }
    auto name = object.name;
    return ::SetNamedSecurityInfoW(name.data(), object.type, DACL_SECURITY_INFORMATION, nullptr, nullptr, list,
                                   nullptr);
}

base::Status change_access(const Guarded& object, const std::string& sid, ACCESS_MODE mode, DWORD rights,
                           DWORD inheritance = SUB_CONTAINERS_AND_OBJECTS_INHERIT) {
    const auto refused = [&object](DWORD code) {
        return error_from_windows(code, "who may use it cannot be changed: " + object.shown);
    };
    void* who = nullptr;
    if (::ConvertStringSidToSidW(to_wide(sid).c_str(), &who) == FALSE) {
        return base::fail(base::ErrorCode::InvalidArgument, "this is no SID: " + sid);
    }
    const LocalMemory<void> who_owner(who);
    ACL* before = nullptr;
    void* descriptor = nullptr;
    if (const auto failed = read_list(object, before, descriptor); failed != ERROR_SUCCESS) {
        return refused(failed);
    }
    const LocalMemory<void> descriptor_owner(descriptor);
    EXPLICIT_ACCESSW change{};
    change.grfAccessPermissions = rights;
    change.grfAccessMode = mode;
    change.grfInheritance = inheritance;
    change.Trustee.TrusteeForm = TRUSTEE_IS_SID;
    change.Trustee.ptstrName = static_cast<wchar_t*>(who);
    ACL* after = nullptr;
    if (const auto failed = ::SetEntriesInAclW(1, &change, before, &after); failed != ERROR_SUCCESS) {
        return refused(failed);
    }
    const LocalMemory<ACL> after_owner(after);
    const auto failed = write_list(object, after);
    return failed == ERROR_SUCCESS ? base::Status() : base::Status(refused(failed));
}

base::Status change_folder(const std::filesystem::path& folder, IfMissing missing, const std::string& sid,
                           ACCESS_MODE mode, DWORD rights) {
    FH_ASSIGN(const auto opened, open_real_folder(folder, READ_CONTROL | WRITE_DAC, missing));
    return change_access({{}, opened.get(), SE_FILE_OBJECT, shown(folder)}, sid, mode, rights);
}

} // namespace

std::string service_sid(std::wstring_view service) {
    std::wstring name(service);
    ::CharUpperBuffW(name.data(), static_cast<DWORD>(name.size()));
    const auto hash = QCryptographicHash::hash(
        QByteArray(reinterpret_cast<const char*>(name.data()), static_cast<qsizetype>(name.size() * sizeof(wchar_t))),
        QCryptographicHash::Sha1);
    std::string sid = "S-1-5-80";
    for (qsizetype at = 0; at < hash.size(); at += 4) {
        std::uint32_t part = 0; // little-endian, as the machine
        std::memcpy(&part, hash.constData() + at, sizeof(part));
        sid += '-' + std::to_string(part);
    }
    return sid;
}

base::Status open_folder_to(const std::filesystem::path& folder, const std::string& sid) {
    if (!folder.has_relative_path()) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "the service needs a folder of its own, not all of " + shown(folder));
    }
    return change_folder(folder, IfMissing::Make, sid, GRANT_ACCESS,
                         FILE_GENERIC_READ | FILE_GENERIC_WRITE | FILE_GENERIC_EXECUTE | DELETE | FILE_DELETE_CHILD);
}

base::Status close_folder_to(const std::filesystem::path& folder, const std::string& sid) {
    auto closed = change_folder(folder, IfMissing::Fail, sid, REVOKE_ACCESS, 0);
    const bool was_never_opened = !closed && (closed.error().code == base::ErrorCode::NotFound ||
                                              closed.error().code == base::ErrorCode::InvalidArgument);
    return was_never_opened ? base::Status() : closed;
}

base::Status open_keys_below_to(const RegistryKey::Place& place, const std::string& sid) {
    const auto root = place.root == HKEY_CURRENT_USER ? std::wstring(L"CURRENT_USER\\") : std::wstring(L"MACHINE\\");
    const Guarded key{root + place.path, nullptr, SE_REGISTRY_KEY, place.text()};
    FH_TRY(change_access(key, sid, SET_ACCESS, KEY_READ | KEY_CREATE_SUB_KEY, NO_INHERITANCE));
    return change_access(key, sid, GRANT_ACCESS, KEY_READ | KEY_WRITE, INHERIT_ONLY | SUB_CONTAINERS_ONLY_INHERIT);
}

} // namespace framehand::platform

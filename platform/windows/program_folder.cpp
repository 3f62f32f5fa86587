// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/program_folder.h"

#include "platform/windows/handle.h"
#include "platform/windows/long_path.h"
#include "platform/windows/wide_text.h"

#include <aclapi.h>
#include <algorithm>
#include <array>
#include <sddl.h>
#include <string_view>

namespace framehand::platform {

namespace {

constexpr std::string_view kEveryone = "S-1-1-0";
constexpr std::string_view kAuthenticated = "S-1-5-11";
constexpr std::string_view kUsers = "S-1-5-32-545";
constexpr std::array kWhoeverIsHere = {kEveryone, kAuthenticated, kUsers, std::string_view("S-1-5-4"),
                                       std::string_view("S-1-5-32-546")}; // who sits here, guests
constexpr std::array kWithEachService = {kEveryone, kAuthenticated, kUsers, std::string_view("S-1-5-6"),
                                         std::string_view("S-1-5-80-0")}; // services, all of them by name

constexpr DWORD kPutsInPlace =
    FILE_WRITE_DATA | FILE_DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER | GENERIC_WRITE | GENERIC_ALL;
constexpr DWORD kRuns = FILE_EXECUTE | GENERIC_EXECUTE | GENERIC_ALL;

std::string sid_text(PSID sid) {
    wchar_t* text = nullptr;
    if (::ConvertSidToStringSidW(sid, &text) == FALSE) {
        return {};
    }
    const LocalMemory<wchar_t> owner(text);
    return to_utf8(text);
}

} // namespace

ProgramAccess program_access(ACL* list, const std::string& account_sid) {
    if (list == nullptr) {
        return {true, true};
    }
    ProgramAccess found;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void* entry = nullptr;
        if (::GetAce(list, i, &entry) == FALSE) {
            continue;
        }
        auto* allowed = static_cast<ACCESS_ALLOWED_ACE*>(entry);
        if (allowed->Header.AceType != ACCESS_ALLOWED_ACE_TYPE || (allowed->Header.AceFlags & INHERIT_ONLY_ACE) != 0) {
            continue;
        }
        const auto who = sid_text(&allowed->SidStart);
        const bool is_service =
            who == account_sid || std::ranges::find(kWithEachService, who) != kWithEachService.end();
        const bool is_anybody = std::ranges::find(kWhoeverIsHere, who) != kWhoeverIsHere.end();
        found.account_may_run = found.account_may_run || (is_service && (allowed->Mask & kRuns) != 0);
        found.others_may_write = found.others_may_write || (is_anybody && (allowed->Mask & kPutsInPlace) != 0);
    }
    return found;
}

base::Status check_program_folder(const std::filesystem::path& folder, const std::string& account_sid) {
    ACL* list = nullptr;
    void* descriptor = nullptr;
    if (::GetNamedSecurityInfoW(long_path(folder).c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                &list, nullptr, &descriptor) != ERROR_SUCCESS) {
        return {};
    }
    const LocalMemory<void> owner(descriptor);
    const auto access = program_access(list, account_sid);
    const std::string advice = "; the installer puts Framehand where it can be a service, in C:\\Program Files";
    if (access.others_may_write) {
        return base::fail(base::ErrorCode::Unsupported, "anybody may change the programs in " + shown(folder) +
                                                            ", so they are not made a service" + advice);
    }
    if (!access.account_may_run) {
        return base::fail(base::ErrorCode::Unsupported,
                          "a service's account may not run the programs in " + shown(folder) + advice);
    }
    return {};
}

} // namespace framehand::platform

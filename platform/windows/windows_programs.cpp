// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_programs.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace framehand::platform {

namespace {

constexpr std::string_view kEnding = ".exe";

/// As names are compared: without large letters, of any alphabet, and without ".exe".
std::string plain(const std::string& name) {
    auto wide = to_wide(name);
    ::CharLowerBuffW(wide.data(), static_cast<DWORD>(wide.size()));
    auto text = to_utf8(wide);
    if (text.size() > kEnding.size() && text.ends_with(kEnding)) {
        text.resize(text.size() - kEnding.size());
    }
    return text;
}

using UserSid = std::vector<std::byte>; ///< of TokenUser's answer

UserSid user_of(HANDLE process) {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(process, TOKEN_QUERY, &opened) == FALSE) {
        return {};
    }
    const UniqueHandle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<std::byte> answer(size);
    if (size == 0 || ::GetTokenInformation(token.get(), TokenUser, answer.data(), size, &size) == FALSE) {
        return {};
    }
    const auto* sid = reinterpret_cast<const std::byte*>(reinterpret_cast<const TOKEN_USER*>(answer.data())->User.Sid);
    return {sid, sid + ::GetLengthSid(const_cast<std::byte*>(sid))};
}

bool is_of(const ListedProcess& process, const UserSid& user) {
    const auto opened =
        owned_handle(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(process.id)));
    return opened != nullptr && user_of(opened.get()) == user;
}

} // namespace

std::vector<std::string> running_of(const std::vector<std::string>& names,
                                    const std::vector<ListedProcess>& processes) {
    std::set<std::string> all;
    for (const auto& process : processes) {
        all.insert(plain(process.name));
    }
    std::vector<std::string> found;
    std::ranges::copy_if(names, std::back_inserter(found),
                         [&all](const auto& name) { return !name.empty() && all.contains(plain(name)); });
    return found;
}

ports::Reading<std::vector<std::string>> WindowsPrograms::running(const std::vector<std::string>& names) const {
    using Names = ports::Reading<std::vector<std::string>>;
    if (names.empty()) {
        return Names::known({});
    }
    const auto processes = all_processes();
    return processes ? Names::known(running_of(names, *processes))
                     : Names::unknown("the running programs cannot be read");
}

ports::Reading<std::vector<std::string>> WindowsPrograms::own() const {
    using Names = ports::Reading<std::vector<std::string>>;
    const auto processes = all_processes();
    const auto user = user_of(::GetCurrentProcess());
    DWORD session = 0;
    if (!processes || user.empty() || ::ProcessIdToSessionId(::GetCurrentProcessId(), &session) == FALSE) {
        return Names::unknown("the running programs cannot be read");
    }
    std::set<std::string> all;
    for (const auto& process : *processes) {
        if (process.session == session && !process.name.empty() && is_of(process, user)) {
            all.insert(process.name);
        }
    }
    return Names::known({all.begin(), all.end()});
}

} // namespace framehand::platform

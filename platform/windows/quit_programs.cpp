// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/quit_programs.h"

#include "platform/windows/handle.h"
#include "platform/windows/polite_quit.h"
#include "platform/windows/process_list.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace framehand::platform {

namespace {

constexpr DWORD kLongestPath = 32'768;

struct Found {
    std::int64_t id = 0;
    std::int64_t parent = 0;
    bool is_first = false;
    UniqueHandle process; ///< kept open, so that its number cannot be another's meanwhile
};

/// The path of a process's program; empty where it does not tell.
std::filesystem::path program_of(HANDLE process) {
    std::wstring path(kLongestPath, L'\0');
    auto length = kLongestPath;
    if (::QueryFullProcessImageNameW(process, 0, path.data(), &length) == FALSE) {
        return {};
    }
    path.resize(length);
    return path;
}

bool same_name(const std::filesystem::path& program, std::string_view name) {
    return ::CompareStringOrdinal(program.filename().c_str(), -1, to_wide(name).c_str(), -1, TRUE) == CSTR_EQUAL;
}

std::vector<Found> processes_in(const std::filesystem::path& folder, std::string_view first) {
    std::vector<Found> found;
    for (const auto& listed : all_processes().value_or(std::vector<ListedProcess>{})) {
        if (listed.id == static_cast<std::int64_t>(::GetCurrentProcessId())) {
            continue;
        }
        auto process = owned_handle(
            ::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, static_cast<DWORD>(listed.id)));
        const auto program = process ? program_of(process.get()) : std::filesystem::path();
        std::error_code ignored;
        if (!program.empty() && std::filesystem::equivalent(program.parent_path(), folder, ignored)) {
            found.push_back({listed.id, listed.parent, same_name(program, first), std::move(process)});
        }
    }
    return found;
}

/// Milliseconds that are left of a time that began with it.
class Patience {
public:
    explicit Patience(base::Duration all) : m_end(::GetTickCount64() + static_cast<ULONGLONG>(all.count())) {}

    [[nodiscard]] base::Duration left() const {
        const auto now = ::GetTickCount64();
        return base::Duration(now < m_end ? static_cast<base::Duration::rep>(m_end - now) : 0);
    }

private:
    const ULONGLONG m_end;
};

bool has_ended(const Found& process, base::Duration patience) {
    return ::WaitForSingleObject(process.process.get(), static_cast<DWORD>(patience.count())) == WAIT_OBJECT_0;
}

} // namespace

base::Status quit_programs(const std::filesystem::path& folder, std::string_view first, base::Duration patience) {
    const Patience whole(patience);
    base::Status result;
    const auto found = processes_in(folder, first);
    std::vector<std::int64_t> asked;
    for (const bool turn : {true, false}) {
        for (const auto& process : found) {
            // A second request would end it at once, in the middle of what it does because of the first one.
            if (process.is_first != turn || has_ended(process, base::Duration{0})) {
                continue;
            }
            auto ended = ask_to_quit(process.id, whole.left());
            const bool listens = ended || ended.error().code != base::ErrorCode::NotFound;
            if (listens) {
                asked.push_back(process.id);
            }
            if (listens && !ended && result) {
                result = std::move(ended);
            }
        }
    }
    for (const auto& process : found) {
        const bool is_child = std::ranges::find(asked, process.parent) != asked.end();
        if (is_child && !has_ended(process, whole.left()) && result) {
            result = base::fail(base::ErrorCode::Timeout,
                                "process " + std::to_string(process.id) + ", whose parent has ended, still runs");
        }
    }
    return result;
}

std::filesystem::path own_program_folder() {
    std::wstring path(kLongestPath, L'\0');
    path.resize(::GetModuleFileNameW(nullptr, path.data(), kLongestPath));
    return std::filesystem::path(path).parent_path();
}

} // namespace framehand::platform

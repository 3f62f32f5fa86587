// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/process_list.h"

#include "platform/windows/system_call.h"
#include "platform/windows/wide_text.h"

#include <cstddef>
#include <cstring>
#include <winternl.h>

namespace framehand::platform {

namespace {

/// SYSTEM_PROCESS_INFORMATION with the names of what <winternl.h> calls reserved, up to what is read here. As it is
/// since Windows Vista on 64 bits.
struct Entry {
    ULONG next; ///< bytes to the next one, 0 in the last
    ULONG threads;
    LARGE_INTEGER reserved[3];
    LARGE_INTEGER created;
    LARGE_INTEGER user_time;
    LARGE_INTEGER kernel_time;
    UNICODE_STRING name; ///< its buffer lies within the answer
    LONG priority;
    HANDLE id;
    HANDLE parent;
    ULONG handles;
    ULONG session;
};

static_assert(offsetof(Entry, name) == 56 && offsetof(Entry, id) == 80 && offsetof(Entry, session) == 100);

constexpr std::size_t kFirstGuess = 256 * 1024;
constexpr std::size_t kMost = 64 * 1024 * 1024;
constexpr LONG kTooSmall = static_cast<LONG>(0xC0000004); // STATUS_INFO_LENGTH_MISMATCH

std::int64_t number(HANDLE handle) {
    return static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(handle));
}

std::string name_of(const Entry& entry, std::span<const std::byte> answer) {
    const auto* begin = reinterpret_cast<const std::byte*>(entry.name.Buffer);
    const auto* end = begin + entry.name.Length;
    const bool inside = begin != nullptr && begin >= answer.data() && end >= begin &&
                        end <= answer.data() + answer.size() && entry.name.Length % sizeof(wchar_t) == 0;
    if (!inside) {
        return {};
    }
    std::wstring name(entry.name.Length / sizeof(wchar_t), L'\0');
    std::memcpy(name.data(), begin, entry.name.Length);
    return to_utf8(name);
}

} // namespace

std::vector<ListedProcess> parse_process_list(std::span<const std::byte> answer) {
    std::vector<ListedProcess> processes;
    std::size_t at = 0;
    while (at <= answer.size() && answer.size() - at >= sizeof(Entry)) {
        Entry entry{};
        std::memcpy(&entry, answer.data() + at, sizeof(entry));
        processes.push_back({number(entry.id), number(entry.parent), entry.created.QuadPart,
                             static_cast<std::uint64_t>(entry.user_time.QuadPart) +
                                 static_cast<std::uint64_t>(entry.kernel_time.QuadPart),
                             entry.session, name_of(entry, answer)});
        if (entry.next == 0) {
            break;
        }
        at += entry.next;
    }
    return processes;
}

std::optional<std::vector<ListedProcess>> all_processes() {
    using Query = LONG(NTAPI*)(ULONG, void*, ULONG, ULONG*);
    const auto query = system_call<Query>(L"ntdll.dll", "NtQuerySystemInformation");
    if (query == nullptr) {
        return std::nullopt;
    }
    std::vector<std::byte> answer(kFirstGuess);
    for (;;) {
        ULONG needed = 0;
        const LONG status = query(SystemProcessInformation, answer.data(), static_cast<ULONG>(answer.size()), &needed);
        if (status == 0) {
            auto processes = parse_process_list({answer.data(), answer.size()});
            return processes.empty() ? std::nullopt : std::optional(std::move(processes));
        }
        if (status != kTooSmall || answer.size() >= kMost) {
            return std::nullopt;
        }
        answer.resize(answer.size() * 2); // more may have started meanwhile than it said
    }
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/job_object.h"

#include "platform/windows/system_call.h"
#include "platform/windows/windows_error.h"

#include <algorithm>
#include <cstddef>

namespace framehand::platform {

namespace {

// Of whole processes, all threads at once; Windows documents those of single threads alone.
using ProcessCall = LONG(NTAPI*)(HANDLE);

void call_for(const char* name, HANDLE process) {
    if (const auto call = system_call<ProcessCall>(L"ntdll.dll", name)) {
        call(process);
    }
}

} // namespace

base::Result<JobObject> JobObject::create(const JobLimits& limits) {
    UniqueHandle job = owned_handle(::CreateJobObjectW(nullptr, nullptr));
    if (!job) {
        return error_from_windows(::GetLastError(), "a job object cannot be made");
    }
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION wanted{};
    auto& basic = wanted.BasicLimitInformation;
    basic.LimitFlags = JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    if (limits.at_the_end == JobLimits::AtTheEnd::KillProcesses) {
        basic.LimitFlags |= JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    }
    if (limits.priority_class != 0) {
        basic.LimitFlags |= JOB_OBJECT_LIMIT_PRIORITY_CLASS;
        basic.PriorityClass = limits.priority_class;
    }
    if (limits.most_processes != 0) {
        basic.LimitFlags |= JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
        basic.ActiveProcessLimit = limits.most_processes;
    }
    if (limits.process_memory != 0) {
        basic.LimitFlags |= JOB_OBJECT_LIMIT_PROCESS_MEMORY;
        wanted.ProcessMemoryLimit = static_cast<SIZE_T>(limits.process_memory);
    }
    if (::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &wanted, sizeof(wanted)) == 0) {
        return error_from_windows(::GetLastError(), "a job object cannot be limited");
    }
    return JobObject(std::move(job));
}

base::Status JobObject::take_in(HANDLE process) {
    if (::AssignProcessToJobObject(m_job.get(), process) == 0) {
        return error_from_windows(::GetLastError(), "a process cannot be put into a job object");
    }
    return {};
}

bool JobObject::has(HANDLE process) const {
    BOOL within = FALSE;
    return ::IsProcessInJob(process, m_job.get(), &within) != 0 && within != FALSE;
}

std::vector<DWORD> JobObject::process_ids() const {
    constexpr std::size_t kUsual = 32;
    constexpr std::size_t kMost = 4096;
    for (std::size_t room = kUsual; room <= kMost; room *= 4) {
        const std::size_t bytes = offsetof(JOBOBJECT_BASIC_PROCESS_ID_LIST, ProcessIdList) + room * sizeof(ULONG_PTR);
        std::vector<ULONG_PTR> buffer(bytes / sizeof(ULONG_PTR) + 1); // aligned as the list is
        auto* list = reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST*>(buffer.data());
        if (::QueryInformationJobObject(m_job.get(), JobObjectBasicProcessIdList, list, static_cast<DWORD>(bytes),
                                        nullptr) != 0) {
            std::vector<DWORD> ids;
            for (DWORD i = 0; i < list->NumberOfProcessIdsInList; ++i) {
                ids.push_back(static_cast<DWORD>(list->ProcessIdList[i]));
            }
            return ids;
        }
        if (::GetLastError() != ERROR_MORE_DATA) {
            break;
        }
    }
    return {};
}

void JobObject::terminate(UINT exit_code) {
    ::TerminateJobObject(m_job.get(), exit_code);
}

void JobObject::suspend() {
    constexpr int kRounds = 16; // a family that starts processes faster than this is none of ours
    for (int round = 0; round < kRounds; ++round) {
        bool found_one = false;
        for (const DWORD id : process_ids()) {
            if (std::ranges::find(m_suspended, id, &Suspended::id) != m_suspended.end()) {
                continue;
            }
            UniqueHandle process =
                owned_handle(::OpenProcess(PROCESS_SUSPEND_RESUME | PROCESS_QUERY_INFORMATION, FALSE, id));
            if (process && has(process.get())) {
                call_for("NtSuspendProcess", process.get());
                m_suspended.push_back({id, std::move(process)});
                found_one = true;
            }
        }
        if (!found_one) {
            return;
        }
    }
}

void JobObject::resume() {
    for (const Suspended& one : std::exchange(m_suspended, {})) {
        call_for("NtResumeProcess", one.process.get());
    }
}

} // namespace framehand::platform

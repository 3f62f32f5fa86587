// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/job_object_hooks.h"

#include "platform/windows/exit_status.h"
#include "platform/windows/job_object.h"
#include "platform/windows/system_call.h"

#include <QProcess>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace framehand::platform {

namespace {

using Priority = ports::ChildProcessRequest::Priority;

/// What a child is started with beyond what QProcess knows. Lives in QProcess until the child has started.
class Launch {
public:
    Launch(std::optional<HANDLE> job, Priority priority) : m_job(job), m_priority(priority) {}

    void change(QProcess::CreateProcessArguments& arguments) {
        arguments.flags &= ~static_cast<unsigned long>(CREATE_NEW_CONSOLE);
        // Without a console of its own, though a hidden one, it would get the Ctrl+C that is for us.
        arguments.flags |= CREATE_NO_WINDOW;
        if (m_priority == Priority::Idle) {
            arguments.flags |= IDLE_PRIORITY_CLASS;
        }
        m_info.StartupInfo = *arguments.startupInfo;
        if (!list_attributes()) {
            return;
        }
        m_info.StartupInfo.cb = sizeof(m_info);
        arguments.startupInfo = &m_info.StartupInfo;
        arguments.flags |= EXTENDED_STARTUPINFO_PRESENT;
    }

private:
    [[nodiscard]] bool list_attributes() {
        constexpr DWORD kAttributes = 2;
        SIZE_T bytes = 0;
        ::InitializeProcThreadAttributeList(nullptr, kAttributes, 0, &bytes);
        m_list.assign(bytes / sizeof(std::max_align_t) + 1, {});
        m_info.lpAttributeList = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_list.data());
        if (::InitializeProcThreadAttributeList(m_info.lpAttributeList, kAttributes, 0, &bytes) == 0) {
            return false;
        }
        m_streams.clear();
        const auto& info = m_info.StartupInfo;
        for (HANDLE stream : {info.hStdInput, info.hStdOutput, info.hStdError}) {
            const bool twice = std::ranges::find(m_streams, stream) != m_streams.end();
            if (stream != nullptr && stream != INVALID_HANDLE_VALUE && !twice) {
                m_streams.push_back(stream);
            }
        }
        if (!m_streams.empty()) {
            ::UpdateProcThreadAttribute(m_info.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_streams.data(),
                                        m_streams.size() * sizeof(HANDLE), nullptr, nullptr);
        }
        if (m_job) {
            ::UpdateProcThreadAttribute(m_info.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_JOB_LIST, &*m_job,
                                        sizeof(HANDLE), nullptr, nullptr);
        }
        return true;
    }

    std::optional<HANDLE> m_job;
    Priority m_priority;
    STARTUPINFOEXW m_info{};
    std::vector<std::max_align_t> m_list;
    std::vector<HANDLE> m_streams;
};

/// The class once more, for a Windows that does not take it at the start, and what no class says: disk, memory, and how
/// fast a processor should run.
void calm_down(HANDLE process) {
    ::SetPriorityClass(process, IDLE_PRIORITY_CLASS);
    constexpr ULONG kLowMemoryPriority = 2; // MEMORY_PRIORITY_LOW
    ULONG memory = kLowMemoryPriority;
    ::SetProcessInformation(process, ProcessMemoryPriority, &memory, sizeof(memory));
    PROCESS_POWER_THROTTLING_STATE efficient{};
    efficient.Version = PROCESS_POWER_THROTTLING_CURRENT_VERSION;
    efficient.ControlMask = PROCESS_POWER_THROTTLING_EXECUTION_SPEED;
    efficient.StateMask = PROCESS_POWER_THROTTLING_EXECUTION_SPEED;
    ::SetProcessInformation(process, ProcessPowerThrottling, &efficient, sizeof(efficient));

    using SetInformation = LONG(NTAPI*)(HANDLE, int, void*, ULONG);
    constexpr int kProcessIoPriority = 33;
    ULONG io = 0; // IoPriorityVeryLow, as in the background mode that a process can choose for itself
    if (const auto set = system_call<SetInformation>(L"ntdll.dll", "NtSetInformationProcess")) {
        set(process, kProcessIoPriority, &io, sizeof(io));
    }
}

base::Duration in_milliseconds(const FILETIME& time) {
    constexpr std::uint64_t kPerMillisecond = 10'000;
    const auto ticks = (static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime;
    return base::Duration{static_cast<base::Duration::rep>(ticks / kPerMillisecond)};
}

class JobFamily final : public ProcessFamily {
public:
    JobFamily(std::optional<JobObject> job, Priority priority) : m_job(std::move(job)), m_priority(priority) {}

    void started(std::int64_t process_id) override {
        m_process = owned_handle(
            ::OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_SET_INFORMATION | PROCESS_SET_QUOTA | PROCESS_TERMINATE,
                          FALSE, static_cast<DWORD>(process_id)));
        if (!m_process) {
            return;
        }
        if (m_job && !m_job->has(m_process.get())) {
            static_cast<void>(m_job->take_in(m_process.get())); // a Windows that did not do it at the start
        }
        if (m_priority == Priority::Idle) {
            calm_down(m_process.get());
        }
    }

    void kill() override {
        if (m_job) {
            m_job->terminate(kKilledExitCode);
        }
        if (m_process && (!m_job || !m_job->has(m_process.get()))) {
            ::TerminateProcess(m_process.get(), kKilledExitCode);
        }
    }

    void stop() override {
        if (m_job) {
            m_job->suspend();
        }
    }

    void go_on() override {
        if (m_job) {
            m_job->resume();
        }
    }

    [[nodiscard]] ports::ProcessorTime processor_time() const override {
        FILETIME created{};
        FILETIME ended{};
        FILETIME kernel{};
        FILETIME user{};
        if (!m_process || ::GetProcessTimes(m_process.get(), &created, &ended, &kernel, &user) == 0) {
            return {};
        }
        return {in_milliseconds(kernel) + in_milliseconds(user), base::Duration{0}};
    }

private:
    std::optional<JobObject> m_job; ///< nothing where Windows gave none: better such a child than none
    Priority m_priority;
    UniqueHandle m_process;
};

} // namespace

std::unique_ptr<ProcessFamily> JobObjectHooks::prepare(QProcess& process, Priority priority) const {
    JobLimits limits;
    limits.at_the_end = JobLimits::AtTheEnd::KillProcesses;
    limits.priority_class = priority == Priority::Idle ? IDLE_PRIORITY_CLASS : 0;
    std::optional<JobObject> job;
    if (auto made = JobObject::create(limits)) {
        job = std::move(*made);
    }
    const auto launch = std::make_shared<Launch>(job ? std::optional(job->handle()) : std::nullopt, priority);
    process.setCreateProcessArgumentsModifier(
        [launch](QProcess::CreateProcessArguments* arguments) { launch->change(*arguments); });
    return std::make_unique<JobFamily>(std::move(job), priority);
}

ports::ChildExit JobObjectHooks::how_it_ended(const QProcess& process) const {
    return explain_exit(static_cast<std::uint32_t>(process.exitCode()));
}

} // namespace framehand::platform

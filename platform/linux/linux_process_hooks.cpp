// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_process_hooks.h"

#include <QProcess>

#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <linux/close_range.h>
#include <linux/ioprio.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace framehand::platform {

namespace {

// All run between fork and exec: async-signal-safe calls only. What fails is left as it is: a child at normal
// priority is better than none.

void lead_own_session_until_parent_dies(pid_t parent) {
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The parent may have died before the line above took effect.
    if (::getppid() != parent) {
        ::_exit(127);
    }
}

/// Libraries open sockets and databases without close-on-exec: a child that outlives its parent by a moment would keep
/// the parent's port taken.
void keep_only_standard_streams() {
    if (::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC) == 0) {
        return;
    }
    for (int descriptor = 3; descriptor < 1024; ++descriptor) {
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
}

/// In the parent.
void signal_family(std::int64_t process_id, int signal) {
    const auto pid = static_cast<pid_t>(process_id);
    if (pid <= 0) {
        return; // it would mean this very process's group
    }
    // Before its setsid() the child is not yet a group, so it gets a signal of its own too.
    ::kill(-pid, signal);
    ::kill(pid, signal);
}

/// In the parent. A signal to a process is taken by its first thread, which mostly sleeps: on a busy machine it would
/// have to wait for a processor before the others hear of it. One that runs takes its own at once, and stops all.
void stop_each_thread(std::int64_t process_id) {
    const auto pid = static_cast<pid_t>(process_id);
    std::error_code error;
    const auto tasks = std::filesystem::path("/proc") / std::to_string(process_id) / "task";
    for (std::filesystem::directory_iterator task(tasks, error), end; !error && task != end; task.increment(error)) {
        pid_t thread = 0;
        const auto name = task->path().filename().string();
        if (std::from_chars(name.data(), name.data() + name.size(), thread).ec == std::errc()) {
            ::syscall(SYS_tgkill, pid, thread, SIGSTOP);
        }
    }
}

void sink_to_idle_priority() {
    ::setpriority(PRIO_PROCESS, 0, 19);
    sched_param parameters{};
    ::sched_setscheduler(0, SCHED_IDLE, &parameters);
    ::syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, 0, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_IDLE, 0));
    const int autogroup = ::open("/proc/self/autogroup", O_WRONLY | O_CLOEXEC);
    if (autogroup >= 0) {
        [[maybe_unused]] const auto written = ::write(autogroup, "19", 2);
        ::close(autogroup);
    }
}

/// On processors and waiting for one, of all threads of a process.
ports::ProcessorTime processor_time_of(std::int64_t process_id) {
    std::uint64_t used = 0;
    std::uint64_t waited = 0;
    std::error_code error;
    const auto tasks = std::filesystem::path("/proc") / std::to_string(process_id) / "task";
    for (std::filesystem::directory_iterator task(tasks, error), end; !error && task != end; task.increment(error)) {
        std::ifstream in(task->path() / "schedstat"); // nanoseconds on a processor, those waiting for one, turns
        std::uint64_t on = 0;
        std::uint64_t off = 0;
        if (in >> on >> off) {
            used += on;
            waited += off;
        }
    }
    const auto milliseconds = [](std::uint64_t time) {
        return base::Duration{static_cast<base::Duration::rep>(time / 1'000'000)};
    };
    return {milliseconds(used), milliseconds(waited)};
}

class LinuxProcessFamily final : public ProcessFamily {
public:
    void started(std::int64_t process_id) override { m_leader = process_id; }

    void kill() override { signal_family(m_leader, SIGKILL); }

    void stop() override {
        signal_family(m_leader, SIGSTOP);
        stop_each_thread(m_leader);
    }

    void go_on() override { signal_family(m_leader, SIGCONT); }

    [[nodiscard]] ports::ProcessorTime processor_time() const override { return processor_time_of(m_leader); }

private:
    std::int64_t m_leader = 0;
};

std::string describe_crash(int signal) {
    const char* name = ::strsignal(signal);
    return "killed by signal " + std::to_string(signal) + (name != nullptr ? " (" + std::string(name) + ")" : "");
}

} // namespace

std::unique_ptr<ProcessFamily> LinuxProcessHooks::prepare(QProcess& process,
                                                          ports::ChildProcessRequest::Priority priority) const {
    const bool idle = priority == ports::ChildProcessRequest::Priority::Idle;
    process.setChildProcessModifier([idle, parent = ::getpid()] {
        lead_own_session_until_parent_dies(parent);
        keep_only_standard_streams();
        if (idle) {
            sink_to_idle_priority();
        }
    });
    return std::make_unique<LinuxProcessFamily>();
}

ports::ChildExit LinuxProcessHooks::how_it_ended(const QProcess& process) const {
    ports::ChildExit exit;
    exit.code = process.exitCode();
    if (process.exitStatus() == QProcess::CrashExit) {
        exit.kind = ports::ChildExit::Kind::Crashed;
        exit.description = describe_crash(exit.code);
    } else {
        exit.description = "exit code " + std::to_string(exit.code);
    }
    return exit;
}

} // namespace framehand::platform

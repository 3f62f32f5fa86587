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

} // namespace

void LinuxProcessHooks::prepare(QProcess& process, ports::ChildProcessRequest::Priority priority) const {
    const bool idle = priority == ports::ChildProcessRequest::Priority::Idle;
    process.setChildProcessModifier([idle, parent = ::getpid()] {
        lead_own_session_until_parent_dies(parent);
        keep_only_standard_streams();
        if (idle) {
            sink_to_idle_priority();
        }
    });
}

void LinuxProcessHooks::kill_family(std::int64_t process_id) const {
    signal_family(process_id, SIGKILL);
}

void LinuxProcessHooks::stop_family(std::int64_t process_id) const {
    signal_family(process_id, SIGSTOP);
    stop_each_thread(process_id);
}

void LinuxProcessHooks::continue_family(std::int64_t process_id) const {
    signal_family(process_id, SIGCONT);
}

ports::ProcessorTime LinuxProcessHooks::processor_time(std::int64_t process_id) const {
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

std::string LinuxProcessHooks::describe_crash(int code) const {
    const char* name = ::strsignal(code);
    return "killed by signal " + std::to_string(code) + (name != nullptr ? " (" + std::string(name) + ")" : "");
}

} // namespace framehand::platform

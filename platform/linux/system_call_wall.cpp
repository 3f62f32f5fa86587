// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/system_call_wall.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <linux/seccomp.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <string>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace framehand::platform {

namespace {

/// By name, so that a call which this architecture or libseccomp does not have is left out.
constexpr std::array kRefused = {
    // the network, and other programs' sockets
    "connect", "socketcall",
    // programs and processes
    "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise",
    "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kcmp", "tkill", "acct",
    // what Landlock does not see of files
    "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "chown32", "fchown32", "lchown32",
    "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "utime", "utimes", "futimesat",
    "utimensat", "utimensat_time64", "name_to_handle_at", "open_by_handle_at", "quotactl", "quotactl_fd",
    "fanotify_init", "swapon", "swapoff",
    // the shape of the system
    "mount", "umount", "umount2", "pivot_root", "chroot", "move_mount", "fsopen", "fsconfig", "fsmount", "fspick",
    "open_tree", "mount_setattr", "unshare", "setns", "sethostname", "setdomainname", "settimeofday", "stime",
    "clock_settime", "clock_settime64", "clock_adjtime", "clock_adjtime64", "adjtimex",
    // the kernel
    "init_module", "finit_module", "delete_module", "create_module", "kexec_load", "kexec_file_load", "reboot",
    "syslog", "bpf", "perf_event_open", "userfaultfd", "add_key", "request_key", "keyctl", "iopl", "ioperm",
    "lookup_dcookie", "nfsservctl", "vhangup", "personality"};

/// Callers know what to do without these.
constexpr std::array kUnknown = {"clone3", "io_uring_setup", "io_uring_enter", "io_uring_register"};

/// Younger than the libseccomp of the oldest supported system; these numbers are the same on every architecture.
constexpr int kFchmodat2 = 452;
constexpr int kSetxattrat = 463;
constexpr int kRemovexattrat = 466;
constexpr int kOpenTreeAttr = 467;
constexpr int kFileSetattr = 469;
constexpr std::array kYoung = {kFchmodat2, kSetxattrat, kRemovexattrat, kOpenTreeAttr, kFileSetattr};

struct ReleaseFilter {
    void operator()(void* filter) const { ::seccomp_release(filter); }
};

class Filter {
public:
    Filter() : m_filter(::seccomp_init(SCMP_ACT_ALLOW)) {}

    void refuse(int call, int error, std::span<const scmp_arg_cmp> when = {}) {
        if (m_filter != nullptr && m_error == 0) {
            m_error = ::seccomp_rule_add_array(m_filter.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call,
                                               static_cast<unsigned>(when.size()), when.data());
        }
    }

    void refuse_named(const char* name, int error) {
        if (const int call = ::seccomp_syscall_resolve_name(name); call >= 0) {
            refuse(call, error);
        }
    }

    void refuse_where(int call, scmp_arg_cmp condition) { refuse(call, EPERM, std::span(&condition, 1)); }

    /// 0, or a negative errno value.
    [[nodiscard]] int load() {
        if (m_filter == nullptr) {
            return -ENOMEM;
        }
        // A call in another architecture's numbering (32-bit on 64-bit) would pass by every rule below: no honest code
        // makes one.
        set(SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
        set(SCMP_FLTATR_CTL_TSYNC, 1); // the threads that libraries started before
        set(SCMP_FLTATR_CTL_LOG, 1);
        set(SCMP_FLTATR_CTL_OPTIMIZE, 2); // a search tree instead of a list
        return m_error != 0 ? m_error : ::seccomp_load(m_filter.get());
    }

private:
    void set(scmp_filter_attr attribute, std::uint32_t value) {
        if (m_error == 0) {
            m_error = ::seccomp_attr_set(m_filter.get(), attribute, value);
        }
    }

    std::unique_ptr<void, ReleaseFilter> m_filter;
    int m_error = 0;
};

constexpr scmp_arg_cmp differs(unsigned argument, std::uint64_t value) {
    return {argument, SCMP_CMP_NE, value, 0};
}

/// Registers are wider than most arguments: only the part that the kernel looks at may count.
constexpr scmp_arg_cmp masked(unsigned argument, std::uint64_t mask, std::uint64_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void add_conditions(Filter& filter) {
    constexpr std::uint64_t kLow = 0xFFFFFFFF;
    constexpr std::uint64_t kSocketType = 0xF;
    const auto self = static_cast<std::uint64_t>(::getpid());
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(socketpair)}) {
        filter.refuse_where(call, differs(0, AF_UNIX));
        // A datagram socket needs no connect() to reach another program.
        filter.refuse_where(call, masked(1, kSocketType, SOCK_DGRAM));
    }
    filter.refuse_where(SCMP_SYS(clone), masked(0, CLONE_THREAD, 0));
    for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)}) {
        filter.refuse_where(call, differs(0, self));
    }
    filter.refuse_where(SCMP_SYS(prlimit64), differs(0, 0));
    for (const std::uint64_t request : {std::uint64_t{TIOCSTI}, std::uint64_t{TIOCLINUX}}) {
        filter.refuse_where(SCMP_SYS(ioctl), masked(1, kLow, request));
    }
}

} // namespace

bool SystemCallWall::is_available() {
    const std::uint32_t action = SECCOMP_RET_ERRNO;
    return ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0U, &action) == 0;
}

base::Status SystemCallWall::raise() {
    Filter filter;
    for (const char* name : kRefused) {
        filter.refuse_named(name, EPERM);
    }
    for (const int call : kYoung) {
        filter.refuse(call, EPERM);
    }
    for (const char* name : kUnknown) {
        filter.refuse_named(name, ENOSYS);
    }
    add_conditions(filter);
    if (const int rc = filter.load(); rc != 0) {
        return base::error_from_errno(-rc, "the filter of system calls cannot be put up");
    }
    return {};
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_sandbox.h"

#include "platform/linux/encoder_devices.h"
#include "platform/linux/system_call_wall.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <linux/capability.h>
#include <set>
#include <sstream>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define FH_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define FH_SANITIZED 1
#endif
#endif
#ifndef FH_SANITIZED
#define FH_SANITIZED 0
#endif

namespace framehand::platform {

namespace {

using Paths = std::vector<std::filesystem::path>;

/// What libraries, drivers and their settings are read from.
constexpr std::array kSystemFolders = {
    "/usr", "/lib", "/lib32", "/lib64", "/etc", "/opt", "/nix/store", "/gnu/store", "/run/opengl-driver", "/sys"};

/// Facts of the machine. Not all of /proc: other processes' command lines are there.
constexpr std::array kMachineFacts = {"/proc/cpuinfo", "/proc/meminfo",     "/proc/stat",    "/proc/version",
                                      "/proc/devices", "/proc/filesystems", "/proc/modules", "/proc/driver",
                                      "/proc/sys/vm",  "/proc/sys/kernel"};

constexpr std::array kPlainDevices = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};

/// Where people tell the loader and the drivers of more folders.
constexpr std::array kFolderLists = {"LD_LIBRARY_PATH", "LIBVA_DRIVERS_PATH", "VDPAU_DRIVER_PATH"};

/// Folders of the libraries that are loaded: late ones lie beside them, wherever a bundle was unpacked.
std::set<std::filesystem::path> library_folders() {
    std::set<std::filesystem::path> folders;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        const auto path = line.find('/');
        if (path != std::string::npos && line.find(".so", path) != std::string::npos) {
            folders.insert(std::filesystem::path(line.substr(path)).parent_path());
        }
    }
    for (const char* name : kFolderLists) {
        const char* list = std::getenv(name);
        std::istringstream items(list == nullptr ? "" : list);
        for (std::string item; std::getline(items, item, ':');) {
            if (item.starts_with('/') && item != "/") {
                folders.insert(item);
            }
        }
    }
    return folders;
}

LandlockWall::Grants grants_for(const ports::SandboxRequest& request) {
    LandlockWall::Grants grants{request.read, request.write, encoder_devices()};
    grants.read.insert(grants.read.end(), kSystemFolders.begin(), kSystemFolders.end());
    grants.read.insert(grants.read.end(), kMachineFacts.begin(), kMachineFacts.end());
    grants.read.push_back("/proc/" + std::to_string(::getpid()));
    std::ranges::copy(library_folders(), std::back_inserter(grants.read));
    grants.devices.insert(grants.devices.end(), kPlainDevices.begin(), kPlainDevices.end());
    return grants;
}

/// An administrator's process keeps only the right to reach other users' files.
base::Status give_up_powers() {
    constexpr unsigned kKept = (1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH);
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> powers{};
    if (::syscall(SYS_capget, &header, powers.data()) == 0) {
        const bool none = std::ranges::all_of(powers, [](const auto& word) {
            return word.effective == 0 && word.permitted == 0 && word.inheritable == 0;
        });
        powers[0] = {powers[0].effective & kKept, powers[0].permitted & kKept, 0};
        powers[1] = {};
        // Walls around us, such as a service's, may forbid even to ask for less.
        if (none || ::syscall(SYS_capset, &header, powers.data()) == 0) {
            return {};
        }
    }
    return base::error_from_errno(errno, "the administrator's powers cannot be given up");
}

base::Status limit(decltype(RLIMIT_DATA) what, std::uint64_t most, const std::string& name) {
    rlimit now{};
    ::getrlimit(what, &now);
    const rlim_t allowed = std::min<rlim_t>(most, now.rlim_max);
    const rlimit wanted{allowed, allowed};
    return ::setrlimit(what, &wanted) == 0 ? base::Status()
                                           : base::error_from_errno(errno, name + " cannot be limited");
}

std::string wall(const std::string& what, const std::string& how) {
    return what + " (" + how + ")";
}

base::Status limit_memory(std::uint64_t bytes, ports::SandboxReport& report) {
    std::ofstream("/proc/self/oom_score_adj") << 1000; // the first to go when the machine's memory is out
    FH_TRY(limit(RLIMIT_CORE, 0, "core dumps"));
    if (bytes == 0) {
        return {};
    }
    if (FH_SANITIZED != 0) {
        report.missing.emplace_back("a build with a sanitizer has no memory limit");
        return {};
    }
    report.walls.push_back(wall("memory", std::to_string(bytes) + " bytes"));
    return limit(RLIMIT_DATA, bytes, "memory");
}

} // namespace

ports::SandboxReport LinuxSandbox::available() const {
    ports::SandboxReport report;
    if (const int version = LandlockWall::version(); version >= LandlockWall::kLeastVersion) {
        report.walls.push_back(wall("files", "Landlock " + std::to_string(version)));
    } else {
        report.missing.emplace_back(version == 0
                                        ? "this kernel has no Landlock: all files of the user are in reach"
                                        : "this kernel's Landlock is too old: all files of the user are in reach");
    }
    if (SystemCallWall::is_available()) {
        report.walls.push_back(wall("system calls", "seccomp"));
    } else {
        report.missing.emplace_back("this kernel has no seccomp: the network is in reach");
    }
    return report;
}

base::Result<ports::SandboxReport> LinuxSandbox::enter(const ports::SandboxRequest& request) {
    ports::SandboxReport report;
    FH_TRY(limit_memory(request.memory_bytes, report));
    if (request.walls == ports::SandboxRequest::Walls::All) {
        FH_TRY(put_up_walls(request));
        const ports::SandboxReport rest = available();
        report.walls.insert(report.walls.begin(), rest.walls.begin(), rest.walls.end());
        report.missing.insert(report.missing.begin(), rest.missing.begin(), rest.missing.end());
    }
    return report;
}

base::Status LinuxSandbox::put_up_walls(const ports::SandboxRequest& request) {
    const LandlockWall::Grants grants = grants_for(request);
    FH_TRY(give_up_powers());
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return base::error_from_errno(errno, "new powers cannot be ruled out");
    }
    if (LandlockWall::version() >= LandlockWall::kLeastVersion) {
        FH_TRY(m_files.raise(grants));
    }
    return SystemCallWall::is_available() ? SystemCallWall::raise() : base::Status();
}

} // namespace framehand::platform

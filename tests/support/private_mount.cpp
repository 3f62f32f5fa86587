// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_mount.h"

#include <array>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace framehand::test {
namespace {

constexpr int kCannotMount = 77;

bool enter_own_namespaces() {
    const auto uid = ::getuid();
    const auto gid = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
            return false;
        }
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " << uid << " 1";
        std::ofstream("/proc/self/gid_map") << "0 " << gid << " 1";
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

std::optional<std::string> run_mounted(const std::function<bool()>& mount, const std::function<std::string()>& body) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        return std::nullopt;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        if (!enter_own_namespaces() || !mount()) {
            ::_exit(kCannotMount);
        }
        const std::string text = body();
        const bool written = ::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::_exit(written ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text;
    std::array<char, 4096> block{};
    for (ssize_t got = 0; (got = ::read(ends[0], block.data(), block.size())) > 0;) {
        text.append(block.data(), static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child ||
        (WIFEXITED(status) && WEXITSTATUS(status) == kCannotMount)) {
        return std::nullopt;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? text : "the child process died: " + text;
}

} // namespace

std::optional<std::string> run_on_small_disk(const std::filesystem::path& folder, std::uint64_t bytes,
                                             const std::function<std::string()>& body) {
    const std::string options = "size=" + std::to_string(bytes);
    return run_mounted([&] { return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) == 0; }, body);
}

std::optional<std::string> run_on_read_only(const std::filesystem::path& folder,
                                            const std::function<std::string()>& body) {
    const auto mount = [&] {
        return ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
               ::mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
    };
    return run_mounted(mount, body);
}

} // namespace framehand::test

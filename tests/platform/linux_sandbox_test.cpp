// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/descriptor.h"
#include "platform/linux/linux_sandbox.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <sched.h>
#include <spawn.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace framehand::platform {
namespace {

constexpr int kNotEntered = 250;

/// errno of a call that gave -1, else 0.
int error_of(long result) {
    return result == -1 ? errno : 0;
}

int open_error(const std::filesystem::path& path, int flags) {
    const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC, 0600));
    return file ? 0 : errno;
}

/// Every wall is proven from inside: a child enters the sandbox, tries one thing, and its exit status is what it saw.
class LinuxSandboxTest : public testing::Test {
protected:
    LinuxSandboxTest() {
        m_folder.write("nas/film.mkv", "a film");
        m_folder.write("nas/other.mkv", "another film");
        std::filesystem::create_directories(m_package / "a");
        std::filesystem::create_directories(m_package / "b");
    }

    void SetUp() override {
        if (!LinuxSandbox().available().missing.empty()) {
            GTEST_SKIP() << LinuxSandbox().available().missing.front();
        }
    }

    [[nodiscard]] ports::SandboxRequest request() const { return {{m_input}, {m_package}, 0}; }

    /// What `attempt` gave in a child behind the walls; a signal's number is negative.
    int inside(const std::function<int()>& attempt, ports::SandboxRequest request) {
        const pid_t child = ::fork();
        if (child == 0) {
            LinuxSandbox sandbox;
            ::_exit(sandbox.enter(request) ? attempt() : kNotEntered);
        }
        int status = 0;
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    }

    int inside(const std::function<int()>& attempt) { return inside(attempt, request()); }

    test::TempFolder m_folder;
    const std::filesystem::path m_input = m_folder.path() / "nas/film.mkv";
    const std::filesystem::path m_other = m_folder.path() / "nas/other.mkv";
    const std::filesystem::path m_package = m_folder.path() / "package";
};

TEST_F(LinuxSandboxTest, ReadsTheInputAndWorksInThePackage) {
    EXPECT_EQ(inside([&] { return open_error(m_input, O_RDONLY); }), 0);
    EXPECT_EQ(inside([&] {
                  std::ofstream(m_package / "a/new") << "text";
                  std::error_code error;
                  std::filesystem::rename(m_package / "a/new", m_package / "b/final", error);
                  if (!error) {
                      std::filesystem::create_directories(m_package / "c/d", error);
                  }
                  if (!error) {
                      std::filesystem::remove_all(m_package / "c", error);
                  }
                  return error.value();
              }),
              0);
    EXPECT_EQ(m_folder.read("package/b/final"), "text");
}

TEST_F(LinuxSandboxTest, TheInputIsNotWritable) {
    EXPECT_EQ(inside([&] { return open_error(m_input, O_WRONLY); }), EACCES);
    EXPECT_EQ(inside([&] { return error_of(::truncate(m_input.c_str(), 0)); }), EACCES);
    EXPECT_EQ(inside([&] { return error_of(::unlink(m_input.c_str())); }), EACCES);
    EXPECT_EQ(m_folder.read("nas/film.mkv"), "a film");
}

TEST_F(LinuxSandboxTest, OtherFilesAreOutOfReach) {
    EXPECT_EQ(inside([&] { return open_error(m_other, O_RDONLY); }), EACCES);
    EXPECT_EQ(inside([&] { return open_error(m_folder.path(), O_RDONLY | O_DIRECTORY); }), EACCES);
    EXPECT_EQ(inside([&] { return open_error(m_folder.path() / "new", O_WRONLY | O_CREAT); }), EACCES);
    EXPECT_EQ(inside([&] { return open_error("/etc/passwd", O_WRONLY); }), EACCES);
    EXPECT_EQ(inside([&] { return error_of(::mkdir((m_folder.path() / "new").c_str(), 0700)); }), EACCES);
    EXPECT_EQ(inside([&] { return error_of(::rename(m_other.c_str(), (m_package / "stolen").c_str())); }), EACCES);
    EXPECT_EQ(inside([&] { return error_of(::link(m_other.c_str(), (m_package / "stolen").c_str())); }), EXDEV);
    // A link out of the package is worth nothing: what it leads to is looked at.
    std::filesystem::create_symlink(m_other, m_package / "way-out");
    EXPECT_EQ(inside([&] { return open_error(m_package / "way-out", O_RDONLY); }), EACCES);
}

TEST_F(LinuxSandboxTest, RightsOwnersAndTimesOfFilesCannotBeChanged) {
    EXPECT_EQ(inside([&] { return error_of(::chmod(m_other.c_str(), 0777)); }), EPERM);
    EXPECT_EQ(inside([&] { return error_of(::chown(m_other.c_str(), ::getuid(), ::getgid())); }), EPERM);
    EXPECT_EQ(inside([&] { return error_of(::utimensat(AT_FDCWD, m_other.c_str(), nullptr, 0)); }), EPERM);
    EXPECT_EQ(inside([&] { return error_of(::syscall(452, AT_FDCWD, m_other.c_str(), 0777, 0)); }), EPERM);
}

TEST_F(LinuxSandboxTest, LibrariesAndFactsOfTheMachineStayReadable) {
    EXPECT_EQ(inside([] { return open_error("/etc/ld.so.cache", O_RDONLY); }), 0);
    EXPECT_EQ(inside([] { return open_error("/proc/cpuinfo", O_RDONLY); }), 0);
    EXPECT_EQ(inside([] { return open_error("/proc/self/maps", O_RDONLY); }), 0);
    EXPECT_EQ(inside([] { return open_error("/sys/devices/system/cpu/online", O_RDONLY); }), 0);
    EXPECT_EQ(inside([] { return open_error("/dev/null", O_RDWR); }), 0);
    EXPECT_EQ(inside([] { return open_error("/dev/urandom", O_RDONLY); }), 0);
}

TEST_F(LinuxSandboxTest, OtherProcessesAreOutOfSight) {
    const auto parent = ::getpid();
    EXPECT_EQ(inside([&] { return open_error("/proc/" + std::to_string(parent) + "/environ", O_RDONLY); }), EACCES);
    EXPECT_EQ(inside([&] { return open_error("/proc/" + std::to_string(parent) + "/cmdline", O_RDONLY); }), EACCES);
    EXPECT_EQ(inside([&] { return error_of(::ptrace(PTRACE_ATTACH, parent, nullptr, nullptr)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }), EPERM);
    EXPECT_EQ(inside([&] {
                  char byte = 0;
                  iovec here{&byte, 1};
                  iovec there{this, 1};
                  return error_of(::process_vm_readv(parent, &here, 1, &there, 1, 0));
              }),
              EPERM);
    EXPECT_EQ(inside([&] { return error_of(::kill(parent, 0)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::kill(-1, 0)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::kill(::getpid(), 0)); }), 0);
    EXPECT_EQ(inside([] { return ::raise(SIGABRT); }), -SIGABRT);
}

TEST_F(LinuxSandboxTest, TheNetworkIsOutOfReach) {
    for (const int family : {AF_INET, AF_INET6, AF_NETLINK, AF_PACKET}) {
        EXPECT_EQ(inside([&] { return error_of(::socket(family, SOCK_STREAM, 0)); }), EPERM) << family;
        EXPECT_EQ(inside([&] { return error_of(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0)); }), EPERM) << family;
    }
    EXPECT_EQ(inside([] { return error_of(::syscall(SYS_socket, AF_INET | (1ULL << 40U), SOCK_STREAM, 0)); }), EPERM)
        << "bits that the kernel ignores";
}

TEST_F(LinuxSandboxTest, AnOpenSocketCannotBeConnected) {
    const Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    ASSERT_EQ(::bind(listener.get(), reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(listener.get(), 1), 0);
    ASSERT_EQ(::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    EXPECT_EQ(inside([&] { return error_of(::connect(socket.get(), reinterpret_cast<sockaddr*>(&address), size)); }),
              EPERM);
    EXPECT_EQ(::connect(socket.get(), reinterpret_cast<sockaddr*>(&address), size), 0) << "outside it can";
}

TEST_F(LinuxSandboxTest, DriversMayUseUnixStreamsAmongTheirOwnThreads) {
    EXPECT_EQ(inside([] {
                  int pair[2];
                  return error_of(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair));
              }),
              0);
    EXPECT_EQ(inside([] { return error_of(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0)); }), 0);
    EXPECT_EQ(inside([] { return error_of(::socket(AF_UNIX, SOCK_DGRAM, 0)); }), EPERM);
}

TEST_F(LinuxSandboxTest, OtherProgramsSocketsCannotBeReached) {
    const Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = (m_package / "service").string();
    ASSERT_LT(path.size(), sizeof(address.sun_path));
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    ASSERT_EQ(::bind(listener.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    ASSERT_EQ(::listen(listener.get(), 1), 0);
    EXPECT_EQ(inside([&] {
                  const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
                  return error_of(::connect(socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)));
              }),
              EPERM);
}

TEST_F(LinuxSandboxTest, NoProgramRunsAndNoProcessIsMade) {
    EXPECT_EQ(inside([] {
                  char program[] = "/bin/true";
                  char* arguments[] = {program, nullptr};
                  char* environment[] = {nullptr};
                  return error_of(::execve(program, arguments, environment));
              }),
              EPERM);
    EXPECT_EQ(inside([] { return error_of(::fork()); }), EPERM);
    EXPECT_EQ(inside([] { return ::system("true") == 0 ? 0 : EPERM; }), EPERM);
    EXPECT_EQ(inside([] {
                  char program[] = "/bin/true";
                  char* arguments[] = {program, nullptr};
                  pid_t made = 0;
                  return ::posix_spawn(&made, program, nullptr, nullptr, arguments, nullptr);
              }),
              EPERM);
    EXPECT_EQ(inside([] { return error_of(::syscall(SYS_execveat, AT_FDCWD, "/bin/true", nullptr, nullptr, 0)); }),
              EPERM);
}

TEST_F(LinuxSandboxTest, ThreadsStillStart) {
    EXPECT_EQ(inside([] {
                  std::atomic<int> ran = 0;
                  std::thread([&] { ++ran; }).join();
                  return ran == 1 ? 0 : 1;
              }),
              0);
}

TEST_F(LinuxSandboxTest, AThreadFromBeforeIsBehindTheSystemCallsWallToo) {
    const auto attempt = [&] {
        std::atomic<bool> go = false;
        std::atomic<int> seen = -1;
        std::thread early([&] {
            go.wait(false);
            seen = error_of(::socket(AF_INET, SOCK_STREAM, 0));
        });
        LinuxSandbox sandbox;
        const bool entered = sandbox.enter(request()).has_value();
        go = true;
        go.notify_one();
        early.join();
        return entered ? seen.load() : kNotEntered;
    };
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(attempt());
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), EPERM);
}

TEST_F(LinuxSandboxTest, TheSystemCannotBeReshaped) {
    EXPECT_EQ(inside([] { return error_of(::mount("none", "/mnt", "tmpfs", 0, nullptr)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::unshare(CLONE_NEWUSER)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::chroot("/")); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::syscall(SYS_bpf, 0, nullptr, 0)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::syscall(SYS_perf_event_open, nullptr, 0, -1, -1, 0)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::syscall(SYS_keyctl, 0, 0, 0, 0, 0)); }), EPERM);
    EXPECT_EQ(inside([] { return error_of(::syscall(SYS_io_uring_setup, 1, nullptr)); }), ENOSYS)
        << "its requests would pass by the filter";
    EXPECT_EQ(inside([] { return error_of(::ioctl(STDIN_FILENO, TIOCSTI, "x")); }), EPERM);
}

#if defined(__x86_64__)
TEST_F(LinuxSandboxTest, CallsInAnotherArchitecturesNumberingEndTheProcess) {
    const int end = inside([] {
        long result = 20; // getpid of 32-bit programs
        asm volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
        return 0;
    });
    EXPECT_TRUE(end == -SIGSYS || end == -SIGSEGV) << end; // the second where the kernel has no such numbering
}
#endif

TEST_F(LinuxSandboxTest, MemoryEndsAtItsLimit) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "shadow memory counts as memory";
#endif
    auto limited = request();
    limited.memory_bytes = 300'000'000;
    const auto take = [](std::size_t bytes) {
        return [bytes] {
            void* block = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            return block == MAP_FAILED ? errno : 0;
        };
    };
    EXPECT_EQ(inside(take(100'000'000), limited), 0);
    EXPECT_EQ(inside(take(400'000'000), limited), ENOMEM);
    EXPECT_EQ(inside(take(400'000'000)), 0) << "without a limit";
    EXPECT_EQ(inside(
                  [] {
                      const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
                      return error_of(::setrlimit(RLIMIT_DATA, &more));
                  },
                  limited),
              EPERM)
        << "for good, for administrators too";
}

TEST_F(LinuxSandboxTest, AddressesThatAreOnlyReservedDoNotCountAsMemory) {
    auto limited = request();
    limited.memory_bytes = 300'000'000;
    EXPECT_EQ(inside(
                  [] {
                      constexpr std::size_t kReserve = std::size_t{64} << 30U; // as drivers of graphics cards do
                      void* block = ::mmap(nullptr, kReserve, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                      return block == MAP_FAILED ? errno : 0;
                  },
                  limited),
              0);
}

TEST_F(LinuxSandboxTest, TellsItsWalls) {
    const auto report = LinuxSandbox().available();
    EXPECT_THAT(report.walls, testing::ElementsAre(testing::HasSubstr("Landlock"), testing::HasSubstr("seccomp")));
}

TEST_F(LinuxSandboxTest, WhatIsNotThereNeedsNoGrant) {
    const ports::SandboxRequest gone{{m_folder.path() / "nowhere.mkv"}, {}, 0};
    EXPECT_EQ(inside([&] { return open_error(m_folder.path() / "nowhere.mkv", O_RDONLY); }, gone), ENOENT);
}

} // namespace
} // namespace framehand::platform

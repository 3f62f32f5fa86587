// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/linux/linux_sandbox.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/proc_process_meter.h"
#include "platform/linux/unix_streams.h"
#include "tests/platform/this_system.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace framehand::test {

std::unique_ptr<ports::FileSystem> make_file_system() {
    return std::make_unique<platform::PosixFileSystem>();
}

std::unique_ptr<ports::LocalStreams> make_local_streams(const std::filesystem::path& folder) {
    return std::make_unique<platform::UnixStreams>(folder);
}

std::unique_ptr<ports::ProcessMeter> make_process_meter() {
    return std::make_unique<platform::ProcProcessMeter>();
}

std::unique_ptr<ports::PeerIdentity> make_peer_identity() {
    return std::make_unique<platform::LinuxPeerIdentity>();
}

std::unique_ptr<ports::Sandbox> make_sandbox() {
    return std::make_unique<platform::LinuxSandbox>();
}

bool links_can_be_made(const std::filesystem::path& /*folder*/) {
    return true;
}

std::shared_ptr<void> hold_open(const std::filesystem::path& file) {
    return std::make_shared<std::ifstream>(file);
}

std::int64_t own_process_id() {
    return ::getpid();
}

std::shared_ptr<const platform::ProcessHooks> make_process_hooks() {
    return std::make_shared<platform::LinuxProcessHooks>();
}

bool lives(std::int64_t process_id) {
    std::ifstream stat("/proc/" + std::to_string(process_id) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(stat), {}};
    const auto end = text.rfind(')');
    return end != std::string::npos && end + 2 < text.size() && text[end + 2] != 'Z';
}

std::string words_of_a_crash() {
    return "killed by signal 11 (Segmentation fault)";
}

std::int64_t start_again(const std::string& verb) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl("/proc/self/exe", "child_program", verb.c_str(), nullptr);
        std::_Exit(127);
    }
    return child;
}

void wait_to_be_killed() {
    for (;;) {
        ::pause();
    }
}

void use_bytes() {
}

std::string address_of_nobody(const std::filesystem::path& folder) {
    return (folder / "nobody").string();
}

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/console.h"
#include "platform/windows/handle.h"
#include "platform/windows/job_object_hooks.h"
#include "platform/windows/named_pipe_streams.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_file_system.h"
#include "platform/windows/windows_peer_identity.h"
#include "platform/windows/windows_process_meter.h"
#include "platform/windows/windows_sandbox.h"
#include "tests/platform/this_system.h"

#include <cstdlib>
#include <system_error>
#include <vector>

namespace framehand::test {

std::unique_ptr<ports::FileSystem> make_file_system() {
    return std::make_unique<platform::WindowsFileSystem>();
}

std::unique_ptr<ports::LocalStreams> make_local_streams(const std::filesystem::path& /*folder*/) {
    return std::make_unique<platform::NamedPipeStreams>();
}

std::unique_ptr<ports::ProcessMeter> make_process_meter() {
    return std::make_unique<platform::WindowsProcessMeter>();
}

std::unique_ptr<ports::PeerIdentity> make_peer_identity() {
    return std::make_unique<platform::WindowsPeerIdentity>();
}

std::unique_ptr<ports::Sandbox> make_sandbox() {
    return std::make_unique<platform::WindowsSandbox>();
}

bool links_can_be_made(const std::filesystem::path& folder) {
    constexpr DWORD kAlsoForPlainUsers = 2; // SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE: in developer mode
    const auto link = folder / "a link that is tried";
    const bool made = ::CreateSymbolicLinkW(link.c_str(), L"nowhere", kAlsoForPlainUsers) != 0;
    return made && ::DeleteFileW(link.c_str()) != 0;
}

std::shared_ptr<void> hold_open(const std::filesystem::path& file) {
    return platform::owned_handle(
        ::CreateFileW(file.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr));
}

std::int64_t own_process_id() {
    return ::GetCurrentProcessId();
}

std::shared_ptr<const platform::ProcessHooks> make_process_hooks() {
    return std::make_shared<platform::JobObjectHooks>();
}

bool lives(std::int64_t process_id) {
    const auto process = platform::owned_handle(::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process_id)));
    return process && ::WaitForSingleObject(process.get(), 0) == WAIT_TIMEOUT;
}

std::string words_of_a_crash() {
    return "exception 0xC0000005 (access violation)";
}

std::int64_t start_again(const std::string& verb) {
    std::vector<wchar_t> path(4096);
    ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    std::wstring command = L"\"" + std::wstring(path.data()) + L"\" " + platform::to_wide(verb);
    STARTUPINFOW start{};
    start.cb = sizeof(start);
    PROCESS_INFORMATION made{};
    if (::CreateProcessW(nullptr, command.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &start, &made) == 0) {
        return 0;
    }
    const auto process = platform::owned_handle(made.hProcess);
    const auto thread = platform::owned_handle(made.hThread);
    return made.dwProcessId;
}

void wait_to_be_killed() {
    ::WaitForSingleObject(::GetCurrentProcess(), INFINITE);
    std::abort();
}

void use_bytes() {
    static const platform::Utf8Streams streams; // for as long as the program lives
}

std::string address_of_nobody(const std::filesystem::path& /*folder*/) {
    return "\\\\.\\pipe\\framehand-nobody";
}

} // namespace framehand::test

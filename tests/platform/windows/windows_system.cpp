// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/named_pipe_streams.h"
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_file_system.h"
#include "platform/windows/windows_peer_identity.h"
#include "platform/windows/windows_process_meter.h"
#include "tests/platform/this_system.h"

#include <system_error>

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

bool links_can_be_made(const std::filesystem::path& folder) {
    constexpr DWORD kAlsoForPlainUsers = 2; // SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE: in developer mode
    const auto link = folder / "a link that is tried";
    const bool made = ::CreateSymbolicLinkW(link.c_str(), L"nowhere", kAlsoForPlainUsers) != 0;
    return made && ::DeleteFileW(link.c_str()) != 0;
}

std::int64_t own_process_id() {
    return ::GetCurrentProcessId();
}

std::string address_of_nobody(const std::filesystem::path& /*folder*/) {
    return "\\\\.\\pipe\\framehand-nobody";
}

} // namespace framehand::test

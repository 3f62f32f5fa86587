// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/proc_process_meter.h"
#include "platform/linux/unix_streams.h"
#include "tests/platform/this_system.h"

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

bool links_can_be_made(const std::filesystem::path& /*folder*/) {
    return true;
}

std::int64_t own_process_id() {
    return ::getpid();
}

std::string address_of_nobody(const std::filesystem::path& folder) {
    return (folder / "nobody").string();
}

} // namespace framehand::test

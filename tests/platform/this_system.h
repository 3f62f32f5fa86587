// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"
#include "core/ports/local_stream.h"
#include "core/ports/peer_identity.h"
#include "core/ports/process_meter.h"
#include "core/ports/sandbox.h"
#include "platform/qt/process_hooks.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace framehand::test {

/// What tests of ports need of the operating system that they run on. The build chooses who implements it.

[[nodiscard]] std::unique_ptr<ports::FileSystem> make_file_system();
/// `folder` is where sockets may lie, on a system that has them in folders.
[[nodiscard]] std::unique_ptr<ports::LocalStreams> make_local_streams(const std::filesystem::path& folder);
[[nodiscard]] std::unique_ptr<ports::ProcessMeter> make_process_meter();
[[nodiscard]] std::unique_ptr<ports::PeerIdentity> make_peer_identity();
[[nodiscard]] std::unique_ptr<ports::Sandbox> make_sandbox();
/// False where this user may make none, or the system has none.
[[nodiscard]] bool links_can_be_made(const std::filesystem::path& folder);
/// Keeps a file open until it is destroyed, as a reader does that lets nobody rename or remove it, where a system has
/// such readers.
[[nodiscard]] std::shared_ptr<void> hold_open(const std::filesystem::path& file);
[[nodiscard]] std::int64_t own_process_id();
[[nodiscard]] std::shared_ptr<const platform::ProcessHooks> make_process_hooks();
/// False once a process is gone, or only waits to be reaped.
[[nodiscard]] bool lives(std::int64_t process_id);
/// A part of what is said of a child that wrote to memory that is not there.
[[nodiscard]] std::string words_of_a_crash();
/// For child programs: starts this program again, with the same standard streams; its process id.
[[nodiscard]] std::int64_t start_again(const std::string& verb);
/// For child programs: until somebody kills this process.
[[noreturn]] void wait_to_be_killed();
/// For child programs: the standard streams carry bytes as they are.
void use_bytes();
/// An address that has the form of those of this system's local streams, and at which nobody listens.
[[nodiscard]] std::string address_of_nobody(const std::filesystem::path& folder);

/// This machine's disk, for tests that hand it on.
class Disk {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): it stands for the port
    operator ports::FileSystem&() const { return *m_files; }

    [[nodiscard]] ports::FileSystem* operator->() const { return m_files.get(); }

private:
    std::unique_ptr<ports::FileSystem> m_files = make_file_system();
};

} // namespace framehand::test

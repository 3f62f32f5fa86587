// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/machine.h"
#include "platform/linux/linux_sandbox.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/small_pages.h"
#include "platform/linux/unix_streams.h"

#include <cstdlib>
#include <utility>

namespace framehand::transcoder {

namespace {

class LinuxMachine final : public Machine {
public:
    explicit LinuxMachine(std::vector<std::string> arguments) : m_arguments(std::move(arguments)) {}

    [[nodiscard]] std::vector<std::string> arguments() const override { return m_arguments; }

    [[nodiscard]] ports::FileSystem& files() override { return m_files; }

    [[nodiscard]] ports::Sandbox& sandbox() override { return m_sandbox; }

    [[nodiscard]] ports::LocalStreams& streams() override { return m_streams; }

    void hand_over_output() override {} // a pipe keeps it

private:
    const std::vector<std::string> m_arguments;
    platform::PosixFileSystem m_files;
    platform::LinuxSandbox m_sandbox;
    platform::UnixStreams m_streams{{}};
};

} // namespace

std::unique_ptr<Machine> make_machine(int argc, char** argv) {
    platform::prefer_small_pages();
    // SVT-AV1 prints its settings on standard error, past libav's log; it listens to this alone. 1: errors only.
    ::setenv("SVT_LOG", "1", 0);
    return std::make_unique<LinuxMachine>(std::vector<std::string>(argv + 1, argv + argc));
}

} // namespace framehand::transcoder

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/machine.h"
#include "platform/windows/abort_status.h"
#include "platform/windows/console.h"
#include "platform/windows/named_pipe_streams.h"
#include "platform/windows/program_arguments.h"
#include "platform/windows/windows_file_system.h"
#include "platform/windows/windows_sandbox.h"

namespace framehand::transcoder {

namespace {

class WindowsMachine final : public Machine {
public:
    [[nodiscard]] std::vector<std::string> arguments() const override {
        auto words = platform::program_arguments();
        words.erase(words.begin());
        return words;
    }

    [[nodiscard]] ports::FileSystem& files() override { return m_files; }

    [[nodiscard]] ports::Sandbox& sandbox() override { return m_sandbox; }

    [[nodiscard]] ports::LocalStreams& streams() override { return m_pipes; }

    void hand_over_output() override { platform::hand_over(platform::StandardStream::Output); }

private:
    const platform::Utf8Streams m_streams;
    platform::WindowsFileSystem m_files;
    platform::WindowsSandbox m_sandbox;
    platform::NamedPipeStreams m_pipes;
};

} // namespace

std::unique_ptr<Machine> make_machine(int /*argc*/, char** /*argv*/) {
    platform::abort_as_a_crash();
    return std::make_unique<WindowsMachine>();
}

} // namespace framehand::transcoder

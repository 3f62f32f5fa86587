// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/machine.h"
#include "app/windows/load_request.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "platform/windows/console.h"
#include "platform/windows/job_object_hooks.h"
#include "platform/windows/program_arguments.h"
#include "platform/windows/termination_signals.h"
#include "platform/windows/windows_file_system.h"
#include "platform/windows/windows_host_stats.h"
#include "platform/windows/windows_peer_identity.h"
#include "platform/windows/windows_sandbox.h"
#include "platform/windows/windows_secret_input.h"
#include "platform/windows/windows_service.h"

#include <QCoreApplication>

#include <optional>
#include <utility>

namespace framehand::cli {

namespace {

class WindowsMachine final : public Machine {
public:
    [[nodiscard]] std::vector<std::string> arguments() const override {
        auto words = platform::program_arguments();
        words.erase(words.begin());
        return words;
    }

    [[nodiscard]] TerminalFacts terminal() const override {
        return {platform::terminal_columns(platform::StandardStream::Error),
                platform::is_terminal(platform::StandardStream::Error)};
    }

    [[nodiscard]] settings::LoadRequest load_request() const override { return windows::load_request(); }

    [[nodiscard]] Ports connect(const settings::LoadRequest& request) override {
        const auto loaded = settings::load(request);
        auto& service =
            m_service.emplace(platform::windows_service_program(
                                  QCoreApplication::applicationDirPath().toStdString(), request.dirs.config_file,
                                  loaded ? loaded->settings.data_dir : request.dirs.data_dir,
                                  request.config_path ? std::optional(settings::config_path(request)) : std::nullopt),
                              platform::WindowsService::Rights::AsTheyAre);
        return {m_files, m_children, m_host, m_sandbox, m_identity, service, m_secrets};
    }

    [[nodiscard]] std::shared_ptr<void> when_asked_to_end(std::function<void()> stop) override {
        return std::make_shared<platform::TerminationSignals>(std::move(stop));
    }

private:
    const platform::Utf8Streams m_streams;
    platform::WindowsFileSystem m_files;
    platform::QtChildProcessLauncher m_children{std::make_shared<platform::JobObjectHooks>()};
    platform::WindowsHostStats m_host;
    const platform::WindowsSandbox m_sandbox;
    const platform::WindowsPeerIdentity m_identity;
    std::optional<platform::WindowsService> m_service;
    platform::WindowsSecretInput m_secrets;
};

} // namespace

std::unique_ptr<Machine> make_machine(int /*argc*/, char** /*argv*/) {
    return std::make_unique<WindowsMachine>();
}

} // namespace framehand::cli

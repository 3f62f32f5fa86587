// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/machine.h"
#include "platform/linux/linux_host_stats.h"
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/linux/linux_sandbox.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/systemd_service.h"
#include "platform/linux/terminal.h"
#include "platform/linux/terminal_secret_input.h"
#include "platform/linux/termination_signals.h"
#include "platform/qt/qt_child_process_launcher.h"

#include <QCoreApplication>

#include <optional>
#include <utility>

namespace framehand::cli {

namespace {

class LinuxMachine final : public Machine {
public:
    explicit LinuxMachine(std::vector<std::string> arguments) : m_arguments(std::move(arguments)) {}

    [[nodiscard]] std::vector<std::string> arguments() const override { return m_arguments; }

    [[nodiscard]] TerminalFacts terminal() const override {
        return {platform::terminal_columns(platform::StandardStream::Error),
                platform::is_terminal(platform::StandardStream::Error)};
    }

    [[nodiscard]] settings::LoadRequest load_request() const override {
        return settings::load_request_of_this_process(settings::xdg_dirs);
    }

    [[nodiscard]] Ports connect(const settings::LoadRequest& request) override {
        std::vector<std::string> daemon_arguments{"auto"};
        if (request.config_path) {
            daemon_arguments.insert(daemon_arguments.end(), {"--config", settings::config_path(request).string()});
        }
        auto& service =
            m_service.emplace(platform::service_program(QCoreApplication::applicationDirPath().toStdString(),
                                                        request.environment, std::move(daemon_arguments)),
                              platform::SystemdService::places(request.dirs.config_file.parent_path()), m_files);
        return {m_files, m_children, m_host, m_sandbox, m_identity, service, m_secrets};
    }

    [[nodiscard]] std::shared_ptr<void> when_asked_to_end(std::function<void()> stop) override {
        return std::make_shared<platform::TerminationSignals>(std::move(stop));
    }

private:
    const std::vector<std::string> m_arguments;
    platform::PosixFileSystem m_files;
    platform::QtChildProcessLauncher m_children{std::make_shared<platform::LinuxProcessHooks>()};
    platform::LinuxHostStats m_host;
    const platform::LinuxSandbox m_sandbox;
    const platform::LinuxPeerIdentity m_identity;
    std::optional<platform::SystemdService> m_service;
    platform::TerminalSecretInput m_secrets;
};

} // namespace

std::unique_ptr<Machine> make_machine(int argc, char** argv) {
    return std::make_unique<LinuxMachine>(std::vector<std::string>(argv + 1, argv + argc));
}

} // namespace framehand::cli

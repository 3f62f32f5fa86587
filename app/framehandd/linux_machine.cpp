// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/machine.h"
#include "core/settings/log_setup.h"
#include "platform/linux/idle_scope_launcher.h"
#include "platform/linux/linux_host_stats.h"
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/linux/linux_sandbox.h"
#include "platform/linux/linux_senses.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/proc_process_meter.h"
#include "platform/linux/prompt_thread.h"
#include "platform/linux/systemd_supervisor.h"
#include "platform/linux/terminal.h"
#include "platform/linux/termination_signals.h"
#include "platform/linux/unix_streams.h"
#include "platform/qt/qt_child_process_launcher.h"

#include <QCoreApplication>

#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

namespace framehand::daemon {

namespace {

platform::DesktopEnvironment desktop_in(settings::Environment environment) {
    return {environment["DISPLAY"], environment["WAYLAND_DISPLAY"], environment["XDG_RUNTIME_DIR"],
            environment["DBUS_SESSION_BUS_ADDRESS"]};
}

class LinuxMachine final : public Machine {
public:
    [[nodiscard]] settings::LoadRequest load_request() const override { return m_request; }

    [[nodiscard]] ports::Supervisor& supervisor() override { return m_supervisor; }

    [[nodiscard]] base::Result<std::shared_ptr<base::LogSink>>
    make_log_sink(const settings::Settings& settings) const override {
        const auto kind = platform::is_terminal(platform::StandardStream::Output) ? settings::OutputKind::Terminal
                                                                                  : settings::OutputKind::Service;
        return settings::make_log_sink(settings, kind, std::cout);
    }

    [[nodiscard]] Ports connect(const base::Logger& logger) override {
        // The service says itself how little of the processor it wants, and keeps its children.
        const bool is_service = platform::is_in_unit(platform::own_cgroups(), "framehandd.service");
        if (!is_service) {
            m_scoped_children.emplace(m_plain_children, platform::session_bus(m_desktop), logger);
        }
        auto& children = is_service ? static_cast<ports::ChildProcessLauncher&>(m_plain_children) : *m_scoped_children;
        auto& senses = m_senses.emplace(m_desktop, m_clock, logger);
        // Somebody who wants their machine back is not to wait for those who use it up.
        platform::answer_promptly();
        return {m_files,
                children,
                m_streams,
                m_host,
                m_processes,
                {senses.presence.input, senses.presence.x11, senses.game, senses.presence.input, senses.programs,
                 senses.other_load, senses.power, senses.network, senses.temperature, senses.sleep, senses.local_time},
                m_identity,
                m_sandbox};
    }

    [[nodiscard]] std::shared_ptr<void> listen(Wishes wishes) override {
        return std::make_shared<platform::TerminationSignals>(std::move(wishes.stop));
    }

    void leaving(int /*status*/) override {}

private:
    const settings::LoadRequest m_request = settings::load_request_of_this_process(settings::xdg_dirs);
    const platform::DesktopEnvironment m_desktop = desktop_in(m_request.environment);
    const base::SystemClock m_clock;
    platform::SystemdSupervisor m_supervisor{m_request.environment, QCoreApplication::applicationPid()};
    platform::PosixFileSystem m_files;
    platform::QtChildProcessLauncher m_plain_children{std::make_shared<platform::LinuxProcessHooks>()};
    std::optional<platform::IdleScopeLauncher> m_scoped_children;
    platform::UnixStreams m_streams{m_request.dirs.runtime_dir.empty()
                                        ? std::filesystem::temp_directory_path()
                                        : std::filesystem::path(m_request.dirs.runtime_dir)};
    platform::LinuxHostStats m_host;
    platform::ProcProcessMeter m_processes;
    const platform::LinuxPeerIdentity m_identity;
    const platform::LinuxSandbox m_sandbox;
    std::optional<platform::LinuxSenses> m_senses;
};

} // namespace

int run_on_machine(int argc, char** argv, const Body& body) {
    const QCoreApplication application(argc, argv);
    LinuxMachine machine;
    return body({argv + 1, argv + argc}, machine);
}

} // namespace framehand::daemon

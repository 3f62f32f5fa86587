// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/machine.h"
#include "app/windows/load_request.h"
#include "core/base/log_sinks.h"
#include "core/settings/log_setup.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "platform/windows/console.h"
#include "platform/windows/event_log.h"
#include "platform/windows/job_object_hooks.h"
#include "platform/windows/named_pipe_streams.h"
#include "platform/windows/program_arguments.h"
#include "platform/windows/prompt_thread.h"
#include "platform/windows/service_host.h"
#include "platform/windows/service_parameters.h"
#include "platform/windows/termination_signals.h"
#include "platform/windows/windows_file_system.h"
#include "platform/windows/windows_host_stats.h"
#include "platform/windows/windows_peer_identity.h"
#include "platform/windows/windows_process_meter.h"
#include "platform/windows/windows_sandbox.h"
#include "platform/windows/windows_senses.h"

#include <QCoreApplication>

#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

namespace framehand::daemon {

namespace {

/// Of a process that nobody watches.
class NoSupervisor final : public ports::Supervisor {
public:
    void ready() override {}

    void stopping() override {}

    void say(std::string_view /*sentence*/) override {}

    void alive() override {}

    [[nodiscard]] std::optional<base::Duration> patience() const override { return std::nullopt; }
};

class WindowsMachine final : public Machine {
public:
    /// `host` is null where the service manager has not started this process.
    explicit WindowsMachine(platform::ServiceHost* host)
        : m_host(host), m_owner(host == nullptr ? std::nullopt : platform::service_parameters()),
          m_identity(m_owner ? std::optional(m_owner->owner_sid) : std::nullopt) {}

    [[nodiscard]] settings::LoadRequest load_request() const override {
        auto request = windows::load_request();
        if (m_owner) {
            request.dirs.config_file = m_owner->config_file;
            request.dirs.data_dir = m_owner->data_folder;
        }
        return request;
    }

    [[nodiscard]] ports::Supervisor& supervisor() override {
        return m_host == nullptr ? static_cast<ports::Supervisor&>(m_nobody) : *m_host;
    }

    [[nodiscard]] base::Result<std::shared_ptr<base::LogSink>>
    make_log_sink(const settings::Settings& settings) const override {
        if (m_host == nullptr) {
            const auto kind = platform::is_terminal(platform::StandardStream::Output) ? settings::OutputKind::Terminal
                                                                                      : settings::OutputKind::Service;
            return settings::make_log_sink(settings, kind, std::cout);
        }
        // A service has no output that anybody would see.
        auto with_file = settings;
        if (with_file.log_file.empty()) {
            with_file.log_file = settings.data_dir / "framehandd.log";
        }
        FH_ASSIGN(auto file, settings::make_log_sink(with_file, settings::OutputKind::Service, std::cout));
        return std::make_shared<base::TeeSink>(std::vector<std::shared_ptr<base::LogSink>>{
            std::move(file), std::make_shared<platform::EventLogSink>(base::LogLevel::Warning)});
    }

    [[nodiscard]] Ports connect(const base::Logger& logger) override {
        auto& senses = m_senses.emplace(m_clock, logger);
        // Somebody who wants their machine back is not to wait for those who use it up.
        platform::answer_promptly();
        return {m_files,
                m_children,
                m_streams,
                m_host_stats,
                m_processes,
                {senses.presence, senses.presence.screen, senses.game, senses.presence.sessions, senses.programs,
                 senses.other_load, senses.power, senses.network, senses.temperature, senses.sleep, senses.local_time},
                m_identity,
                m_sandbox};
    }

    [[nodiscard]] std::shared_ptr<void> listen(Wishes wishes) override {
        if (m_host == nullptr) {
            return std::make_shared<platform::TerminationSignals>(std::move(wishes.stop));
        }
        m_host->calls.stop = std::move(wishes.stop);
        m_host->calls.pause = std::move(wishes.pause);
        m_host->calls.resume = std::move(wishes.resume);
        return {m_host, [](platform::ServiceHost* host) { host->calls = {}; }};
    }

    void leaving(int status) override {
        if (m_host != nullptr) {
            m_host->ended(status);
        }
    }

private:
    platform::ServiceHost* const m_host;
    const std::optional<platform::ServiceParameters> m_owner; ///< of a service
    NoSupervisor m_nobody;
    const base::SystemClock m_clock;
    platform::WindowsFileSystem m_files;
    platform::QtChildProcessLauncher m_children{std::make_shared<platform::JobObjectHooks>()};
    platform::NamedPipeStreams m_streams;
    platform::WindowsHostStats m_host_stats;
    platform::WindowsProcessMeter m_processes;
    const platform::WindowsPeerIdentity m_identity;
    const platform::WindowsSandbox m_sandbox;
    std::optional<platform::WindowsSenses> m_senses;
};

} // namespace

int run_on_machine(int argc, char** argv, const Body& body) {
    const platform::Utf8Streams streams;
    const platform::UnstoppedConsole console;
    const auto run = [&](platform::ServiceHost* host) {
        const QCoreApplication application(argc, argv);
        auto arguments = platform::program_arguments();
        arguments.erase(arguments.begin());
        WindowsMachine machine(host);
        return body(arguments, machine);
    };
    platform::ServiceHost host;
    const auto served = host.run([&run](platform::ServiceHost& running) { return run(&running); });
    return served ? *served : run(nullptr);
}

} // namespace framehand::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/services.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_child_process.h"
#include "tests/support/fake_http_client.h"
#include "tests/support/fake_senses.h"
#include "tests/support/fake_timers.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/no_streams.h"

#include <memory>
#include <optional>

namespace framehand::test {

/// A machine in memory.
class FakeServices {
    class Host final : public ports::HostStats {
    public:
        [[nodiscard]] ports::HostLoad load() override { return {}; }

        [[nodiscard]] ports::HostFacts facts() const override { return {}; }

        [[nodiscard]] std::optional<std::uint64_t> available_memory() const override { return std::nullopt; }
    };

    class Anybody final : public ports::PeerIdentity {
    public:
        [[nodiscard]] base::Status check_may_control(std::intptr_t /*socket*/) const override { return {}; }
    };

    class Walls final : public ports::Sandbox {
    public:
        [[nodiscard]] base::Result<ports::SandboxReport> enter(const ports::SandboxRequest& /*request*/) override {
            return available();
        }

        [[nodiscard]] ports::SandboxReport available() const override { return {{"files", "system calls"}, {}}; }
    };

    class Nothing final : public ports::ProcessMeter {
    public:
        [[nodiscard]] std::optional<ports::ProcessUse> use_of(std::int64_t /*process_id*/) override {
            return std::nullopt;
        }

        [[nodiscard]] std::optional<double> gpu_percent() override { return std::nullopt; }
    };

public:
    FakeClock clock;
    FakeTimers timers{clock};
    FakeBackground background;
    daemon::DiskTasks disks{background};
    FaultFileSystem files;
    FakeChildProcessLauncher children;
    FakeHttpClient http;
    FakeSenses senses{clock};

private:
    NoStreams m_streams;
    Host m_host;
    Nothing m_processes;
    Anybody m_identity;
    Walls m_sandbox;
    base::LogRing m_log;
    base::LogGate m_log_gate{nullptr, base::LogLevel::Info};

public:
    daemon::Services services{clock,
                              timers,
                              background,
                              files,
                              children,
                              http,
                              m_streams,
                              m_host,
                              m_processes,
                              {senses.input, senses.screen, senses.game, senses.screen, senses.programs, senses.load,
                               senses.power, senses.network, senses.heat, senses.sleep, senses.local_time},
                              m_identity,
                              m_sandbox,
                              disks,
                              m_log,
                              m_log_gate,
                              [] { return 0.5; },
                              "/bin"};
};

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/console.h"
#include "core/ports/background_service.h"
#include "core/ports/child_process.h"
#include "core/ports/file_system.h"
#include "core/ports/host_stats.h"
#include "core/ports/peer_identity.h"
#include "core/ports/sandbox.h"
#include "core/ports/secret_input.h"
#include "core/settings/settings_loader.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace framehand::cli {

/// What framehandctl has of the operating system that it runs on. Each system has one source that implements it, with
/// make_machine(), and the build chooses. Main thread, which has a QCoreApplication.
class Machine {
public:
    /// The machine lends them; they live as long as it does.
    struct Ports {
        ports::FileSystem& files;
        ports::ChildProcessLauncher& children;
        ports::HostStats& host;
        const ports::Sandbox& sandbox;
        const ports::PeerIdentity& identity;
        ports::BackgroundService& service;
        ports::SecretInput& secrets;
    };

    virtual ~Machine() = default;

    /// What was typed, in UTF-8, without the program's name.
    [[nodiscard]] virtual std::vector<std::string> arguments() const = 0;

    [[nodiscard]] virtual TerminalFacts terminal() const = 0;

    [[nodiscard]] virtual settings::LoadRequest load_request() const = 0;

    /// Once. `request` is what the verb runs with.
    [[nodiscard]] virtual Ports connect(const settings::LoadRequest& request) = 0;

    /// `stop` is called once, when the person presses Ctrl-C, as long as what is returned is kept. Asked twice, the
    /// process ends at once.
    [[nodiscard]] virtual std::shared_ptr<void> when_asked_to_end(std::function<void()> stop) = 0;
};

/// What main() was called with must outlive it.
[[nodiscard]] std::unique_ptr<Machine> make_machine(int argc, char** argv);

} // namespace framehand::cli

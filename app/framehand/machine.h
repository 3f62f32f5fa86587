// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand/due_service.h"
#include "app/framehand/options.h"
#include "app/framehand/own_daemon.h"
#include "core/base/clock.h"
#include "core/ports/background_service.h"
#include "core/ports/color_scheme.h"
#include "core/ports/full_screen.h"
#include "core/ports/input_idle.h"
#include "core/ports/login_start.h"
#include "core/ports/network_folders.h"
#include "core/ports/notifications.h"
#include "core/ports/peer_identity.h"
#include "core/ports/running_programs.h"
#include "core/ports/timers.h"
#include "core/ports/tray_host.h"
#include "core/settings/settings_loader.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::desktop {

/// What the desktop app has of the operating system that it runs on. Each system has one source that implements it,
/// with make_machine(), and the build chooses. Main thread, which has a QApplication.
class Machine {
public:
    /// The machine lends them; they live as long as it does.
    struct Ports {
        ports::Notifications& notifications;
        ports::InputIdle& input;
        const ports::FullScreen& screen;
        ports::TrayHost& tray_host;
        ports::ColorSchemeSource& colours;
        ports::BackgroundService& service;
        DueService due_service;
        const ports::NetworkFolders& network_folders;
        ports::LoginStart& login_start;
        const ports::RunningPrograms& programs;
        const ports::PeerIdentity& identity;
        OwnDaemon::Ways daemon_ways;
    };

    virtual ~Machine() = default;

    [[nodiscard]] virtual settings::LoadRequest load_request() const = 0;

    /// Once. `request` and `options` are what this program was started with.
    [[nodiscard]] virtual Ports connect(const settings::LoadRequest& request, const Options& options) = 0;

    /// `stop` is called once, when the system asks this process to end, as long as what is returned is kept.
    [[nodiscard]] virtual std::shared_ptr<void> when_asked_to_end(std::function<void()> stop) = 0;
};

/// What was typed, in UTF-8, without the program's name; of what main() was called with. Needs no QApplication.
[[nodiscard]] std::vector<std::string> typed_arguments(int argc, char** argv);

/// What the system's installer wants of this program instead of a window: done, and its exit code. None where nothing
/// of the kind was typed. Needs no QApplication.
[[nodiscard]] std::optional<int> errand_of_the_installer(const std::vector<std::string>& arguments);

/// Whether who has started this program sees windows, but not what it writes to standard error: from a menu, or by a
/// double click. Needs no QApplication.
[[nodiscard]] bool only_windows_are_seen();

/// Both must outlive it.
[[nodiscard]] std::unique_ptr<Machine> make_machine(const base::Clock& clock, ports::Timers& timers);

} // namespace framehand::desktop

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/color_scheme.h"
#include "core/ports/network_folders.h"
#include "core/ports/notifications.h"
#include "core/ports/tray_host.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::test {

struct NoColours final : ports::ColorSchemeSource {
    [[nodiscard]] ports::Reading<ports::ColorScheme> preferred() const override {
        return ports::Reading<ports::ColorScheme>::unknown("the desktop has no preference");
    }
};

struct NoTray final : ports::TrayHost {
    [[nodiscard]] bool present() override { return false; }
};

struct ShownNotifications final : ports::Notifications {
    void show(const ports::Notification& notification) override { titles.push_back(notification.title); }

    std::vector<std::string> titles;
};

struct TwoShares final : ports::NetworkFolders {
    [[nodiscard]] std::vector<std::filesystem::path> mounted() const override { return {"/mnt/nas", "/mnt/my films"}; }
};

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace framehand::ui {

/// What a person can ask for, wherever it is shown. All are set.
struct Commands {
    /// For so many minutes, or until it is resumed.
    std::function<void(std::optional<double> minutes)> pause;
    std::function<void()> resume;
    std::function<void()> finish_then_pause;
    /// For so many minutes, or no longer.
    std::function<void(std::optional<double> minutes)> ignore_in_use;
    std::function<void()> start_daemon;
    std::function<void()> open_window;
    /// At the setting of this key; empty: at their beginning.
    std::function<void(const QString& key)> open_settings;
    std::function<void()> quit;
};

} // namespace framehand::ui

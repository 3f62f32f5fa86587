// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/login_start.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::platform {

/// A desktop entry in the folder of programs that start at login (Desktop Application Autostart Specification 0.5).
class XdgAutostart final : public ports::LoginStart {
public:
    /// Of the entry: `name` is the file's name without its ending, `command` the program and its arguments.
    struct Entry {
        std::string name;
        std::string title;
        std::string comment;
        std::vector<std::string> command;
    };

    /// `config_home` is $XDG_CONFIG_HOME, absolute.
    XdgAutostart(std::filesystem::path config_home, Entry entry);

    /// An entry that is hidden, or switched off by the desktop, does not count.
    [[nodiscard]] base::Result<bool> enabled() const override;
    [[nodiscard]] base::Status enable() override;
    [[nodiscard]] base::Status disable() override;

    [[nodiscard]] std::filesystem::path place() const override { return m_file; }

private:
    const std::filesystem::path m_file;
    const Entry m_entry;
};

} // namespace framehand::platform

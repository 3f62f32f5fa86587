// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/xdg_autostart.h"

#include "core/base/text.h"

#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace framehand::platform {

namespace {

namespace fs = std::filesystem;

/// Desktop Entry Specification, "The Exec key": in quotes, and a percent sign twice. The whole is a string of the file,
/// in which a backslash is written twice again.
std::string exec_word(std::string_view argument) {
    std::string text = "\"";
    for (const char c : argument) {
        if (c == '"' || c == '`' || c == '$') {
            text += R"(\\)";
        } else if (c == '\\') {
            text += R"(\\\)";
        } else if (c == '%') {
            text += '%';
        }
        text += c;
    }
    return text + '"';
}

base::Error failed(const std::string& what, const fs::path& file, const std::error_code& error) {
    return base::fail(base::ErrorCode::IoError, what + " " + file.string(), error.message());
}

} // namespace

XdgAutostart::XdgAutostart(fs::path config_home, Entry entry)
    : m_file(std::move(config_home) / "autostart" / (entry.name + ".desktop")), m_entry(std::move(entry)) {
}

base::Result<bool> XdgAutostart::enabled() const {
    std::error_code error;
    if (!fs::exists(m_file, error)) {
        return error ? base::Result<bool>(failed("cannot look at", m_file, error)) : false;
    }
    std::ifstream in(m_file);
    if (!in) {
        return base::fail(base::ErrorCode::PermissionDenied, "cannot read " + m_file.string());
    }
    for (std::string line; std::getline(in, line);) {
        const auto words = base::split(line, '=');
        if (words.size() != 2) {
            continue;
        }
        const auto key = base::trim(words[0]);
        const auto value = base::trim(words[1]);
        if ((key == "Hidden" && value == "true") || (key == "X-GNOME-Autostart-enabled" && value == "false")) {
            return false;
        }
    }
    return true;
}

base::Status XdgAutostart::enable() {
    std::error_code error;
    fs::create_directories(m_file.parent_path(), error);
    if (error) {
        return failed("cannot make the folder", m_file.parent_path(), error);
    }
    std::string command;
    for (const auto& argument : m_entry.command) {
        command += (command.empty() ? "" : " ") + exec_word(argument);
    }
    const auto draft = fs::path(m_file).concat(".new");
    std::ofstream out(draft, std::ios::trunc);
    out << "[Desktop Entry]\nType=Application\nVersion=1.5\nName=" << m_entry.title << "\nComment=" << m_entry.comment
        << "\nExec=" << command << "\nIcon=" << m_entry.name << "\nTerminal=false\nX-GNOME-Autostart-enabled=true\n";
    out.close();
    if (!out) {
        fs::remove(draft, error);
        return base::fail(base::ErrorCode::IoError, "cannot write " + draft.string());
    }
    fs::rename(draft, m_file, error);
    return error ? base::Status(failed("cannot write", m_file, error)) : base::Status();
}

base::Status XdgAutostart::disable() {
    std::error_code error;
    fs::remove(m_file, error);
    return error ? base::Status(failed("cannot remove", m_file, error)) : base::Status();
}

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/systemd_unit.h"

#include "platform/linux/systemd_unit_template.h"

namespace framehand::platform {

namespace {

enum class Dollar { Plain, Doubled };

std::string quoted(std::string_view word, Dollar dollar) {
    std::string text = "\"";
    for (const char c : word) {
        switch (c) {
        case '\\':
        case '"':
            text += '\\';
            text += c;
            break;
        case '\n':
            text += "\\n";
            break;
        case '%':
            text += "%%";
            break;
        case '$':
            text += dollar == Dollar::Doubled ? "$$" : "$";
            break;
        default:
            text += c;
        }
    }
    return text + '"';
}

void replace(std::string& text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    if (at != std::string::npos) {
        text.replace(at, what.size(), with);
    }
}

} // namespace

std::string exec_word(std::string_view word) {
    const bool plain = word.find_first_of(" \t\n\"'\\%$;") == std::string_view::npos && !word.empty();
    return plain ? std::string(word) : quoted(word, Dollar::Doubled);
}

std::string environment_word(std::string_view word) {
    return quoted(word, Dollar::Plain);
}

std::string service_unit(const ServiceProgram& program) {
    std::string command;
    for (const auto& word : program.command) {
        command += (command.empty() ? "" : " ") + exec_word(word);
    }
    std::string environment;
    for (const auto& [name, value] : program.environment) {
        environment += "Environment=" + environment_word(name + "=" + value) + "\n";
    }
    std::string text(service_unit_template());
    replace(text, "@FRAMEHANDD@", command);
    replace(text, "@ENVIRONMENT@\n", environment);
    return text;
}

std::span<const Wall> walls_in_namespaces() {
    static constexpr Wall kWalls[] = {
        {"PrivateUsers=yes", "PrivateUsers=no"},
        {"PrivateMounts=yes", "PrivateMounts=no"},
        {"ProtectSystem=full", "ProtectSystem=no"},
        {"ProtectKernelLogs=yes", "ProtectKernelLogs=no"},
        {"ProtectKernelModules=yes", "ProtectKernelModules=no"},
        {"ProtectKernelTunables=yes", "ProtectKernelTunables=no"},
        {"ProtectControlGroups=yes", "ProtectControlGroups=no"},
        {"BindPaths=/run", "BindPaths="},
        {"ProtectClock=yes", "ProtectClock=no"},
        {"ProtectHostname=yes", "ProtectHostname=no"},
        {"CapabilityBoundingSet=", "CapabilityBoundingSet=~"},
    };
    return kWalls;
}

std::string without_walls(const std::vector<Wall>& down) {
    std::string text =
        "# What systemd cannot give to services of users on this machine. Made by \"framehandctl service "
        "install\".\n[Service]\n";
    for (const auto& wall : down) {
        text += std::string(wall.down) + "\n";
    }
    return text;
}

} // namespace framehand::platform

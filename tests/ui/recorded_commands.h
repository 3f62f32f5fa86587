// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands.h"

#include <string>
#include <vector>

namespace framehand::test {

/// Commands that write down what was asked for: "pause 15", "resume", ...
struct RecordedCommands {
    RecordedCommands() {
        const auto plain = [this](std::string name) { return [this, name] { asked.push_back(name); }; };
        const auto timed = [this](std::string name) {
            return [this, name](std::optional<double> minutes) {
                asked.push_back(minutes ? name + " " + std::to_string(static_cast<int>(*minutes)) : name);
            };
        };
        const auto settings = [this](const QString& key) {
            asked.push_back(key.isEmpty() ? "open settings" : "open settings " + key.toStdString());
        };
        commands = {timed("pause"), plain("resume"),      plain("finish"), timed("ignore"),
                    plain("start"), plain("open window"), settings,        plain("quit")};
    }

    RecordedCommands(const RecordedCommands&) = delete;
    RecordedCommands& operator=(const RecordedCommands&) = delete;

    ui::Commands commands;
    std::vector<std::string> asked;
};

} // namespace framehand::test

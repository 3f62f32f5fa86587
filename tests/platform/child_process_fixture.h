// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/qt/qt_child_process_launcher.h"
#include "tests/platform/this_system.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::test {

/// One child of this system's launcher, and all that is heard of it.
class ChildProcessFixture : public testing::Test {
protected:
    void start(ports::ChildProcessRequest request) {
        request.on_line = [this](std::string_view line) { lines.emplace_back(line); };
        request.on_stderr_line = [this](std::string_view line) { errors.emplace_back(line); };
        request.on_exit = [this](const ports::ChildExit& how) {
            ++exits;
            exit = how;
        };
        child = launcher.start(std::move(request));
    }

    bool ended() {
        return wait_for([this] { return exits > 0; });
    }

    platform::QtChildProcessLauncher launcher{make_process_hooks()};
    std::vector<std::string> lines;
    std::vector<std::string> errors;
    int exits = 0;
    ports::ChildExit exit;
    std::unique_ptr<ports::ChildProcess> child;
};

} // namespace framehand::test

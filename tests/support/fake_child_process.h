// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/child_process.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// Children that do only what the test says.
class FakeChildProcessLauncher final : public ports::ChildProcessLauncher {
public:
    /// One child, as long as the test cares for it.
    struct Child {
        ports::ChildProcessRequest request;
        std::string input; ///< what was written to its standard input
        bool input_closed = false;
        bool killed = false;
        bool paused = false;
        bool destroyed = false;
        ports::ProcessorTime processor_time;
        int times_asked = 0; ///< for it

        void line(std::string_view text) const { request.on_line(text); }

        void exit(int code = 0, std::string last_stderr = {}) {
            end({ports::ChildExit::Kind::Exited, code, std::move(last_stderr), "exit code " + std::to_string(code)});
        }

        void crash(int signal, std::string last_stderr = {}) {
            end({ports::ChildExit::Kind::Crashed, signal, std::move(last_stderr),
                 "killed by signal " + std::to_string(signal)});
        }

        void fail_to_start() { end({ports::ChildExit::Kind::FailedToStart, 0, {}, "could not be started: not there"}); }

        void end(const ports::ChildExit& how) {
            const auto on_exit = std::exchange(request.on_exit, {});
            if (on_exit) {
                on_exit(how);
            }
        }
    };

    [[nodiscard]] std::unique_ptr<ports::ChildProcess> start(ports::ChildProcessRequest request) override {
        auto child = std::make_shared<Child>();
        child->request = std::move(request);
        children.push_back(child);
        return std::make_unique<Handle>(std::move(child));
    }

    [[nodiscard]] Child& last() const { return *children.back(); }

    std::vector<std::shared_ptr<Child>> children;

private:
    class Handle final : public ports::ChildProcess {
    public:
        explicit Handle(std::shared_ptr<Child> child) : m_child(std::move(child)) {}

        ~Handle() override { m_child->destroyed = true; }

        void write(std::string_view bytes) override { m_child->input.append(bytes); }

        void close_stdin() override { m_child->input_closed = true; }

        void kill() override { m_child->killed = true; }

        void pause() override { m_child->paused = true; }

        void resume() override { m_child->paused = false; }

        [[nodiscard]] std::int64_t process_id() const override { return 4711; }

        [[nodiscard]] ports::ProcessorTime processor_time() const override {
            ++m_child->times_asked;
            return m_child->processor_time;
        }

    private:
        std::shared_ptr<Child> m_child;
    };
};

} // namespace framehand::test

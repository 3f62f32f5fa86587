// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background.h"
#include "ui/service_calls.h"

#include <deque>
#include <functional>
#include <memory>

namespace framehand::desktop {

/// The service and the app's own daemon in turn: two daemons cannot share one data folder. The service manager is asked
/// away from the main thread.
class ServiceActions final : public ui::ServiceCalls {
public:
    struct Parts {
        ports::Background& background;
        ports::BackgroundService& service;
        std::function<void(std::function<void()> done)> end_own_daemon; ///< `done` at once if there is none
        std::function<void()> start_own_daemon;
    };

    /// References must outlive it. Its end waits for the action that runs and forgets those that wait.
    explicit ServiceActions(Parts parts);
    ~ServiceActions() override;
    ServiceActions(const ServiceActions&) = delete;
    ServiceActions& operator=(const ServiceActions&) = delete;

    [[nodiscard]] ports::BackgroundService::Kind kind() const override { return m_parts.service.kind(); }

    void ask(Action action, Done done) override;

private:
    struct Wish {
        Action action;
        Done done;
    };

    void begin();
    void run();
    void ended(const Answer& answer);

    Parts m_parts;
    std::deque<Wish> m_wishes;                                           ///< the first is under way
    std::shared_ptr<const int> m_alive = std::make_shared<const int>(0); ///< for the end of the own daemon
    std::unique_ptr<ports::BackgroundTask> m_task;                       ///< last: its end waits for the work
};

} // namespace framehand::desktop

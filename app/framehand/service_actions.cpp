// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/service_actions.h"

#include <utility>

namespace framehand::desktop {

namespace {

using Action = ui::ServiceCalls::Action;

bool replaces_own_daemon(Action action) {
    return action == Action::Start || action == Action::InstallAndStart;
}

base::Status act(ports::BackgroundService& service, Action action) {
    switch (action) {
    case Action::Look:
        break;
    case Action::Install:
        return service.install();
    case Action::Remove:
        return service.remove();
    case Action::Start:
        return service.start();
    case Action::InstallAndStart:
        FH_TRY(service.install());
        return service.start();
    case Action::Stop:
        return service.stop();
    }
    return {};
}

} // namespace

ServiceActions::ServiceActions(Parts parts) : m_parts(std::move(parts)) {
}

ServiceActions::~ServiceActions() = default;

void ServiceActions::ask(Action action, Done done) {
    m_wishes.push_back({action, std::move(done)});
    if (m_wishes.size() == 1) {
        begin();
    }
}

void ServiceActions::begin() {
    if (!replaces_own_daemon(m_wishes.front().action)) {
        run();
        return;
    }
    m_parts.end_own_daemon([this, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired()) {
            run();
        }
    });
}

void ServiceActions::run() {
    auto answer = std::make_shared<Answer>(Answer{{}, ports::ServiceState{}});
    m_task = m_parts.background.run(
        [&service = m_parts.service, action = m_wishes.front().action, answer] {
            answer->outcome = act(service, action);
            answer->state = service.status();
        },
        [this, answer] { ended(*answer); });
}

void ServiceActions::ended(const Answer& answer) {
    const auto wish = std::move(m_wishes.front());
    const bool no_service =
        (replaces_own_daemon(wish.action) && !answer.outcome) || (wish.action == Action::Remove && answer.outcome);
    if (no_service) {
        m_parts.start_own_daemon();
    }
    wish.done(answer);
    m_wishes.pop_front();
    if (!m_wishes.empty()) {
        begin();
    }
}

} // namespace framehand::desktop

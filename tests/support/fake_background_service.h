// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background_service.h"

#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// A service manager that obeys at once, or says what the test wants.
class FakeBackgroundService final : public ports::BackgroundService {
public:
    [[nodiscard]] Kind kind() const override { return its_kind; }

    [[nodiscard]] base::Status install() override {
        return act("install", [this] { state.installed = true; });
    }

    [[nodiscard]] base::Status install_for(const ports::ServiceOwner& owner) override {
        return act("install for " + owner.id, [this] { state.installed = true; });
    }

    [[nodiscard]] base::Status remove() override {
        return act("remove", [this] { state = {}; });
    }

    [[nodiscard]] base::Status start() override {
        if (!state.installed && !failure) {
            calls.emplace_back("start");
            return base::fail(base::ErrorCode::NotFound, "the service is not installed");
        }
        return act("start", [this] { state.activity = ports::ServiceState::Activity::Running; });
    }

    [[nodiscard]] base::Status stop() override {
        return act("stop", [this] { state.activity = ports::ServiceState::Activity::Stopped; });
    }

    [[nodiscard]] base::Result<ports::ServiceState> status() override {
        calls.emplace_back("status");
        if (failure) {
            return *failure;
        }
        return state;
    }

    Kind its_kind = Kind::OfTheUser;
    ports::ServiceState state;
    std::optional<base::Error> failure; ///< of every call, while it is set
    std::vector<std::string> calls;     ///< names, in their order

private:
    template <typename Change>
    base::Status act(std::string call, Change change) {
        calls.push_back(std::move(call));
        if (failure) {
            return *failure;
        }
        change();
        return {};
    }
};

} // namespace framehand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background.h"

namespace framehand::platform {

/// One std::thread a task; `done` comes through Qt's event loop of the thread that called run().
class QtBackground final : public ports::Background {
public:
    [[nodiscard]] std::unique_ptr<ports::BackgroundTask> run(std::function<void()> work,
                                                             std::function<void()> done) override;
};

} // namespace framehand::platform

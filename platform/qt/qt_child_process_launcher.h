// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/child_process.h"
#include "platform/qt/process_hooks.h"

#include <memory>

namespace framehand::platform {

/// Children on QProcess. Their death with the parent hangs on the thread that starts them, so only the main thread
/// should.
class QtChildProcessLauncher final : public ports::ChildProcessLauncher {
public:
    explicit QtChildProcessLauncher(std::shared_ptr<const ProcessHooks> hooks);
    [[nodiscard]] std::unique_ptr<ports::ChildProcess> start(ports::ChildProcessRequest request) override;

private:
    std::shared_ptr<const ProcessHooks> m_hooks;
};

} // namespace framehand::platform

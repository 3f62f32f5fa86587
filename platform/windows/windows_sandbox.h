// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/sandbox.h"

namespace framehand::platform {

/// What Windows lets a process do to itself: a job object that allows no process but this one and limits its memory; no
/// privileges of its token but that of passing through folders; no code from network shares and from low-integrity
/// files, none that other programs hook in.
///
/// There is no wall around files and network: both need a token that is made by who starts the process, behind which
/// drivers of hardware encoders do not work. The report says so.
class WindowsSandbox final : public ports::Sandbox {
public:
    [[nodiscard]] base::Result<ports::SandboxReport> enter(const ports::SandboxRequest& request) override;
    [[nodiscard]] ports::SandboxReport available() const override;
};

} // namespace framehand::platform

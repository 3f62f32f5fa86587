// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/process_meter.h"

#include <filesystem>

namespace framehand::platform {

/// Reads /proc and /sys, both below `root` (tests give a folder of their own).
class ProcProcessMeter final : public ports::ProcessMeter {
public:
    explicit ProcProcessMeter(std::filesystem::path root = "/");

    [[nodiscard]] std::optional<ports::ProcessUse> use_of(std::int64_t process_id) override;
    /// As amdgpu tells it: /sys/class/drm/card*/device/gpu_busy_percent.
    [[nodiscard]] std::optional<double> gpu_percent() override;

private:
    std::filesystem::path m_root;
};

} // namespace framehand::platform

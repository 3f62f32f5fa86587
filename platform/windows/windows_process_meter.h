// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/process_meter.h"
#include "platform/windows/gpu_counter.h"

#include <memory>

namespace framehand::platform {

/// GetProcessTimes(), the working set, and the performance counter of GPU engines. One thread.
class WindowsProcessMeter final : public ports::ProcessMeter {
public:
    WindowsProcessMeter();
    ~WindowsProcessMeter() override;
    WindowsProcessMeter(const WindowsProcessMeter&) = delete;
    WindowsProcessMeter& operator=(const WindowsProcessMeter&) = delete;

    [[nodiscard]] std::optional<ports::ProcessUse> use_of(std::int64_t process_id) override;
    /// Since the last call, of the busiest engine; nothing at the first call.
    [[nodiscard]] std::optional<double> gpu_percent() override;

private:
    std::unique_ptr<GpuCounter> m_gpu; ///< opened at the first question
};

} // namespace framehand::platform

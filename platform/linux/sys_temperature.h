// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/temperature.h"

#include <filesystem>

namespace framehand::platform {

/// The sensors of the processor that the kernel knows, below `root`: its hardware monitors by name, and its thermal
/// zones by kind. Other sensors (disks, radios, boards) are hot at other figures, and do not count.
class SysTemperature final : public ports::Temperature {
public:
    explicit SysTemperature(std::filesystem::path root = "/");

    [[nodiscard]] ports::Reading<double> celsius() const override;

private:
    const std::filesystem::path m_root;
};

} // namespace framehand::platform

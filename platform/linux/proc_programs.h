// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/running_programs.h"

#include <filesystem>

namespace framehand::platform {

/// Reads /proc below `root`: a process counts under its kernel name and under the file names of what it was started as
/// (also of a script's interpreter and of a Windows program under Wine).
class ProcPrograms final : public ports::RunningPrograms {
public:
    explicit ProcPrograms(std::filesystem::path root = "/");

    [[nodiscard]] ports::Reading<std::vector<std::string>>
    running(const std::vector<std::string>& names) const override;
    [[nodiscard]] ports::Reading<std::vector<std::string>> own() const override;

private:
    const std::filesystem::path m_root;
};

} // namespace framehand::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/running_programs.h"
#include "platform/windows/process_list.h"

namespace framehand::platform {

/// By the names of their files. Letters may be large or small, and ".exe" may be left out. Owner's thread.
class WindowsPrograms final : public ports::RunningPrograms {
public:
    [[nodiscard]] ports::Reading<std::vector<std::string>>
    running(const std::vector<std::string>& names) const override;
    /// Those in this session that run as this user.
    [[nodiscard]] ports::Reading<std::vector<std::string>> own() const override;
};

/// Those of `names` that run, in their order. Pure.
[[nodiscard]] std::vector<std::string> running_of(const std::vector<std::string>& names,
                                                  const std::vector<ListedProcess>& processes);

} // namespace framehand::platform

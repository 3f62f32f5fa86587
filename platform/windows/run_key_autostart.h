// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/login_start.h"
#include "platform/windows/registry_key.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::platform {

/// A value of the person's Run key, and the mark by which the Task Manager and Windows' settings switch it off.
class RunKeyAutostart final : public ports::LoginStart {
public:
    struct Entry {
        std::string name;                 ///< of the value: "Framehand"
        std::vector<std::string> command; ///< the program's absolute path and its arguments
    };

    explicit RunKeyAutostart(Entry entry);
    /// With Software\Microsoft\Windows\CurrentVersion elsewhere, for tests.
    RunKeyAutostart(Entry entry, RegistryKey::Place current_version);

    /// An entry that is switched off does not count.
    [[nodiscard]] base::Result<bool> enabled() const override;
    [[nodiscard]] base::Status enable() override;
    [[nodiscard]] base::Status disable() override;
    [[nodiscard]] std::filesystem::path place() const override;

private:
    [[nodiscard]] RegistryKey::Place below(const wchar_t* path) const;

    const Entry m_entry;
    const RegistryKey::Place m_current_version;
};

} // namespace framehand::platform

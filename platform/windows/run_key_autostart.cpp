// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/run_key_autostart.h"

#include "platform/windows/quoted_command.h"
#include "platform/windows/wide_text.h"

#include <utility>

namespace framehand::platform {

namespace {

constexpr auto kRun = L"Run";
/// Where the Task Manager and the settings write what they have switched off.
constexpr auto kApproved = L"Explorer\\StartupApproved\\Run";

/// 02 is on and 03 off in the first byte; the others are when it was switched off.
bool is_switched_off(const std::string& mark) {
    return !mark.empty() && (static_cast<unsigned char>(mark.front()) & 1U) != 0;
}

} // namespace

RunKeyAutostart::RunKeyAutostart(Entry entry)
    : RunKeyAutostart(std::move(entry), {HKEY_CURRENT_USER, L"Software\\Microsoft\\Windows\\CurrentVersion"}) {
}

RunKeyAutostart::RunKeyAutostart(Entry entry, RegistryKey::Place current_version)
    : m_entry(std::move(entry)), m_current_version(std::move(current_version)) {
}

RegistryKey::Place RunKeyAutostart::below(const wchar_t* path) const {
    return {m_current_version.root, m_current_version.path + L"\\" + path};
}

base::Result<bool> RunKeyAutostart::enabled() const {
    const auto name = to_wide(m_entry.name);
    const auto run = RegistryKey::open(below(kRun), RegistryKey::Access::Read);
    if (!run) {
        return run.error().code == base::ErrorCode::NotFound ? base::Result<bool>(false) : run.error();
    }
    if (!run->text(name.c_str())) {
        return false;
    }
    const auto approved = RegistryKey::open(below(kApproved), RegistryKey::Access::Read);
    const auto mark = approved ? approved->bytes(name.c_str()) : std::nullopt;
    return !mark || !is_switched_off(*mark);
}

base::Status RunKeyAutostart::enable() {
    const auto name = to_wide(m_entry.name);
    FH_ASSIGN(auto run, RegistryKey::create(below(kRun)));
    FH_TRY(run.set_text(name.c_str(), to_utf8(quoted_command(m_entry.command))));
    if (auto approved = RegistryKey::open(below(kApproved), RegistryKey::Access::Write)) {
        FH_TRY(approved->forget(name.c_str()));
    }
    return {};
}

base::Status RunKeyAutostart::disable() {
    const auto name = to_wide(m_entry.name);
    for (const auto* path : {kRun, kApproved}) {
        auto key = RegistryKey::open(below(path), RegistryKey::Access::Write);
        if (key) {
            FH_TRY(key->forget(name.c_str()));
        } else if (key.error().code != base::ErrorCode::NotFound) {
            return base::Error(key.error());
        }
    }
    return {};
}

std::filesystem::path RunKeyAutostart::place() const {
    return to_wide(below(kRun).text());
}

} // namespace framehand::platform

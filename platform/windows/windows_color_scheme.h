// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/color_scheme.h"
#include "platform/windows/handle.h"
#include "platform/windows/registry_key.h"

#include <QWinEventNotifier>

#include <memory>
#include <optional>

namespace framehand::platform {

/// "Choose your mode" of Windows' settings for programs: AppsUseLightTheme in the registry, kept up to date. The thread
/// that made it, which runs a Qt event loop.
class WindowsColorScheme final : public ports::ColorSchemeSource {
public:
    WindowsColorScheme();
    /// Of another key, for tests.
    explicit WindowsColorScheme(const RegistryKey::Place& place);

    [[nodiscard]] ports::Reading<ports::ColorScheme> preferred() const override { return m_preferred; }

private:
    void watch();
    void read();

    std::optional<RegistryKey> m_key;
    UniqueHandle m_changed; ///< an event, set by Windows with each change of m_key
    std::unique_ptr<QWinEventNotifier> m_notifier;
    ports::Reading<ports::ColorScheme> m_preferred;
};

} // namespace framehand::platform

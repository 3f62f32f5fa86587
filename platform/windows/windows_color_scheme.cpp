// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_color_scheme.h"

#include <utility>

namespace framehand::platform {

namespace {

using Scheme = ports::Reading<ports::ColorScheme>;

constexpr auto kPersonalize = L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
constexpr auto kLight = L"AppsUseLightTheme";

} // namespace

WindowsColorScheme::WindowsColorScheme() : WindowsColorScheme({HKEY_CURRENT_USER, kPersonalize}) {
}

WindowsColorScheme::WindowsColorScheme(const RegistryKey::Place& place)
    : m_preferred(Scheme::unknown("Windows has no preference")) {
    auto key = RegistryKey::open(place, RegistryKey::Access::Read);
    if (!key) {
        return;
    }
    m_key.emplace(std::move(*key));
    m_changed = owned_handle(::CreateEventW(nullptr, FALSE, FALSE, nullptr));
    if (m_changed != nullptr) {
        m_notifier = std::make_unique<QWinEventNotifier>(m_changed.get());
        QObject::connect(m_notifier.get(), &QWinEventNotifier::activated, m_notifier.get(), [this] {
            watch();
            read();
        });
        watch(); // before it is read: no change falls between
    }
    read();
}

void WindowsColorScheme::watch() {
    // Once for each change; to be asked for anew after it.
    (void)::RegNotifyChangeKeyValue(m_key->get(), FALSE, REG_NOTIFY_CHANGE_LAST_SET, m_changed.get(), TRUE);
}

void WindowsColorScheme::read() {
    const auto light = m_key->number(kLight);
    auto now = light ? Scheme::known(*light == 0 ? ports::ColorScheme::Dark : ports::ColorScheme::Light)
                     : Scheme::unknown("Windows has no preference");
    if (std::exchange(m_preferred, now) != now && on_change) {
        on_change();
    }
}

} // namespace framehand::platform

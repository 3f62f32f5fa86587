// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_power_source.h"

#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace framehand::platform {

namespace {

std::string first_word(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::string word;
    in >> word;
    return word;
}

} // namespace

LinuxPowerSource::LinuxPowerSource(const QDBusConnection& system_bus, std::filesystem::path root)
    : m_root(std::move(root)),
      m_battery(system_bus,
                {QStringLiteral("org.freedesktop.UPower"), QStringLiteral("/org/freedesktop/UPower"),
                 QStringLiteral("org.freedesktop.UPower"), QStringLiteral("OnBattery"), "UPower"},
                [this] { changed(); }),
      m_profile(system_bus,
                {QStringLiteral("org.freedesktop.UPower.PowerProfiles"),
                 QStringLiteral("/org/freedesktop/UPower/PowerProfiles"),
                 QStringLiteral("org.freedesktop.UPower.PowerProfiles"), QStringLiteral("ActiveProfile"),
                 "the power profiles daemon"},
                [this] { changed(); }),
      m_older_profile(system_bus,
                      {QStringLiteral("net.hadess.PowerProfiles"), QStringLiteral("/net/hadess/PowerProfiles"),
                       QStringLiteral("net.hadess.PowerProfiles"), QStringLiteral("ActiveProfile"),
                       "the power profiles daemon"},
                      [this] { changed(); }) {
}

void LinuxPowerSource::changed() const {
    if (on_change) {
        on_change();
    }
}

ports::Reading<bool> LinuxPowerSource::on_battery() const {
    const auto told = m_battery.truth();
    return told.value ? told : on_battery_by_kernel();
}

ports::Reading<bool> LinuxPowerSource::on_battery_by_kernel() const {
    bool charger = false;
    bool plugged_in = false;
    bool drained = false;
    std::error_code error;
    const auto supplies = m_root / "sys/class/power_supply";
    for (std::filesystem::directory_iterator supply(supplies, error), end; !error && supply != end;
         supply.increment(error)) {
        const auto& path = supply->path();
        // A mouse has a battery too.
        if (first_word(path / "scope") == "Device") {
            continue;
        }
        if (first_word(path / "type") == "Battery") {
            drained = drained || first_word(path / "status") == "Discharging";
        } else {
            charger = true;
            plugged_in = plugged_in || first_word(path / "online") == "1";
        }
    }
    if (!charger && !drained) {
        return ports::Reading<bool>::unknown("neither UPower nor the kernel knows where the power comes from");
    }
    return ports::Reading<bool>::known(drained && !plugged_in);
}

ports::Reading<bool> LinuxPowerSource::power_saver() const {
    const auto& profile = m_profile.value().value ? m_profile.value() : m_older_profile.value();
    if (!profile.value) {
        return ports::Reading<bool>::unknown(profile.why_unknown);
    }
    return ports::Reading<bool>::known(profile.value->toString() == QStringLiteral("power-saver"));
}

} // namespace framehand::platform

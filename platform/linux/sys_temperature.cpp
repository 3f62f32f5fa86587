// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sys_temperature.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace framehand::platform {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kProcessorMonitors{"coretemp", "k10temp", "zenpower", "cpu_thermal",
                                                             "soc_thermal"};

std::string first_word(const fs::path& path) {
    std::ifstream in(path);
    std::string word;
    in >> word;
    return word;
}

void take(const fs::path& path, std::optional<double>& hottest) {
    std::ifstream in(path);
    double thousandths = 0;
    if (!(in >> thousandths)) {
        return;
    }
    const double celsius = thousandths / 1000;
    // Sensors that are not there read as 0 or as some large figure.
    if (celsius > 0 && celsius < 150) {
        hottest = std::max(hottest.value_or(celsius), celsius);
    }
}

bool is_processor_zone(const std::string& kind) {
    return kind == "x86_pkg_temp" || kind.starts_with("cpu") || kind.starts_with("soc");
}

} // namespace

SysTemperature::SysTemperature(fs::path root) : m_root(std::move(root)) {
}

ports::Reading<double> SysTemperature::celsius() const {
    std::optional<double> hottest;
    std::error_code error;
    for (fs::directory_iterator zone(m_root / "sys/class/thermal", error), end; !error && zone != end;
         zone.increment(error)) {
        if (is_processor_zone(first_word(zone->path() / "type"))) {
            take(zone->path() / "temp", hottest);
        }
    }
    error.clear();
    for (fs::directory_iterator monitor(m_root / "sys/class/hwmon", error), end; !error && monitor != end;
         monitor.increment(error)) {
        if (std::ranges::find(kProcessorMonitors, first_word(monitor->path() / "name")) == kProcessorMonitors.end()) {
            continue;
        }
        std::error_code inner;
        for (fs::directory_iterator file(monitor->path(), inner), last; !inner && file != last; file.increment(inner)) {
            const auto name = file->path().filename().string();
            if (name.starts_with("temp") && name.ends_with("_input")) {
                take(file->path(), hottest);
            }
        }
    }
    return hottest ? ports::Reading<double>::known(*hottest)
                   : ports::Reading<double>::unknown("the processor has no sensor that the kernel knows");
}

} // namespace framehand::platform
